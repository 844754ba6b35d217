from __future__ import annotations

import io

import pytest
from docx import Document

from trellis.core.errors import Damaged
from trellis.report.styles_docx import styled_document


def test_ours_has_a_style_for_each_level_of_the_contents():
    names = {style.name for style in styled_document(None).styles}

    assert {"toc 1", "toc 2", "Quote", "Caption"} <= names


def test_ours_is_in_the_english_of_the_united_kingdom():
    assert 'w:val="en-GB"' in styled_document(None).styles.element.xml


def test_a_users_own_keeps_its_styles_and_none_of_its_words():
    own = Document()
    own.add_paragraph("Our house.")
    own.styles["Normal"].font.name = "Garamond"
    kept = io.BytesIO()
    own.save(kept)

    made = styled_document(kept.getvalue())

    assert made.styles["Normal"].font.name == "Garamond"
    assert [each.text for each in made.paragraphs] == []


def test_what_is_no_word_document_is_refused():
    with pytest.raises(Damaged, match="no Word document"):
        styled_document(b"none")
