"""Typologies: dimensions made of categories, cases placed on them, types as combinations of their values."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.case import CaseKind
from trellis.core.keys import Key


@dataclass(frozen=True, slots=True)
class Typology:
    """Types built from what was found in the chart. kind: the kind of case that it parts into types."""

    k: Key
    rev: Key
    name: str
    description: str
    kind: CaseKind
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class TypologyDimension:
    """An axis along which the cases differ. pos: fractional position in the typology."""

    k: Key
    rev: Key
    typology: Key
    pos: str
    name: str
    question: str


@dataclass(frozen=True, slots=True)
class DimensionValue:
    """One value of a dimension. category: the category of a worksheet that it was made of, None for none."""

    k: Key
    rev: Key
    dimension: Key
    pos: str
    name: str
    category: Key | None


@dataclass(frozen=True, slots=True)
class Placement:
    """A case (in a wave, 0 for none) placed on a value. Two of one dimension say that its values are not discrete."""

    value: Key
    row: Key
    wave: Key
    rev: Key
    note: str
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """A case that cannot be placed in a typology, with the reason."""

    typology: Key
    row: Key
    wave: Key
    rev: Key
    reason: str
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class CaseType:
    """A type: the combinations in which each dimension has one of the values that `TypeValue` names for it."""

    k: Key
    rev: Key
    typology: Key
    pos: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class TypeValue:
    """A value that cases of a type may have. A dimension of which none is named may have any."""

    type: Key
    value: Key
    rev: Key
