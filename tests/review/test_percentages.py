from __future__ import annotations

import pytest

from tests.review.making import remarks
from trellis.core.review import Level

HEAD = "# D\n\n## Findings\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine of the twelve diaries (85 per cent) were full.",
        "Nine of the twelve diaries, or 85 per cent, were full.",
        "The share was 85% (9 of 12).",
        "Nine were full: 75 per cent of the twelve, or 80 per cent of the ten that came back.",
    ],
)
def test_a_share_that_its_numbers_do_not_come_to_is_wrong(sentence: str):
    found = remarks(f"{HEAD}{sentence}\n", "sample-arithmetic")

    assert [remark.level for remark in found] == [Level.WRONG]
    assert "the text says" in found[0].said


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine of the twelve diaries (75 per cent) were full.",
        "Some 75% (9 of 12) were full.",
        "About two thirds (67%, 8/12) were full.",
        "Nine were full: 75 per cent of the twelve, or 90 per cent of the ten that came back.",
        "Of the twelve, nine were full, and nearly 80 per cent of the ten were blue.",
    ],
)
def test_a_share_that_fits_or_may_be_of_something_else_raises_nothing(sentence: str):
    assert remarks(f"{HEAD}{sentence}\n", "sample-arithmetic") == []


def test_a_share_without_any_number_asks_of_how_many():
    found = remarks(f"{HEAD}The diaries were a success. Readers were content (62%).\n", "sample-arithmetic")

    assert [remark.said for remark in found] == ["“62%” of how many? No number stands beside it."]


@pytest.mark.parametrize(
    "words",
    [
        "Of 29 readers most were content. The share was 62%.",
        "Readers were content (18; 62%).",
        "Readers were content (62%) (Hale, 2004).",
        "Pay went up by 62%.",
        "He said “I sent back eleven of forty”. That is 28%.",
    ],
)
def test_a_share_with_a_number_near_it_raises_nothing(words: str):
    assert remarks(f"{HEAD}{words}\n", "sample-arithmetic") == []
