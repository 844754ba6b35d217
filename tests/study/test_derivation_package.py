from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trellis.core.traces import blotted
from trellis.study.derivation_package import without

texts = st.text(st.characters(codec="utf-8"), max_size=60)
stretches = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1])), max_size=5)


@given(texts, stretches)
def test_what_is_kept_stands_where_it_stood_and_nothing_else_is_left(text, kept):
    within = [(start, min(end, len(text))) for start, end in kept if start < len(text)]

    left = blotted(text, without(within, len(text)))

    assert len(left) == len(text)
    for start, end in within:
        assert left[start:end] == text[start:end]
    covered = {n for start, end in within for n in range(start, end)}
    assert all(left[n] in "█\n" for n in range(len(text)) if n not in covered)


def test_what_is_in_no_stretch_is_told_in_order():
    assert without([(4, 6), (2, 5)], 9) == [(0, 2), (6, 9)]
    assert without([], 3) == [(0, 3)]
    assert without([(0, 3)], 3) == []
