"""The attributes of cases and sources: their types, their values, where these come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from trellis.core.attribute import Attribute, AttributeValue, Owner
from trellis.core.attribute_types import CATEGORIES, TypeOf, declared, how_known
from trellis.core.case import Case, Wave
from trellis.core.errors import Invalid, NotFound
from trellis.core.keys import NO_KEY
from trellis.core.source import Source
from trellis.store.reader import Reader
from trellis.study.attribute_steps import (
    attribute_named,
    define_attribute,
    owner_named,
    put_value,
    require_free,
    require_levels_fit,
    require_unused,
    wave_of_value,
)
from trellis.study.case_grid import CaseGrid, case_attributes, case_grid
from trellis.study.resolve import wave_named
from trellis.study.table import Table, Value
from trellis.study.value_block import BlockLine, Pasted, block_of
from trellis.study.work import Work


class AttributesOfStudy:
    """What is known of cases and sources beside what was said."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def listing(self) -> Table:
        """Every attribute: of what, its type and categories, whether it varies by wave, how many values it has."""
        with self._work.read() as reader:
            counted = Counter(value.attribute for value in reader.all(AttributeValue))
            listed = _in_order(reader)
        rows = tuple(
            (a.name, a.of.value, a.type.value, ", ".join(a.levels) or None, a.per_wave, counted[a.k]) for a in listed
        )
        return Table(("attribute", "of", "type", "categories", "by wave", "values"), rows, "Attributes")

    def table(self, of: str = "case") -> Table:
        """Cases (or sources) by attributes; a row a case and wave where values vary by wave.

        Values that were estimated have "(estimated)" behind them, those that were told "(told)".
        """
        owner = _owner(of)
        with self._work.read() as reader:
            columns = [attribute for attribute in _in_order(reader) if attribute.of is owner]
            owners = _owners(reader, owner)
            waves = sorted(reader.all(Wave), key=lambda wave: wave.pos)
            values = {(v.attribute, v.owner, v.wave): v for v in reader.all(AttributeValue)}
        varying = any(column.per_wave for column in columns) and bool(waves)
        rows: list[tuple[Value, ...]] = []
        for one in owners:
            for wave in waves if varying else [None]:
                found = [values.get((c.k, one.k, wave.k if c.per_wave and wave else NO_KEY)) for c in columns]
                if wave is not None and not any(v for c, v in zip(columns, found, strict=True) if c.per_wave):
                    continue
                rows.append((one.name, *([wave.name] if wave else []), *map(_shown, found)))
            if varying and not any(row[0] == one.name for row in rows[-len(waves) :]):
                found = [values.get((c.k, one.k, NO_KEY)) for c in columns]
                rows.append((one.name, None, *map(_shown, found)))
        heads = (owner.value, *(["wave"] if varying else []), *(column.name for column in columns))
        return Table(heads, tuple(rows), "Attributes")

    def of_cases(self) -> tuple[Attribute, ...]:
        """The attributes of cases in their order, as records."""
        with self._work.read() as reader:
            return case_attributes(reader)

    def grid(self) -> CaseGrid:
        """Cases, attributes of cases, waves and values as records, for a grid that people edit."""
        with self._work.read() as reader:
            return case_grid(reader)

    def define(self, name: str, kind: str, *, of: str = "case", per_wave: bool = False) -> Attribute:
        """Adds an attribute behind the others. kind: "whole", "date", "category:a,b", "ordered:low,high".

        Raises AlreadyThere, Invalid.
        """
        with self._work.change("attribute.define") as change:
            if not name.strip():
                message = "an attribute needs a name"
                raise Invalid(message)
            return define_attribute(change, name, declared(kind), _owner(of), per_wave=per_wave)

    def rename(self, name: str, new: str) -> None:
        """Gives an attribute another name. Raises NotFound, AlreadyThere."""
        with self._work.change("attribute.rename") as change:
            attribute = attribute_named(change, name)
            require_free(change, new)
            change.update(attribute, replace(attribute, name=new.strip()))

    def retype(self, name: str, kind: str) -> None:
        """Gives an attribute another type, or its categories another order. Raises Invalid if values do not fit."""
        with self._work.change("attribute.retype") as change:
            attribute = attribute_named(change, name)
            wanted = declared(kind)
            if wanted.type in CATEGORIES and not wanted.levels:
                wanted = TypeOf(wanted.type, attribute.levels)
            require_levels_fit(change, attribute, wanted)
            change.update(attribute, replace(attribute, type=wanted.type, levels=wanted.levels))

    def remove(self, name: str) -> None:
        """Removes an attribute with all its values. Raises NotFound, or Invalid where findings speak by it."""
        with self._work.change("attribute.remove") as change:
            attribute = attribute_named(change, name)
            require_unused(change, attribute)
            change.delete(*change.all(AttributeValue, attribute=attribute.k))
            change.delete(attribute)

    def set(self, owner: str, name: str, value: str, *, wave: str | None = None, how: str = "recorded") -> None:
        """Sets one value of a case or source. how: told, recorded or estimated.

        A category that is not there yet has to be added with `retype` first. Raises NotFound, Invalid.
        """
        with self._work.change("attribute.set") as change:
            attribute = attribute_named(change, name)
            at = wave_of_value(attribute, None if wave is None else wave_named(change, wave))
            put_value(change, attribute, owner_named(change, attribute, owner).k, value, wave=at, how=how_known(how))

    def put_block(
        self, block: Sequence[Pasted], *, how: str = "recorded", new_categories: bool = False, dry_run: bool = False
    ) -> tuple[BlockLine, ...]:
        """Sets many values of cases at once, and says what becomes of each; what does not fit is left out.

        Empty values change nothing. new_categories: categories without an order grow by values they do not have.
        dry_run: nothing is written. Raises NotFound or Ambiguous for an attribute, Invalid for `how`.
        """
        known = how_known(how)
        if dry_run:
            with self._work.read() as reader:
                return block_of(reader, block, known, new_categories=new_categories).lines
        with self._work.change("attribute.set_block") as change:
            planned = block_of(change, block, known, new_categories=new_categories)
            planned.write(change)
            return planned.lines

    def unset(self, owner: str, name: str, *, wave: str | None = None) -> None:
        """Takes one value away. Raises NotFound."""
        with self._work.change("attribute.unset") as change:
            attribute = attribute_named(change, name)
            at = wave_of_value(attribute, None if wave is None else wave_named(change, wave))
            one = owner_named(change, attribute, owner)
            before = change.find(AttributeValue, attribute.k, one.k, at)
            if before is None:
                message = f"“{one.name}” has no value of “{attribute.name}”"
                raise NotFound(message)
            change.delete(before)


def _in_order(reader: Reader) -> list[Attribute]:
    return sorted(reader.all(Attribute), key=lambda attribute: (attribute.pos, attribute.k))


def _owners(reader: Reader, of: Owner) -> list[Case] | list[Source]:
    if of is Owner.SOURCE:
        return sorted(reader.all(Source), key=lambda source: source.name)
    return sorted(reader.all(Case), key=lambda case: (case.pos, case.k))


def _owner(given: str) -> Owner:
    for owner in Owner:
        if owner.value == given.strip().casefold():
            return owner
    message = f"“{given}” has no attributes; give case or source"
    raise Invalid(message)


def _shown(value: AttributeValue | None) -> str | None:
    if value is None:
        return None
    how = value.how_known.value
    return value.value if how == "recorded" else f"{value.value} ({how})"
