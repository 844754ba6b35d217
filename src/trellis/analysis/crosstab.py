"""Counts of distinct things by row and column.

Themes, cases and sources are numbered from 0 before anything is counted (`ranked`), so that a place in a table is
one small number and counting a million codings is marking places, without sorting.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trellis.analysis.intervals import Whole, different, repeated

MOST_MARKS = 1 << 26
"""Places beyond which they are sorted instead of marked one by one; a mark takes a byte."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A column of keys as numbers from 0. keys: each once, in rising order; at: for each row its place in `keys`."""

    keys: Whole
    at: Whole

    def __len__(self) -> int:
        return len(self.keys)


def ranked(values: Whole) -> Ranked:
    """The column with its keys numbered in their order."""
    keys = different(values)
    return Ranked(keys, np.searchsorted(keys, values))


def once(codes: Whole, size: int) -> Whole:
    """Each of these numbers once, in rising order. size: all of them are below it."""
    if size > MOST_MARKS:
        return different(codes)
    marks = np.zeros(size, dtype=bool)
    marks[codes] = True
    found: Whole = np.flatnonzero(marks)
    return found


@dataclass(frozen=True, slots=True)
class Below:
    """Which themes lie under which row of a table.

    rows: how many rows. row, theme: columns of pairs, a theme under itself included; both count from 0.
    """

    rows: int
    row: Whole
    theme: Whole


def distinct(theme: Whole, column: Whole, unit: Whole, shape: tuple[int, int, int], below: Below) -> Whole:
    """How many different units stand under each row of a table, in each of its columns.

    theme, column, unit: equally long columns of numbers below `shape`. What occurs twice at one place counts once.
    """
    themes, columns, units = shape
    found = once((theme * columns + column) * units + unit, themes * columns * units)
    under, place = np.divmod(found, max(columns * units, 1))
    first = np.searchsorted(under, below.theme, side="left")
    pair, at = repeated(first, np.searchsorted(under, below.theme, side="right") - first)
    places = once(below.row[pair] * (columns * units) + place[at], below.rows * columns * units)
    counted: Whole = np.bincount(places // max(units, 1), minlength=below.rows * columns)
    return counted.reshape(below.rows, columns)


def added(theme: Whole, column: Whole, shape: tuple[int, int], below: Below) -> Whole:
    """How many lines stand under each row of a table, in each of its columns.

    theme, column: equally long columns of numbers below `shape`.
    """
    themes, columns = shape
    own = np.bincount(theme * columns + column, minlength=themes * columns).reshape(themes, columns)
    counted = np.zeros((below.rows, columns), dtype=np.int64)
    np.add.at(counted, below.row, own[below.theme])
    return counted
