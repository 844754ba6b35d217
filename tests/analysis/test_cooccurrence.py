from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis import cooccurrence
from trellis.analysis.cooccurrence import in_pairs, pairs_by_row, units_by_row
from trellis.analysis.intervals import intervals

ONE = st.tuples(st.integers(0, 2), st.integers(0, 20), st.integers(1, 8), st.integers(0, 2))
MANY = st.lists(ONE, max_size=14)


def columns(lines):
    """Group, start, end, and the row of the table that each stands in."""
    given_ = intervals([g for g, _, _, _ in lines], [s for _, s, _, _ in lines], [s + n for _, s, n, _ in lines])
    return given_, np.array([row for *_, row in lines], dtype=np.int64)


def overlap(one, other):
    return one[0] == other[0] and one[1] < other[1] + other[2] and other[1] < one[1] + one[2]


@pytest.mark.parametrize("at_once", [1, 3, 1000])
@given(lines=MANY)
def test_every_pair_of_rows_that_overlap_comes_once(at_once, lines):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cooccurrence, "PAIRS_AT_ONCE", at_once)

        found = [
            tuple(sorted(pair))
            for pairs in in_pairs(columns(lines)[0])
            for pair in zip(np.repeat(pairs.left, pairs.count).tolist(), pairs.right.tolist(), strict=True)
        ]

    assert sorted(found) == [(a, b) for a, b in combinations(range(len(lines)), 2) if overlap(lines[a], lines[b])]


@given(MANY)
def test_pairs_are_counted_by_the_rows_that_they_stand_in(lines):
    given_, row = columns(lines)

    counted = pairs_by_row(given_, row, 3)

    for a, b in product(range(3), repeat=2):
        expected = sum({one[3], other[3]} == {a, b} and overlap(one, other) for one, other in combinations(lines, 2))
        assert counted[a, b] == (expected if a != b else sum(line[3] == a for line in lines))


@given(MANY)
def test_a_unit_counts_once_however_often_it_has_words_in_both_rows(lines):
    given_, row = columns(lines)
    unit = given_.group % 2

    counted = units_by_row(given_, row, unit, (3, 2))

    for a, b in product(range(3), repeat=2):
        both = {
            one[0] % 2 for one, other in combinations(lines, 2) if {one[3], other[3]} == {a, b} and overlap(one, other)
        }
        own = {line[0] % 2 for line in lines if line[3] == a}
        assert counted[a, b] == len(own if a == b else both)


def test_nothing_gives_an_empty_table():
    given_, row = columns([])

    assert units_by_row(given_, row, row, (2, 0)).tolist() == [[0, 0], [0, 0]]
