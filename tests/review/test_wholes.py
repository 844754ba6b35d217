from __future__ import annotations

import pytest

from tests.review.making import remarks
from trellis.core.review import Level

HEAD = "# D\n\n## Methods\n\n"


def said(text: str) -> list[str]:
    found = remarks(HEAD + text + "\n", "sample-arithmetic")
    return [remark.said for remark in found if remark.level is Level.WRONG and "text says 6" in remark.said]


@pytest.mark.parametrize(
    "text",
    [
        "Of the six participants three were women and two were men.",
        "Six people, four of them women and three men, took part.",
    ],
)
def test_women_and_men_that_do_not_come_to_the_whole_are_told(text):
    assert len(said(text)) == 1


def test_women_and_men_that_come_to_it_or_are_some_only_raise_nothing():
    assert said("Of the six participants three were women and three were men.") == []
    assert said("Of the six participants at least two were women and one was a man.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Three lived out of town, four of them by the sea.", True),
        ("Three lived out of town, two of them by the sea.", False),
        ("Twelve nurses from two wards came, seven of them on foot.", False),
        ("We met the nurses of two wards, four of them at night.", False),
    ],
)
def test_a_part_larger_than_its_whole_is_wrong(text, told):
    found = remarks(f"# D\n\n## Findings\n\n{text}\n", "sample-arithmetic")

    assert any("larger than its whole" in remark.said for remark in found) is told
