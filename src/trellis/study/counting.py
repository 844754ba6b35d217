"""Counts by theme and attribute: cases first, segments on request; every count opens its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

import numpy as np

from trellis.analysis.columns import whole_columns
from trellis.analysis.crosstab import distinct
from trellis.analysis.intervals import Intervals, Pairs, Truth, Whole, different, repeated
from trellis.analysis.table import Table
from trellis.core.attribute import Attribute, AttributeType, Owner
from trellis.core.errors import Invalid
from trellis.core.filters import EVERYTHING, NOT_KNOWN, Filters
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.numbering import numbered_themes
from trellis.store.queries import codings as queries
from trellis.store.reader import Reader
from trellis.study.resolve import theme_given
from trellis.study.retrieval import Gathering
from trellis.study.scope import Scope, attribute_named, values_at
from trellis.study.voices import belonging_of
from trellis.study.work import Work


class Unit(StrEnum):
    """What is counted."""

    CASES = "cases"
    SEGMENTS = "segments"


@dataclass(frozen=True, slots=True)
class _Indexed:
    """Codings by the columns, and the pairs of a coding's row with a case that it belongs to."""

    theme: Whole
    source: Whole
    pairs: Pairs

    def __len__(self) -> int:
        return len(self.theme)


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
        unit = _unit(count)
        with self._work.read() as reader:
            given = attribute_named(reader, attribute)
            rows = _rows(reader, theme)
            indexed, scope = self._indexed(reader, filters, theme)
            columns, lines = _columns(reader, given, indexed, scope, unit)
            under = _under(reader, [found.k for _, found in rows], indexed.theme)
        shape = (len(rows), len(columns))
        row, at = _joined(under, Pairs(lines.coding, np.arange(len(lines.coding))))
        cells = distinct(row, lines.column[at], lines.unit[at], shape)
        totals = distinct(row, np.zeros(len(row), dtype=np.int64), lines.unit[at], (len(rows), 1))
        values = tuple(
            (number, found.name, *cells[n].tolist(), int(totals[n, 0])) for n, (number, found) in enumerate(rows)
        )
        title = f"{unit.value.capitalize()} by theme and {given.name}"
        return Table(("number", "theme", *columns, "total"), values, title, _note(unit, given, indexed))

    def counts(self, filters: Filters = EVERYTHING) -> Table:
        """Each theme: codings right under it; and with everything below it, codings, cases and sources.

        Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.read() as reader:
            indexed, _ = self._indexed(reader, filters)
            themes = numbered_themes(reader.all(Theme))
            under = _under(reader, [theme.k for _, theme in themes], indexed.theme)
        row, pair = _joined(under, Pairs(indexed.pairs.left, np.arange(len(indexed.pairs.left))))
        own = Counter(indexed.theme.tolist())
        codings = _per_row(under.left, under.right, len(themes))
        cases = _per_row(row, indexed.pairs.right[pair], len(themes))
        sources = _per_row(under.left, indexed.source[under.right], len(themes))
        rows = tuple(
            (number, theme.name, own[theme.k], codings[n], cases[n], sources[n])
            for n, (number, theme) in enumerate(themes)
        )
        return Table(("number", "theme", "own codings", "codings", "cases", "sources"), rows, "What is indexed")

    def _indexed(self, reader: Reader, filters: Filters, theme: str | None = None) -> tuple[_Indexed, Scope]:
        """The columns that counts are made of, kept until the study changes: reading them takes far longer."""

        def read() -> tuple[_Indexed, Scope]:
            gathering = Gathering(reader, filters, theme)
            return _indexed(reader, filters, gathering), gathering.scope

        return self._work.kept.get(reader, ("indexed", filters, theme), read)


@dataclass(frozen=True, slots=True)
class _Lines:
    """What is counted, line by line: the coding's row, the column it falls in, the unit that counts once."""

    coding: Whole
    column: Whole
    unit: Whole


def _unit(given: Unit | str) -> Unit:
    try:
        return Unit(given)
    except ValueError as error:
        message = f"“{given}” cannot be counted; there are: {', '.join(Unit)}"
        raise Invalid(message) from error


def _rows(reader: Reader, theme: str | None) -> list[tuple[str, Theme]]:
    themes = reader.all(Theme)
    numbered = numbered_themes(themes)
    if theme is None:
        return [(number, found) for number, found in numbered if found.parent is None]
    top = theme_given(reader, theme)
    number = next((number for number, found in numbered if found.k == top.k), "")
    return [(number, top), *((number, found) for number, found in numbered if found.parent == top.k)]


def _indexed(reader: Reader, filters: Filters, gathering: Gathering) -> _Indexed:
    """The codings with their cases; where filters ask for cases, only with those that they ask for."""
    theme, source, version, start, end = _coded(reader, filters, gathering)
    pairs = belonging_of(reader, Intervals(version, start, end), source)
    if gathering.scope.admitted is None:
        return _Indexed(theme, source, pairs)
    kept = _admitted(gathering.scope, source[pairs.left], pairs.right)
    pairs = Pairs(pairs.left[kept], pairs.right[kept])
    rows = different(pairs.left)
    return _Indexed(theme[rows], source[rows], Pairs(np.searchsorted(rows, pairs.left), pairs.right))


def _coded(reader: Reader, filters: Filters, gathering: Gathering) -> tuple[Whole, ...]:
    """Theme, source, version, start and end of the codings that filters on texts and speakers leave."""
    if filters.speaker:
        rows = gathering.codings()
        return whole_columns(((row.theme, row.source, row.version, row.start, row.end) for row in rows), 5)
    narrowed = filters.source or filters.kind or filters.wave or filters.case or filters.where
    sources = tuple(text.source for text in gathering.scope.texts) if narrowed else None
    return whole_columns(queries.places_coded(reader.connection, replace(gathering.wanted, sources=sources)), 5)


def _admitted(scope: Scope, source: Whole, case: Whole) -> Truth:
    """Which pairs of a source and a case are those that filters ask for."""
    pairs, at = _pairs(source, case)
    kept: Truth = np.array([scope.admits(of, (owner,)) for of, owner in pairs], dtype=bool)[at]
    return kept


def _columns(
    reader: Reader, attribute: Attribute, indexed: _Indexed, scope: Scope, unit: Unit
) -> tuple[list[str], _Lines]:
    """The values that head the columns, and which coding counts in which of them."""
    every = np.arange(len(indexed))
    waves = {wave: values_at(reader, attribute, wave) for wave in set(scope.wave_of.values())}
    if unit is Unit.CASES or attribute.of is Owner.CASE:
        coding, case = indexed.pairs.left, indexed.pairs.right
    else:
        coding, case = every, every
    source = indexed.source[coding]
    pairs, at = _pairs(source, case if attribute.of is Owner.CASE else source)
    values = [waves[scope.wave_of[of]].get(owner, NOT_KNOWN) for of, owner in pairs]
    heads = _heads(attribute, set(values))
    place = {value: n for n, value in enumerate(heads)}
    column = np.array([place[value] for value in values], dtype=np.int64)[at]
    return heads, _Lines(coding, column, case if unit is Unit.CASES else coding)


def _pairs(source: Whole, owner: Whole) -> tuple[list[tuple[Key, Key]], Whole]:
    """The different pairs (source, owner), few beside the codings, and for each line the place of its pair."""
    sources, s = np.unique(source, return_inverse=True)
    owners, o = np.unique(owner, return_inverse=True)
    both, at = np.unique(s * max(len(owners), 1) + o, return_inverse=True)
    first, second = np.divmod(both, max(len(owners), 1))
    return list(zip(sources[first].tolist(), owners[second].tolist(), strict=True)), at


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


def _under(reader: Reader, themes: Sequence[Key], of_coding: Whole) -> Pairs:
    """Every pair (row of `themes`, coding under that theme or one of its sub-themes), by row."""
    row = {k: at for at, k in enumerate(themes)}
    above: dict[Key, list[int]] = {}
    for ancestor, theme in queries.paths(reader.connection):
        if ancestor in row:
            above.setdefault(theme, []).append(row[ancestor])
    rows: list[Whole] = [np.array([], dtype=np.int64)]
    codings: list[Whole] = [np.array([], dtype=np.int64)]
    for theme, places in above.items():
        here = np.flatnonzero(of_coding == theme)
        for place in places:
            rows.append(np.full(len(here), place))
            codings.append(here)
    return Pairs(np.concatenate(rows), np.concatenate(codings))


def _joined(under: Pairs, lines: Pairs) -> tuple[Whole, Whole]:
    """For each coding in `under` each of its lines: (row of themes, line). lines: (coding, line), by coding."""
    first = np.searchsorted(lines.left, under.right, side="left")
    count = np.searchsorted(lines.left, under.right, side="right") - first
    row, at = repeated(first, count)
    return under.left[row], lines.right[at]


def _per_row(row: Whole, unit: Whole, rows: int) -> list[int]:
    counted: list[int] = distinct(row, np.zeros(len(row), dtype=np.int64), unit, (rows, 1))[:, 0].tolist()
    return counted


def _note(unit: Unit, attribute: Attribute, indexed: _Indexed) -> str:
    nobody = len(indexed) - len(different(indexed.pairs.left))
    counted = "Different cases" if unit is Unit.CASES else "Codings"
    more = f" {nobody} codings belong to no case." if nobody and attribute.of is Owner.CASE else ""
    return f"{counted}; each theme with everything under it, so columns and rows do not add up to their totals.{more}"
