from __future__ import annotations

from trellis.core.document import Part, PartKind
from trellis.core.manuscript import Manuscript, Passage

TEXT = "Findings\nDesks\nNobody had one.\nPay\nLow."
PASSAGES = (
    Passage(1, PartKind.HEADING, 0, 8, 1),
    Passage(2, PartKind.HEADING, 9, 14, 2),
    Passage(3, PartKind.PARAGRAPH, 15, 30),
    Passage(4, PartKind.HEADING, 31, 34, 2),
    Passage(5, PartKind.PARAGRAPH, 35, 39),
)


def test_a_place_knows_its_passage_its_page_and_the_headings_over_it():
    pages = (Part(PartKind.PAGE, 0, 31, 0, number="1"), Part(PartKind.PAGE, 31, 39, 31, number="2"))
    manuscript = Manuscript("m", TEXT, PASSAGES, pages=pages)

    assert manuscript.passage_at(20).n == 3
    assert manuscript.page_at(36) == "2"
    assert manuscript.headings_over(20) == ("Findings", "Desks")
    assert manuscript.headings_over(36) == ("Findings", "Pay")


def test_without_pages_there_is_no_page():
    assert Manuscript("m", TEXT, PASSAGES).page_at(3) is None
