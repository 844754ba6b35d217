"""Rules of typologies: every case once on every dimension, the crossing of dimensions, types as combinations.

Source: Ritchie, Spencer and O'Connor in Ritchie and Lewis 2003: categories are discrete, each case belongs to one
type only, and every case can be placed, uniquely, on every dimension before these are crossed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from math import prod

from trellis.core.errors import Invalid
from trellis.core.keys import NO_KEY, Key

Unit = tuple[Key, Key]
"""A case and a wave (0 for none)."""
Axes = Mapping[Key, Sequence[Key]]
"""The values of each dimension, in order."""
Combination = tuple[Key, ...]
"""One value of each dimension, in the order of the dimensions."""

MOST_COMBINATIONS = 4_096
"""More than anybody can read; dimensions that give more are crossed a few at a time."""


class Why(StrEnum):
    """Why a case is in no combination yet."""

    UNPLACED = "not placed"
    TWICE = "placed on two values"


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A case that is not placed once on a dimension."""

    unit: Unit
    dimension: Key
    why: Why


@dataclass(frozen=True, slots=True)
class Crossing:
    """All combinations with the cases in them, occupied or empty, and what stands in the way of the others."""

    combinations: Mapping[Combination, tuple[Unit, ...]]
    open: tuple[OpenPlace, ...]

    @property
    def empty(self) -> tuple[Combination, ...]:
        """Combinations that are possible and in which no case is."""
        return tuple(combination for combination, units in self.combinations.items() if not units)


def standing_print(revs: Iterable[Key]) -> Key:
    """What changes when a case is moved on a dimension: of one placement its revision, of several a digest, 0 for none.

    revs: of the placements of the case on the values of the dimension.
    """
    found = sorted(revs)
    if len(found) <= 1:
        return found[0] if found else NO_KEY
    return int.from_bytes(hashlib.sha256(repr(found).encode()).digest()[:6], "big") or 1


def open_places(axes: Axes, units: Iterable[Unit], placed: Mapping[Unit, Iterable[Key]]) -> tuple[OpenPlace, ...]:
    """Where cases are not placed exactly once, in the order of the units, then of the dimensions."""
    found = []
    for unit in units:
        there = set(placed.get(unit, ()))
        for dimension, values in axes.items():
            count = len(there.intersection(values))
            if count != 1:
                found.append(OpenPlace(unit, dimension, Why.UNPLACED if count == 0 else Why.TWICE))
    return tuple(found)


def crossed(axes: Axes, units: Iterable[Unit], placed: Mapping[Unit, Iterable[Key]]) -> Crossing:
    """The crossing of dimensions: each case that is placed once on each of them is in exactly one combination.

    Raises Invalid for fewer than two dimensions, one without values, or more combinations than anybody can read.
    """
    if len(axes) < 2 or not all(axes.values()):
        message = "a typology combines two or more dimensions, each with values; add what is missing"
        raise Invalid(message)
    if prod(len(values) for values in axes.values()) > MOST_COMBINATIONS:
        message = f"these dimensions give more than {MOST_COMBINATIONS:,} combinations; cross a few of them"
        raise Invalid(message)
    listed = list(units)
    waiting = open_places(axes, listed, placed)
    kept_out = {one.unit for one in waiting}
    found: dict[Combination, list[Unit]] = {combination: [] for combination in product(*axes.values())}
    for unit in listed:
        if unit not in kept_out:
            there = set(placed[unit])
            found[tuple(next(k for k in values if k in there) for values in axes.values())].append(unit)
    return Crossing({combination: tuple(inside) for combination, inside in found.items()}, waiting)


def holds(combination: Combination, axes: Axes, admitted: Iterable[Key]) -> bool:
    """Whether a combination belongs to a type that admits these values: one of them on each dimension it names."""
    wanted = set(admitted)
    if not wanted:
        return False
    return all(
        value in wanted or not wanted.intersection(values)
        for value, values in zip(combination, axes.values(), strict=True)
    )


def types_of(combination: Combination, axes: Axes, types: Mapping[Key, Iterable[Key]]) -> tuple[Key, ...]:
    """The types that a combination belongs to; more than one says that the types are not discrete."""
    return tuple(k for k, admitted in types.items() if holds(combination, axes, admitted))
