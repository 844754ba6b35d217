"""A table of results as a workbook of one sheet: numbers as numbers, everything else as text."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

from trellis.analysis.table import Table, Value
from trellis.core.chart_text import printable
from trellis.report.note import ExportNote

_NARROWEST, _WIDEST = 8, 48


def table_xlsx(table: Table, note: ExportNote) -> bytes:
    """The workbook's bytes, the same for the same table and note."""
    out = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, plain)
    created = note.time.replace(tzinfo=None, microsecond=0)
    book.set_properties({"title": printable(f"{note.title}: {table.title}"), "author": "Trellis", "created": created})
    sheet = book.add_worksheet("Table")
    head = book.add_format({"bold": True, "top": 1, "bottom": 1})
    number = book.add_format({"align": "right"})
    for across, name in enumerate(table.columns):
        sheet.write_string(0, across, printable(name), head)
        sheet.set_column(across, across, _width(table, across))
    for down, row in enumerate(table.values, 1):
        for across, value in enumerate(row):
            _write(sheet, (down, across), value, number)
    sheet.freeze_panes(1, 1)
    for down, line in enumerate(filter(None, (table.note, note.line())), len(table.values) + 2):
        sheet.write_string(down, 0, printable(line))
    book.close()
    return out.getvalue()


def _write(sheet: Any, place: tuple[int, int], value: Value, number: Any) -> None:  # noqa: ANN401  # xlsxwriter has no types
    if isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(*place, value)
    elif value is not None:
        sheet.write_string(*place, printable(str(value)), number if place[1] else None)


def _width(table: Table, across: int) -> int:
    longest = max(len(str(row[across] or "")) for row in (table.columns, *table.values))
    return min(_WIDEST, max(_NARROWEST, longest + 2))
