"""The stretch of a text that a query fits best, word by word, and the steps between the two."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]


class Step(NamedTuple):
    """A run of words, equal or not: query `one` to `one_end` against text `other` to `other_end`."""

    is_equal: bool
    one: int
    one_end: int
    other: int
    other_end: int


class Fit(NamedTuple):
    """Where a query fits a text: the stretch `start` to `end` of it, and the steps between the two in order."""

    start: int
    end: int
    steps: tuple[Step, ...]

    @property
    def equal(self) -> int:
        """How many words of the query stand in the text as they are."""
        return sum(step.one_end - step.one for step in self.steps if step.is_equal)


# What each edit costs. Words of the text that the query leaves out cost least, so that a gap is told as a gap and
# not as many words replaced; a word that only the query has costs as much as one replaced.
_LEFT_OUT, _ADDED, _REPLACED = 2, 3, 3


def fitted(query: Whole, text: Whole) -> Fit:
    """The stretch of the text that takes the fewest words left out, added or replaced to be the query.

    Of several such stretches the last one. An empty text, or one that shares no word, gives an empty stretch.
    """
    table = _table(query, text)
    end = len(text) - int(np.argmin(table[-1][::-1]))
    pairs, start = _walked_back(table, query, text, end)
    return Fit(start, end, tuple(_steps(pairs, len(query), (start, end))))


def _table(query: Whole, text: Whole) -> npt.NDArray[np.int32]:
    """The cost for each beginning of the query against each place of the text; a start anywhere costs nothing."""
    columns = np.arange(len(text) + 1, dtype=np.int32) * _LEFT_OUT
    table = np.zeros((len(query) + 1, len(text) + 1), dtype=np.int32)
    for row, word in enumerate(query.tolist(), start=1):
        before = table[row - 1]
        best = before + _ADDED
        # A word of number 0 is unknown, and equal to nothing.
        replaced = before[:-1] + np.where((text == word) & (word != 0), 0, _REPLACED)
        best[1:] = np.minimum(best[1:], replaced)
        table[row] = np.minimum.accumulate(best - columns) + columns
    return table


def _walked_back(
    table: npt.NDArray[np.int32], query: Whole, text: Whole, end: int
) -> tuple[list[tuple[int, int]], int]:
    """The equal words as pairs of places, in order, and where the stretch begins."""
    row, column = len(query), end
    pairs: list[tuple[int, int]] = []
    while row and column:
        here = table[row, column]
        if query[row - 1] == text[column - 1] != 0 and here == table[row - 1, column - 1]:
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif here == table[row - 1, column - 1] + _REPLACED:
            row, column = row - 1, column - 1
        elif here == table[row, column - 1] + _LEFT_OUT:
            column -= 1
        else:
            row -= 1
    return pairs[::-1], column


def _steps(pairs: list[tuple[int, int]], length: int, stretch: tuple[int, int]) -> list[Step]:
    steps: list[Step] = []
    one, other = 0, stretch[0]
    for place, other_place in pairs:
        if place > one or other_place > other:
            steps.append(Step(False, one, place, other, other_place))
        last = steps[-1] if steps else None
        if last is not None and last.is_equal and (last.one_end, last.other_end) == (place, other_place):
            steps[-1] = last._replace(one_end=place + 1, other_end=other_place + 1)
        else:
            steps.append(Step(True, place, place + 1, other_place, other_place + 1))
        one, other = place + 1, other_place + 1
    if one < length or other < stretch[1]:
        steps.append(Step(False, one, length, other, stretch[1]))
    return steps
