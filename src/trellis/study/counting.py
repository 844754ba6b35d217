"""Counts by theme and attribute: cases first, segments on request; every count opens its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

import numpy as np

from trellis.analysis.crosstab import Below, Ranked, added, distinct, once
from trellis.analysis.intervals import Whole
from trellis.analysis.table import Table
from trellis.core.attribute import Attribute, AttributeType, Owner
from trellis.core.errors import Invalid
from trellis.core.filters import EVERYTHING, NOT_KNOWN, Filters
from trellis.core.keys import Key
from trellis.store import history
from trellis.store.queries import codings as queries
from trellis.store.reader import Reader
from trellis.study.framework_writing import tree_of
from trellis.study.indexed import Indexed, below, indexed, rows_of_themes
from trellis.study.scope import Scope, attribute_named, values_at
from trellis.study.work import Work


class Unit(StrEnum):
    """What is counted."""

    CASES = "cases"
    SEGMENTS = "segments"


@dataclass(frozen=True, slots=True)
class ThemeCounts:
    """Themes from top to bottom, in columns. change: number of the newest change that it knows.

    number: as printed, "" for an open code. own: codings under the theme itself; codings, cases, sources: with
    everything below it, each counted once.
    """

    change: int
    k: tuple[Key, ...]
    parent: tuple[Key | None, ...]
    number: tuple[str, ...]
    name: tuple[str, ...]
    own: tuple[int, ...]
    codings: tuple[int, ...]
    cases: tuple[int, ...]
    sources: tuple[int, ...]


class Counting:
    """The calls that count what was indexed."""

    _work: Work

    def crosstab(
        self,
        attribute: str,
        theme: str | None = None,
        filters: Filters = EVERYTHING,
        *,
        count: Unit | str = Unit.CASES,
    ) -> Table:
        """Themes by the values of an attribute, with totals.

        Rows: the theme and those right below it, or all top themes; each with everything under it. Cells: different
        cases with at least one coding, or codings. A case whose value changes between waves counts in each of its
        columns, and once in the total. The words behind a cell:
        `retrieve(theme, Filters(where=((attribute, (value,)),)))`.
        Raises NotFound, Ambiguous, Invalid.
        """
        unit = unit_given(count)
        with self._work.read() as reader:
            given = attribute_named(reader, attribute)
            rows = rows_of_themes(reader, theme)
            found, scope = indexed(self._work, reader, filters if theme is None else replace(filters, theme=None))
            if theme is not None:
                found = found.only(queries.subtree(reader.connection, rows[0][1].k))
            heads, lines = _columns(reader, given, found, scope, unit)
            under = below(reader, [theme.k for _, theme in rows], found.theme)
        cells, totals = _counted(found, lines, under, len(heads), unit)
        values: tuple[tuple[str | int, ...], ...] = tuple(
            (number, theme.name, *cells[n], totals[n]) for n, (number, theme) in enumerate(rows)
        )
        title = f"{unit.value.capitalize()} by theme and {given.name}"
        return Table(("number", "theme", *heads, "total"), values, title, _note(unit, given, found))

    def counts(self, filters: Filters = EVERYTHING) -> Table:
        """Each theme: codings right under it; and with everything below it, codings, cases and sources.

        Raises NotFound, Ambiguous, Invalid.
        """
        found = self.theme_counts(filters)
        columns = (found.number, found.name, found.own, found.codings, found.cases, found.sources)
        rows = tuple(row for row in zip(*columns, strict=True) if row[0])
        return Table(("number", "theme", "own codings", "codings", "cases", "sources"), rows, "What is indexed")

    def theme_counts(self, filters: Filters = EVERYTHING) -> ThemeCounts:
        """The tree of themes with what is indexed under each, for a screen; open codes come last.

        Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.read() as reader:
            found, _ = indexed(self._work, reader, filters)
            tree = tree_of(reader)
            themes = [*tree.in_order(), *(("", code) for code in tree.codes())]
            under = below(reader, [theme.k for _, theme in themes], found.theme)
            change = history.newest(reader.connection)
        every = _Lines(np.arange(len(found)), np.zeros(len(found), dtype=np.int64), found.source.at)
        of_case = _Lines(found.pair, np.zeros(len(found.pair), dtype=np.int64), found.pair_case)
        own = dict(zip(found.theme.keys.tolist(), np.bincount(found.theme.at).tolist(), strict=True))
        return ThemeCounts(
            change,
            tuple(theme.k for _, theme in themes),
            tuple(theme.parent for _, theme in themes),
            tuple(number for number, _ in themes),
            tuple(theme.name for _, theme in themes),
            tuple(own.get(theme.k, 0) for _, theme in themes),
            tuple(_counted(found, every, under, 1, Unit.SEGMENTS)[1]),
            tuple(_counted(found, of_case, under, 1, Unit.CASES)[1]),
            tuple(_distinct(found, every, under, 1, len(found.source))[:, 0].tolist()),
        )


@dataclass(frozen=True, slots=True)
class _Lines:
    """What is counted, line by line: the coding's row, the column it falls in, the unit that counts once."""

    coding: Whole
    column: Whole
    unit: Whole


def unit_given(given: Unit | str) -> Unit:
    """What is to be counted, by its name. Raises Invalid."""
    try:
        return Unit(given)
    except ValueError as error:
        message = f"“{given}” cannot be counted; there are: {', '.join(Unit)}"
        raise Invalid(message) from error


def _counted(
    found: Indexed, lines: _Lines, under: Below, columns: int, unit: Unit
) -> tuple[list[list[int]], list[int]]:
    """The counts row by row, and the total of each row, in which nothing counts twice."""
    if unit is Unit.CASES:
        every = replace(lines, column=np.zeros(len(lines.column), dtype=np.int64))
        cells = _distinct(found, lines, under, columns, len(found.case))
        totals = _distinct(found, every, under, 1, len(found.case))
    else:
        places = once(lines.coding * columns + lines.column, len(found) * columns)
        coding, column = np.divmod(places, max(columns, 1))
        cells = added(found.theme.at[coding], column, (len(found.theme), columns), under)
        theme = found.theme.at[once(lines.coding, len(found))]
        totals = added(theme, np.zeros(len(theme), dtype=np.int64), (len(found.theme), 1), under)
    return cells.tolist(), totals[:, 0].tolist()


def _distinct(found: Indexed, lines: _Lines, under: Below, columns: int, units: int) -> Whole:
    shape = (len(found.theme), columns, units)
    return distinct(found.theme.at[lines.coding], lines.column, lines.unit, shape, under)


def _columns(
    reader: Reader, attribute: Attribute, found: Indexed, scope: Scope, unit: Unit
) -> tuple[list[str], _Lines]:
    """The values that head the columns, and which coding counts in which of them."""
    waves = {wave: values_at(reader, attribute, wave) for wave in set(scope.wave_of.values())}
    if unit is Unit.CASES or attribute.of is Owner.CASE:
        coding, case = found.pair, found.pair_case
    else:
        coding = case = np.arange(len(found))
    source = found.source.at[coding]
    owner = Ranked(found.case.keys, case) if attribute.of is Owner.CASE else Ranked(found.source.keys, source)
    wide = max(len(owner), 1)
    both = source * wide + owner.at
    known = once(both, len(found.source) * wide)
    pairs = zip(found.source.keys[known // wide].tolist(), owner.keys[known % wide].tolist(), strict=True)
    values = [waves[scope.wave_of[of]].get(of_whom, NOT_KNOWN) for of, of_whom in pairs]
    heads = _heads(attribute, set(values))
    place = {value: n for n, value in enumerate(heads)}
    column = np.array([place[value] for value in values], dtype=np.int64)[np.searchsorted(known, both)]
    return heads, _Lines(coding, column, case if unit is Unit.CASES else coding)


def _heads(attribute: Attribute, found: set[str]) -> list[str]:
    """The values in the order of the attribute's levels, else sorted; those nobody has only where they are levels."""
    known = found - {NOT_KNOWN}
    if attribute.type in {AttributeType.CATEGORY, AttributeType.ORDERED}:
        heads = [*attribute.levels, *sorted(known - set(attribute.levels))]
    elif attribute.type in {AttributeType.WHOLE, AttributeType.DECIMAL}:
        heads = sorted(known, key=Decimal)
    else:
        heads = sorted(known, reverse=attribute.type is AttributeType.BOOLEAN)
    return [*heads, NOT_KNOWN] if NOT_KNOWN in found else heads


def _note(unit: Unit, attribute: Attribute, found: Indexed) -> str:
    nobody = len(found) - len(once(found.pair, len(found)))
    counted = "Different cases" if unit is Unit.CASES else "Codings"
    more = f" {nobody} codings belong to no case." if nobody and attribute.of is Owner.CASE else ""
    return f"{counted}; each theme with everything under it, so columns and rows do not add up to their totals.{more}"
