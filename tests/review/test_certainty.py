from __future__ import annotations

import pytest

from tests.review.making import remarks

HEAD = "# D\n\n## Findings\n\n"
LISTEN = "I go to the meetings on a Monday. Maybe they listen to what I say"


def hedges(text: str) -> int:
    return len(remarks(HEAD + text + "\n", "hedge-lost"))


def test_a_claim_that_is_surer_than_its_words_asks_why():
    assert hedges(f"Workers were always listened to in the meetings:\n\n> {LISTEN} (P1)") == 1


@pytest.mark.parametrize(
    "text",
    [
        f"Workers felt that they were always listened to in the meetings:\n\n> {LISTEN} (P1)",
        f"Workers went to the meetings:\n\n> {LISTEN} (P1)",
        f"Perhaps workers were always heard in the meetings:\n\n> {LISTEN} (P1)",
        "Workers never had a desk or a computer:\n\n> I had no desk and no computer for the first six weeks (P1)",
        f"Buses were always late:\n\n> {LISTEN} (P1)",
    ],
)
def test_a_claim_that_is_no_surer_raises_nothing(text):
    assert hedges(text) == 0


def prompted(text: str) -> int:
    return len(remarks(HEAD + text + "\n", "prompted"))


def test_a_yes_to_a_leading_question_asks_why():
    assert prompted("She felt isolated: “Yes, definitely.” (P1, STR worker).") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether she felt isolated, she said: “Yes, definitely.” (P1, STR worker).",
        "“So would you say that you felt isolated?” (interviewer) “Yes, definitely.” (P1, STR worker).",
        "It was so: “I don't think the team is unfriendly. They are busy” (P1).",
    ],
)
def test_a_question_that_is_printed_or_left_open_raises_nothing(text):
    assert prompted(text) == 0


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("It was so: “say that anybody meant it badly” (P1).", "quotation-spliced"),
        ("The team was hostile: “the team is unfriendly” (P1).", "quotation-spliced"),
        ("They were heard: “they listen to what I say” (P1).", "hedge-lost"),
    ],
)
def test_words_that_were_cut_off_right_behind_a_not_or_a_maybe_are_told(text, check):
    assert [remark.check for remark in remarks(HEAD + text + "\n", check)] == [check]


@pytest.mark.parametrize(
    "text",
    [
        "She did not find that “the team is unfriendly” (P1).",
        "Perhaps “they listen to what I say” (P1).",
        "It was so: “They are busy, and I do not see them for weeks” (P1).",
        "It was so: “but I like the clients” (P1).",
    ],
)
def test_a_not_or_maybe_that_the_sentence_keeps_raises_nothing(text):
    found = [*remarks(HEAD + text + "\n", "quotation-spliced"), *remarks(HEAD + text + "\n", "hedge-lost")]

    assert [remark.said for remark in found] == []
