"""Typologies: dimensions, cases on them, combinations, types."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.case import CaseKind
from trellis.core.typology import TypologyDimension
from trellis.core.typology_rules import Unit, Why
from trellis.study.typology_reading import TypologyNow
from trellis.web.schemas.base import Given, Key, Rev, Shown

Name = Annotated[str, Field(min_length=1, max_length=300)]
Words = Annotated[str, Field(max_length=5_000)]


class TypologyStandShown(Shown):
    """How far a typology is. open: cases that are not placed once on every dimension."""

    k: Key
    name: str
    kind: CaseKind
    dimensions: int
    types: int
    cases: int
    open: int
    aside: int

    @classmethod
    def of(cls, now: TypologyNow) -> TypologyStandShown:
        """The stand as it goes over the wire."""
        return cls(
            k=now.typology.k,
            name=now.typology.name,
            kind=now.typology.kind,
            dimensions=len(now.dimensions),
            types=len(now.types),
            cases=len(now.units),
            open=len({one.unit for one in now.open}),
            aside=len(now.aside),
        )


class DimensionValueShown(Shown):
    """A value of a dimension. category: the category of a worksheet that it was made of, null for none."""

    k: Key
    name: str
    category: Key | None


class TypologyDimensionShown(Shown):
    """A dimension with its values in order."""

    k: Key
    name: str
    question: str
    values: list[DimensionValueShown]


class PlaceShown(Shown):
    """Where a case stands on a dimension.

    rev: what an edit of it rests on, 0 where it is not placed. values: what it is placed on. said: values for which
    elements were drawn from its statements. why: why it is in no combination yet, null where it is placed once.
    """

    dimension: Key
    rev: Rev
    values: list[Key]
    said: list[Key]
    why: Why | None


class PlacedCaseShown(Shown):
    """A case with its place on each dimension, in the order of the dimensions. wave: 0 for none."""

    case: Key
    wave: Key
    name: str
    places: list[PlaceShown]
    open: bool


class AsideShown(Shown):
    """A case that is set aside, and why."""

    case: Key
    wave: Key
    name: str
    reason: str
    rev: Rev


class CombinationShown(Shown):
    """One value of each dimension, with the names of the cases in it (none: it is empty) and its types."""

    values: list[Key]
    cases: list[str]
    types: list[Key]


class CaseTypeShown(Shown):
    """A type. admits: the values that its cases may have. single: one case alone is in it."""

    k: Key
    name: str
    description: str
    admits: list[Key]
    cases: list[str]
    single: bool


class TypologyShown(Shown):
    """A typology as it stands. missing: what is missing before anything can be crossed, "" for nothing."""

    k: Key
    rev: Rev
    name: str
    description: str
    kind: CaseKind
    dimensions: list[TypologyDimensionShown]
    cases: list[PlacedCaseShown]
    aside: list[AsideShown]
    combinations: list[CombinationShown]
    types: list[CaseTypeShown]
    missing: str

    @classmethod
    def of(cls, now: TypologyNow) -> TypologyShown:
        """The typology as it goes over the wire."""
        made = now.typology
        return cls(
            k=made.k,
            rev=made.rev,
            name=made.name,
            description=made.description,
            kind=made.kind,
            dimensions=[_dimension(now, one) for one in now.dimensions],
            cases=_cases(now),
            aside=[aside_shown(unit, *kept) for unit, kept in now.aside.items()],
            combinations=[] if now.missing else _combinations(now),
            types=_types(now),
            missing=now.missing,
        )


class CrossingShown(Shown):
    """Two dimensions crossed: for each pair of values (row, column) the cases, and the types it is in."""

    rows: Key
    columns: Key
    cells: list[CombinationShown]

    @classmethod
    def of(cls, now: TypologyNow, rows: Key, columns: Key) -> CrossingShown:
        """The crossing as it goes over the wire."""
        cells = [
            CombinationShown(
                values=list(pair),
                cases=[now.units[unit] for unit in units],
                types=list(now.types_across(pair, rows, columns)),
            )
            for pair, units in now.crossing_of(rows, columns).combinations.items()
        ]
        return cls(rows=rows, columns=columns, cells=cells)


def aside_shown(unit: Unit, name: str, reason: str, rev: Key) -> AsideShown:
    """A case that is set aside as it goes over the wire."""
    return AsideShown(case=unit[0], wave=unit[1], name=name, reason=reason, rev=rev)


def place_of(now: TypologyNow, unit: Unit, dimension: Key) -> PlaceShown | None:
    """Where a case stands on one dimension, None where it is not in the typology."""
    found = next((one for one in _cases(now) if (one.case, one.wave) == unit), None)
    return None if found is None else next((one for one in found.places if one.dimension == dimension), None)


def _dimension(now: TypologyNow, one: TypologyDimension) -> TypologyDimensionShown:
    values = [DimensionValueShown.model_validate(value) for value in now.values[one.k]]
    return TypologyDimensionShown(k=one.k, name=one.name, question=one.question, values=values)


def _cases(now: TypologyNow) -> list[PlacedCaseShown]:
    why = {(one.unit, one.dimension): one.why for one in now.open}
    return [_case(now, unit, name, why) for unit, name in now.units.items()]


def _case(now: TypologyNow, unit: Unit, name: str, why: dict[tuple[Unit, Key], Why]) -> PlacedCaseShown:
    there, said = now.placed.get(unit, ()), now.ground.get(unit, ())
    places = [
        PlaceShown(
            dimension=dimension,
            rev=now.standing(unit, dimension),
            values=[k for k in values if k in there],
            said=[k for k in values if k in said],
            why=why.get((unit, dimension)),
        )
        for dimension, values in now.axes.items()
    ]
    return PlacedCaseShown(
        case=unit[0], wave=unit[1], name=name, places=places, open=any(one.why is not None for one in places)
    )


def _combinations(now: TypologyNow) -> list[CombinationShown]:
    return [
        CombinationShown(
            values=list(combination),
            cases=[now.units[unit] for unit in units],
            types=list(now.types_at(combination)),
        )
        for combination, units in now.crossing().combinations.items()
    ]


def _types(now: TypologyNow) -> list[CaseTypeShown]:
    inside = {} if now.missing else now.cases_of_types()
    return [
        CaseTypeShown(
            k=one.k,
            name=one.name,
            description=one.description,
            admits=list(now.admitted[one.k]),
            cases=[now.units[unit] for unit in inside.get(one.k, ())],
            single=len(inside.get(one.k, ())) == 1,
        )
        for one in now.types
    ]


class NewTypology(Given):
    """A typology to begin, of the cases of one kind."""

    name: Name
    description: Words = ""
    kind: CaseKind = CaseKind.PERSON


class NewDimension(Given):
    """A dimension: its values from the categories of a theme's worksheet (these, or all if none is given), or named."""

    name: Name
    question: Words = ""
    theme: Key | None = None
    categories: Annotated[list[Key], Field(max_length=200, default_factory=list)]
    values: Annotated[list[Name], Field(max_length=200, default_factory=list)]


class NewValue(Given):
    """A further value of a dimension."""

    name: Name


class CaseGiven(Given):
    """A case, and its wave; 0 where it stands in none."""

    case: Key
    wave: Key = 0


class Placing(CaseGiven):
    """The value that a case is put on, instead of where it was (also: beside it); null takes it off the dimension."""

    dimension: Key
    value: Key | None
    note: Words = ""
    also: bool = False


class SettingAside(CaseGiven):
    """Why a case cannot be placed; null takes that back."""

    reason: Annotated[str | None, Field(max_length=5_000)]


class TypeRequirement(Given):
    """A value that the cases of a type have on a dimension."""

    dimension: Key
    value: Key


class NewType(Given):
    """A type by the values of its cases; several of one dimension: any of these."""

    name: Name
    description: Words = ""
    values: Annotated[list[TypeRequirement], Field(min_length=1, max_length=500)]
