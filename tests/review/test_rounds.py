from __future__ import annotations

from tests.review.rounds_of_talk import SHEET
from trellis.review.people import sample_of
from trellis.review.rounds import mentioned, rounds_of, seen_in

SAMPLE = sample_of(SHEET)


def test_rounds_come_in_the_order_of_their_dates():
    assert [each.value for each in rounds_of(SAMPLE)] == ["baseline visit", "one year"]


def test_a_sheet_without_such_a_column_has_none():
    assert rounds_of(sample_of([row[:2] + row[3:] for row in SHEET])) == ()


def test_a_round_is_spoken_of_by_its_value_and_by_its_number():
    rounds = rounds_of(SAMPLE)

    for words, n in (
        ("at one year", 1),
        ("in wave 1", 0),
        ("in their second interview", 1),
        ("at baseline", 0),
    ):
        assert [each.n for each, _, _ in mentioned(rounds, f"They were warm {words}.")] == [n]
    assert mentioned(rounds, "They lived there for one year and had one wave of the hand.") == []


def test_those_seen_in_several_rounds_are_counted():
    rounds = rounds_of(SAMPLE)

    assert seen_in(SAMPLE, range(len(SAMPLE.people)), rounds) == 3
    assert seen_in(SAMPLE, range(len(SAMPLE.people)), rounds[:1]) == 4
