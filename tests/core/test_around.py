from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.around import words_after, words_before

TEXT = "They asked me to sit with supervision notes that nobody had ever read."


@pytest.mark.parametrize(
    ("most", "before", "after"),
    [
        (9, "sit with ", " notes"),
        (8, "with ", " notes"),
        (10, " sit with ", " notes"),
        (11, "sit with ", " notes that"),
        (200, TEXT[: TEXT.index("supervision")], TEXT[TEXT.index(" notes") :]),
        (0, "", ""),
    ],
)
def test_whole_words_stand_on_either_side(most, before, after):
    start = TEXT.index("supervision")
    end = start + len("supervision")

    assert (words_before(TEXT, start, most), words_after(TEXT, end, most)) == (before, after)


def test_writing_without_spaces_is_cut_between_letters():
    text = "毎週の面談があると聞きましたが一度もありませんでした"

    assert words_before(text, 10, 6) == text[4:10]
    assert words_after(text, 10, 6) == text[10:16]


@pytest.mark.parametrize("letter", ["e\u0301", "👩🏽\u200d🔧", "🇳🇱", "\u0e01\u0e33"[:1] + "\u0e38"])
def test_a_visible_character_is_not_cut(letter):
    text = letter * 30

    for most in range(1, 12):
        before, after = words_before(text, len(letter) * 20, most), words_after(text, len(letter) * 10, most)
        assert len(before) % len(letter) == len(after) % len(letter) == 0
        assert most <= len(before) < most + len(letter)
        assert most <= len(after) < most + len(letter)


@given(st.text(alphabet="ab \n\t", max_size=60), st.integers(0, 60), st.integers(2, 30))
def test_words_that_fit_are_never_cut(text, at, most):
    at = min(at, len(text))

    before, after = words_before(text, at, most), words_after(text, at, most)

    assert text[:at].endswith(before)
    assert text[at:].startswith(after)
    assert max(len(before), len(after)) <= most
    first, last = at - len(before), at + len(after)
    if in_a_word(text, first):
        assert not has_a_gap(before[: most - most // 2])
    if in_a_word(text, last):
        assert not has_a_gap(after[most // 2 :])


def in_a_word(text, at):
    return 0 < at < len(text) and not text[at - 1].isspace() and not text[at].isspace()


def has_a_gap(text):
    return any(letter.isspace() for letter in text)
