from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.segment import Segment
from trellis.core.sentence import sentences_around

TEXT = "P1: No. I said “not the bins!” and left. Then what? Well"


@pytest.mark.parametrize(
    ("hit", "sentence"),
    [
        ("bins", "I said “not the bins!” and left."),
        ("No", "No."),
        ("left. Then", "“not the bins!” and left. Then what?"),
        ("Well", "Well"),
    ],
)
def test_a_hit_is_widened_to_its_sentences(hit, sentence):
    start = TEXT.index(hit)

    found = sentences_around(Segment(start, start + len(hit)), TEXT, Segment(4, len(TEXT)))

    assert found.words(TEXT).endswith(sentence)
    assert found.start >= 4


@given(st.text(alphabet="ab.?! \n”", min_size=1, max_size=40), st.data())
def test_what_is_found_holds_the_hit_but_for_white_space(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    found = sentences_around(Segment(start, end), text, Segment(0, len(text)))

    assert text[start:end].strip() in found.words(text)
