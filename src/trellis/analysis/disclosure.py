"""How many people share what is printed of them, and the smallest coarsening after which enough do.

A row is what is printed of one person: a value for each attribute, in one order. People with equal rows cannot be told
apart by them. Source: k-anonymity (Samarati and Sweeney 1998), on the attributes of an attribution.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

Row = tuple[str, ...]

DROPPED = "*"
"""The value that stands for one that is not printed."""


@dataclass(frozen=True, slots=True)
class TooSmall:
    """Rows that fewer than k people share: how many different ones, and how many people are in them."""

    cells: int
    people: int


def cell_sizes(rows: Sequence[Row]) -> dict[Row, int]:
    """How many people share each row."""
    return dict(Counter(rows))


def too_small(rows: Sequence[Row], k: int) -> TooSmall:
    """The rows that fewer than k people share."""
    sizes = [size for size in cell_sizes(rows).values() if size < k]
    return TooSmall(len(sizes), sum(sizes))


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps by which an attribute may be made coarser: wider values, one mapping a step; then it is dropped."""

    attribute: str
    wider: tuple[Mapping[str, str], ...] = ()

    @property
    def steps(self) -> int:
        """How many steps there are; the last one drops the attribute."""
        return len(self.wider) + 1

    def at(self, value: str, step: int) -> str:
        """The value after some steps."""
        if step > len(self.wider):
            return DROPPED
        for wider in self.wider[:step]:
            value = wider.get(value, value)
        return value


@dataclass(frozen=True, slots=True)
class Coarsening:
    """How many steps each attribute is made coarser, in the order of the ladders."""

    steps: tuple[int, ...]

    def told(self, ladders: Sequence[Ladder]) -> str:
        """What is to be done, in words."""
        parts = [
            f"leave out {ladder.attribute}" if step == ladder.steps else f"print {ladder.attribute} in wider groups"
            for ladder, step in zip(ladders, self.steps, strict=True)
            if step
        ]
        return " and ".join(parts)


def smallest_coarsening(
    rows: Sequence[Row], ladders: Sequence[Ladder], k: int, printed: Sequence[Row] | None = None
) -> Coarsening | None:
    """The fewest steps after which at least k people share every row, None where even dropping all is not enough.

    printed: the rows that are asked about, where not all are printed; `DROPPED` for what one of them leaves out.
    The search is exact: every combination of steps is tried, fewest first. Of equally many the one that coarsens
    what comes first in the order of the ladders. Equal rows are counted once, so that the work grows with the
    different rows and the combinations of steps, not with the people.
    """
    asked = tuple(dict.fromkeys(rows if printed is None else printed))
    counted = Counter(rows)
    tried = product(*(range(ladder.steps + 1) for ladder in ladders))
    for steps in sorted(tried, key=lambda steps: (sum(steps), tuple(-step for step in steps))):
        if _is_enough(counted, asked, ladders, (steps, k)):
            return Coarsening(steps)
    return None


def _is_enough(
    counted: Mapping[Row, int], asked: Sequence[Row], ladders: Sequence[Ladder], tried: tuple[tuple[int, ...], int]
) -> bool:
    """Whether after these steps at least k people share every row that is asked about."""
    steps, k = tried
    coarse: Counter[Row] = Counter()
    for row, count in counted.items():
        coarse[_coarser(row, ladders, steps)] += count
    wanted = dict.fromkeys(_coarser(row, ladders, steps) for row in asked)
    known: dict[tuple[int, ...], Counter[Row]] = {}
    return all(_sharing(row, coarse, known) >= k for row in wanted)


def sharing(row: Row, rows: Sequence[Row]) -> int:
    """How many people share what is printed of somebody; what is `DROPPED` everybody shares."""
    return _sharing(row, Counter(rows), {})


def _coarser(row: Row, ladders: Sequence[Ladder], steps: tuple[int, ...]) -> Row:
    return tuple(ladder.at(value, step) for ladder, value, step in zip(ladders, row, steps, strict=True))


def _sharing(asked: Row, rows: Counter[Row], known: dict[tuple[int, ...], Counter[Row]]) -> int:
    """How many people share what is printed; what is dropped everybody shares.

    known: counts by what of a row is shown, kept from one row to the next.
    """
    shown = tuple(n for n, value in enumerate(asked) if value != DROPPED)
    if shown not in known:
        counts: Counter[Row] = Counter()
        for row, count in rows.items():
            counts[tuple(row[n] for n in shown)] += count
        known[shown] = counts
    return known[shown][tuple(asked[n] for n in shown)]
