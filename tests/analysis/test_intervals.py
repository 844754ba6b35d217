from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.intervals import (
    difference,
    different,
    inside,
    intersection,
    intervals,
    lengths,
    overlapping,
    touching,
    union,
)

ONE = st.tuples(st.integers(5, 8), st.integers(0, 20), st.integers(1, 8)).map(lambda v: (v[0], v[1], v[1] + v[2]))
MANY = st.lists(ONE, max_size=12)


def columns(rows):
    return intervals(*(list(column) for column in zip(*rows, strict=True))) if rows else intervals([], [], [])


def points(rows) -> set[tuple[int, int]]:
    return {(group, at) for group, start, end in rows for at in range(start, end)}


def rows_of(found) -> list[tuple[int, int, int]]:
    return list(zip(found.group.tolist(), found.start.tolist(), found.end.tolist(), strict=True))


@given(MANY)
def test_a_union_covers_the_same_and_does_not_touch_itself(rows):
    found = rows_of(union(columns(rows)))

    assert points(found) == points(rows)
    assert found == sorted(found)
    assert all(one[0] != two[0] or one[2] < two[1] for one, two in pairwise(found))


@given(MANY, MANY)
def test_intersection_and_difference_are_those_of_points(one, other):
    both, rest = (rows_of(step(columns(one), columns(other))) for step in (intersection, difference))

    assert points(both) == points(one) & points(other)
    assert points(rest) == points(one) - points(other)


@given(MANY)
def test_lengths_count_points(rows):
    found = lengths(union(columns(rows)))

    assert found == {group: len([p for p in points(rows) if p[0] == group]) for group in {row[0] for row in rows}}


@given(MANY, MANY)
def test_a_stretch_is_inside_where_one_holder_holds_it_all(one, holders):
    found = inside(columns(one), columns(holders)).tolist()

    assert found == [any(h[0] == g and h[1] <= s and e <= h[2] for h in holders) for g, s, e in one]


@given(MANY, MANY)
def test_every_overlap_with_disjoint_stretches_is_found(one, other):
    ordered = rows_of(union(columns(other)))

    pairs = overlapping(columns(one), columns(ordered))

    expected = [
        (at, to)
        for at, (group, start, end) in enumerate(one)
        for to, held in enumerate(ordered)
        if held[0] == group and held[1] < end and start < held[2]
    ]
    assert sorted(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)) == sorted(expected)


def test_different_values_come_once_and_in_order():
    assert different(np.array([3, 1, 3, 2, 1])).tolist() == [1, 2, 3]
    assert different(np.array([], dtype=np.int64)).tolist() == []


@given(MANY, MANY)
def test_every_pair_that_shares_a_code_point_is_found_once(one, other):
    pairs = touching(columns(one), columns(other))

    assert sorted(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)) == [
        (i, j)
        for i, (group, start, end) in enumerate(one)
        for j, (of, begin, until) in enumerate(other)
        if group == of and start < until and begin < end
    ]
