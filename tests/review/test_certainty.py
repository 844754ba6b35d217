from __future__ import annotations

import pytest

from tests.review.making import remarks, review

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


ECHO = {"p07.txt": "Interviewer: Were you isolated?\nP7: I was isolated. There was a draught in that room.\n"}


def prompted(text: str, more: dict[str, str] | None = None) -> int:
    found = review(HEAD + text + "\n", more=more).standing
    return sum(remark.check == "prompted" for remark in found)


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


def test_a_short_answer_of_nothing_but_the_question_s_words_is_for_the_eyes():
    assert prompted("She said: “I was isolated” (P7, STR worker).", ECHO) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The interviewer asked whether she felt isolated: “I was isolated” (P7, STR worker).",
        "She said: “I was isolated” (P7, STR worker). The word had been ours.",
        "She said: “I was isolated. There was a draught” (P7, STR worker).",
        "She said: “in that room” (P7, STR worker).",
    ],
)
def test_an_answer_in_words_of_its_own_or_with_its_question_raises_nothing(text):
    assert prompted(text, ECHO) == 0


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("One worker said unprompted that it was lonely:", []),
        (
            "One worker spoke of feeling isolated of her own accord:",
            ["The text says that it came unasked; the question "],
        ),
        ("One worker spoke of feeling isolated:", []),
    ],
)
def test_words_that_the_question_held_did_not_come_unasked(lead, told):
    words = "I felt isolated every winter" if "isolated" in lead else "Winter was the worst of it all"
    more = {
        "p07.txt": "Interviewer: Were you isolated there?\nP1: I felt isolated every winter, I did.\nInterviewer: Oh?\n"
        "P1: Winter was the worst of it all.\n"
    }

    found = review(f"# D\n\n## Findings\n\n{lead} “{words}” (P1, STR worker).\n", more=more).standing

    assert [r.said[: len(told[0])] for r in found if "unasked" in r.said] == told if told else True
    assert told or not any("unasked" in r.said for r in found)


def test_an_answer_did_not_come_unasked():
    more = {"p07.txt": "Interviewer: Not the neighbours?\nP1: No, dear. They moved.\n"}
    text = "# D\n\n## Findings\n\nOne worker ruled out neighbours {}: “No, dear. They moved.” (P1, STR worker).\n"

    found = review(text.format("of her own accord"), more=more).standing

    assert ["unasked" in remark.said for remark in found if remark.check == "prompted"] == [True]
    assert not any(remark.check == "prompted" for remark in review(text.format("at once"), more=more).standing)


MILL = {
    "p05.txt": "Interviewer: And at night?\nP5: If you can't raise him ring the bell. I don't ring the bell myself.\n"
}


@pytest.mark.parametrize(("quotation", "count"), [("ring the bell myself", 1), ("ring the bell. I don't", 0)])
def test_a_not_of_a_clause_that_stands_before_is_that_clauses_own(quotation, count):
    found = review(f"{HEAD}One had to “{quotation}” (P5).\n", more=MILL).standing

    assert sum("which turns its words round" in remark.said for remark in found) == count
