"""Thematic saturation: how much is new in the last few interviews, set against the first few.

Source: Guest, Namey and Chen 2020 (PLoS ONE 15(5) e0232076): base size, run length, new information threshold. That
runs slide by one interview is our reading; runs that follow each other without overlap are the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked. base: first interviews; run: consecutive ones after them; threshold: share of the base's themes.

    sliding: whether runs move on by one interview, or follow each other without overlap.
    """

    base: int = 4
    run: int = 2
    threshold: Fraction = Fraction(1, 20)
    sliding: bool = True


@dataclass(frozen=True, slots=True)
class Run:
    """Some consecutive interviews after the base. first, last: places from 1; new: themes first seen in them."""

    first: int
    last: int
    new: int
    ratio: Fraction


@dataclass(frozen=True, slots=True)
class Saturation:
    """What came of it. base_themes: different themes in the base; 0 leaves every ratio undefined, and no runs.

    reached: the last interview before the first run at or below the threshold, None where there is no such run.
    """

    base_themes: int
    runs: tuple[Run, ...]
    reached: int | None


def new_in_each(seen: Sequence[AbstractSet[int]]) -> tuple[int, ...]:
    """How many themes each interview is the first to have, in this order."""
    known: set[int] = set()
    found = []
    for themes in seen:
        found.append(len(themes - known))
        known |= themes
    return tuple(found)


def saturation(new: Sequence[int], ask: Ask) -> Saturation:
    """The saturation ratios of a series. new: how many themes each interview is the first to have, in order."""
    base = sum(new[: ask.base])
    if base == 0:
        return Saturation(0, (), None)
    step = 1 if ask.sliding else ask.run
    runs = []
    for first in range(ask.base, len(new) - ask.run + 1, step):
        count = sum(new[first : first + ask.run])
        runs.append(Run(first + 1, first + ask.run, count, Fraction(count, base)))
    reached = next((run.first - 1 for run in runs if run.ratio <= ask.threshold), None)
    return Saturation(base, tuple(runs), reached)


@dataclass(frozen=True, slots=True)
class Spread:
    """What other orders of the same interviews would have shown.

    orders: how many were drawn; reached: the places of those in which it was reached, in order of size.
    low, middle, high: the 5th, 50th and 95th percentile of themes seen after each interview.
    """

    orders: int
    reached: tuple[int, ...]
    low: tuple[int, ...]
    middle: tuple[int, ...]
    high: tuple[int, ...]

    def place(self, share: Fraction) -> int | None:
        """The place by which this share of all orders had reached it, None where fewer ever did."""
        needed = -(-share.numerator * self.orders // share.denominator)
        return self.reached[needed - 1] if 0 < needed <= len(self.reached) else None


def over_orders(seen: Sequence[AbstractSet[int]], ask: Ask, *, orders: int, seed: int) -> Spread:
    """Saturation over orders drawn at random: the same seed, the same orders."""
    themes = sorted(set().union(*seen)) if seen else []
    at = {theme: n for n, theme in enumerate(themes)}
    has = np.zeros((len(seen), len(themes)), dtype=bool)
    for n, found in enumerate(seen):
        has[n, [at[theme] for theme in found]] = True
    reached: list[int] = []
    curves = np.zeros((orders, len(seen)), dtype=np.int64)
    for n, order in enumerate(_drawn(len(seen), orders, seed)):
        new = _new(has, order)
        curves[n] = np.cumsum(new)
        place = saturation(new.tolist(), ask).reached
        if place is not None:
            reached.append(place)
    low, middle, high = (_percentile(curves, share) for share in (5, 50, 95))
    return Spread(orders, tuple(sorted(reached)), low, middle, high)


def _drawn(count: int, orders: int, seed: int) -> Counts:
    """Orders of so many things, one a row, from the raw numbers of a generator whose stream is fixed for good."""
    raw = np.random.PCG64(seed).random_raw(orders * count).reshape(orders, count)
    return np.argsort(raw, axis=1, kind="stable")


def _new(has: npt.NDArray[np.bool_], order: Counts) -> Counts:
    """How many themes each interview is the first to have in this order."""
    if not has.size:
        return np.zeros(len(order), dtype=np.int64)
    first = np.argmax(has[order], axis=0)
    return np.bincount(first, minlength=len(order)).astype(np.int64)


def _percentile(curves: Counts, share: int) -> tuple[int, ...]:
    if not curves.size:
        return ()
    ranked = np.sort(curves, axis=0)
    at = max(0, -(-share * len(ranked) // 100) - 1)
    return tuple(ranked[at].tolist())
