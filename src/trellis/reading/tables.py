"""Tables out of .csv, .tsv and .xlsx files, with every value as the user typed it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING

from trellis.core.document import Notice
from trellis.core.errors import Damaged, EmptyFile, NotFound, TooLarge
from trellis.core.grid import Block, Grid

from . import kinds, limits
from .charset import decode
from .files import check_size
from .package import Package, require_well_formed

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_DELIMITERS = (",", ";", "\t", "|")

# Where a cell says it is ("BC12", however far out), and where a row does; of XML that is known to be well formed.
_PLACE = re.compile(rb"""(?<=\s)r\s*=\s*["']([A-Za-z]*)(\d+)["']""")
_ROW = re.compile(rb"<(?:[^\s<>/]+:)?row\b")
_CELL = re.compile(rb"<(?:[^\s<>/]+:)?c(?=[\s/>])")
_PLACED = re.compile(
    rb"""<(?:[^\s<>/]+:)?c(?:\s+[a-z]+=["'][^"'<>]*["']){0,9}?\s+r\s*=\s*["'][A-Za-z]+\d+["']""",
)
# No sheet has more of either; nor is a place of more signs worked out.
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_LONGEST_PLACE = 12

# Rows enough to tell the delimiter.
_SAMPLE_ROWS = 50


@dataclass(frozen=True, slots=True)
class TableSheet:
    r"""One sheet: its heads, and below them rows of as many cells, all as text, blank ones "".

    name: the sheet's, or the file's for .csv; sheets: the names of all sheets in the file, in order.
    Rows and columns without any value are left out; a cell keeps its line breaks as `\n`.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sheets: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def read_table(name: str, data: bytes, sheet: str | None = None, charset: str | None = None) -> TableSheet:
    """One sheet of a table: the one named, or the first with anything in it.

    Raises NotFound for a sheet that is not there, and a subclass of Unreadable for a file that cannot be read.
    """
    sheets = read_workbook(name, data, charset)
    if sheet is None:
        return sheets[0]
    for found in sheets:
        if found.name.casefold() == sheet.strip().casefold():
            return found
    names = ", ".join(found.name for found in sheets)
    raise NotFound(f"{name}: there is no sheet {sheet!r} with values in it; it has: {names}")


def read_workbook(name: str, data: bytes, charset: str | None = None) -> tuple[TableSheet, ...]:
    """Every sheet that has anything in it, in order; a .csv has one.

    Raises EmptyFile, Encrypted, WrongKind, Damaged, Hostile, TooLarge or NotSupported.
    """
    grids, notices = _grids(name, data, charset)
    titles = tuple(grid.name for grid in grids)
    return tuple(_sheet(grid, titles, notices) for grid in grids if _has_values(grid))


def read_grids(name: str, data: bytes, charset: str | None = None) -> tuple[Grid, ...]:
    """Every sheet as it stands, empty rows and sheets too; a .csv has one. Raises as `read_workbook` does."""
    return _grids(name, data, charset)[0]


def _grids(name: str, data: bytes, charset: str | None) -> tuple[tuple[Grid, ...], tuple[Notice, ...]]:
    check_size(name, len(data))
    notices: tuple[Notice, ...] = ()
    if kinds.table_kind_of(name, data) == kinds.XLSX:
        grids = _workbook(name, data)
    else:
        text, notices = decode(name, data, charset)
        rows = tuple(tuple(_even(cell) for cell in row) for row in _csv_rows(name, text))
        grids = (Grid(PurePath(name).stem, rows),)
    if not any(_has_values(grid) for grid in grids):
        raise EmptyFile(name, "there are no values in it", "save it again from the spreadsheet it came from")
    return grids, notices


def _has_values(grid: Grid) -> bool:
    return any(cell.strip() for row in grid.rows for cell in row)


def _csv_rows(name: str, text: str) -> list[list[str]]:
    # A free-text answer may be longer than the 131,072 characters that the module allows by itself.
    csv.field_size_limit(limits.TEXT_BYTES)
    delimiter = "\t" if PurePath(name).suffix.lower() == ".tsv" else _delimiter(text)
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(row)
            cells += len(row)
            _check_cells(name, cells)
    except csv.Error as error:
        if "end of data" in str(error):
            raise Damaged(name, "a quotation mark is opened and never closed", "mend it in a spreadsheet") from error
        return _lenient_rows(name, text, delimiter)
    return rows


def _lenient_rows(name: str, text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Damaged(
            name, "it cannot be read as a table", "save it anew from a spreadsheet as .csv or .xlsx"
        ) from error


def _check_cells(name: str, cells: int) -> None:
    if cells > limits.CELLS:
        raise TooLarge(name, f"the table has more than {limits.CELLS:,} cells", "split it")


def _delimiter(text: str) -> str:
    """The sign that cuts the first rows into the most columns, alike in most of them."""
    head = text[:100_000]

    def evenness(delimiter: str) -> tuple[float, int]:
        try:
            reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
            widths = [len(row) for _, row in zip(range(_SAMPLE_ROWS), reader, strict=False) if row]
        except csv.Error:
            return 0.0, 0
        width = max(set(widths), key=lambda found: (widths.count(found), found), default=1)
        return (widths.count(width) / len(widths), width) if width > 1 else (0.0, width)

    best = max(_DELIMITERS, key=lambda delimiter: (round(evenness(delimiter)[0], 1), evenness(delimiter)[1]))
    return best if evenness(best)[1] > 1 else ","


def _workbook(name: str, data: bytes) -> tuple[Grid, ...]:
    from python_calamine import CalamineError, CalamineWorkbook

    package = Package(name, data)
    package.verify()
    _check_spans(package)
    try:
        book: CalamineWorkbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return tuple(_grid(package.name, book.get_sheet_by_name(title)) for title in book.sheet_names)
    except (CalamineError, OSError, ValueError, OverflowError, RuntimeError) as error:
        raise Damaged(name, "the workbook is broken inside", "open it in a spreadsheet and save it anew") from error


def _check_spans(package: Package) -> None:
    """Refuse sheets whose cells lie far apart: the library makes room for every cell between them at once.

    A sheet may lie anywhere in the package, so all members are looked at.
    """
    for member in sorted(package.members):
        sheet = package.read(member)
        if member.startswith("xl/worksheets/") and sheet.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Damaged(package.name, "a sheet is in an unusual encoding", "save it anew from a spreadsheet")
        if b"sheetData" in sheet:
            require_well_formed(package.name, sheet)
            _check_cells(package.name, _span(package.name, sheet))


def _span(name: str, sheet: bytes) -> int:
    """How many cells there are in the rectangle around all of a sheet's cells. Raises Damaged for places beyond any."""
    found = _PLACE.findall(sheet)
    if any(_is_beyond(letters, digits) for letters, digits in set(found)):
        raise Damaged(name, "a cell says that it lies where no sheet has one", "save it anew from a spreadsheet")
    # A cell that does not say where it is stands next to the one before, in the row that its row says it is.
    silent = len(_CELL.findall(sheet)) > len(_PLACED.findall(sheet))
    rows = [int(digits) for letters, digits in found if letters or silent]
    columns = [_column_number(letters.upper()) for letters in {letters for letters, _ in found if letters}]
    if silent:
        rows += [1, max(rows, default=0) + len(_ROW.findall(sheet))]
        columns += [1, max(columns, default=0) + max(len(_CELL.findall(row)) for row in _ROW.split(sheet))]
    if not rows or not columns:
        return 0
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)


def _is_beyond(letters: bytes, digits: bytes) -> bool:
    if len(letters) + len(digits) > _LONGEST_PLACE:
        return True
    return int(digits) > _MOST_ROWS or _column_number(letters.upper()) > _MOST_COLUMNS


def _column_number(letters: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _grid(name: str, sheet: CalamineSheet) -> Grid:
    top, left = sheet.start or (0, 0)
    rows = sheet.to_python(skip_empty_area=True)
    _check_cells(name, top + len(rows) * (left + max(map(len, rows), default=0)))
    shown = [(*[""] * left, *(_shown(value) for value in row)) for row in rows]
    merged = (Block(*first, *last) for first, last in sheet.merged_cell_ranges or ())
    return Grid(sheet.name, (*[()] * top, *shown), tuple(merged))


def _shown(value: object) -> str:
    """A value as it was typed: 3 and not 3.0, dates as ISO 8601, TRUE and FALSE."""
    for kind, show in _SHOWN:
        if isinstance(value, kind):
            return show(value)
    return "" if value is None else str(value)


def _even(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _shown_number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) <= 2**53 else repr(value)


def _shown_moment(value: datetime) -> str:
    return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")


def _shown_duration(value: timedelta) -> str:
    seconds = int(value.total_seconds())
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


_SHOWN: tuple[tuple[type, Callable[..., str]], ...] = (
    (bool, lambda value: "TRUE" if value else "FALSE"),
    (float, _shown_number),
    (datetime, _shown_moment),
    (date, date.isoformat),
    (time, time.isoformat),
    (timedelta, _shown_duration),
    (str, _even),
)


def _sheet(grid: Grid, sheets: tuple[str, ...], notices: tuple[Notice, ...]) -> TableSheet:
    filled = [row for row in grid.rows if any(cell.strip() for cell in row)]
    used = [[at for at, cell in enumerate(row) if cell.strip()] for row in filled]
    left, width = min(row[0] for row in used), max(row[-1] for row in used) + 1
    even = [tuple((*row, *[""] * width)[left:width]) for row in filled]
    header = tuple(" ".join(cell.split()) for cell in even[0])
    return TableSheet(grid.name, header, tuple(even[1:]), sheets, notices)
