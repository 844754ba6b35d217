"""What is indexed, in the columns that counts are made of; kept until the study changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from trellis.analysis.belonging import Shares
from trellis.analysis.columns import whole_columns
from trellis.analysis.crosstab import Below, Ranked, once, ranked
from trellis.analysis.intervals import Intervals, Truth, Whole, different
from trellis.core.filters import Filters
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.numbering import numbered_themes
from trellis.store.queries import codings as queries
from trellis.store.reader import Reader
from trellis.study.resolve import theme_given
from trellis.study.retrieval import Gathering
from trellis.study.scope import Scope
from trellis.study.voices import shares_of
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class Indexed:
    """Codings in order of text and place, and what of them belongs to which case.

    places: start and end (code points), the group is the number of the text. share: the coding of each share, `shares`:
    where it is, by text, case and place; case: whose. pair, pair_case: each pair of a coding and a case once, the
    case as a place in `case.keys`.
    """

    theme: Ranked
    source: Ranked
    places: Intervals
    share: Whole
    shares: Intervals
    case: Ranked
    pair: Whole
    pair_case: Whole

    def __len__(self) -> int:
        return len(self.theme.at)

    def only(self, themes: Iterable[Key]) -> Indexed:
        """What is indexed under these themes themselves; themes, sources and cases keep their numbers."""
        wanted = np.isin(self.theme.keys, list(themes))[self.theme.at]
        kept, shares, pairs = np.flatnonzero(wanted), wanted[self.share], wanted[self.pair]
        return Indexed(
            Ranked(self.theme.keys, self.theme.at[kept]),
            Ranked(self.source.keys, self.source.at[kept]),
            self.places.only(wanted),
            np.searchsorted(kept, self.share[shares]),
            self.shares.only(shares),
            Ranked(self.case.keys, self.case.at[shares]),
            np.searchsorted(kept, self.pair[pairs]),
            self.pair_case[pairs],
        )


def indexed(work: Work, reader: Reader, filters: Filters) -> tuple[Indexed, Scope]:
    """What filters leave of the index, with what the filters mean: a moment's work until the study changes."""

    def read() -> tuple[Indexed, Scope]:
        gathering = Gathering(reader, filters, work.person_name)
        return _read(reader, filters, gathering), gathering.scope

    return work.kept.get(reader, ("indexed", filters), read)


def _read(reader: Reader, filters: Filters, gathering: Gathering) -> Indexed:
    """The codings with their cases; where filters ask for cases, only with those that they ask for."""
    theme, source, version, start, end = _coded(reader, filters, gathering)
    texts = ranked(version)
    order = np.lexsort((start, texts.at))
    theme, source, version, start, end = (column[order] for column in (theme, source, version, start, end))
    found = shares_of(reader, Intervals(version, start, end), source)
    if gathering.scope.admitted is not None:
        kept = _admitted(gathering.scope, source[found.row], found.case)
        rows = different(found.row[kept])
        at = np.searchsorted(rows, found.row[kept])
        found = Shares(at, found.case[kept], found.start[kept], found.end[kept])
        theme, source, version, start, end = (column[rows] for column in (theme, source, version, start, end))
    return _in_order(theme, source, Intervals(np.searchsorted(texts.keys, version), start, end), found)


def _in_order(theme: Whole, source: Whole, places: Intervals, found: Shares) -> Indexed:
    text, case = places.group[found.row], ranked(found.case)
    order = np.lexsort((found.start, case.at, text))
    wide = max(len(case), 1)
    pair, pair_case = np.divmod(once(found.row * wide + case.at, len(theme) * wide), wide)
    return Indexed(
        ranked(theme),
        ranked(source),
        places,
        found.row[order],
        Intervals(text[order], found.start[order], found.end[order]),
        Ranked(case.keys, case.at[order]),
        pair,
        pair_case,
    )


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
    sources, cases = ranked(source), ranked(case)
    wide = max(len(cases), 1)
    both = sources.at * wide + cases.at
    known = once(both, len(sources) * wide)
    of, owner = sources.keys[known // wide].tolist(), cases.keys[known % wide].tolist()
    kept: Truth = np.array([scope.admits(s, (c,)) for s, c in zip(of, owner, strict=True)], dtype=bool)
    return kept[np.searchsorted(known, both)]


def rows_of_themes(reader: Reader, theme: str | None) -> list[tuple[str, Theme]]:
    """A theme and those right below it, or all top themes, with their numbers. Raises NotFound, Ambiguous."""
    numbered = numbered_themes(reader.all(Theme))
    if theme is None:
        return [(number, found) for number, found in numbered if found.parent is None]
    top = theme_given(reader, theme)
    number = next((number for number, found in numbered if found.k == top.k), "")
    return [(number, top), *((number, found) for number, found in numbered if found.parent == top.k)]


def below(reader: Reader, rows: Sequence[Key], themes: Ranked) -> Below:
    """Which of the themes that codings have lie under which row of a table, a row under itself included."""
    row = {k: at for at, k in enumerate(rows)}
    place = {k: at for at, k in enumerate(themes.keys.tolist())}
    found = [
        (row[ancestor], place[theme])
        for ancestor, theme in queries.paths(reader.connection)
        if ancestor in row and theme in place
    ]
    return Below(len(rows), *whole_columns(found, 2))
