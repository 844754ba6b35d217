from __future__ import annotations

import pytest

from tests.reading.making import a_docx, bold, p, r
from trellis.core.document import PartKind
from trellis.core.errors import EmptyFile, NotSupported
from trellis.reading import read_manuscript


def quoted(name: str, content: str | bytes) -> list[str]:
    read = read_manuscript(name, content.encode() if isinstance(content, str) else content)
    return [read.text[passage.start : passage.end] for passage in read.passages if passage.is_quoted]


def test_block_quotations_are_known_by_mark_up_style_or_indent():
    style = '<w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>'
    styled = p("In style.", props='<w:pStyle w:val="Q"/>')
    indented = p("Indented.", props='<w:ind w:left="720"/>')
    listed = p("Item.", props='<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="720"/>')

    assert quoted("d.md", "Prose.\n\n> Set off.\n\n- Item\n") == ["Set off."]
    assert quoted("d.html", "<body><p>Prose.</p><blockquote><p>Set off.</p></blockquote></body>") == ["Set off."]
    assert quoted("d.docx", a_docx(p("Prose.") + styled + indented + listed, styles=style)) == [
        "In style.",
        "Indented.",
    ]


def test_a_word_document_keeps_the_way_back_to_its_text():
    read = read_manuscript("d.docx", a_docx(p("One ", bold("two"), r(" three")) + p("Four")))

    assert [(read.text[place.start : place.end], place.n) for place in read.places] == [
        ("One ", 0),
        ("two", 1),
        (" three", 2),
        ("Four", 3),
    ]
    assert [read.text[run.start : run.end] for run in read.emphasis] == ["two"]


def test_other_formats_have_no_way_back():
    assert read_manuscript("d.md", b"Words").places == ()


def test_passages_are_numbered_and_tables_keep_their_cells():
    read = read_manuscript("d.md", b"# Head\n\nProse.\n\n| a | b |\n|---|---|\n| c | d |\n")

    assert [(passage.n, passage.kind) for passage in read.passages] == [
        (1, PartKind.HEADING),
        (2, PartKind.PARAGRAPH),
        (3, PartKind.TABLE),
    ]
    assert [[read.text[c.start : c.end] for c in row] for row in read.passages[2].rows] == [["a", "b"], ["c", "d"]]


def test_a_short_line_in_bold_is_a_heading():
    read = read_manuscript("d.docx", a_docx(p(bold("Findings")) + p("Prose that goes on.")))

    assert [passage.kind for passage in read.passages] == [PartKind.HEADING, PartKind.PARAGRAPH]


def test_what_is_no_manuscript_is_refused():
    with pytest.raises(NotSupported, match="no manuscript"):
        read_manuscript("d.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n")
    with pytest.raises(EmptyFile):
        read_manuscript("d.txt", b"  \n")


def test_a_box_made_of_a_table_is_paragraphs():
    box = "<w:tbl><w:tr><w:tc>" + p("Box 1. What was asked") + p("How do you sleep?") + "</w:tc></w:tr></w:tbl>"

    read = read_manuscript("d.docx", a_docx(p("Prose.") + box + p("More.")))

    assert [(passage.kind, read.text[passage.start : passage.end]) for passage in read.passages] == [
        (PartKind.PARAGRAPH, words) for words in ("Prose.", "Box 1. What was asked", "How do you sleep?", "More.")
    ]
