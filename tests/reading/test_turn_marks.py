from __future__ import annotations

from trellis.reading.turn_marks import Mark, tempered


def marks(*labels: str) -> list[Mark]:
    return [Mark(at, at, label) for at, label in enumerate(labels)]


def test_many_turns_of_two_voices_leave_the_confidence():
    assert tempered(0.9, marks(*"ABABAB"), 1000) == 0.9


def test_few_turns_one_voice_and_a_long_text_lower_it():
    assert tempered(0.9, marks("A", "B"), 100) < 0.9
    assert tempered(0.9, marks(*"AAAAAA"), 100) < 0.9
    assert tempered(0.9, marks(*"ABAB"), 1_000_000) < 0.1
