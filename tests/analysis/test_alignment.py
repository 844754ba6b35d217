from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis import alignment
from trellis.analysis.alignment import Run, aligned, joined

codes = st.lists(st.integers(0, 6), max_size=40)


def array(values):
    return np.array(values, dtype=np.int64)


def taken(values, runs, side):
    return [values[place] for run in runs for place in range(run[side], run[side] + run.length)]


def is_alignment(one, other, runs):
    ends = [(run.one + run.length, run.other + run.length) for run in runs]
    rising = all(run.one >= end[0] and run.other >= end[1] for run, end in zip(runs[1:], ends, strict=False))
    return rising and taken(one, runs, 0) == taken(other, runs, 1)


def longest(one, other):
    """The length of the longest common subsequence, by the textbook."""
    row = [0] * (len(other) + 1)
    for value in one:
        before = row[:]
        for at, other_value in enumerate(other, 1):
            row[at] = before[at - 1] + 1 if value == other_value else max(before[at], row[at - 1])
    return row[-1]


@given(codes, codes)
def test_the_runs_are_a_longest_common_subsequence(one, other):
    runs = aligned(array(one), array(other))

    assert is_alignment(one, other, runs)
    assert sum(run.length for run in runs) == longest(one, other)


@given(st.lists(st.integers(0, 12), max_size=60), st.lists(st.integers(0, 12), max_size=60))
def test_large_blocks_are_cut_and_what_is_found_is_still_common_and_in_order(one, other):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "LARGEST_BLOCK", 9)
        runs = aligned(array(one), array(other))

    assert is_alignment(one, other, runs)


@given(st.lists(st.integers(0, 500), min_size=30, max_size=80, unique=True), st.data())
def test_cutting_finds_all_of_a_text_with_one_stretch_taken_out(values, data):
    start = data.draw(st.integers(0, len(values)))
    end = data.draw(st.integers(start, len(values)))
    other = values[:start] + values[end:]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "LARGEST_BLOCK", 9)
        runs = aligned(array(values), array(other))

    assert sum(run.length for run in runs) == len(other)


def test_runs_that_touch_in_both_are_one():
    assert joined([Run(0, 1, 2), Run(2, 3, 1), Run(4, 4, 1)]) == [Run(0, 1, 3), Run(4, 4, 1)]
