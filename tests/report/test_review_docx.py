from __future__ import annotations

import io

from docx import Document
from docx.oxml.ns import qn

from tests.reading.making import a_docx, p
from tests.report.review_records import CHECKS, MANUSCRIPT, REVIEW
from trellis.core.manuscript import TextPlace
from trellis.core.review import Level, Remark, Review, Spot, in_order
from trellis.report.review_docx import commented_docx


def a_file() -> tuple[bytes, str]:
    """A Word file whose paragraph is made of several runs, one of them with a tab, and its text as it is read."""
    document = Document()
    paragraph = document.add_paragraph("She said ")
    paragraph.add_run("“not even").bold = True
    paragraph.add_run(" a\tchair” (P1).")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), "She said “not even a\tchair” (P1)."


def places_of(document, text: str) -> tuple[TextPlace, ...]:
    found, at = [], 0
    for n, element in enumerate(document.element.body.iter(qn("w:t"))):
        at = text.index(element.text, at)
        found.append(TextPlace(at, at + len(element.text), n))
        at += len(element.text)
    return tuple(found)


def commented(start: int, end: int):
    from dataclasses import replace

    data, text = a_file()
    manuscript = replace(MANUSCRIPT, text=text, places=places_of(Document(io.BytesIO(data)), text))
    remark = Remark("verbatim-mismatch", Level.WRONG, "The words differ.", (Spot(start, end, text[start:end], 1),))
    review = Review("d.docx", 6, 1, 1, 2, in_order([remark]), ())
    made = Document(io.BytesIO(commented_docx(data, manuscript, review, CHECKS)))
    return made, text


def between_marks(document) -> str:
    """The text between the beginning and the end of the first comment's range."""
    inside, words = False, ""
    for element in document.element.body.iter():
        inside = inside or element.tag == qn("w:commentRangeStart")
        if element.tag == qn("w:commentRangeEnd"):
            break
        if inside and element.tag in {qn("w:t"), qn("w:tab")}:
            words += element.text or "\t"
    return words


def test_a_comment_stands_at_its_spot_over_runs_and_tabs():
    document, text = commented(text_start := 10, text_start + 16)

    assert between_marks(document) == text[text_start : text_start + 16]
    assert document.paragraphs[0].text == text
    assert [run.text for run in document.paragraphs[0].runs if run.bold] == ["“", "not even"]


def test_the_comment_says_what_is_wrong_and_what_resolves_it():
    document, _ = commented(10, 18)

    comment = next(iter(document.comments))
    assert comment.author == "Trellis"
    assert comment.paragraphs[0].text == "wrong: verbatim-mismatch"
    assert "copy the words" in comment.text


def test_other_formats_are_set_anew_with_their_comments():
    document = Document(io.BytesIO(commented_docx(None, MANUSCRIPT, REVIEW, CHECKS)))

    assert [paragraph.text for paragraph in document.paragraphs] == [
        MANUSCRIPT.text[passage.start : passage.end] for passage in MANUSCRIPT.passages
    ]
    assert between_marks(document) == "not even a chair"
    assert len(list(document.comments)) == 2


def test_a_word_file_that_lacks_its_usual_parts_is_set_anew():
    bare = a_docx(p("Findings") + p("Nobody had a desk, “not even a chair” (P1)."))

    document = Document(io.BytesIO(commented_docx(bare, MANUSCRIPT, REVIEW, CHECKS)))

    assert between_marks(document) == "not even a chair"


def test_the_same_review_gives_the_same_bytes():
    assert commented_docx(None, MANUSCRIPT, REVIEW, CHECKS) == commented_docx(None, MANUSCRIPT, REVIEW, CHECKS)
