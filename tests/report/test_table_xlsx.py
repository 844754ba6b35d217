from __future__ import annotations

import io

from openpyxl import load_workbook

from trellis.analysis.table import Table
from trellis.report.note import ExportNote
from trellis.report.table_xlsx import table_xlsx

NOTE = ExportNote("Roles", "Fiction", "v1", 1_790_000_000_000, "pseudonyms", "ab" * 32)


def sheet_of(*rows):
    return load_workbook(io.BytesIO(table_xlsx(Table(("role", "n"), rows, "Sample", "A note."), NOTE)))["Table"]


def test_numbers_are_numbers_and_a_dash_is_a_dash():
    sheet = sheet_of(("nurse", 2), ("doctor", "-"))

    assert [[cell.value for cell in row] for row in sheet["A1:B3"]] == [["role", "n"], ["nurse", 2], ["doctor", "-"]]


def test_a_value_like_a_formula_stays_a_text():
    cell = sheet_of(("=1+1", 0))["A2"]

    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_note_and_state_stand_below():
    sheet = sheet_of(("nurse", 2))

    assert sheet["A4"].value == "A note."
    assert "Roles" in sheet["A5"].value
