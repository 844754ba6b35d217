"""Which themes stand on the same words, counted in cases or pairs of segments; each count opens its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from trellis.analysis.cooccurrence import pairs_by_row, units_by_row
from trellis.analysis.crosstab import Below
from trellis.analysis.intervals import Intervals, Whole, intervals, repeated, touching
from trellis.analysis.table import Table
from trellis.core.errors import Invalid
from trellis.core.filters import EVERYTHING, Filters
from trellis.core.framework import Theme
from trellis.core.numbering import numbered_themes
from trellis.store.queries import codings as queries
from trellis.store.queries.codings import CodingRow
from trellis.store.reader import Reader
from trellis.study.counting import Unit, unit_given
from trellis.study.indexed import Indexed, below, indexed, rows_of_themes
from trellis.study.resolve import theme_given
from trellis.study.retrieval import Gathering, Names
from trellis.study.work import Work

_NOTES = {
    Unit.CASES: "Different cases with words of theirs under both themes; on the diagonal, with words under the theme.",
    Unit.SEGMENTS: "Pairs of codings that overlap; on the diagonal, codings of the theme.",
}


class CoOccurring:
    """The calls on what is indexed under two themes at once."""

    _work: Work

    def cooccurrence(
        self, themes: Sequence[str] = (), filters: Filters = EVERYTHING, *, count: Unit | str = Unit.CASES
    ) -> Table:
        """Themes by themes: in how many cases some words are indexed under both.

        themes: numbers or names; without any, all top themes; a single one: those right below it. Each with everything
        under it. count: "cases" (different cases with words of theirs under both) or "segments" (pairs of codings that
        overlap). On the diagonal stands how many cases or codings a theme has; where one holds the other, nothing.
        The words behind a count: `together`. Raises NotFound, Ambiguous, Invalid.
        """
        unit = unit_given(count)
        with self._work.read() as reader:
            rows = _rows(reader, themes)
            found, _ = indexed(self._work, reader, replace(filters, theme=None))
            keys = [theme.k for _, theme in rows]
            under = below(reader, keys, found.theme)
            nested = set(queries.paths(reader.connection))
        counted = (_cases(found, under) if unit is Unit.CASES else _segments(found, under)).tolist()
        values: list[tuple[str | int | None, ...]] = []
        for n, (number, theme) in enumerate(rows):
            apart = [k == theme.k or not {(k, theme.k), (theme.k, k)} & nested for k in keys]
            values.append((number, theme.name, *(counted[n][at] if apart[at] else None for at in range(len(keys)))))
        heads = ("number", "theme", *(number or theme.name for number, theme in rows))
        return Table(heads, tuple(values), f"{unit.value.capitalize()} with words under two themes", _NOTES[unit])

    def together(self, one: str, other: str, filters: Filters = EVERYTHING) -> Table:
        """The words that stand under two themes at once: a row for each pair of codings that overlap.

        one, other: printed number or name, each with everything under it. cases: those whose the shared words are.
        Raises NotFound, Ambiguous, and Invalid if one theme holds the other.
        """
        with self._work.read() as reader:
            keys = theme_given(reader, one).k, theme_given(reader, other).k
            if {keys, keys[::-1]} & set(queries.paths(reader.connection)):
                message = (
                    f"“{one}” and “{other}” are one theme, or one holds the other: its words are under both anyway"
                )
                raise Invalid(message)
            me = self._work.person_name
            sides = [list(Gathering(reader, filters, me, theme).codings()) for theme in (one, other)]
            gathering = Gathering(reader, filters, me)
            pairs = _overlapping(*sides)
            extracts = gathering.extracts([_shared(*pair) for pair in pairs])
            names = Names(reader, gathering.scope.texts)
        rows = tuple(
            (
                extract.source,
                "; ".join(extract.cases),
                extract.speaker,
                extract.part,
                extract.page,
                extract.start,
                extract.end,
                extract.words,
                f"{extract.number} {extract.theme}".strip(),
                f"{names.numbers.get(second.theme, '')} {names.themes[second.theme]}".strip(),
                first.k,
                second.k,
            )
            for extract, (first, second) in zip(extracts, pairs, strict=True)
        )
        return Table(_COLUMNS, rows, f"Words under {one} and {other}")


_COLUMNS = (
    "source",
    "cases",
    "speaker",
    "part",
    "page",
    "start",
    "end",
    "words",
    "one theme",
    "other theme",
    "one coding",
    "other coding",
)


def _rows(reader: Reader, names: Sequence[str]) -> list[tuple[str, Theme]]:
    if len(names) < 2:
        rows = rows_of_themes(reader, names[0] if names else None)
        return rows[1:] if names else rows
    numbers = {theme.k: number for number, theme in numbered_themes(reader.all(Theme))}
    themes = {theme.k: theme for theme in (theme_given(reader, name) for name in names)}
    return [(numbers.get(k, ""), theme) for k, theme in themes.items()]


def _cases(found: Indexed, under: Below) -> Whole:
    line, row = _expanded(found.theme.at[found.share], under)
    shares, units = found.shares, len(found.case)
    unit = found.case.at[line]
    groups = shares.group[line] * max(units, 1) + unit
    return units_by_row(Intervals(groups, shares.start[line], shares.end[line]), row, unit, (under.rows, units))


def _segments(found: Indexed, under: Below) -> Whole:
    line, row = _expanded(found.theme.at, under)
    at = found.places
    return pairs_by_row(Intervals(at.group[line], at.start[line], at.end[line]), row, under.rows)


def _expanded(theme: Whole, under: Below) -> tuple[Whole, Whole]:
    """Each line with each row of the table that its theme lies under: (line, row), by line."""
    order = np.argsort(under.theme, kind="stable")
    of = under.theme[order]
    first = np.searchsorted(of, theme, side="left")
    line, at = repeated(first, np.searchsorted(of, theme, side="right") - first)
    return line, under.row[order[at]]


def _overlapping(one: Sequence[CodingRow], other: Sequence[CodingRow]) -> list[tuple[CodingRow, CodingRow]]:
    """The pairs of codings that share a code point, in the order of the first and of the second."""
    pairs = touching(_stretches(one), _stretches(other))
    return [(one[a], other[b]) for a, b in sorted(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))]


def _stretches(rows: Sequence[CodingRow]) -> Intervals:
    return intervals([row.version for row in rows], [row.start for row in rows], [row.end for row in rows])


def _shared(one: CodingRow, other: CodingRow) -> CodingRow:
    """The words that two codings share, as if the first had no more."""
    return one._replace(start=max(one.start, other.start), end=min(one.end, other.end))
