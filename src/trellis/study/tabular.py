"""The rows of a small table that a user gives, as text, every row at its place."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from python_calamine import CalamineWorkbook

from trellis.reading.charset import decode
from trellis.reading.files import bytes_of
from trellis.reading.tables import read_table


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a .csv, .tsv or .xlsx file (its first sheet), empty ones too, so that messages can name the row.

    Every value is text, as people see it. Raises Unreadable.
    """
    content = bytes_of(path)
    # What is broken, empty or hostile is refused by the reader, which leaves empty rows out.
    read_table(path.name, content)
    if path.suffix.casefold() == ".xlsx":
        rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        return [[_text(value) for value in row] for row in rows]
    text, _ = decode(path.name, content)
    head = text.partition("\n")[0]
    mark = max("\t;,", key=head.count)
    return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]


def _text(value: object) -> str:
    """A cell as it is read by people: whole numbers without a decimal point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
