"""Counts of distinct things by row and column."""

from __future__ import annotations

import numpy as np

from trellis.analysis.intervals import Whole, different


def distinct(row: Whole, column: Whole, unit: Whole, shape: tuple[int, int]) -> Whole:
    """How many different units stand at each place of a table.

    row, column, unit: equally long columns; rows and columns count from 0, units are any whole numbers.
    shape: how many rows and columns. A unit that occurs twice at one place counts once.
    """
    rows, columns = shape
    if len(unit) == 0:
        return np.zeros(shape, dtype=np.int64)
    _, numbered = np.unique(unit, return_inverse=True)
    most = int(numbered.max()) + 1
    places = different((row * columns + column) * most + numbered) // most
    counted: Whole = np.bincount(places, minlength=rows * columns).reshape(shape)
    return counted
