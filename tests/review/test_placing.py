from __future__ import annotations

import pytest

from tests.review.making import SHEET, remarks
from trellis.core.review import Level

TOWNS = {"1": "Millbrook", "2": "Harbour End"}
ROWS = (SHEET[0], *((a, b, c, TOWNS[d], e) for a, b, c, d, e in SHEET[1:]))
HEAD = "# D\n\n## Findings\n\n"


def asked(text: str) -> list[str]:
    found = remarks(HEAD + text + "\n", "attribution-mismatch", rows=ROWS)
    return [remark.said for remark in found if remark.level is Level.SAY_WHY]


@pytest.mark.parametrize(
    "text",
    [
        "A worker in Harbour End said: “I had no desk and no computer for the first six weeks”.",
        "One, in Harbour End, put it so: “I had no desk and no computer for the first six weeks”.",
        "One in Harbour End was tired. She said “I had no desk and no computer for the first six weeks”.",
    ],
)
def test_words_of_somebody_from_elsewhere_are_asked_about(text: str):
    assert ["“Harbour End”" in said and "P1" in said for said in asked(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "A worker in Millbrook said: “I had no desk and no computer for the first six weeks”.",
        "One in Millbrook was tired. She said “I had no desk and no computer for the first six weeks”.",
        "A worker in Harbour End, unlike one who said “I had no desk and no computer for the first six weeks”, had.",
        "One in Harbour End met one in Millbrook, who said “I had no desk and no computer for the first six weeks”.",
        "Visits in Harbour End are short. The team said “I had no desk and no computer for the first six weeks”.",
        "One in Harbour End was tired. She knew him; he said “I had no desk and no computer for the first six weeks”.",
        "One in Harbour End was tired: “I had no desk and no computer for the first six weeks” (P1).",
    ],
)
def test_words_from_there_or_with_somebody_else_between_raise_nothing(text: str):
    assert asked(text) == []
