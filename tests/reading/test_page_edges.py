from __future__ import annotations

import pytest

from tests.reading.test_pdf import pdf
from trellis.core.document import PartKind
from trellis.reading import read_manuscript

TOP, FOOT, STEP = 780, 40, 15
LINE = "They spoke of the rooms at length and of how it was in the winter of that year"


def page(*lines: str, head: str = "", foot: str = "") -> list[tuple[float, float, str]]:
    body = [(72.0, float(TOP - STEP * n), words) for n, words in enumerate(lines)]
    top = [(72.0, TOP + 35.0, head)] if head else []
    return [*top, *body, *([(290.0, float(FOOT), foot)] if foot else [])]


def paragraphs(*pages: list[tuple[float, float, str]]) -> list[str]:
    read = read_manuscript("d.pdf", pdf(*pages))
    return [" ".join(read.text[p.start : p.end].split()) for p in read.passages if p.kind is not PartKind.HEADING]


STARTS = ("At first", "Later on", "In the end")


@pytest.mark.parametrize(("head", "foot"), [("", ""), ("", "{}"), ("Rooms 12(3), page {}", ""), ("Rooms", "– {} –")])
def test_a_paragraph_goes_on_over_the_page_break(head, foot):
    ends = ("and he said it was bril-", "liant for a month, and then", "it was over for all of them.")
    bodies = (
        (f"At first {LINE}", ends[0]),
        (ends[1], f"and so on, later, {LINE}", "and then"),
        (ends[2], f"And so on, at last, {LINE}", "It ended."),
    )
    pages = [page(*body, head=head.format(n), foot=foot.format(n)) for n, body in enumerate(bodies, start=1)]

    told = paragraphs(*pages)

    assert len(told) == 1
    assert "bril- liant for a month, and then and so on, later" in told[0]
    assert "and then it was over for all of them." in told[0]
    assert "Rooms" not in told[0]


def test_a_paragraph_that_ends_with_its_page_stays_apart():
    pages = [page(f"{start} {LINE}", f"and {start}.", foot=str(n)) for n, start in enumerate(STARTS, start=1)]

    assert paragraphs(*pages) == [f"{start} {LINE} and {start}." for start in STARTS]


def test_lines_that_are_not_on_most_pages_stay():
    read = read_manuscript("d.pdf", pdf(*(page(f"{start} it rained", LINE, f"{start} it was so.") for start in STARTS)))

    assert [start for start in STARTS if f"{start} it rained" in read.text and f"{start} it was so" in read.text] == [
        *STARTS
    ]
