"""Declaring and guessing what type an attribute has, and in which order its categories stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from trellis.core.attribute import AttributeType, HowKnown, guess_type
from trellis.core.errors import Invalid

_WORDS = {
    "text": AttributeType.TEXT,
    "whole": AttributeType.WHOLE,
    "whole number": AttributeType.WHOLE,
    "decimal": AttributeType.DECIMAL,
    "number": AttributeType.DECIMAL,
    "true/false": AttributeType.BOOLEAN,
    "yes/no": AttributeType.BOOLEAN,
    "boolean": AttributeType.BOOLEAN,
    "date": AttributeType.DATE,
    "category": AttributeType.CATEGORY,
    "ordered": AttributeType.ORDERED,
    "ordered category": AttributeType.ORDERED,
}
_DIGITS = re.compile(r"(\d+)")
CATEGORIES = frozenset({AttributeType.CATEGORY, AttributeType.ORDERED})


@dataclass(frozen=True, slots=True)
class TypeOf:
    """An attribute's type, with its categories in order where it has any."""

    type: AttributeType
    levels: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.type.value}: {', '.join(self.levels)}" if self.levels else self.type.value


def declared(given: str) -> TypeOf:
    """The type in words such as "whole number", "category" or "ordered:3,4,5,6".

    Raises Invalid for a word that is no type, categories on a type that has none, an order of fewer than two.
    """
    word, _, listed = given.partition(":")
    kind = _WORDS.get(word.strip().casefold())
    levels = tuple(dict.fromkeys(level.strip() for level in listed.split(",") if level.strip()))
    if kind is None:
        message = f"“{word}” is no type of attribute; give one of: {', '.join(_WORDS)}"
        raise Invalid(message)
    if levels and kind not in CATEGORIES:
        message = f"“{given}”: {kind.value} takes no list; only category and ordered do"
        raise Invalid(message)
    if kind is AttributeType.ORDERED and len(levels) < 2:
        message = f"“{given}” has no order; list the categories from lowest to highest, as in ordered:low,middle,high"
        raise Invalid(message)
    return TypeOf(kind, levels)


def guessed(values: Iterable[str]) -> TypeOf:
    """The type that a column of values suggests, its categories as `levels_in` puts them."""
    listed = list(values)
    kind = guess_type(listed)
    return TypeOf(kind, levels_in(listed) if kind in CATEGORIES else ())


def levels_in(values: Iterable[str]) -> tuple[str, ...]:
    """The different values, spelt as first met; in natural order where all hold a number, else as met."""
    first: dict[str, str] = {}
    for value in values:
        if value.strip():
            first.setdefault(value.strip().casefold(), value.strip())
    found = list(first.values())
    if found and all(_DIGITS.search(value) for value in found):
        found.sort(key=natural)
    return tuple(found)


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sorting key under which "9" comes before "10" and "site 2" before "site 10"."""
    pieces = _DIGITS.split(text.casefold())
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces if piece)


def how_known(given: str) -> HowKnown:
    """The provenance with this name. Raises Invalid."""
    for how in HowKnown:
        if how.value == given.strip().casefold():
            return how
    message = f"“{given}” does not say how a value is known; give one of: {', '.join(how.value for how in HowKnown)}"
    raise Invalid(message)
