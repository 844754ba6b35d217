from __future__ import annotations

import pytest

from tests.review.making import review
from trellis.core.review import Level
from trellis.review.limits import is_told, limit_behind, limit_in

HEAD = "# D\n\n## Findings\n\n"
FERRY = {
    "p05.txt": """Interviewer: And the ferry?
P5: The ferry always waits for me, but that is the morning boat alone. I like the crew. They are kind to strangers.
Mind you, there was one who was not. We go out in any weather, though never in a fog.
""",
}


@pytest.mark.parametrize(
    ("between", "limit"),
    [
        (", but that is on Sundays. ", "but that is on Sundays"),
        (" on a Friday. On a Monday I would not. ", "on a Friday"),
        (" unless it rains ", "unless it rains"),
        (". Well, I tell a lie. One of them did. ", "I tell a lie"),
        (". The rest of the year I would say no. ", "The rest of the year I would say no"),
        (". Not always, mind. ", "Not always, mind"),
        (" too much of ", "too much of"),
        (", and the boat was late. It was green. ", ""),
        (". It was too late by then, and he had gone home. ", ""),
        (" about ", ""),
        ("", ""),
    ],
)
def test_a_gap_is_looked_at_for_what_limits_the_words_before_it(between, limit):
    assert limit_in(between) == limit


@pytest.mark.parametrize(
    ("rest", "limit"),
    [
        (", except in March. And then", "except in March"),
        (" and I've never seen him do it. So", "and I've never seen him do it"),
        (", though not by much.", "though not by much"),
        (". Anything with wheels, not at all. So", "Anything with wheels, not at all"),
        (". I was not there. It rained all the time.", ""),
        (". But I like it.", ""),
        (", but I like it.", ""),
        (", and I don't mind that.", ""),
        (" and we went home.", ""),
    ],
)
def test_what_a_sentence_goes_on_with_is_looked_at_too(rest, limit):
    assert limit_behind(rest) == limit


def test_a_limit_that_the_authors_tell_themselves_is_not_lost():
    assert is_told("He said so of the morning boat alone:", "but that is the morning boat alone")
    assert not is_told("He said so:", "but that is the morning boat alone")


def found(text: str) -> list[Level]:
    remarks = review(f"{HEAD}{text}\n", more=FERRY).standing
    return [remark.level for remark in remarks if remark.check == "quotation-spliced"]


def test_an_ellipsis_that_takes_back_what_is_kept_asks_why():
    assert found("One said: “The ferry always waits for me … I like the crew” (P5).") == [Level.SAY_WHY]
    assert found("One said: “They are kind to strangers. … We go out in any weather, though never” (P5).") == [
        Level.SAY_WHY
    ]


@pytest.mark.parametrize(
    "text",
    [
        "One said of the morning boat alone: “The ferry always waits for me … I like the crew” (P5).",
        "One said: “I like the crew. … Mind you, there was one who was not” (P5).",
        "One said: “I like the crew. They are kind to strangers” (P5).",
    ],
)
def test_gaps_and_ends_that_lose_no_limit_raise_nothing(text):
    assert found(text) == []


def test_an_end_before_a_limit_is_for_the_eyes():
    assert found("One said: “We go out in any weather” (P5).") == [Level.LOOK]
    assert found("One said: “We go out in any weather, though never in a fog” (P5).") == []
