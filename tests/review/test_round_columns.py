from __future__ import annotations

import pytest

from trellis.review.round_columns import Told, told_by


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("wave1 sources", Told("1", "wave", "sources")),
        ("wave 2 source", Told("2", "wave", "source")),
        ("round 2 transcript", Told("2", "round", "transcript")),
        ("t2 file", Told("2", "wave", "file")),
        ("interview 1 date", Told("1", "wave", "date")),
        ("first interview file", Told("1", "wave", "file")),
        ("follow up file", Told("follow-up", "wave", "file")),
        ("file wave 2", Told("2", "wave", "file")),
        ("interview source", Told("", "wave", "source")),
    ],
)
def test_heads_are_parted_into_the_round_and_what_they_say_of_it(head, told):
    assert told_by(head) == told


@pytest.mark.parametrize("head", ["role", "referral source", "site 2", "time in post", "first language", "wave"])
def test_other_heads_are_about_no_round(head):
    assert told_by(head).what == head or told_by(head).what not in {"source", "file", "transcript"}
