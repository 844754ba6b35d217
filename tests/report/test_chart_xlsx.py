from __future__ import annotations

import io

import openpyxl

from tests.report.chart_views import HOSTILE, a_full_view, a_hostile_view, a_note, a_view
from trellis.report.chart_xlsx import chart_xlsx
from trellis.report.note import Choices, Paper


def opened(view=None, choices=None, note=None):
    return openpyxl.load_workbook(io.BytesIO(chart_xlsx(view or a_full_view(), note or a_note(), choices or Choices())))


def test_there_is_one_sheet_a_theme_and_the_words_are_on_a_sheet_of_their_own():
    book = opened()

    assert book.sheetnames == ["1 Coming to the role", "2 Plans", "Evidence", "About", "trellis"]
    assert [sheet.sheet_state for sheet in book][-1] == "veryHidden"


def test_a_cell_holds_its_statements_line_by_line_with_references():
    sheet = opened()["1 Coming to the role"]

    assert [cell.value for cell in sheet[4]][1:] == ["Case", "Site", "1.1 Sub-theme 1", "1.2 Sub-theme 2"]
    assert sheet["D5"].value == ("Biscuit factory, 17 years. (turn 2, 00:12:26)\n“seventeen year” (turn 2, 00:12:26*)")
    assert sheet["D6"].value == "(not asked)"
    assert sheet["E6"].value is None


def test_comments_are_left_out_unless_asked_for():
    sheet = opened(choices=Choices(comments=True))["1 Coming to the role"]

    assert sheet["D5"].value.endswith("\n[Watch for the floater.]")
    assert sheet["E6"].value == "[Hunch.]"


def test_the_words_behind_each_statement_are_listed():
    rows = list(opened()["Evidence"].iter_rows(values_only=True))

    assert rows[0][-1] == "Words"
    assert [(row[0], row[3], row[6], row[7], row[9]) for row in rows[1:]] == [
        ("Case 1", 1, "turn 2, 00:12:26", None, "Biscuits, seventeen year."),
        ("Case 1", 2, "turn 2, 00:12:26", "*", "Biscuits, seventeen year."),
    ]


def test_sheets_print_on_landscape_with_heads_on_each_page_and_the_note_in_the_foot():
    sheet = opened(choices=Choices(Paper.A3))["1 Coming to the role"]
    foot = (sheet.oddFooter.left.text, sheet.oddFooter.center.text, sheet.oddFooter.right.text)

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.print_title_cols == "$B:$C"
    assert sheet.freeze_panes == "D5"
    assert "New roles && old ones" in foot[0]
    assert "framework v2 · 2026-09-21 · texts as imported" in foot[1]
    assert "Fiction, written for Trellis. CC0. · state abababababab" in foot[2]


def test_columns_that_do_not_fit_a_page_go_on_the_next():
    sheet = opened(a_view(columns=9))["1 Coming to the role"]

    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (3, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_row_is_as_high_as_its_longest_cell():
    sheet = opened()["1 Coming to the role"]

    assert sheet.row_dimensions[5].height > 1.7 * sheet.row_dimensions[6].height


def test_cells_are_shaded_by_state_only_if_asked():
    plain = opened()["1 Coming to the role"]["D5"].fill.fill_type
    shaded = opened(choices=Choices(colours=True))["1 Coming to the role"]["D5"].fill.fgColor.rgb

    assert plain is None
    assert shaded == "FFFFFFFF"


def test_the_same_view_gives_the_same_bytes():
    assert chart_xlsx(a_full_view(), a_note(), Choices()) == chart_xlsx(a_full_view(), a_note(), Choices())


def test_hostile_text_stays_text():
    book = opened(a_hostile_view(), note=a_note(title=HOSTILE[0], notice=HOSTILE[3] * 20))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]

    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert any(cell.value == HOSTILE[0] and cell.quotePrefix for cell in cells)
    assert max(len(str(cell.value)) for cell in cells) <= 32_767


def test_a_text_beyond_a_spreadsheet_cell_says_that_it_is_cut():
    sheet = opened(a_hostile_view()).worksheets[0]

    assert sheet["D5"].value.endswith("the whole is on the sheet “Evidence”)")
