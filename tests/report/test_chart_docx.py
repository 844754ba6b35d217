from __future__ import annotations

import io

import docx
import pytest
from docx.enum.section import WD_ORIENT

from tests.report.chart_views import HOSTILE, a_full_view, a_hostile_view, a_note, a_view
from trellis.report.chart_docx import chart_docx
from trellis.report.note import Choices, Paper


def opened(view=None, choices=None):
    return docx.Document(io.BytesIO(chart_docx(view or a_full_view(), a_note(), choices or Choices())))


def test_each_theme_has_a_table_with_heads_on_every_page():
    document = opened()

    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == ["1 Coming to the role", "2 Plans"]
    assert len(document.tables) == 2
    assert all(table._tbl.tr_lst[0].trPr.xpath("w:tblHeader") for table in document.tables)


def test_a_cell_holds_its_statements_as_paragraphs_with_references():
    table = opened().tables[0]

    assert [cell.text for cell in table.rows[0].cells] == ["Case", "1.1 Sub-theme 1", "1.2 Sub-theme 2"]
    assert [p.text for p in table.cell(1, 1).paragraphs] == [
        "Biscuit factory, 17 years. (turn 2, 00:12:26)",
        "“seventeen year” (turn 2, 00:12:26*)",
    ]
    assert [p.text for p in table.cell(1, 0).paragraphs] == ["Case 1", "Site: North"]
    assert table.cell(2, 1).text == "(not asked)"


@pytest.mark.parametrize(("paper", "width", "tables"), [(Paper.A4, 297, 3), (Paper.A3, 420, 2)])
def test_columns_that_do_not_fit_the_sheet_go_to_another_table(paper, width, tables):
    document = opened(a_view(columns=8), Choices(paper))
    section = document.sections[0]

    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert round(section.page_width.mm) == width
    assert len(document.tables) == tables


def test_the_foot_says_what_the_export_is():
    foot = opened().sections[0].footer.paragraphs[0].text

    assert a_note().line() in foot
    assert "Fiction, written for Trellis. CC0." in foot


def test_comments_come_only_if_asked_for():
    assert opened(choices=Choices(comments=True)).tables[0].cell(1, 1).paragraphs[2].text == "[Watch for the floater.]"


def test_the_same_view_gives_the_same_bytes():
    assert chart_docx(a_full_view(), a_note(), Choices()) == chart_docx(a_full_view(), a_note(), Choices())


def test_hostile_text_stays_text():
    cell = opened(a_hostile_view()).tables[0].cell(1, 1)

    assert cell.paragraphs[0].text.startswith(HOSTILE[0])
    assert cell.paragraphs[4].text.startswith("a�b�c�d")
    assert len(cell.paragraphs) == len(HOSTILE)
