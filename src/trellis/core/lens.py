"""Lenses: declared ways to classify or test, known before the cases are read. What a lens file says, as records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.errors import Invalid

UNKNOWN = "unknown"
NOT_EVIDENCED = "not evidenced"
OPEN_VALUES = (UNKNOWN, NOT_EVIDENCED)
"""Values that every dimension admits and no file lists. Unknown: the material was looked at and does not settle it.
Not evidenced: nothing in the material speaks of it. Neither is a "no", which is a value that a lens has to list."""


class Unit(StrEnum):
    """What one judgement is about."""

    CASE = "case"
    ROLE = "role"
    TEAM = "team"
    DYAD = "dyad"
    GROUP = "group"
    STAKEHOLDERS = "stakeholder group"
    STUDY = "study"


CASE_BY_WAVE = "case × wave"
"""A unit that files may name: a case in one wave."""


class RuleKind(StrEnum):
    """How outcomes follow from values."""

    DECISION_TABLE = "decision table"
    CONJUNCTION = "conjunction"
    PROFILE = "profile"
    TWO_AXES = "two axes"


class Word(StrEnum):
    """Whose word a judgement rests on, seen from what it is about."""

    SELF = "self"
    COLLEAGUE = "colleague"
    MANAGER = "manager"
    SERVICE_USER = "service user"
    CARER = "carer"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Band:
    """Values of an axis that count as one, such as "high"."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """One thing that is judged. values: in the order of the file, from low to high where `ordered`.

    several: whether one unit may have several values. taken_from: id of a lens whose summary over its units stands
    for a value where nobody judged one.
    """

    id: str
    name: str
    question: str
    values: tuple[str, ...]
    ordered: bool = False
    several: bool = False
    evidence: str = ""
    counter_evidence: str = ""
    bands: tuple[Band, ...] = ()
    taken_from: str = ""

    @property
    def admissible(self) -> tuple[str, ...]:
        """Every value that a judgement may give."""
        return (*self.values, *OPEN_VALUES)


@dataclass(frozen=True, slots=True)
class Criterion:
    """That a dimension has one of these values."""

    dimension: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """That at least so many of these dimensions have one of these values."""

    at_least: int
    values: tuple[str, ...]
    dimensions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome of a lens. name: "" in a cell that no source names.

    requires: all of them. any_of: at least one of them. excludes: none of them. across, down: of a cell, the bands.
    """

    id: str
    name: str
    meaning: str = ""
    requires: tuple[Criterion, ...] = ()
    any_of: tuple[Criterion, ...] = ()
    excludes: tuple[Criterion, ...] = ()
    count: Count | None = None
    across: str = ""
    down: str = ""

    @property
    def label(self) -> str:
        """What is shown: its name, or where it lies for a cell that nobody named."""
        return self.name or f"not named: {self.down} × {self.across}"


@dataclass(frozen=True, slots=True)
class Rule:
    """How outcomes follow. exclusive: the first outcome that holds is the only one.

    evidenced: fewest dimensions with a value before anything but "indeterminate" comes out. otherwise: the outcome
    where none of them can hold. across, down: of two axes, the dimensions. confirmed_by, unless_confirmed: kinds of
    word of which one must be among the evidence, and what the outcome is called besides where none is.
    """

    kind: RuleKind
    exclusive: bool = False
    evidenced: int = 1
    otherwise: str = "none of these"
    across: str = ""
    down: str = ""
    confirmed_by: tuple[Word, ...] = ()
    unless_confirmed: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What all units of a lens together come to: every known one at least so high, none, or some.

    dimension: an ordered one.
    """

    dimension: str
    at_least: str
    every: str
    none: str
    some: str


@dataclass(frozen=True, slots=True)
class Lens:
    """A lens as its file says it.

    by_wave: whether a case may be judged in each wave. named_by: attribute whose values name the units that are no
    cases (a role, a stakeholder group), "" for none.
    """

    id: str
    title: str
    version: str
    question: str
    units: tuple[Unit, ...]
    by_wave: bool
    dimensions: tuple[Dimension, ...]
    outcomes: tuple[Outcome, ...]
    rule: Rule
    label: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""
    named_by: str = ""
    summary: Summary | None = None

    def dimension(self, name: str) -> Dimension:
        """The dimension of that id or name, capitals and hyphens aside. Raises Invalid."""
        wanted = folded(name)
        for one in self.dimensions:
            if wanted in {folded(one.id), folded(one.name)}:
                return one
        there = ", ".join(one.id for one in self.dimensions)
        message = f"“{name}” is no dimension of the lens “{self.title}”; there are: {there}"
        raise Invalid(message)

    def value(self, dimension: Dimension, given: str) -> str:
        """The admissible value of that name. Raises Invalid."""
        wanted = folded(given)
        for value in dimension.admissible:
            if folded(value) == wanted:
                return value
        message = (
            f"“{given}” is no value of “{dimension.id}” in the lens “{self.title}”; "
            f"what fits: {', '.join(dimension.admissible)}"
        )
        raise Invalid(message)


def folded(name: str) -> str:
    """A name for comparison: small letters, hyphens and underscores as spaces, white space folded."""
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").split())
