"""Which themes stand on the same words: overlapping codings, by one sweep over their starts.

Written as a join, "every pair that overlaps" costs the square of a text's codings. Here starts are sorted once, and
those that lie within a coding are the stretch of the sorted column between two searches.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from trellis.analysis.crosstab import once
from trellis.analysis.intervals import Intervals, Whole, repeated

PAIRS_AT_ONCE = 1 << 22
"""How many pairs are held in memory at a time; a chunk may have more by those of one coding."""


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Pairs of rows that share a code point: each of `left` goes with the next `count` rows of `right`."""

    left: Whole
    count: Whole
    right: Whole


def in_pairs(given: Intervals) -> Iterator[Overlaps]:
    """Every pair of different rows that share a code point, each pair once, chunk by chunk in order of place.

    given: groups are numbered from 0; fastest where the rows stand in order of group and start.
    """
    width = int(given.end.max()) + 1 if len(given) else 1
    start = given.group * width + given.start
    end = start + (given.end - given.start)
    order = None if bool(np.all(start[1:] >= start[:-1])) else np.argsort(start, kind="stable")
    if order is not None:
        start, end = start[order], end[order]
    after = np.arange(1, len(start) + 1)
    count = np.searchsorted(start, end, side="left") - after
    for low, high in _chunks(count):
        _, right = repeated(after[low:high], count[low:high])
        left = after[low:high] - 1
        if order is not None:
            left, right = order[left], order[right]
        yield Overlaps(left, count[low:high], right)


def _chunks(count: Whole) -> Iterator[tuple[int, int]]:
    sums = np.cumsum(count)
    low = 0
    while low < len(count):
        before = int(sums[low - 1]) if low else 0
        high = max(int(np.searchsorted(sums, before + PAIRS_AT_ONCE, side="right")), low + 1)
        yield low, high
        low = high


def pairs_by_row(given: Intervals, row: Whole, rows: int) -> Whole:
    """How many pairs of codings overlap, by the rows of a square table that the two stand in.

    given: as in `in_pairs`. row: of each coding, below `rows`. Symmetric; on the diagonal stands how many codings
    there are.
    """
    counted = np.zeros(rows * rows, dtype=np.int64)
    for pairs in in_pairs(given):
        place = np.repeat(row[pairs.left] * rows, pairs.count) + row[pairs.right]
        counted += np.bincount(place, minlength=rows * rows)
    return _mirrored(counted.reshape(rows, rows), np.bincount(row, minlength=rows))


def units_by_row(given: Intervals, row: Whole, unit: Whole, shape: tuple[int, int]) -> Whole:
    """How many units have overlapping stretches in two rows of a square table.

    given: as in `in_pairs`, groups such that stretches of one group belong to one unit. row, unit: of each stretch,
    below `shape` (rows, units). Symmetric; on the diagonal stands how many units have any stretch in the row.
    """
    rows, units = shape
    size = rows * rows * units
    found = [np.array([], dtype=np.int64)]
    for pairs in in_pairs(given):
        place = np.repeat(row[pairs.left] * (rows * units) + unit[pairs.left], pairs.count) + row[pairs.right] * units
        found.append(once(place, size))
    pair, of = np.divmod(once(np.concatenate(found), size), max(units, 1))
    one, other = np.divmod(pair, max(rows, 1))
    # A unit that has the pair in either order counts once.
    places = once((np.minimum(one, other) * rows + np.maximum(one, other)) * units + of, size)
    counted = np.bincount(places // max(units, 1), minlength=rows * rows).reshape(rows, rows)
    own = once(row * units + unit, rows * units)
    return _mirrored(counted, np.bincount(own // max(units, 1), minlength=rows))


def _mirrored(counted: Whole, own: Whole) -> Whole:
    """The two halves of a square table together, with this diagonal."""
    square: Whole = counted + counted.T
    np.fill_diagonal(square, own)
    return square
