from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Emu

from tests.report.reports import a_report
from trellis.report.study_docx import study_docx


@pytest.fixture
def document() -> Any:
    return Document(io.BytesIO(study_docx(a_report())))


def styled(document) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.text]


def test_headings_quotations_and_captions_have_their_styles(document):
    found = styled(document)

    assert ("Heading 1", "Findings") in found
    assert ("Heading 2", "1. Most came by chance.") in found
    assert ("Quote", "Fine. It rained.") in found
    assert ("Quote", "nurse, North (denise, turn 2)") in found
    assert ("Caption", "Table 1. Sample") in found


def test_what_a_person_has_to_write_is_marked(document):
    assert ("Normal", "[To write] Say more.") in styled(document)


def test_there_is_room_for_a_pen(document):
    lines = [one for one in document.paragraphs if "w:pBdr" in one._p.xml and one.style.name == "Normal"]

    assert ("Normal", "Your words:") in styled(document)
    assert [one.text for one in lines] == ["", "", ""]


def test_a_wide_table_stands_on_a_sheet_turned_sideways(document):
    assert [section.orientation for section in document.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert document.sections[1].page_width > document.sections[1].page_height


def test_tables_hold_every_value_and_repeat_their_heads(document):
    first, chart = document.tables

    assert [[cell.text for cell in row.cells] for row in first.rows] == [
        ["role", "people"],
        ["nurse", "3"],
        ["manager", ""],
    ]
    assert chart.rows[1].cells[1].text == "first line\nsecond line"
    assert b"tblHeader" in first._tbl.xml.encode()  # python-docx has no door to it


def test_the_columns_of_a_table_fill_the_page(document):
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin

    assert 0 <= room - sum(column.width for column in document.tables[0].columns) < 10_000


def test_there_is_a_table_of_contents_that_word_fills(document):
    assert 'TOC \\o "1-2"' in document.element.xml
    assert 'w:dirty="true"' in document.element.xml
    assert [text for style, text in styled(document) if style.startswith("toc")] == [
        "Findings",
        "1. Most came by chance.",
        "Charts",
        "Limits",
        "What the findings rest on",
    ]


def test_every_line_of_the_contents_leads_to_its_heading(document):
    links = [one.get(qn("w:anchor")) for one in document.element.iter(qn("w:hyperlink"))]
    places = {one.get(qn("w:name")) for one in document.element.iter(qn("w:bookmarkStart"))}

    assert len(links) == 5
    assert set(links) <= places


def test_what_a_claim_rests_on_stands_at_the_end_and_the_claim_says_where(document):
    found = styled(document)
    lines = [text for _, text in found]

    assert ("Normal", "What this rests on: List 1, at the end.") in found
    assert ("Heading 3", "List 1: finding 1. Most came by chance.") in found
    assert lines.index("What the findings rest on") < lines.index("for: denise, turn 2 “Fine. It rained.”")


def test_a_picture_has_words_for_it_a_number_and_a_sentence_that_points_at_it(document):
    found = styled(document)
    told = [one.get("descr") for one in document.element.iter(qn("wp:docPr"))]

    assert told == ["Belonging. yes: Denise."]
    assert ("Caption", "Figure 1. Belonging") in found
    assert ("Normal", "Figure 1 shows who belongs.") in found
    assert "REF figure1" in document.element.xml
    assert ("Normal", "One is not placed.") in found


def test_a_summary_of_a_cell_does_not_look_like_words_that_somebody_said(document):
    assert ("List Bullet", "for: the cell Denise 2.1: Came by bus.") in styled(document)


def test_every_page_says_which_state_of_the_study_it_shows(document):
    assert all("state abababababab" in section.footer.paragraphs[0].text for section in document.sections)


def test_the_same_report_gives_the_same_bytes():
    assert study_docx(a_report()) == study_docx(a_report())


def test_styles_and_page_come_from_the_users_own_document():
    own = Document()
    own.add_paragraph("Words of the house style's sample page.")
    own.styles["Normal"].font.name = "Garamond"
    own.sections[0].page_width = Emu(7_000_000)
    kept = io.BytesIO()
    own.save(kept)

    made = Document(io.BytesIO(study_docx(a_report(), kept.getvalue())))

    assert made.styles["Normal"].font.name == "Garamond"
    assert abs((made.sections[0].page_width or 0) - 7_000_000) < 1_000
    assert not any("sample page" in paragraph.text for paragraph in made.paragraphs)
