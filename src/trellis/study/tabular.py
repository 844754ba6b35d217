"""The rows of a small table that a user gives, as text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from trellis.core.errors import BadTable, Damaged
from trellis.reading.files import bytes_of


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a .csv, .tsv or .xlsx file (its first sheet), every value as text. Raises Unreadable, BadTable."""
    content = bytes_of(path)
    if path.suffix.casefold() == ".xlsx":
        return _workbook(content, path.name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path.name} is not UTF-8 text (byte {error.start}); save it as CSV UTF-8"
        raise BadTable(message) from error
    head = text.partition("\n")[0]
    mark = max("\t;,", key=head.count)
    return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]


def _workbook(content: bytes, name: str) -> list[list[str]]:
    try:
        rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    except CalamineError as error:
        raise Damaged(name, "it is no readable workbook", "save it again as .xlsx") from error
    return [[_text(value) for value in row] for row in rows]


def _text(value: object) -> str:
    """A cell as it is read by people: whole numbers without a decimal point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
