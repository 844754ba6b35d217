"""Judgements in a file (.csv, .xlsx, .toml): one row or table a judgement, its evidence in words."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trellis.core.errors import BadTable, Invalid, NotFound
from trellis.core.lens_file import nearest
from trellis.core.toml_lines import line_at, lines_of
from trellis.study.chart_given import Given, OnCell, Words
from trellis.study.lens_steps import Said
from trellis.study.lens_units import Given as GivenUnit
from trellis.study.sheet import sheet_in

FORMAT = 1
COLUMNS = (
    "lens", "unit", "wave", "dimension", "value", "confidence", "judge", "word", "for", "against", "rationale", "kind",
)  # fmt: skip
NEEDED = ("unit", "dimension", "value")
PASSED_OVER = ("notice", "licence")
_BETWEEN = re.compile(r"\s+\|\s+|\s*\n\s*")
_CELL = re.compile(r"(?P<case>.+?)\s+[×x]\s+(?P<theme>.+?)(?:\s+[×x]\s+(?P<wave>.+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """One judgement in a file. line: of the file, from 1. values: by column, as they are written."""

    line: int
    values: dict[str, str]

    @property
    def lens(self) -> str:
        """The lens, "" where the file names none."""
        return self.values.get("lens", "")

    @property
    def unit(self) -> GivenUnit:
        """What is judged."""
        return GivenUnit(self.values["unit"], self.values.get("wave") or None, self.values.get("kind", ""))

    def said(self) -> Said:
        """What the judge says. Raises Invalid for evidence that names neither words nor a cell."""
        get = self.values.get
        return Said(
            self.values["dimension"],
            self.values["value"],
            get("confidence", ""),
            get("judge", ""),
            get("word", ""),
            evidence_in(get("for", "")),
            evidence_in(get("against", "")),
            get("rationale", ""),
        )


def evidence_in(written: str) -> tuple[Given, ...]:
    """The pieces of evidence in a field: “SOURCE: words” or “CASE × THEME”, with “ | ” or line breaks between."""
    return tuple(evidence_piece(piece) for piece in _BETWEEN.split(written.strip()) if piece.strip())


def evidence_piece(written: str) -> Given:
    """One piece of evidence. Raises Invalid."""
    source, colon, words = written.partition(": ")
    if colon and source.strip() and words.strip():
        return Words(source.strip(), words.strip())
    cell = _CELL.fullmatch(written.strip())
    if cell is not None and not colon:
        return OnCell(cell["case"].strip(), cell["theme"].strip(), cell["wave"] and cell["wave"].strip())
    message = f"“{written.strip()}” is no evidence; give words as “SOURCE: words”, or a cell as “CASE × THEME”"
    raise Invalid(message)


def rows_in(path: Path) -> list[JudgementRow]:
    """The judgements in a file. Raises Unreadable, BadTable, NotFound."""
    if not path.exists():
        message = f"there is no file {path}; give a .csv, .xlsx or .toml of judgements"
        raise NotFound(message)
    rows = _toml(path) if path.suffix.casefold() == ".toml" else _sheet(path)
    if not rows:
        message = f"{path.name} holds no judgement; give one row, or one [[judgement]], for each"
        raise BadTable(message)
    return rows


def _sheet(path: Path) -> list[JudgementRow]:
    rows = [JudgementRow(line, values) for line, values in sheet_in(path).records(*NEEDED)]
    for name in rows[0].values if rows else ():
        _require_column(path.name, name)
    return rows


def _require_column(place: str, name: str) -> None:
    if name and name not in COLUMNS + PASSED_OVER:
        message = f"{place}: “{name}” means nothing here; {nearest(name, COLUMNS)}what fits: {', '.join(COLUMNS)}"
        raise BadTable(message)


def _toml(path: Path) -> list[JudgementRow]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        said = tomllib.loads(text)
    except UnicodeDecodeError as error:
        message = f"{path.name} is not UTF-8 text (byte {error.start}); save it as UTF-8"
        raise BadTable(message) from error
    except tomllib.TOMLDecodeError as error:
        message = f"{path.name} is not valid TOML: {error}"
        raise BadTable(message) from error
    listed = said.get("judgement", [])
    if said.get("format", FORMAT) != FORMAT or not isinstance(listed, list):
        message = f"{path.name}: this Trellis reads format = {FORMAT} with one [[judgement]] for each judgement"
        raise BadTable(message)
    lines = lines_of(text)
    return [
        JudgementRow(line, _values(table, f"{path.name}, line {line}"))
        for at, table in enumerate(listed)
        if (line := line_at(lines, ("judgement", at)))
    ]


def _values(table: Any, place: str) -> dict[str, str]:  # noqa: ANN401 - whatever the file holds
    if not isinstance(table, dict):
        message = f"{place}: this is no table; write [[judgement]] above each judgement"
        raise BadTable(message)
    found: dict[str, str] = {}
    for name, value in table.items():
        _require_column(place, name)
        listed = value if isinstance(value, list) else [value]
        if not all(isinstance(one, str) for one in listed):
            message = f"{place}: {name} is {value!r}; give text in quotation marks, or a list of texts"
            raise BadTable(message)
        found[name] = ("\n" if name in {"for", "against"} else "; ").join(one.replace("\n", " ") for one in listed)
    for name in NEEDED:
        if not found.get(name, "").strip():
            message = f"{place}: this judgement has no {name}; each needs {', '.join(NEEDED)}"
            raise BadTable(message)
    return found
