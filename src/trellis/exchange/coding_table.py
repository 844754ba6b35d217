"""A table of codings as a file gives it: .csv, .xlsx or Parquet to columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from python_calamine import CalamineError, load_workbook

from trellis.core.coding_lines import CodingLines, coding_lines
from trellis.core.errors import BadTable, Damaged, EmptyFile, NotFound, NotSupported

LARGEST_CSV_FIELD = 10_000_000
_PARQUET = b"PAR1"
_ZIP = b"PK"


def read_coding_table(path: Path) -> CodingLines:
    """The lines of a file of codings; its kind is decided by its content.

    Raises NotFound, EmptyFile, Damaged, NotSupported or BadTable.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
        raise NotFound(message) from error
    if not content.strip():
        raise EmptyFile(path.name, "there is nothing in it", "save the table again")
    if content.startswith(_PARQUET):
        return _from_parquet(path.name, content)
    if content.startswith(_ZIP):
        return _from_rows(path.name, _workbook_rows(path.name, content))
    return _from_rows(path.name, _csv_rows(path.name, content))


def _from_rows(name: str, rows: Iterable[list[object]]) -> CodingLines:
    filled = list(rows)
    if not filled:
        raise EmptyFile(name, "there is no line in it", "give a line of heads and a line a coding")
    heads = [str(value).strip() for value in filled[0]]
    if len(set(heads)) != len(heads):
        double = next(head for head in heads if heads.count(head) > 1)
        message = f"{name}: two columns are headed “{double}”; give each a head of its own"
        raise BadTable(message)
    width = len(heads)
    lines = [[*line[:width], *[None] * (width - len(line))] for line in filled[1:]]
    return coding_lines({head: [line[at] for line in lines] for at, head in enumerate(heads)})


def _csv_rows(name: str, content: bytes) -> list[list[object]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Damaged(name, "the text is not UTF-8", "save it as “CSV UTF-8”") from error
    csv.field_size_limit(LARGEST_CSV_FIELD)
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    try:
        return [list(line) for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if line]
    except csv.Error as error:
        raise Damaged(name, f"the CSV is broken ({error})", "save it again from the spreadsheet") from error


def _workbook_rows(name: str, content: bytes) -> list[list[object]]:
    try:
        workbook = load_workbook(io.BytesIO(content))
        rows = workbook.get_sheet_by_index(0).to_python(skip_empty_area=True)
    except (CalamineError, OSError, ValueError) as error:
        raise Damaged(name, "the workbook cannot be read", "open it in a spreadsheet and save it again") from error
    return [list(row) for row in rows]


def _from_parquet(name: str, content: bytes) -> CodingLines:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        advice = "install the extra (pip install 'trellis-qda[parquet]') or save the table as .csv"
        raise NotSupported(name, "reading Parquet needs the package pyarrow", advice) from error
    try:
        table = pq.read_table(io.BytesIO(content))
    except pa.ArrowException as error:
        raise Damaged(name, "the Parquet file cannot be read", "write it again") from error
    columns = dict(zip(table.column_names, (column.to_pylist() for column in table.columns), strict=True))
    return coding_lines(columns, first_row=1)
