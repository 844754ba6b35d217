from __future__ import annotations

import pytest

from tests.review.making import review
from trellis.core.review import Remark

MORE = {
    "p01.txt": """Interviewer: Does the lift fail?
P1: The lift left me in the cellar with the laundry. That happened twice. I sang until the porter came.
Interviewer: And the keys?
P1: We have a box of keys with a number on each. Three out of nine of us have signed for one so far.
Interviewer: And at night?
P1: I eat my sandwich with the night porter in the boiler room. Don't write that down, he would be in trouble.
Interviewer: And the list?
P1: I stay on when the list is long and I sleep in the chair. I told them don't put that down, and they did not.
"""
}
HEAD = "# D\n\n## Findings\n\n"


def asked(text: str, check: str) -> list[Remark]:
    return [remark for remark in review(HEAD + text + "\n", more=MORE).standing if remark.check == check]


def test_what_was_once_or_twice_is_not_told_as_often():
    text = "P1 told us how time and again “the lift left me in the cellar with the laundry”."

    assert "the transcript says “twice”" in asked(text, "hedge-lost")[0].said


@pytest.mark.parametrize(
    "text",
    [
        "P1 told us how twice “the lift left me in the cellar with the laundry”.",
        "P1 said “the lift left me in the cellar with the laundry”, as lifts repeatedly do.",
        "P1 told us how repeatedly there is “a box of keys with a number on each”.",
    ],
)
def test_as_often_as_was_said_raises_nothing(text: str):
    assert asked(text, "hedge-lost") == []


def test_a_number_out_of_a_whole_is_held_against_the_speakers_own():
    text = "P1 told of six keys out of nine that are out, from “a box of keys with a number on each”."

    assert ["6 of 9; in the transcript it is 3 of 9" in r.said for r in asked(text, "sample-arithmetic")] == [True]


def test_the_speakers_number_or_another_whole_raises_nothing():
    for told in ("three of nine", "six of twelve"):
        text = f"P1 told of {told} who have signed, from “a box of keys with a number on each”."
        assert asked(text, "sample-arithmetic") == []


def test_words_that_the_speaker_asks_to_leave_out_are_asked_about():
    text = "“I eat my sandwich with the night porter in the boiler room” (P1)."

    assert "Don't write that down" in asked(text, "consent")[0].said


def test_other_turns_and_what_was_asked_of_others_raise_nothing():
    for words in ("I stay on when the list is long and I sleep in the chair", "a box of keys with a number on each"):
        assert asked(f"“{words}” (P1).", "consent") == []


def test_what_the_speaker_denies_beside_the_words_is_asked_about():
    more = {"p01.txt": "Interviewer: And the ward?\nP1: The bell rings all night and nobody comes. I'm not accusing.\n"}
    text = f"{HEAD}P1 accused the night shift: “The bell rings all night and nobody comes”.\n"

    found = [r for r in review(text, more=more).standing if r.check == "quotation-spliced"]

    assert ["“accused”" in r.said and "not accusing" in r.said for r in found] == [True]


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("P1 accused nobody: “The bell rings all night and nobody comes”.", "I'm not accusing."),
        (
            "P1 accused the night shift: “The bell rings all night and nobody comes”.",
            "I'm accusing them, I'm not kind.",
        ),
        ("P1 spoke of the bell: “The bell rings all night and nobody comes”.", "I'm not accusing."),
    ],
)
def test_what_is_not_denied_raises_nothing(sentence: str, rest: str):
    more = {"p01.txt": f"Interviewer: And the ward?\nP1: The bell rings all night and nobody comes. {rest}\n"}

    assert [r for r in review(f"{HEAD}{sentence}\n", more=more).standing if r.check == "quotation-spliced"] == []


@pytest.mark.parametrize(
    "asked_of", ["Don't say that to anybody.", "I would rather she didn't know.", "Off the record."]
)
def test_several_ways_of_asking_are_known(asked_of: str):
    more = {"p01.txt": f"Interviewer: And the ward?\nP1: The bell rings all night and nobody comes. {asked_of}\n"}
    text = f"{HEAD}“The bell rings all night and nobody comes” (P1).\n"

    assert [r.check for r in review(text, more=more).standing if r.check == "consent"] == ["consent"]
