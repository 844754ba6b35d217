from __future__ import annotations

import pytest

from tests.review.making import remarks

PAPER = "# D\n\n## Methods\n\nWe used the Framework method. {}\n\n## Findings\n\nNone.\n"


def test_a_list_of_stages_that_lacks_some_is_asked_about():
    text = PAPER.format("Its stages were these: familiarisation, indexing, mapping and interpretation.")

    assert [r.said for r in remarks(text, "numbering-gap")] == [
        "The stages of the Framework method are listed without a thematic framework and without charting."
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Its stages were these: familiarisation, a thematic framework, indexing, charting, mapping and interpretation.",
        "After familiarisation we indexed, and then read again.",
        "Three things were read: letters, indexes and maps.",
    ],
)
def test_all_five_or_no_list_of_them_raises_nothing(words: str):
    assert remarks(PAPER.format(words), "numbering-gap") == []
