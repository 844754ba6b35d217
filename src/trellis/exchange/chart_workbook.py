"""A chart that was exported as a workbook and comes back filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trellis.core.chart_text import CUT
from trellis.core.chart_view import Spot
from trellis.core.errors import BadTable
from trellis.core.keys import Key
from trellis.exchange.chart_lines import read_bytes, sheet_rows, workbook

HIDDEN_SHEET = "trellis"
FORMAT = "trellis-chart 1"
_KEY_ROW, _FIRST_ROW = 2, 4


@dataclass(frozen=True, slots=True)
class Exported:
    """What a cell was when the file was written. rev: 0 if it was uncharted; print: of its text."""

    rev: Key
    print: str


@dataclass(frozen=True, slots=True)
class FilledCell:
    """What the file holds for a cell now. where: sheet and row, for people; cut: whether the export cut its text."""

    spot: Spot
    where: str
    text: str

    @property
    def is_cut(self) -> bool:
        """Whether the text still ends where a spreadsheet cell's room ended."""
        return CUT.strip() in self.text


@dataclass(frozen=True, slots=True)
class FilledBook:
    """A workbook that was filled in. comments: whether it was written with the analyst's comments.

    lost: rows that hold text but no key, as "sheet, row".
    """

    comments: bool
    exported: dict[Spot, Exported]
    cells: tuple[FilledCell, ...]
    lost: tuple[str, ...]


def read_filled(path: Path) -> FilledBook:
    """The cells of a filled-in workbook. Raises Unreadable, BadTable if it was not written by `chart export`."""
    book = workbook(read_bytes(path), path.name)
    names = book.sheet_names
    if HIDDEN_SHEET not in names:
        message = (
            f"{path.name} has no sheet “{HIDDEN_SHEET}” (it is hidden), which says which cell is which; "
            "fill in a file that “trellis chart export” wrote, and keep all its sheets"
        )
        raise BadTable(message)
    keys = sheet_rows(book, names.index(HIDDEN_SHEET))
    if not keys or keys[0][0] != FORMAT:
        message = f"{path.name} was written in another format ({keys[0][0] if keys else 'none'}); export it again"
        raise BadTable(message)
    cells: list[FilledCell] = []
    lost: list[str] = []
    for at, name in enumerate(names):
        rows = sheet_rows(book, at)
        if len(rows) > _KEY_ROW and rows[_KEY_ROW][:1] == [FORMAT]:
            cells += _cells(name, rows)
            lost += _lost(name, rows)
    exported = {(int(r[0]), int(r[1]), int(r[2])): Exported(int(r[3]), r[4]) for r in keys[2:] if r[0]}
    return FilledBook(keys[0][2] == "comments", exported, tuple(cells), tuple(lost))


def _cells(sheet: str, rows: list[list[str]]) -> Iterator[FilledCell]:
    themes = [(at, int(key)) for at, key in enumerate(rows[_KEY_ROW]) if at and key.isdigit()]
    for number, row in enumerate(rows[_FIRST_ROW:], _FIRST_ROW + 1):
        case, colon, wave = row[0].partition(":")
        if not (colon and case.isdigit() and wave.isdigit()):
            continue
        for at, theme in themes:
            yield FilledCell((int(case), int(wave), theme), f"{sheet}, row {number}", row[at])


def _lost(sheet: str, rows: list[list[str]]) -> Iterator[str]:
    themes = [at for at, key in enumerate(rows[_KEY_ROW]) if at and key.isdigit()]
    for number, row in enumerate(rows[_FIRST_ROW:], _FIRST_ROW + 1):
        if not row[0].strip() and any(row[at].strip() for at in themes):
            yield f"{sheet}, row {number}"
