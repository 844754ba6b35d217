"""Agreement between coders, corrected for chance: percent, Cohen's kappa, Scott's pi and Fleiss' kappa, alpha, AC1.

All of them are 1 - D_o / D_e: the disagreement that was seen, over the one that chance would give. Where nobody
ever used more than one category there is nothing that chance could have spoilt: then a coefficient has no value,
whatever its formula would give, and only the percentage says something.

Sources: Cohen 1960 (kappa); Scott 1955 (pi); Fleiss 1971 (kappa for several coders), with missing ratings as in Gwet
2014; Krippendorff 2011 (alpha, nominal); Gwet 2008 (AC1). Light 1971: several coders' kappa is the mean over pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

Table = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Measured:
    """The disagreement that was seen, and the one that chance would give; both as a share of what could be compared."""

    seen: float
    chance: float

    @property
    def value(self) -> float | None:
        """1 for perfect agreement, 0 for chance, below 0 for less; None where nothing varies."""
        return None if self.chance <= 0 else 1 - self.seen / self.chance


NOT_VARYING = Measured(0.0, 0.0)
"""Everybody used one and the same category."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """Units that were rated alike, counted.

    counts: rows × categories, how many coders put a unit of the row into the category; a coder who skipped the
    unit is in none. weights: how many units each row stands for.
    """

    counts: Table
    weights: Table

    @classmethod
    def of(cls, units: Iterable[Sequence[object]], categories: Sequence[object]) -> Ratings:
        """Ratings from one sequence a unit, with one value a coder; None where a coder skipped the unit."""
        rows = [[sum(value == category for value in unit) for category in categories] for unit in units]
        counts = np.array(rows, dtype=np.int64).reshape(len(rows), len(categories))
        return cls(counts, np.ones(len(rows), dtype=np.int64))

    def pairable(self) -> Ratings:
        """Only the units that two coders or more have rated."""
        kept = self.counts.sum(axis=1) > 1
        return Ratings(self.counts[kept], self.weights[kept])

    @property
    def varies(self) -> bool:
        """Whether more than one category was used on what can be compared."""
        paired = self.pairable()
        return int(((paired.counts * paired.weights[:, None]).sum(axis=0) > 0).sum()) > 1


def percent(ratings: Ratings) -> float | None:
    """The share of agreeing pairs of coders, unit by unit, between 0 and 1; None if no unit has two ratings."""
    paired = ratings.pairable()
    if not paired.weights.sum():
        return None
    return 1 - _seen(paired)


def _seen(paired: Ratings) -> float:
    """The mean over units of the share of pairs of coders that disagree."""
    each = paired.counts.sum(axis=1)
    alike = (paired.counts * (paired.counts - 1)).sum(axis=1)
    apart = 1 - alike / (each * (each - 1))
    return float((apart * paired.weights).sum() / paired.weights.sum())


def _shares(ratings: Ratings) -> npt.NDArray[np.float64]:
    """The mean over units of the share of each category among the unit's ratings."""
    each = ratings.counts.sum(axis=1)
    rated = each > 0
    weights = ratings.weights[rated]
    shares = ratings.counts[rated] / each[rated, None]
    found: npt.NDArray[np.float64] = (shares * weights[:, None]).sum(axis=0) / weights.sum()
    return found


def fleiss(ratings: Ratings) -> Measured:
    """Fleiss' kappa; for two coders, Scott's pi. Units that a coder skipped count with the ratings that they have."""
    if not ratings.varies:
        return NOT_VARYING
    shares = _shares(ratings)
    return Measured(_seen(ratings.pairable()), float((shares * (1 - shares)).sum()))


def ac1(ratings: Ratings) -> Measured:
    """Gwet's AC1: chance agreement by categories that are hard to tell rather than by how often they are used."""
    if not ratings.varies:
        return NOT_VARYING
    shares = _shares(ratings)
    chance = float((shares * (1 - shares)).sum()) / (len(shares) - 1)
    return Measured(_seen(ratings.pairable()), 1 - chance)


def alpha(ratings: Ratings) -> Measured:
    """Krippendorff's alpha for nominal categories, with any number of coders and any ratings missing."""
    paired = ratings.pairable()
    if not paired.varies:
        return NOT_VARYING
    each = paired.counts.sum(axis=1)
    apart = (each * each - (paired.counts * paired.counts).sum(axis=1)) / (each - 1)
    totals = [int(total) for total in (paired.counts * paired.weights[:, None]).sum(axis=0)]
    values = sum(totals)
    unlike = values * values - sum(total * total for total in totals)
    return Measured(float((apart * paired.weights).sum()) / values, unlike / (values * (values - 1)))


def cohen(table: Table) -> Measured:
    """Cohen's kappa of two coders. table: categories × categories, units by what the one and the other said."""
    units = int(table.sum())
    ours, theirs = ([int(total) for total in table.sum(axis=at)] for at in (1, 0))
    by_chance = sum(one * other for one, other in zip(ours, theirs, strict=True))
    if units == 0 or by_chance == units * units:
        return NOT_VARYING
    return Measured(1 - int(np.trace(table)) / units, 1 - by_chance / (units * units))


def light(tables: Iterable[Table]) -> float | None:
    """The mean of Cohen's kappa over pairs of coders; None if none of them varies."""
    values = [value for table in tables if (value := cohen(table).value) is not None]
    return sum(values) / len(values) if values else None


def pooled(several: Iterable[Measured]) -> Measured:
    """One figure for several themes: their disagreements are added up before the one is divided by the other.

    Themes on which nothing varies add nothing. Source: de Vries, Elliott, Kanouse and Teleki 2008.
    """
    found = list(several)
    return Measured(sum(one.seen for one in found), sum(one.chance for one in found))


def table_of(pairs: Iterable[tuple[object, object]], categories: Sequence[object]) -> Table:
    """What two coders said of the units that both rated, as `cohen` takes it."""
    found = np.zeros((len(categories), len(categories)), dtype=np.int64)
    for one, other in pairs:
        if one is not None and other is not None:
            found[categories.index(one), categories.index(other)] += 1
    return found


def pairs_of(coders: int) -> list[tuple[int, int]]:
    """Every two of so many coders, by their numbers from 0."""
    return list(combinations(range(coders), 2))
