from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.chart_columns import FIRST_LETTERS, first_words


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Biscuits.", "Biscuits."),
        ("x" * FIRST_LETTERS, "x" * FIRST_LETTERS),
        ("x" * 80, "x" * (FIRST_LETTERS - 1) + "…"),
        ("word " * 20, "word " * 11 + "word…"),
        ("a" * 59 + " b", "a" * 59 + "…"),
    ],
)
def test_a_long_statement_begins_with_whole_words(text, begins):
    assert first_words(text) == begins


@given(st.text(max_size=200))
def test_no_beginning_is_longer_than_a_skeleton_shows(text):
    assert len(first_words(text)) <= FIRST_LETTERS


def test_it_may_begin_shorter():
    assert first_words("And then it were in the Advertiser", 14) == "And then it…"
