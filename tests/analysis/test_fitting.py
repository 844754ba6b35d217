from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.fitting import fitted


def fit(query: str, text: str):
    numbers = {letter: n for n, letter in enumerate(dict.fromkeys(text), start=1)}
    return fitted(
        np.array([numbers.get(letter, 0) for letter in query]), np.array([numbers[letter] for letter in text])
    )


def told(query: str, text: str) -> list[tuple[str, str]]:
    return [(query[s.one : s.one_end], text[s.other : s.other_end]) for s in fit(query, text).steps if not s.is_equal]


def test_the_same_words_are_found_where_they_stand():
    found = fit("cde", "abcdef")

    assert (found.start, found.end, found.equal) == (2, 5, 3)
    assert all(step.is_equal for step in found.steps)


def test_words_left_out_added_and_replaced_are_told():
    assert told("abef", "xabcdefy") == [("", "cd")]
    assert told("abXcd", "zabcdz") == [("X", "")]
    assert told("abXd", "abcd") == [("X", "c")]


def test_unknown_words_are_equal_to_nothing():
    assert fit("ZZ", "abc").equal == 0


@given(st.text("abc", min_size=1, max_size=12), st.text("abc", min_size=1, max_size=40))
def test_steps_cover_the_query_and_the_stretch_in_order(query, text):
    found = fit(query, text)
    one, other = 0, found.start
    for step in found.steps:
        assert (step.one, step.other) == (one, other)
        assert not step.is_equal or query[step.one : step.one_end] == text[step.other : step.other_end]
        one, other = step.one_end, step.other_end

    assert (one, other) == (len(query), found.end)
