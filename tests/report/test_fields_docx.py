from __future__ import annotations

import pytest
from docx import Document
from docx.oxml.ns import qn

from trellis.report.fields_docx import add_field, add_link, begin_place, end_place, ruled


@pytest.fixture
def paragraph():
    return Document().add_paragraph("See ")


def test_a_field_says_what_fills_it_and_shows_something_until_then(paragraph):
    add_field(paragraph, "PAGE", "1")

    kinds = [each.get(qn("w:fldCharType")) for each in paragraph._p.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    assert [each.text for each in paragraph._p.iter(qn("w:instrText"))] == [" PAGE "]
    assert paragraph.text == "See 1"


def test_a_link_holds_its_words_and_leads_to_a_place(paragraph):
    add_link(paragraph, "there", "place1")

    assert [(link.text, link.fragment) for link in paragraph.hyperlinks] == [("there", "place1")]


def test_a_place_holds_what_stands_between_its_ends(paragraph):
    begin_place(paragraph, "place1", 7)
    paragraph.add_run("here")
    end_place(paragraph, 7)

    tags = [each.tag.rpartition("}")[2] for each in paragraph._p]
    assert tags == ["r", "bookmarkStart", "r", "bookmarkEnd"]


def test_a_ruled_paragraph_has_a_line_below_it_before_its_spacing(paragraph):
    paragraph.paragraph_format.space_before = 1
    ruled(paragraph)

    tags = [each.tag.rpartition("}")[2] for each in paragraph._p.pPr]
    assert tags == ["pBdr", "spacing"]
    assert [each.tag.rpartition("}")[2] for each in paragraph._p.pPr[0]] == ["bottom", "between"]
