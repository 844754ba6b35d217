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
MOST_TRIED = 5_000
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
    lines, held = _Lines(counts, totals), {place for place in hidden if counts.get(place, 0)}
    return frozenset(place for place in held if not lines.may_differ(place, held))


def holding(counts: Mapping[Place, int], k: int, totals: Totals = BOTH) -> Holding:
    """The places of fewer than k, and what it takes to hold them back. The search is exact, fewest first.

    Of equally many it takes those with the smallest numbers, then those that come first.
    """
    small = tuple(place for place, count in counts.items() if 0 < count < k)
    rest = sorted((place for place, count in counts.items() if count >= k), key=lambda place: counts[place])
    told = worked_out(counts, small, totals)
    out = tuple(place for place in small if place in told)
    return Holding(small, out, _fewest(counts, small, rest, totals))


def _fewest(
    counts: Mapping[Place, int], small: tuple[Place, ...], rest: list[Place], totals: Totals
) -> tuple[Place, ...] | None:
    """The fewest of the rest. To hold back more tells never more, so that all of it is tried before any choice is."""
    if not (totals.rows or totals.columns) or not small:
        return ()
    lines = _Lines(counts, totals)
    # What comes out by itself first: it is what most choices fail on.
    asked = sorted(small, key=lambda place: lines.may_differ(place, {*small}))
    if not lines.keeps_back(asked, {*small, *rest}):
        return None
    tried = 0
    for number in range(len(rest) + 1):
        for more in combinations(rest, number):
            tried += 1
            if tried > MOST_TRIED:
                return None
            if lines.keeps_back(asked, {*small, *more}):
                return more
    return None


class _Lines:
    """The rows and columns of a table, and where they meet."""

    def __init__(self, counts: Mapping[Place, int], totals: Totals) -> None:
        self._counts = counts
        self._ends = {place: _ends(place, totals) for place, count in counts.items() if count}
        self._next: dict[str, list[tuple[Place, str]]] = {}
        for place, (row, column) in self._ends.items():
            self._next.setdefault(row, []).append((place, column))
            if counts[place] > 1:
                self._next.setdefault(column, []).append((place, row))

    def keeps_back(self, asked: Iterable[Place], held: Collection[Place]) -> bool:
        """Whether none of the places that are asked about comes out while these are held back."""
        return all(self.may_differ(place, held) for place in asked)

    def may_differ(self, place: Place, held: Collection[Place]) -> bool:
        """Whether a number could be one more, or one less, with the same totals."""
        row, column = self._ends[place]
        if self._leads(column, row, place, held):
            return True
        return self._counts[place] > 1 and self._leads(row, column, place, held)

    def _leads(self, start: str, end: str, place: Place, held: Collection[Place]) -> bool:
        """Whether one person too many, or too few, can be handed on from one line to another without this place.

        A row hands on to a column by one more where they meet, a column to a row by one less, if there is one to spare.
        """
        found, ahead = {start}, [start]
        while ahead:
            met = self._next.get(ahead.pop(), ())
            new = [there for by, there in met if there not in found and by != place and by in held]
            if end in new:
                return True
            found.update(new)
            ahead += new
        return False


def _ends(place: Place, totals: Totals) -> tuple[str, str]:
    """A row and a column by names that differ; those without totals of their own are one."""
    return f"row {place[0]}" if totals.rows else "row", f"column {place[1]}" if totals.columns else "column"
