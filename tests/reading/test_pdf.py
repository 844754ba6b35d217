from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.reading.making import assert_parts_cover, read, slugs, spoken
from trellis.core.errors import Damaged, EmptyFile, Encrypted

Page = Sequence[tuple[float, float, str]]


def pdf(*pages: Page, password: str | None = None) -> bytes:
    packed = io.BytesIO()
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(packed, pagesize=A4, invariant=True, encrypt=encryption)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        for x, y, words in page:
            canvas.drawString(x, y, words)
        canvas.showPage()
    canvas.save()
    return packed.getvalue()


def test_lines_paragraphs_and_pages():
    first = [(72, 800, "One line and its"), (72, 786, "second line."), (72, 750, "Next paragraph, re-")]
    first += [(72, 736, "mains hyphenated.")]

    document = read("a.pdf", pdf(first, [(72, 800, "Over the page.")]))

    assert [words for _, words in spoken(document)] == [
        "One line and its\nsecond line.",
        "Next paragraph, re-\nmains hyphenated.",
        "Over the page.",
    ]
    assert [page.number for page in document.pages] == ["1", "2"]
    assert_parts_cover(document)


def test_two_columns_are_read_one_after_the_other():
    page = [(72, 800, "A title that runs over the whole width of this page, gap and all")]
    for line in range(6):
        page.append((72, 770 - 14 * line, f"Left column, its line number {line}"))
        page.append((320, 770 - 14 * line, f"Right column, its line number {line}"))

    lines = read("a.pdf", pdf(page)).text.split("\n")

    assert lines[0].startswith("A title")
    assert [line[:4] for line in lines[1:]] == ["Left"] * 6 + ["Righ"] * 6


def test_a_narrow_column_of_speakers_stays_beside_the_words():
    page: list[tuple[float, float, str]] = []
    for turn in range(8):
        page.append((72, 780 - 28 * turn, ["INT:", "P1:"][turn % 2]))
        page.append((130, 780 - 28 * turn, f"What is said in the turn number {turn} of this"))
        page.append((130, 766 - 28 * turn, "goes on in a second line."))

    document = read("a.pdf", pdf(page))

    assert spoken(document)[1] == ("P1", "What is said in the turn number 1 of this\ngoes on in a second line.")


def test_a_page_without_text_is_noticed():
    document = read("a.pdf", pdf([(72, 800, "Words.")], []))

    assert slugs(document) == ["pages-without-text"]


def test_a_scan_is_empty_and_the_advice_is_ocr():
    with pytest.raises(EmptyFile, match="OCR"):
        read("a.pdf", pdf([]))


def test_a_password_is_said():
    with pytest.raises(Encrypted):
        read("a.pdf", pdf([(72, 800, "Secret")], password="word"))


@pytest.mark.parametrize("cut", [20, 400, 900])
def test_a_broken_pdf_is_damaged(cut):
    with pytest.raises((Damaged, EmptyFile)):
        read("a.pdf", pdf([(72, 800, "Words.")])[:cut])
