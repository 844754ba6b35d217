"""Which themes stand on the same words: overlapping codings, by one sweep over their starts.

Written as a join, "every pair that overlaps" costs the square of a text's codings. Here starts are sorted once, and
those that lie within a coding are the stretch of the sorted column between two searches.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from trellis.analysis.crosstab import once
from trellis.analysis.intervals import Intervals, Pairs, Whole, repeated

PAIRS_AT_ONCE = 1 << 22
"""How many pairs are held in memory at a time; a chunk may have more by those of one coding."""


def in_pairs(given: Intervals) -> Iterator[Pairs]:
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
        left, right = repeated(after[low:high], count[low:high])
        left += low
        yield Pairs(left, right) if order is None else Pairs(order[left], order[right])


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
        counted += np.bincount(row[pairs.left] * rows + row[pairs.right], minlength=rows * rows)
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
        one, other = row[pairs.left], row[pairs.right]
        place = (np.minimum(one, other) * rows + np.maximum(one, other)) * units + unit[pairs.left]
        found.append(once(place, size))
    places = once(np.concatenate(found), size)
    counted = np.bincount(places // max(units, 1), minlength=rows * rows).reshape(rows, rows)
    own = once(row * units + unit, rows * units)
    return _mirrored(counted, np.bincount(own // max(units, 1), minlength=rows))


def _mirrored(counted: Whole, own: Whole) -> Whole:
    """The two halves of a square table together, with this diagonal."""
    square: Whole = counted + counted.T
    np.fill_diagonal(square, own)
    return square
