"""Reading typologies: dimensions, cases on them, combinations, types; found by the names that people use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trellis.core.errors import Invalid, NotFound
from trellis.core.keys import Key
from trellis.core.typology import (
    CaseType,
    DimensionValue,
    Placement,
    SetAside,
    TypeValue,
    Typology,
    TypologyDimension,
)
from trellis.core.typology_rules import Combination, Crossing, Unit, crossed, open_places, standing_print, types_of
from trellis.core.typology_rules import OpenPlace as Open
from trellis.core.worksheet import Element, ElementLink
from trellis.store.reader import Reader
from trellis.study.chart_rows import Wanted, rows
from trellis.study.resolve import keyed, one_named


@dataclass(frozen=True, slots=True)
class TypologyNow:
    """A typology as it stands.

    units: the cases of its kind (in their waves) with their names, without those set aside. values: of each
    dimension. placed: by unit, the values it is on. ground: by unit, the values for which elements were drawn from
    its statements. admitted: by type, its values. aside: of those set aside, name, reason and revision. revs: of each
    placement, by unit and value.
    """

    typology: Typology
    dimensions: tuple[TypologyDimension, ...]
    values: Mapping[Key, tuple[DimensionValue, ...]]
    units: Mapping[Unit, str]
    placed: Mapping[Unit, tuple[Key, ...]]
    aside: Mapping[Unit, tuple[str, str, Key]]
    ground: Mapping[Unit, tuple[Key, ...]]
    types: tuple[CaseType, ...]
    admitted: Mapping[Key, tuple[Key, ...]]
    revs: Mapping[tuple[Unit, Key], Key]

    def standing(self, unit: Unit, dimension: Key) -> Key:
        """What changes when a unit is moved on a dimension; NO_KEY where it is not placed."""
        return standing_print(self.revs[unit, k] for k in self.axes[dimension] if (unit, k) in self.revs)

    @property
    def axes(self) -> dict[Key, tuple[Key, ...]]:
        """The keys of each dimension's values."""
        return {dimension.k: tuple(value.k for value in self.values[dimension.k]) for dimension in self.dimensions}

    @property
    def open(self) -> tuple[Open, ...]:
        """Where cases are not placed exactly once."""
        return open_places(self.axes, self.units, self.placed)

    def crossing(self) -> Crossing:
        """All combinations with the cases in them. Raises Invalid where there is nothing to cross yet."""
        return crossed(self.axes, self.units, self.placed)

    def crossing_of(self, *dimensions: Key) -> Crossing:
        """The combinations of some of its dimensions, with the cases in them. Raises NotFound, Invalid."""
        return crossed(self._some(dimensions), self.units, self.placed)

    def types_across(self, combination: Combination, *dimensions: Key) -> tuple[Key, ...]:
        """The types that a combination of some of its dimensions is in, wholly or with a part of its cases."""
        return types_of(combination, self._some(dimensions), self.admitted)

    def _some(self, dimensions: Sequence[Key]) -> dict[Key, tuple[Key, ...]]:
        axes = self.axes
        if not set(dimensions) <= set(axes):
            names = ", ".join(f"“{one.name}”" for one in self.dimensions) or "none yet"
            message = f"“{self.typology.name}” has no such dimension; there are: {names}"
            raise NotFound(message)
        return {k: axes[k] for k in dimensions}

    @property
    def missing(self) -> str:
        """What is missing before anything can be crossed, "" for nothing."""
        try:
            self.crossing()
        except Invalid as error:
            return str(error)
        return ""

    def types_at(self, combination: Combination) -> tuple[Key, ...]:
        """The types that a combination belongs to."""
        return types_of(combination, self.axes, self.admitted)

    def cases_of_types(self) -> dict[Key, tuple[Unit, ...]]:
        """By type, the units in its combinations."""
        found: dict[Key, list[Unit]] = {one.k: [] for one in self.types}
        for combination, units in self.crossing().combinations.items():
            for k in self.types_at(combination):
                found[k] += units
        return {k: tuple(units) for k, units in found.items()}


def typology_named(reader: Reader, name: str) -> Typology:
    """The typology of that name. Raises NotFound, Ambiguous."""
    found = keyed(reader, Typology, name)
    return found or one_named(reader.all(Typology), name, lambda one: one.name, "typology")


def dimensions_of(reader: Reader, typology: Key) -> list[TypologyDimension]:
    """The dimensions of a typology in order."""
    return sorted(reader.all(TypologyDimension, typology=typology), key=lambda one: (one.pos, one.k))


def values_of(reader: Reader, dimension: Key) -> list[DimensionValue]:
    """The values of a dimension in order."""
    return sorted(reader.all(DimensionValue, dimension=dimension), key=lambda one: (one.pos, one.k))


def types_in(reader: Reader, typology: Key) -> list[CaseType]:
    """The types of a typology in order."""
    return sorted(reader.all(CaseType, typology=typology), key=lambda one: (one.pos, one.k))


def dimension_named(reader: Reader, typology: Key, name: str) -> TypologyDimension:
    """The dimension of that name in a typology. Raises NotFound, Ambiguous."""
    by_key = keyed(reader, TypologyDimension, name)
    if by_key is not None and by_key.typology == typology:
        return by_key
    return one_named(dimensions_of(reader, typology), name, lambda one: one.name, "dimension")


def value_named(reader: Reader, dimension: TypologyDimension, name: str) -> DimensionValue:
    """The value of that name on a dimension. Raises NotFound, Ambiguous."""
    by_key = keyed(reader, DimensionValue, name)
    if by_key is not None and by_key.dimension == dimension.k:
        return by_key
    return one_named(values_of(reader, dimension.k), name, lambda one: one.name, "value")


def unit_given(reader: Reader, typology: Typology, case: str, wave: str | None) -> Unit:
    """The row of a case of the typology's kind; its wave where it has several. Raises NotFound, Ambiguous, Invalid."""
    found = [
        row
        for row in rows(reader, Wanted(cases=[case], waves=None if wave is None else [wave])).rows
        if row.kind is typology.kind
    ]
    if len(found) == 1:
        return found[0].case, found[0].wave
    if found:
        message = f"{case} stands in several waves: {', '.join(row.wave_name for row in found)}; say which is meant"
        raise Invalid(message)
    message = f"{case} is no {typology.kind.value} of the chart, and “{typology.name}” is about these"
    raise Invalid(message)


def read_typology(reader: Reader, typology: Typology) -> TypologyNow:
    """A typology as it stands."""
    dimensions = tuple(dimensions_of(reader, typology.k))
    values = {one.k: tuple(values_of(reader, one.k)) for one in dimensions}
    every = [value for found in values.values() for value in found]
    aside = {(one.row, one.wave): one for one in reader.all(SetAside, typology=typology.k)}
    names = {
        (row.case, row.wave): f"{row.name} ({row.wave_name})" if row.wave_name else row.name
        for row in rows(reader, Wanted()).rows
        if row.kind is typology.kind
    }
    units = {unit: name for unit, name in names.items() if unit not in aside}
    types = tuple(types_in(reader, typology.k))
    admitted = {one.k: tuple(each.value for each in reader.all(TypeValue, type=one.k)) for one in types}
    kept = {unit: (names.get(unit, ""), one.reason, one.rev) for unit, one in aside.items()}
    revs = {((one.row, one.wave), v.k): one.rev for v in every for one in reader.all(Placement, value=v.k)}
    placed: dict[Unit, tuple[Key, ...]] = {}
    for unit, value in revs:
        placed[unit] = (*placed.get(unit, ()), value)
    ground = _ground(reader, every)
    return TypologyNow(typology, dimensions, values, units, placed, kept, ground, types, admitted, revs)


def _ground(reader: Reader, values: Sequence[DimensionValue]) -> dict[Unit, tuple[Key, ...]]:
    """For which values elements were drawn from what each row says."""
    found: dict[Unit, dict[Key, None]] = {}
    for value in values:
        if value.category is None:
            continue
        for element in reader.all(Element, category=value.category):
            for link in reader.all(ElementLink, element=element.k):
                found.setdefault((link.row, link.wave), {})[value.k] = None
    return {unit: tuple(keys) for unit, keys in found.items()}
