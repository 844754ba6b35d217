"""A chart as a long table (.csv, .tsv, .xlsx): a line for each thing that a statement rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trellis.core.errors import BadTable

NEEDED = ("case", "theme")
KNOWN = (
    "case", "wave", "theme", "n", "layer", "text", "source", "quote", "start", "end", "star", "state", "blank",
    "rests_on",
)  # fmt: skip
_YES = frozenset({"1", "yes", "y", "true", "x", "*"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One line of the table. number: as a spreadsheet counts rows, from 1 with the heads.

    n: which statement of its cell it is; lines with the same case, wave, theme and n are one statement.
    start, end: code points, as written; rests_on: cases, "case/theme" or "all", parted by semicolons.
    """

    number: int
    case: str
    theme: str
    wave: str = ""
    n: str = ""
    layer: str = ""
    text: str = ""
    source: str = ""
    quote: str = ""
    start: str = ""
    end: str = ""
    star: bool = False
    state: str = ""
    blank: str = ""
    rests_on: tuple[str, ...] = field(default=())


def read_chart_lines(name: str, rows: Sequence[Sequence[str]]) -> list[ChartLine]:
    """The lines of a chart's table from its rows; columns in any order, others passed over. name: of the file.

    Raises BadTable if "case" or "theme" is missing.
    """
    heads = [head.strip().casefold().replace(" ", "_") for head in rows[0]] if rows else []
    missing = [head for head in NEEDED if head not in heads]
    if missing:
        message = (
            f"{name} has no column {' and no column '.join(f'“{head}”' for head in missing)}; "
            f"its first line needs some of: {', '.join(KNOWN)}"
        )
        raise BadTable(message)
    at = {head: heads.index(head) for head in KNOWN if head in heads}
    lines = (_line(number, row, at) for number, row in enumerate(rows[1:], 2))
    return [line for line in lines if line.case or line.theme or line.text]


def _line(number: int, row: Sequence[str], at: dict[str, int]) -> ChartLine:
    values = {name: _undefused(row[place]).strip() for name, place in at.items() if place < len(row)}
    star = values.pop("star", "").casefold() in _YES
    rests = tuple(piece.strip() for piece in values.pop("rests_on", "").split(";") if piece.strip())
    return ChartLine(number, values.pop("case", ""), values.pop("theme", ""), star=star, rests_on=rests, **values)


def _undefused(value: str) -> str:
    """A value without the apostrophe that an export put before what looks like a formula."""
    return value[1:] if value.startswith("'") and value[1:].startswith(_FORMULA) else value
