from __future__ import annotations

import pytest

from tests.reading.making import a_docx, assert_parts_cover, bold, kinds, p, r, read, slugs, spoken
from trellis.core.errors import Damaged

STYLES = (
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T2"><w:name w:val="Mine"/><w:basedOn w:val="T1"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
)


def table(*rows: list[str]) -> str:
    lines = ["".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def test_paragraphs_tabs_breaks_and_emoji_come_in_order():
    body = (
        p("One", "<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>")
        + p("")
        + p("\U0001f600 \u05e9\u05dc\u05d5\u05dd")
    )

    assert read("a.docx", a_docx(body)).text == "One\ttwo\nthree\n\n\U0001f600 \u05e9\u05dc\u05d5\u05dd"


def test_headings_are_known_by_style_and_what_it_is_based_on():
    body = p("Day", props='<w:pStyle w:val="T1"/>') + p("Hour", props='<w:pStyle w:val="T2"/>') + p("Words")

    document = read("a.docx", a_docx(body, styles=STYLES))

    assert kinds(document) == [("heading", "Day"), ("heading", "Hour"), ("paragraph", "Words")]
    assert [part.level for part in document.parts] == [1, 1, None]


def test_list_items_are_known():
    body = p("One", props='<w:numPr><w:numId w:val="2"/></w:numPr>')

    assert kinds(read("a.docx", a_docx(body))) == [("list item", "One")]


def test_tables_stand_where_they_are_cells_by_tab():
    body = p("Before") + table(["a", p("b") + p("c")], ["d", table(["e", "f"]) + p("")]) + p("After")

    document = read("a.docx", a_docx(body))

    assert document.text == "Before\na\tb\nc\nd\te\nf\n\nAfter"
    assert [kind for kind, _ in kinds(document)] == ["paragraph", "table", "paragraph"]


def test_notes_follow_the_paragraph_with_their_mark():
    body = p(
        "Words", '<w:r><w:footnoteReference w:id="4"/></w:r>', " go on", '<w:r><w:endnoteReference w:id="2"/></w:r>'
    )
    footnotes = (
        f'<w:footnote w:type="separator" w:id="0">{p("-")}</w:footnote><w:footnote w:id="4">{p("a note")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="2">{p("an endnote")}{p("of two lines")}</w:endnote>'

    document = read("a.docx", a_docx(body + p("Next"), footnotes=footnotes, endnotes=endnotes))

    assert document.text == "Words[1] go on[2]\n[1] a note\n[2] an endnote\nof two lines\nNext"
    assert [(part.kind.value, part.number) for part in document.parts] == [
        ("paragraph", None),
        ("footnote", "1"),
        ("footnote", "2"),
        ("paragraph", None),
    ]


def test_a_comment_is_on_its_stretch():
    start, end = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'
    comments = f'<w:comment w:id="7" w:author="Ana">{p("why?")}{p("ask")}</w:comment>'

    document = read("a.docx", a_docx(p("I was ", start, "glad", end, "."), comments=comments))

    (comment,) = document.comments
    assert document.text[comment.start : comment.end] == "glad"
    assert (comment.author, comment.text) == ("Ana", "why?\nask")


def test_a_comment_on_a_point_is_on_its_paragraph():
    comments = f'<w:comment w:id="7" w:author="Ana">{p("why?")}</w:comment>'

    document = read(
        "a.docx", a_docx(p("One") + p("Two", '<w:r><w:commentReference w:id="7"/></w:r>'), comments=comments)
    )

    assert [(comment.start, comment.end) for comment in document.comments] == [(4, 7)]


def test_tracked_changes_are_accepted_and_noticed():
    mark = "<w:rPr><w:del/></w:rPr>"
    body = p("I ", "<w:del><w:r><w:delText>never</w:delText></w:r></w:del>", f"<w:ins>{r('always')}</w:ins>", " go")
    body += p("One ", props=mark) + p("line")

    document = read("a.docx", a_docx(body))

    assert document.text == "I always go\nOne line"
    assert slugs(document) == ["tracked-changes"]
    assert len(document.parts) == 2


def test_hidden_text_and_field_codes_stay_out():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("12") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = p(
        "Page ",
        field,
        r("secret", "<w:vanish/>"),
        '<w:fldSimple w:instr="DATE"><w:r><w:t> now</w:t></w:r></w:fldSimple>',
    )

    document = read("a.docx", a_docx(body))

    assert document.text == "Page 12 now"
    assert slugs(document) == ["hidden-text"]


def test_links_and_content_controls_keep_their_words():
    body = (
        p("<w:hyperlink>" + r("a link") + "</w:hyperlink>")
        + f"<w:sdt><w:sdtContent>{p('inside')}</w:sdtContent></w:sdt>"
    )

    assert read("a.docx", a_docx(body)).text == "a link\ninside"


def test_a_text_box_comes_once_after_its_paragraph():
    box = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    alternate = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )

    assert read("a.docx", a_docx(p("Anchor", f"<w:r>{alternate}</w:r>", " text") + p("After"))).text == (
        "Anchor text\nin the box\nAfter"
    )


def test_pages_begin_at_rendered_and_explicit_breaks():
    rendered = "<w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r>"
    body = p("one") + p(rendered) + p('<w:r><w:br w:type="page"/><w:lastRenderedPageBreak/><w:t>three</w:t></w:r>')

    document = read("a.docx", a_docx(body))

    assert [(page.number, document.text[page.start : page.end].strip()) for page in document.pages] == [
        ("1", "one"),
        ("2", "two"),
        ("3", "three"),
    ]
    assert "Word's last rendering" in document.notices[0].message


def test_running_heads_are_noticed():
    document = read("a.docx", a_docx(p("Words"), header1=p("Confidential")))

    assert slugs(document) == ["running-heads"]


def test_bold_names_are_speakers():
    body = "".join(p(bold(f"{name}:"), " Words.") + p("More.") for name in ["Ana", "Ben", "Ana", "Ben"])

    document = read("a.docx", a_docx(body))

    assert spoken(document)[0] == ("Ana", "Words.\nMore.")
    assert document.turns is not None
    assert (document.turns.layout, document.turns.turns) == ("bold labels", 4)
    assert_parts_cover(document)


def test_bold_may_come_from_a_style_and_leave_out_the_colon():
    strong = '<w:rStyle w:val="Strong"/>'
    body = "".join(p(r(name, strong), ": Words.") for name in ["Ana", "Ben", "Ana", "Ben"])

    document = read("a.docx", a_docx(body, styles=STYLES))

    assert spoken(document)[1] == ("Ben", "Words.")


def test_a_document_nested_without_end_is_damaged():
    body = "<w:sdt><w:sdtContent>" * 120 + p("x") + "</w:sdtContent></w:sdt>" * 120

    with pytest.raises(Damaged):
        read("a.docx", a_docx(body))
