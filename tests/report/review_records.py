"""A small review for the tests of its forms. Fiction, written for Trellis (CC0)."""

from __future__ import annotations

from dataclasses import replace

from trellis.core.document import PartKind
from trellis.core.manuscript import Manuscript, Passage
from trellis.core.review import Check, Group, Level, Remark, Review, Seen, Silent, SourceWords, Spot, in_order

TEXT = "Findings\nNobody had a desk, “not even a chair” (P1).\nThe rest was fine."
MANUSCRIPT = Manuscript(
    "draft.txt",
    TEXT,
    (
        Passage(1, PartKind.HEADING, 0, 8, 1),
        Passage(2, PartKind.PARAGRAPH, 9, 51),
        Passage(3, PartKind.PARAGRAPH, 52, len(TEXT)),
    ),
)
CHECKS = {
    "verbatim-mismatch": Check("verbatim-mismatch", Group.WORDS, "Is it?", "when", "not when", "copy the words"),
    "disclosure": Check("disclosure", Group.PEOPLE, "Who?", "when", "not when", "drop the site"),
}
SPOT = Spot(TEXT.index("not even"), TEXT.index("” (P1)"), "not even a chair", 2, None, "Findings")
REMARK = Remark(
    "verbatim-mismatch",
    Level.WRONG,
    "The words differ.",
    (SPOT,),
    (SourceWords("p01.txt", 4, "P1, worker", "not a chair", "“even” is added"),),
)
LOOK = Remark(
    "disclosure", Level.LOOK, "P1 is the only one.", (replace(SPOT, start=52, end=60, words="The rest", paragraph=3),)
)
REVIEW = Review(
    "draft.txt",
    14,
    2,
    3,
    2,
    in_order([LOOK, REMARK, replace(LOOK, said="Another.", waived="agreed with P1")]),
    (Seen(SPOT, "P1", "found", "p01.txt", 4, "P1, worker"),),
    (Silent("sample-arithmetic", "no sheet was given"),),
)
