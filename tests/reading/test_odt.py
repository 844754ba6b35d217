from __future__ import annotations

import io

import pytest
from odf.opendocument import OpenDocumentText
from odf.text import P

from tests.reading.making import assert_parts_cover, kinds, read, slugs, spoken, zipped
from trellis.core.document import Document
from trellis.core.errors import Damaged, Encrypted

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip
STYLES = (
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="C" style:parent-style-name="B"/>'
    '<style:style style:name="V"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="N"><style:paragraph-properties fo:break-before="page"/></style:style>'
)


def odt(body: str, **more: str) -> bytes:
    content = (
        f'<office:document-content {SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:automatic-styles>{STYLES}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **more})


def p(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def the(body: str) -> Document:
    return read("a.odt", odt(body))


def test_white_space_is_folded_and_its_elements_are_kept():
    assert the(p("One \n two<text:s text:c='3'/>three<text:tab/>four<text:line-break/>five \U0001f600")).text == (
        "One two   three\tfour\nfive \U0001f600"
    )


def test_headings_lists_and_sections_are_walked():
    body = (
        '<text:h text:outline-level="2">Day</text:h><text:section>' + p("in") + "</text:section>"
        "<text:list><text:list-item>"
        + p("a")
        + "<text:list><text:list-item>"
        + p("b")
        + "</text:list-item></text:list>"
        "</text:list-item></text:list>"
    )

    assert kinds(the(body)) == [("heading", "Day"), ("paragraph", "in"), ("list item", "a"), ("list item", "b")]
    assert the(body).parts[0].level == 2


def test_a_note_is_lifted_out_of_its_paragraph():
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        + p("a note")
        + "</text:note-body></text:note>"
    )

    document = the(p(f"Words{note} go on") + p("Next"))

    assert document.text == "Words[1] go on\n[1] a note\nNext"
    assert [(part.kind.value, part.number) for part in document.parts][1] == ("footnote", "1")


def test_tables_stand_where_they_are():
    def cell(inside: str) -> str:
        return f"<table:table-cell table:number-columns-repeated='900000'>{inside}</table:table-cell>"

    rows = "".join(
        f"<table:table-row>{cell(p(a))}{cell(p(b) + p('x'))}</table:table-row>" for a, b in [("a", "b"), ("c", "d")]
    )

    assert kinds(the(p("before") + f"<table:table>{rows}</table:table>" + p("after"))) == [
        ("paragraph", "before"),
        ("table", "a\tb\nx\nc\td\nx"),
        ("paragraph", "after"),
    ]


def test_a_comment_is_on_its_stretch_or_its_paragraph():
    def comment(name: str) -> str:
        inside = f"<dc:creator>Ana</dc:creator>{p('why?')}"
        return f'<office:annotation office:name="{name}">{inside}</office:annotation>'

    document = the(p(f"I was {comment('a')}glad<office:annotation-end office:name='a'/>.") + p(f"Then{comment('b')}"))

    assert [(document.text[made.start : made.end], made.author, made.text) for made in document.comments] == [
        ("glad", "Ana", "why?"),
        ("Then", "Ana", "why?"),
    ]


def test_tracked_changes_are_accepted_and_noticed():
    region = f"<text:changed-region><text:deletion>{p('gone')}</text:deletion></text:changed-region>"
    changes = f"<text:tracked-changes>{region}</text:tracked-changes>"

    document = the(changes + p('I <text:change text:change-id="c"/>go'))

    assert document.text == "I go"
    assert slugs(document) == ["tracked-changes"]


def test_hidden_text_stays_out():
    document = the(p('Shown<text:span text:style-name="V">secret</text:span>'))

    assert document.text == "Shown"
    assert slugs(document) == ["hidden-text"]


def test_a_text_box_comes_after_its_paragraph():
    box = f"<draw:frame><draw:text-box>{p('boxed')}</draw:text-box></draw:frame>"

    assert the(p(f"Anchor{box} text") + p("After")).text == "Anchor text\nboxed\nAfter"


def test_pages_begin_at_rendered_breaks_and_at_styles():
    document = the(p("one") + p("t<text:soft-page-break/>wo") + p("three", "N"))

    assert [(page.number, document.text[page.start : page.end].strip()) for page in document.pages] == [
        ("1", "one\nt"),
        ("2", "wo"),
        ("3", "three"),
    ]


def test_bold_names_are_speakers_also_by_parent_style():
    turns = "".join(p(f'<text:span text:style-name="C">{name}:</text:span> Words.') for name in ["Ana", "Ben"] * 2)

    document = the(turns)

    assert spoken(document)[0] == ("Ana", "Words.")
    assert_parts_cover(document)


def test_a_document_with_a_password_is_encrypted():
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"

    with pytest.raises(Encrypted):
        read("a.odt", odt(p("x"), **{"META-INF/manifest.xml": manifest}))


def test_a_package_without_content_is_damaged():
    with pytest.raises(Damaged):
        read("a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}))


def test_endless_nesting_is_damaged():
    with pytest.raises(Damaged):
        the("<text:section>" * 230 + p("x") + "</text:section>" * 230)


def test_what_another_program_writes_is_read():
    made = OpenDocumentText()
    made.text.addElement(P(text="Words from elsewhere"))
    packed = io.BytesIO()
    made.write(packed)

    assert read("a.odt", packed.getvalue()).text == "Words from elsewhere"
