"""A chart as a long table (.csv, .tsv, .xlsx): a line for each thing that a statement rests on."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from trellis.core.errors import BadTable, Damaged, Unreadable

NEEDED = ("case", "theme")
KNOWN = (
    "case", "wave", "theme", "n", "layer", "text", "source", "quote", "start", "end", "star", "state", "blank",
    "rests_on",
)  # fmt: skip
_YES = frozenset({"1", "yes", "y", "true", "x", "*"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOST_BYTES = 200_000_000


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


def read_chart_lines(path: Path) -> list[ChartLine]:
    """The lines of a chart's table; columns in any order, others passed over.

    Raises Unreadable, BadTable if "case" or "theme" is missing.
    """
    rows = _rows(path)
    heads = [head.strip().casefold().replace(" ", "_") for head in rows[0]] if rows else []
    missing = [name for name in NEEDED if name not in heads]
    if missing:
        message = (
            f"{path.name} has no column {' and no column '.join(f'“{name}”' for name in missing)}; "
            f"its first line needs some of: {', '.join(KNOWN)}"
        )
        raise BadTable(message)
    at = {name: heads.index(name) for name in KNOWN if name in heads}
    lines = (_line(number, row, at) for number, row in enumerate(rows[1:], 2))
    return [line for line in lines if line.case or line.theme or line.text]


def _line(number: int, row: list[str], at: dict[str, int]) -> ChartLine:
    values = {name: _undefused(row[place]).strip() for name, place in at.items() if place < len(row)}
    star = values.pop("star", "").casefold() in _YES
    rests = tuple(piece.strip() for piece in values.pop("rests_on", "").split(";") if piece.strip())
    return ChartLine(number, values.pop("case", ""), values.pop("theme", ""), star=star, rests_on=rests, **values)


def _undefused(value: str) -> str:
    """A value without the apostrophe that an export put before what looks like a formula."""
    return value[1:] if value.startswith("'") and value[1:].startswith(_FORMULA) else value


def _rows(path: Path) -> list[list[str]]:
    content = read_bytes(path)
    if path.suffix.casefold() == ".xlsx":
        return sheet_rows(workbook(content, path.name), 0)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path.name} is not UTF-8 text (byte {error.start}); save it as “CSV UTF-8”"
        raise BadTable(message) from error
    mark = max("\t;,", key=text.partition("\n")[0].count)
    return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises Unreadable."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Unreadable(path.name, "it is larger than 200 MB", "give the table of a chart")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(path.name, f"it cannot be read ({error.strerror})", "check the path") from error


def workbook(content: bytes, name: str) -> CalamineWorkbook:
    """A workbook from its bytes. Raises Damaged."""
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (CalamineError, OSError, ValueError) as error:
        raise Damaged(name, "it is no readable workbook", "save it again as .xlsx") from error


def sheet_rows(book: CalamineWorkbook, at: int) -> list[list[str]]:
    """The rows of a sheet from its first cell on, as text; whole numbers without a decimal point."""
    return [[_text(value) for value in row] for row in book.get_sheet_by_index(at).to_python(skip_empty_area=False)]


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
