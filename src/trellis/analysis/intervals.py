"""Arithmetic of half-open intervals in groups, vectorised: union, overlap, containment, gaps.

An interval belongs to a group (a source, a version, a theme within a source: any whole number). All groups
are put on one long line, so that one sort and one sweep serve them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Truth = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Intervals:
    """Columns of equal length: the group of each interval, its start and its end (end > start)."""

    group: Whole
    start: Whole
    end: Whole

    def __len__(self) -> int:
        return len(self.group)

    def only(self, keep: Truth) -> Intervals:
        """Those intervals where `keep` is true."""
        return Intervals(self.group[keep], self.start[keep], self.end[keep])


def intervals(group: object, start: object, end: object) -> Intervals:
    """Intervals from three sequences of whole numbers."""
    return Intervals(*(np.asarray(column, dtype=np.int64) for column in (group, start, end)))


def union(given: Intervals) -> Intervals:
    """The same stretches as disjoint intervals that do not touch, sorted by group and start."""
    if not len(given):
        return given
    order = np.lexsort((given.start, given.group))
    group, start, end = given.group[order], given.start[order], given.end[order]
    width = int(end.max()) + 2
    line_start, line_end = _ranks(group) * width + start, _ranks(group) * width + end
    reached = np.maximum.accumulate(line_end)
    first = np.ones(len(group), dtype=bool)
    first[1:] = line_start[1:] > reached[:-1]
    at = np.flatnonzero(first)
    last = np.append(at[1:], len(group)) - 1
    return Intervals(group[at], start[at], reached[last] - _ranks(group)[at] * width)


def _ranks(group: Whole) -> Whole:
    """Groups in sorted order numbered 0, 1, 2 …, so that the long line stays short."""
    ranks: Whole = np.cumsum(np.append(0, np.diff(group) != 0)) if len(group) else group
    return ranks


def lengths(given: Intervals) -> dict[int, int]:
    """How many code points each group's intervals hold together; disjoint intervals expected."""
    groups, at = np.unique(given.group, return_inverse=True)
    sums = np.bincount(at, weights=given.end - given.start) if len(at) else np.array([])
    return {int(group): int(length) for group, length in zip(groups, sums, strict=True)}


def intersection(one: Intervals, other: Intervals) -> Intervals:
    """What lies in both, as disjoint intervals sorted by group and start."""
    return _where_depth(union(one), union(other), 2)


def difference(one: Intervals, other: Intervals) -> Intervals:
    """What lies in `one` and not in `other`, as disjoint intervals sorted by group and start."""
    first = union(one)
    return _where_depth(first, intersection(first, other), 1)


def _where_depth(one: Intervals, other: Intervals, wanted: int) -> Intervals:
    """The stretches that exactly `wanted` of two unions cover."""
    group = np.concatenate([one.group, one.group, other.group, other.group])
    at = np.concatenate([one.start, one.end, other.start, other.end])
    step = np.concatenate([np.ones(len(one)), -np.ones(len(one)), np.ones(len(other)), -np.ones(len(other))])
    order = np.lexsort((step, at, group))
    group, at, depth = group[order], at[order], np.cumsum(step[order])
    if len(at) == 0:
        return Intervals(group, at, at)
    found = (depth[:-1] == wanted) & (at[1:] > at[:-1]) & (group[1:] == group[:-1])
    return Intervals(group[:-1][found], at[:-1][found], at[1:][found])


def different(values: Whole) -> Whole:
    """Each value once, in rising order. NumPy's own `unique` goes by hashes, at ten times the cost."""
    ranked = np.sort(values)
    first = np.ones(len(ranked), dtype=bool)
    first[1:] = ranked[1:] != ranked[:-1]
    once: Whole = ranked[first]
    return once


def inside(points: Intervals, holders: Intervals) -> Truth:
    """For each of `points`, whether one single interval of `holders` in its group holds all of it."""
    if not len(points) or not len(holders):
        return np.zeros(len(points), dtype=bool)
    order = np.lexsort((holders.start, holders.group))
    group, start, end = holders.group[order], holders.start[order], holders.end[order]
    groups = different(group)
    width = int(max(end.max(), points.end.max())) + 2
    rank = np.searchsorted(groups, points.group)
    known = rank < len(groups)
    known[known] = groups[rank[known]] == points.group[known]
    held = np.searchsorted(groups, group) * width
    furthest = np.maximum.accumulate(held + end)
    at = np.searchsorted(held + start, rank * width + points.start, side="right") - 1
    enough: Truth = known & (at >= 0)
    enough[enough] = furthest[at[enough]] >= rank[enough] * width + points.end[enough]
    return enough


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of row numbers: row `left[i]` of one table goes with row `right[i]` of another."""

    left: Whole
    right: Whole


def overlapping(one: Intervals, ordered: Intervals) -> Pairs:
    """Every pair of rows that share a code point.

    ordered: disjoint within each group (parts, pages); may be in any order.
    """
    if not len(one) or not len(ordered):
        empty = np.array([], dtype=np.int64)
        return Pairs(empty, empty)
    order = np.lexsort((ordered.start, ordered.group))
    groups = different(ordered.group)
    width = int(max(ordered.end.max(), one.end.max())) + 2
    base = np.searchsorted(groups, ordered.group[order]) * width
    rank = np.searchsorted(groups, one.group)
    known = rank < len(groups)
    known[known] = groups[rank[known]] == one.group[known]
    first = np.searchsorted(base + ordered.end[order], rank * width + one.start, side="right")
    after = np.searchsorted(base + ordered.start[order], rank * width + one.end, side="left")
    count = np.where(known, np.maximum(after - first, 0), 0)
    left, right = repeated(first, count)
    return Pairs(left, order[right])


def touching(one: Intervals, other: Intervals) -> Pairs:
    """Every pair of rows that share a code point; either side may overlap itself, in any order.

    Of a pair that overlaps, either the second begins within the first, or the first within the second and later: two
    searches of starts among sorted starts, however long the intervals are.
    """
    if not len(one) or not len(other):
        empty = np.array([], dtype=np.int64)
        return Pairs(empty, empty)
    groups = different(np.concatenate([one.group, other.group]))
    width = int(max(one.end.max(), other.end.max())) + 1
    left, right = _on_line(one, groups, width), _on_line(other, groups, width)
    a, b = _starting_within(left, right, first="left")
    d, c = _starting_within(right, left, first="right")
    return Pairs(np.concatenate([a, c]), np.concatenate([b, d]))


def _on_line(given: Intervals, groups: Whole, width: int) -> tuple[Whole, Whole]:
    base = np.searchsorted(groups, given.group) * width
    return base + given.start, base + given.end


def _starting_within(
    holders: tuple[Whole, Whole], given: tuple[Whole, Whole], *, first: Literal["left", "right"]
) -> tuple[Whole, Whole]:
    """Pairs (holder, one of `given` that starts within it). first: "left" counts an equal start, "right" does not."""
    order = np.argsort(given[0], kind="stable")
    starts = given[0][order]
    low = np.searchsorted(starts, holders[0], side=first)
    count = np.maximum(np.searchsorted(starts, holders[1], side="left") - low, 0)
    left, at = repeated(low, count)
    return left, order[at]


def repeated(first: Whole, count: Whole) -> tuple[Whole, Whole]:
    """For each row n the numbers `first[n]`, `first[n] + 1` …, `count[n]` of them: (n, number) as two columns."""
    row = np.repeat(np.arange(len(count)), count)
    number = np.repeat(first - (np.cumsum(count) - count), count)
    number += np.arange(len(row))
    return row, number
