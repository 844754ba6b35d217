"""Which numbers that a table holds back come out of its totals, and which to hold back with them so that none does.

A table is counts by row and column. Noughts are printed, so whoever reads it knows that what is held back is 1 or more.
Totals may stand in the table itself or in another one that is printed with it (a table by role gives the totals of the
rows of one by role and site). A number comes out if no other table of such numbers has the same totals; then there is
no way round in the table along which one could be taken from it, or added to it, and the totals kept.
Source: complementary suppression in tables with totals (Willenborg and de Waal 2001, chapter on tabular data).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

Place = tuple[str, str]
"""A row and a column."""
MOST_TRIED = 20_000
"""Choices that are looked at before a table is called too finely parted to be mended by holding back."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Which totals are printed: of the rows, of the columns."""

    rows: bool = True
    columns: bool = True


BOTH = Totals()


@dataclass(frozen=True, slots=True)
class Holding:
    """What holding back takes. small: places of fewer than k; out: those that come out if they alone are held back.

    more: the fewest others to hold back with them so that none comes out, None where there is no such choice.
    """

    small: tuple[Place, ...]
    out: tuple[Place, ...]
    more: tuple[Place, ...] | None


def worked_out(counts: Mapping[Place, int], hidden: Collection[Place], totals: Totals = BOTH) -> frozenset[Place]:
    """The places held back whose number comes out of the totals."""
    if not (totals.rows or totals.columns):
        return frozenset()
    held = {place: counts[place] for place in hidden if counts.get(place, 0)}
    return frozenset(place for place in held if not _may_differ(place, held, totals))


def holding(counts: Mapping[Place, int], k: int, totals: Totals = BOTH) -> Holding:
    """The places of fewer than k, and what it takes to hold them back. The search is exact, fewest first.

    Of equally many it takes those with the smallest numbers, then those that come first.
    """
    small = tuple(place for place, count in counts.items() if 0 < count < k)
    rest = sorted((place for place, count in counts.items() if count >= k), key=lambda place: counts[place])
    out = tuple(place for place in small if place in worked_out(counts, small, totals))
    return Holding(small, out, _fewest(counts, small, rest, totals))


def _fewest(
    counts: Mapping[Place, int], small: tuple[Place, ...], rest: list[Place], totals: Totals
) -> tuple[Place, ...] | None:
    tried = 0
    for number in range(len(rest) + 1):
        for more in combinations(rest, number):
            tried += 1
            if tried > MOST_TRIED:
                return None
            if not worked_out(counts, (*small, *more), totals) & set(small):
                return more
    return None


def _may_differ(place: Place, held: Mapping[Place, int], totals: Totals) -> bool:
    """Whether a number could be one more, or one less, with the same totals."""
    row, column = _ends(place, totals)
    others = {other: count for other, count in held.items() if other != place}
    more = row in _reached(column, others, totals)
    return more or (held[place] > 1 and column in _reached(row, others, totals))


def _reached(start: str, others: Mapping[Place, int], totals: Totals) -> set[str]:
    """The rows and columns to which one person too many, or too few, can be handed on.

    A row hands on to a column by one more where they meet, a column to a row by one less, if there is one to spare.
    """
    found, ahead = {start}, [start]
    while ahead:
        here = ahead.pop()
        for there in _next_to(here, others, totals):
            if there not in found:
                found.add(there)
                ahead.append(there)
    return found


def _next_to(here: str, others: Mapping[Place, int], totals: Totals) -> Iterable[str]:
    for place, count in others.items():
        row, column = _ends(place, totals)
        if here == row:
            yield column
        elif here == column and count > 1:
            yield row


def _ends(place: Place, totals: Totals) -> tuple[str, str]:
    """A row and a column by names that differ; those without totals of their own are one."""
    return f"row {place[0]}" if totals.rows else "row", f"column {place[1]}" if totals.columns else "column"
