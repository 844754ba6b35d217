"""A framework as a workbook with one sheet, for reading and mending in a spreadsheet."""

from __future__ import annotations

import datetime as dt
import io

from trellis.core.framework_file import FrameworkFile
from trellis.exchange.framework_csv import marked, rows_of

WIDTHS = (10, 32, 60, 40, 40, 40, 12)
"""Of the columns, in characters."""

# A workbook carries the time it was made; a fixed one keeps the bytes the same.
_MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001


def write_framework(framework: FrameworkFile) -> bytes:
    """The framework as .xlsx: heads frozen, text wrapped, everything kept as text; always the same bytes."""
    import xlsxwriter  # slow to load, and seldom needed

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": framework.title, "comments": framework.licence, "created": _MADE})
        sheet = book.add_worksheet("Framework")
        head = book.add_format({"bold": True, "valign": "top", "bottom": 1})
        cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width, cell)
        for at, row in enumerate(rows_of(framework)):
            for column, text in enumerate(row):
                sheet.write_string(at, column, marked(text), cell if at else head)
        sheet.freeze_panes(1, 2)
    return out.getvalue()
