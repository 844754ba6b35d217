"""Finding attributes and setting their values. Shared steps: they take a reader or an open change."""

from __future__ import annotations

from dataclasses import replace

from trellis.core.attribute import Attribute, AttributeType, AttributeValue, HowKnown, Owner, parse_value
from trellis.core.attribute_types import CATEGORIES, TypeOf, levels_in
from trellis.core.case import Case, Wave
from trellis.core.errors import AlreadyThere, Invalid
from trellis.core.finding import FindingLink
from trellis.core.intent import Experience
from trellis.core.keys import NO_KEY, Key
from trellis.core.order import between
from trellis.core.source import Source
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.resolve import case_named, folded, keyed, one_named, source_named


def attribute_named(reader: Reader, name: str) -> Attribute:
    """The attribute of that name or key. Raises NotFound or Ambiguous."""
    return keyed(reader, Attribute, name) or one_named(
        reader.all(Attribute), name, lambda attribute: attribute.name, "attribute"
    )


def require_unused(reader: Reader, attribute: Attribute) -> None:
    """Nothing, if no finding speaks by the attribute and no experience is told by it; raises Invalid otherwise."""
    resting = {
        "findings speak by it": len(reader.all(FindingLink, about=attribute.k)),
        "cells of the intent × experience chart are told by it": len(reader.all(Experience, attribute=attribute.k)),
    }
    listed = ", ".join(f"{number} {what}" for what, number in resting.items() if number)
    if listed:
        message = f"“{attribute.name}” cannot go: {listed}; change those first"
        raise Invalid(message)


def require_free(reader: Reader, name: str) -> None:
    """Nothing, if no attribute has the name; raises AlreadyThere."""
    if any(folded(attribute.name) == folded(name) for attribute in reader.all(Attribute)):
        message = f"there is an attribute “{name}” already; give another name, or set its values as it is"
        raise AlreadyThere(message)


def define_attribute(change: Change, name: str, kind: TypeOf, of: Owner, *, per_wave: bool) -> Attribute:
    """Adds an attribute behind the others. Raises AlreadyThere."""
    require_free(change, name)
    last = max((attribute.pos for attribute in change.all(Attribute)), default=None)
    pos = between(last, None)
    made = Attribute(change.new_key(), 0, name.strip(), of, kind.type, kind.levels, per_wave=per_wave, pos=pos)
    change.insert(made)
    return made


def grown(attribute: Attribute, values: list[str]) -> Attribute:
    """The attribute with categories it did not have so far; an ordered one stays, since their place is unknown."""
    if attribute.type is not AttributeType.CATEGORY:
        return attribute
    have = {level.casefold() for level in attribute.levels}
    more = tuple(level for level in levels_in(values) if level.casefold() not in have)
    return replace(attribute, levels=attribute.levels + more) if more else attribute


def owner_named(reader: Reader, attribute: Attribute, name: str) -> Case | Source:
    """The case or source that a value of the attribute describes. Raises NotFound or Ambiguous."""
    return case_named(reader, name) if attribute.of is Owner.CASE else source_named(reader, name)


def wave_of_value(attribute: Attribute, wave: Wave | None) -> Key:
    """The wave that a value is kept under, 0 for an attribute that does not vary. Raises Invalid."""
    if attribute.per_wave and wave is None:
        message = f"“{attribute.name}” varies by wave; say which wave the value belongs to"
        raise Invalid(message)
    if not attribute.per_wave and wave is not None:
        message = f"“{attribute.name}” does not vary by wave; leave the wave out, or let it vary first"
        raise Invalid(message)
    return NO_KEY if wave is None else wave.k


def put_value(
    change: Change, attribute: Attribute, owner: Key, given: str, *, wave: Key, how: HowKnown, origin: str = ""
) -> None:
    """Sets one value, in place of another where there is one. Raises Invalid if it does not fit."""
    value = AttributeValue(attribute.k, owner, wave, 0, parse_value(attribute, given), how, origin)
    before = change.find(AttributeValue, attribute.k, owner, wave)
    if before is None:
        change.insert(value)
    else:
        change.update(before, replace(value, rev=before.rev))


def require_levels_fit(reader: Reader, attribute: Attribute, kind: TypeOf) -> None:
    """Nothing, if every value of the attribute fits the type; raises Invalid naming those that do not."""
    changed = replace(attribute, type=kind.type, levels=kind.levels)
    values = reader.all(AttributeValue, attribute=attribute.k)
    wrong = sorted({value.value for value in values if not _fits(changed, value.value)})
    if wrong:
        listed = ", ".join(f"“{value}”" for value in wrong[:8])
        message = f"“{attribute.name}” has values that {kind} does not take: {listed}; change them first"
        raise Invalid(message)


def _fits(attribute: Attribute, value: str) -> bool:
    try:
        return parse_value(attribute, value) == value
    except Invalid:
        return False


def completed(kind: TypeOf, values: list[str]) -> TypeOf:
    """The type with the categories that the values hold, where it was declared without any."""
    if kind.type in CATEGORIES and not kind.levels:
        return TypeOf(kind.type, levels_in(values))
    return kind
