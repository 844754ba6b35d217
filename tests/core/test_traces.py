from __future__ import annotations

import pytest

from trellis.core.traces import Traces, blotted


@pytest.mark.parametrize("text", ["Ann said", "to ANN.", "fg_Ann-2", "(Ann)"])
def test_a_name_is_found_as_a_whole_word(text):
    assert Traces(["Ann"]).within(text)


@pytest.mark.parametrize("text", ["Anna said", "an annual fee", "ann"])
def test_a_longer_word_or_an_everyday_one_is_no_name(text):
    assert not Traces(["Ann"]).within(text)


def test_a_long_name_is_found_in_small_letters():
    assert Traces(["Drusilla"]).within("drusilla@example.org")


def test_six_words_in_a_row_are_found_whatever_stands_between():
    traces = Traces([], ["one two three four, five six seven"])

    assert traces.taken_out("He: “Two – three four five… SIX seven”, so.") == "He: “[removed]”, so."


def test_five_words_in_a_row_are_nobodys():
    assert not Traces([], ["one two three four five six"]).within("two three four five six and more")


def test_texts_inside_lists_are_cleaned_and_numbers_stay():
    assert Traces(["Ann"]).taken_out_of(("Ann", 3, ("to Ann",), None)) == ("[removed]", 3, ("to [removed]",), None)


def test_blotting_keeps_every_place():
    assert blotted("Ann\nBob", [(0, 5)]) == "███\n█ob"
