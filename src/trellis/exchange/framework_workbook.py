"""A framework matrix that a team keeps in a workbook: which row holds the heads, which column the cases.

Titles above the heads, blank rows, rows that name a group of cases, merged cells and cases over several rows are
taken as they come; what is passed over is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from trellis.core.grid import Block, Grid

CASE_HEADS = frozenset({
    "case", "cases", "participant", "participants", "respondent", "interviewee", "interview", "transcript", "id",
    "participant id", "case id", "interview id", "pseudonym", "name", "person", "who", "source", "interview no",
    "participant no", "interview number",
})  # fmt: skip
"""What the first column is headed, where it is headed at all."""
_MOST_ROWS_ABOVE = 25
_FEWEST_HEADS = 2

Fits = Callable[[str], bool]
"""Whether a name is one that is looked for."""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A column of the matrix. at: its place from 0; head: what stands above it."""

    at: int
    head: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row. line: as a spreadsheet counts it; cells: by the column's place, only those that hold something.

    case: as it is written; for a row below a case that names none, the case above.
    """

    line: int
    case: str
    cells: dict[int, str]


@dataclass(frozen=True, slots=True)
class Passed:
    """Something in the sheet that is not of the matrix. where: "Sheet, row 3"; column: its place where it has one."""

    where: str
    reason: str
    text: str
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """One sheet as a matrix. titles: what stands above the heads."""

    sheet: str
    titles: tuple[str, ...]
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    passed: tuple[Passed, ...] = field(default=())


def matrix_in(grid: Grid, *, is_theme: Fits, is_case: Fits) -> Matrix | None:
    """The matrix of a sheet; None where no row of it looks like heads."""
    head = _head_row(grid, is_theme)
    if head is None:
        return None
    case_at = _case_column(grid, head, is_case)
    columns = tuple(
        MatrixColumn(at, value)
        for at, cell in enumerate(grid.rows[head])
        if at != case_at and (value := " ".join(cell.split()))
    )
    rows, passed = _rows(grid, head, case_at, columns, is_case)
    passed = (*passed, *_across(grid, head, {column.at for column in columns}, {row.line for row in rows}))
    titles = (" ".join(cell.split()) for row in grid.rows[:head] for cell in row)
    return Matrix(grid.name, tuple(title for title in titles if title), columns, rows, passed)


def cell_name(line: int, column: int) -> str:
    """A cell as a spreadsheet names it: "BC12". column: from 0."""
    letters, rest = "", column + 1
    while rest:
        rest, at = divmod(rest - 1, 26)
        letters = chr(ord("A") + at) + letters
    return f"{letters}{line}"


def _head_row(grid: Grid, is_theme: Fits) -> int | None:
    """The row that most looks like heads: one that heads a column of cases, else the most names of themes."""
    best: tuple[tuple[int, int], int] | None = None
    for at in range(min(len(grid.rows), _MOST_ROWS_ABOVE)):
        filled = [cell for cell in grid.rows[at] if cell.strip()]
        if len(filled) < _FEWEST_HEADS and not (filled and is_theme(filled[0]) and _below(grid, at)):
            continue
        names = sum(is_theme(cell) for cell in filled)
        cases = sum(_plain(cell) in CASE_HEADS for cell in filled[:2])
        score = (2 * names + 3 * cases, len(filled))
        if score[0] and (best is None or score > best[0]):
            best = (score, at)
    if best is not None:
        return best[1]
    rows = enumerate(grid.rows[:_MOST_ROWS_ABOVE])
    return next((at for at, row in rows if sum(bool(cell.strip()) for cell in row) >= _FEWEST_HEADS), None)


def _below(grid: Grid, at: int) -> bool:
    """Whether the next filled row has a first cell and something beside it, as a row of a matrix has."""
    for row in grid.rows[at + 1 :]:
        filled = [cell for cell in row if cell.strip()]
        if filled:
            return len(filled) >= _FEWEST_HEADS
    return False


def _plain(head: str) -> str:
    return " ".join(head.casefold().replace("_", " ").replace(".", " ").split())


def _case_column(grid: Grid, head: int, is_case: Fits) -> int:
    """The column whose cells are cases: headed so, else with the most names that are known, else the first used."""
    heads = grid.rows[head]
    named = [at for at, cell in enumerate(heads) if _plain(cell) in CASE_HEADS]
    below = grid.rows[head + 1 :]
    used = [at for at in range(max(map(len, below), default=1)) if any(_at(row, at).strip() for row in below)]
    candidates = named or used[:3] or [0]
    return max(candidates, key=lambda at: (sum(is_case(_at(row, at)) for row in below if _at(row, at).strip()), -at))


def _at(row: tuple[str, ...], column: int) -> str:
    return row[column] if column < len(row) else ""


def _rows(
    grid: Grid, head: int, case_at: int, columns: tuple[MatrixColumn, ...], is_case: Fits
) -> tuple[tuple[MatrixRow, ...], tuple[Passed, ...]]:
    rows: list[MatrixRow] = []
    passed: list[Passed] = []
    case = ""
    for at in range(head + 1, len(grid.rows)):
        line, where = at + 1, f"{grid.name}, row {at + 1}"
        own = " ".join(grid.at(at, case_at).split())
        block = _block_at(grid, at, case_at)
        if block is not None and block.right > case_at and block.top == at:
            passed.append(Passed(where, "names a group of cases or is a note; it goes across the columns", own))
            case = ""
            continue
        cells = {column.at: value for column in columns if (value := grid.at(at, column.at)).strip()}
        stray = "; ".join(cell.strip() for place, cell in enumerate(grid.rows[at]) if place != case_at and cell.strip())
        if own and not cells and not is_case(own):
            if not stray:
                passed.append(Passed(where, "nothing stands beside it", own))
            case = ""
            continue
        case = own or case
        if cells and not case:
            passed.append(Passed(where, "no case is named in it or above it", "; ".join(cells.values())))
        elif cells or own:
            rows.append(MatrixRow(line, case, cells))
    return tuple(rows), tuple(passed)


def _across(grid: Grid, head: int, columns: set[int], lines: set[int]) -> Iterator[Passed]:
    """Merged cells of the matrix: their words are taken for the first of the cells that they go over."""
    for block in grid.merged:
        text = grid.at(block.top, block.left).strip()
        if block.top > head and block.left in columns and block.top + 1 in lines and text:
            where = f"{grid.name}, {cell_name(block.top + 1, block.left)}"
            yield Passed(where, "it is merged over several cells; taken for the first of them only", text, block.left)


def _block_at(grid: Grid, row: int, column: int) -> Block | None:
    for block in grid.merged:
        if block.top <= row <= block.bottom and block.left <= column <= block.right:
            return block
    return None
