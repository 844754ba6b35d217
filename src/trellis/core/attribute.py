"""Attributes: typed properties of cases and sources."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from trellis.core.errors import Invalid
from trellis.core.keys import Key


class AttributeType(StrEnum):
    """What values an attribute takes."""

    TEXT = "text"
    WHOLE = "whole number"
    DECIMAL = "decimal"
    BOOLEAN = "true/false"
    DATE = "date"
    CATEGORY = "category"
    ORDERED = "ordered category"


class Owner(StrEnum):
    """What an attribute describes."""

    CASE = "case"
    SOURCE = "source"


class HowKnown(StrEnum):
    """How a value came to be known."""

    TOLD = "told"
    RECORDED = "recorded"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property. levels: the categories, in order where ordered. pos: fractional position among attributes."""

    k: Key
    rev: Key
    name: str
    of: Owner
    type: AttributeType
    levels: tuple[str, ...]
    per_wave: bool
    pos: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class AttributeValue:
    """One value. wave: 0 where the attribute does not vary by wave. value: canonical text (see `parse_value`)."""

    attribute: Key
    owner: Key
    wave: Key
    rev: Key
    value: str
    how_known: HowKnown
    origin: str


_WHOLE = re.compile(r"[+-]?\d+")
_TRUE = frozenset({"true", "yes", "y", "1", "ja", "oui", "wahr"})
_FALSE = frozenset({"false", "no", "n", "0", "nein", "non", "falsch"})


def parse_value(attribute: Attribute, given: str) -> str:
    """The canonical text of a value: digits, ISO date, "true"/"false", or the category as spelt in levels.

    Raises Invalid with what was given and what would fit.
    """
    text = given.strip()
    parsed = _PARSERS[attribute.type](attribute, text)
    if parsed is None:
        message = f"“{given}” does not fit the attribute “{attribute.name}”; it takes {_takes(attribute)}"
        raise Invalid(message)
    return parsed


def _takes(attribute: Attribute) -> str:
    if attribute.type in {AttributeType.CATEGORY, AttributeType.ORDERED}:
        return "one of " + ", ".join(f"“{level}”" for level in attribute.levels)
    return {
        AttributeType.WHOLE: "a whole number such as 12",
        AttributeType.DECIMAL: "a number such as 12.5",
        AttributeType.BOOLEAN: "yes or no",
        AttributeType.DATE: "a date such as 2026-03-31",
    }.get(attribute.type, "any text")


def _text(_attribute: Attribute, text: str) -> str | None:
    return text


def _whole(_attribute: Attribute, text: str) -> str | None:
    return str(int(text)) if _WHOLE.fullmatch(text) else None


def _decimal(_attribute: Attribute, text: str) -> str | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return format(number, "f") if number.is_finite() else None


def _boolean(_attribute: Attribute, text: str) -> str | None:
    folded = text.casefold()
    if folded in _TRUE:
        return "true"
    return "false" if folded in _FALSE else None


def _date(_attribute: Attribute, text: str) -> str | None:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _level(attribute: Attribute, text: str) -> str | None:
    by_fold = {level.casefold(): level for level in attribute.levels}
    return by_fold.get(text.casefold())


_PARSERS = {
    AttributeType.TEXT: _text,
    AttributeType.WHOLE: _whole,
    AttributeType.DECIMAL: _decimal,
    AttributeType.BOOLEAN: _boolean,
    AttributeType.DATE: _date,
    AttributeType.CATEGORY: _level,
    AttributeType.ORDERED: _level,
}


def guess_type(values: list[str]) -> AttributeType:
    """The narrowest type that all the non-empty values fit; category where few texts recur."""
    filled = [value.strip() for value in values if value.strip()]
    if not filled:
        return AttributeType.TEXT
    probe = Attribute(0, 0, "", Owner.CASE, AttributeType.TEXT, (), per_wave=False, pos="")
    for kind in (AttributeType.WHOLE, AttributeType.DECIMAL, AttributeType.DATE):
        if all(_PARSERS[kind](probe, value) is not None for value in filled):
            return kind
    if {value.casefold() for value in filled} <= {"yes", "no", "true", "false"}:
        return AttributeType.BOOLEAN
    distinct = {value.casefold() for value in filled}
    longest = max(len(value) for value in filled)
    most_levels = 20
    longest_level = 60
    few = len(distinct) <= most_levels and longest <= longest_level
    return AttributeType.CATEGORY if few else AttributeType.TEXT
