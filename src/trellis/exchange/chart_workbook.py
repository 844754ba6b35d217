"""A chart that was exported as a workbook and comes back filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trellis.core.chart_text import CUT
from trellis.core.chart_view import Spot
from trellis.core.errors import BadTable
from trellis.core.grid import Grid
from trellis.core.keys import Key

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


def read_filled(name: str, grids: Sequence[Grid]) -> FilledBook:
    """The cells of a filled-in workbook. name: of the file. Raises BadTable if `chart export` did not write it."""
    hidden = next((grid for grid in grids if grid.name == HIDDEN_SHEET), None)
    if hidden is None:
        message = (
            f"{name} has no sheet “{HIDDEN_SHEET}” (it is hidden), which says which cell is which; "
            "fill in a file that “trellis chart export” wrote, and keep all its sheets"
        )
        raise BadTable(message)
    if hidden.at(0, 0) != FORMAT:
        message = f"{name} was written in another format ({hidden.at(0, 0) or 'none'}); export it again"
        raise BadTable(message)
    cells: list[FilledCell] = []
    lost: list[str] = []
    for grid in grids:
        if grid.at(_KEY_ROW, 0) == FORMAT:
            cells += _cells(grid)
            lost += _lost(grid)
    exported = {
        (int(row[0]), int(row[1]), int(row[2])): Exported(int(row[3]), row[4]) for row in hidden.rows[2:] if any(row)
    }
    return FilledBook(hidden.at(0, 2) == "comments", exported, tuple(cells), tuple(lost))


def _themes(grid: Grid) -> list[tuple[int, int]]:
    return [(at, int(key)) for at, key in enumerate(grid.rows[_KEY_ROW]) if at and key.isdigit()]


def _cells(grid: Grid) -> Iterator[FilledCell]:
    themes = _themes(grid)
    for number in range(_FIRST_ROW, len(grid.rows)):
        case, colon, wave = grid.at(number, 0).partition(":")
        if not (colon and case.isdigit() and wave.isdigit()):
            continue
        for at, theme in themes:
            spot = (int(case), int(wave), theme)
            yield FilledCell(spot, f"{grid.name}, row {number + 1}", grid.at(number, at))


def _lost(grid: Grid) -> Iterator[str]:
    themes = _themes(grid)
    for number in range(_FIRST_ROW, len(grid.rows)):
        if not grid.at(number, 0).strip() and any(grid.at(number, at).strip() for at, _ in themes):
            yield f"{grid.name}, row {number + 1}"
