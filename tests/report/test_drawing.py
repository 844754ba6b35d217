from __future__ import annotations

from trellis.report.drawing import wrapped


def test_words_are_parted_into_lines_that_fit():
    assert wrapped("carer support worker", 110) == ["carer support", "worker"]


def test_a_word_that_is_too_long_stands_alone():
    assert wrapped("a wellbeingpractitioner", 60) == ["a", "wellbeingpractitioner"]


def test_no_words_are_no_lines():
    assert wrapped("  ", 60) == []
