"""Searching the texts of a study: words in context, with exact offsets. `study.search` in a notebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from trellis.analysis.intervals import Intervals, inside, intervals
from trellis.analysis.patterns import Sought, sought
from trellis.analysis.table import Table
from trellis.core.around import words_after, words_before
from trellis.core.case import Case
from trellis.core.errors import Invalid
from trellis.core.filters import EVERYTHING, Filters
from trellis.core.keys import Key
from trellis.core.query import Search, understood
from trellis.core.segment import Segment
from trellis.core.turns import clock
from trellis.store.queries import codings as coded
from trellis.store.queries import search as queries
from trellis.store.queries import texts
from trellis.store.queries.texts import PartRow, Text
from trellis.store.reader import Reader
from trellis.study.retrieval import wanted_codings
from trellis.study.scope import Scope, scope_of
from trellis.study.search_facets import Narrowing
from trellis.study.voices import Voices
from trellis.study.work import Work

PAGE = 200
AROUND = 60
_FIRST_CHUNK = 4
FEW = 1_000
"""Parts in which something is found, up to which all of them are looked up at once."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a search found.

    start, end: code points in the current text of the source. left, right: the whole words around, within the turn.
    part: number of the part. cases: names of the cases whose words these are.
    """

    source_key: Key
    version: Key
    source: str
    start: int
    end: int
    left: str
    words: str
    right: str
    part: int
    speaker: str | None
    cases: tuple[str, ...]
    from_ms: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits, and the cursor to give for the next one; None where this is the last."""

    hits: tuple[Hit, ...]
    next: str | None

    def table(self) -> Table:
        """The hits as a table."""
        columns = ("source", "part", "time", "speaker", "cases", "left", "hit", "right", "start", "end")
        rows = tuple(
            (
                hit.source,
                hit.part,
                clock(hit.from_ms),
                hit.speaker,
                "; ".join(hit.cases),
                hit.left,
                hit.words,
                hit.right,
                hit.start,
                hit.end,
            )
            for hit in self.hits
        )
        return Table(columns, rows)


@dataclass(frozen=True, slots=True)
class Count:
    """How much a search finds: places, the parts (turns) that hold them, and the sources."""

    hits: int
    parts: int
    sources: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A hit before it is dressed up: its part's number, where the part's words begin, and all of them."""

    source: Key
    version: Key
    n: int
    words: int
    body: str
    start: int
    end: int


class SearchOfStudy(Narrowing):
    """Words, phrases, prefixes, NEAR, AND, OR, NOT and regular expressions over the current texts."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def find(
        self,
        query: str,
        filters: Filters = EVERYTHING,
        *,
        regex: bool = False,
        limit: int = PAGE,
        after: str | None = None,
        around: int = AROUND,
    ) -> Found:
        """One page of hits by source (name) and position.

        query: see `core.query`. after: the cursor of the page before. around: characters of context; no word is cut.
        Raises BadQuery, NotFound, Ambiguous, Invalid.
        """
        with self._work.read() as reader:
            looked = Looking(reader, understood(query, regex=regex), filters, self._work.person_name)
            spots = list(islice(looked.spots(after), limit + 1))
            hits = looked.hits(spots[:limit], around)
        more = len(spots) > limit > 0
        return Found(hits, f"{spots[limit - 1].source}:{spots[limit - 1].start}" if more else None)

    def count(self, query: str, filters: Filters = EVERYTHING, *, regex: bool = False) -> Count:
        """How many places, parts and sources the query finds. Raises as `find` does."""
        with self._work.read() as reader:
            spots = list(Looking(reader, understood(query, regex=regex), filters, self._work.person_name).spots(None))
        parts = {(spot.version, spot.n) for spot in spots}
        return Count(len(spots), len(parts), len({spot.source for spot in spots}))


class Looking:
    """A search over one state of the study, source by source, as far as it is asked to go.

    viewer: name of the person who works, for a search within what is indexed.
    """

    def __init__(self, reader: Reader, search: Search, filters: Filters, viewer: str) -> None:
        self._reader = reader
        self._scope = scope_of(reader, filters)
        self._expression = search.expression
        self._pattern: Sought | None = None if search.pattern is None else sought(search.pattern)
        self._indexed = _indexed_under(reader, filters, viewer)
        # What is rare is found all at once; going through texts that do not have it takes longer than showing it.
        rare = search.expression is not None and self._pattern is None
        self._few = queries.few(reader.connection, search.expression or "", FEW) if rare else None

    def spots(self, after: str | None = None) -> Iterator[Spot]:
        """Every hit in order, those after the cursor where one is given; reads no further than it is asked."""
        source, start = (None, -1) if after is None else _cursor(after)
        waiting = list(self._scope.texts)
        if source is not None:
            names = [text.source for text in waiting]
            waiting = waiting[names.index(source) :] if source in names else []
        if self._few is not None:
            waiting = [text for text in waiting if text.version in self._few]
        size = _FIRST_CHUNK
        while waiting:
            size = size if self._few is None else _enough(waiting, self._few)
            chunk, waiting = waiting[:size], waiting[size:]
            found = self._kept(self._in_texts(chunk))
            for spot in found:
                if spot.source != source or spot.start > start:
                    yield spot
            size *= _growth(len(found))

    def _in_texts(self, chunk: Sequence[Text]) -> list[Spot]:
        versions = [text.version for text in chunk]
        if self._pattern is not None:
            return self._by_pattern(self._pattern, versions)
        spots: list[Spot] = []
        ids = [] if self._few is None else [row for version in versions for row in self._few[version]]
        bounds = (min(ids), max(ids)) if ids else None
        for part in queries.marked(self._reader.connection, self._expression or "", versions, bounds):
            body, hits = queries.hits_in(part)
            spots += (Spot(part.source, part.version, part.n, part.words, body, *hit) for hit in hits)
        return spots

    def _by_pattern(self, pattern: Sought, versions: list[Key]) -> list[Spot]:
        connection = self._reader.connection
        fitting = None if pattern.needed is None else queries.fitting(connection, pattern.needed, versions)
        if fitting is not None:
            held = {version for version, _ in fitting}
            versions = [version for version in versions if version in held]
        bodies = texts.bodies(connection, versions)
        place = {version: at for at, version in enumerate(versions)}
        rows = sorted(texts.parts(connection, versions), key=lambda row: (place[row.version], row.start))
        spots: list[Spot] = []
        for row in rows:
            if fitting is None or (row.version, row.n) in fitting:
                body = bodies[row.version][row.words : row.end]
                spots += (_spot(row, body, found) for found in pattern.found(body))
        return spots

    def _kept(self, spots: list[Spot]) -> list[Spot]:
        if self._indexed is not None and spots:
            held = inside(_intervals(spots), self._indexed)
            spots = [spot for spot, keep in zip(spots, held.tolist(), strict=True) if keep]
        scope = self._scope
        if not spots or (scope.admitted is None and not scope.speakers):
            return spots
        voices = Voices(self._reader, ((spot.version, spot.start, spot.end) for spot in spots))
        cases = voices.cases_of([(spot.source, spot.version, spot.start, spot.end) for spot in spots])
        return [
            spot
            for spot, belonging in zip(spots, cases, strict=True)
            if scope.admits(spot.source, belonging) and _heard(scope, voices, spot)
        ]

    def hits(self, spots: Sequence[Spot], around: int) -> tuple[Hit, ...]:
        """The spots with what is shown beside them."""
        voices = Voices(self._reader, ((spot.version, spot.start, spot.end) for spot in spots))
        cases = voices.cases_of([(spot.source, spot.version, spot.start, spot.end) for spot in spots])
        named = {text.source: text.name for text in self._scope.texts}
        called = {case.k: case.name for case in self._reader.all(Case)} if any(cases) else {}
        hits: list[Hit] = []
        for spot, belonging in zip(spots, cases, strict=True):
            place = voices.place(spot.version, spot.start)
            start, end = spot.start - spot.words, spot.end - spot.words
            hits.append(
                Hit(
                    spot.source,
                    spot.version,
                    named[spot.source],
                    spot.start,
                    spot.end,
                    words_before(spot.body, start, around),
                    spot.body[start:end],
                    words_after(spot.body, end, around),
                    spot.n,
                    place.label,
                    tuple(called[case] for case in belonging),
                    place.from_ms,
                )
            )
        return tuple(hits)


def _enough(waiting: Sequence[Text], parts: Mapping[Key, Sequence[int]]) -> int:
    """How many of the texts hold a page of parts in which something is found."""
    held = accumulate(len(parts[text.version]) for text in waiting)
    return next((at for at, found in enumerate(held, 1) if found > PAGE), len(waiting))


def _growth(found: int) -> int:
    """How many times as many texts to look at next: few steps to what is rare, and little read in vain."""
    if found * 4 < PAGE:
        return 4
    return 2 if found < PAGE else 1


def _spot(row: PartRow, body: str, found: Segment) -> Spot:
    return Spot(row.source, row.version, row.n, row.words, body, row.words + found.start, row.words + found.end)


def _heard(scope: Scope, voices: Voices, spot: Spot) -> bool:
    place = voices.place(spot.version, spot.start)
    return scope.hears(place.label, place.role)


def _intervals(spots: Sequence[Spot]) -> Intervals:
    return intervals([s.version for s in spots], [s.start for s in spots], [s.end for s in spots])


def _cursor(after: str) -> tuple[Key, int]:
    source, _, start = after.partition(":")
    if not (source.isdecimal() and start.isdecimal()):
        message = f"“{after}” is no cursor; give the one that the page before came with"
        raise Invalid(message)
    return int(source), int(start)


def _indexed_under(reader: Reader, filters: Filters, viewer: str) -> Intervals | None:
    """The segments within which hits are wanted; None for anywhere."""
    if filters.theme is None:
        return None
    rows = coded.stretches(reader.connection, wanted_codings(reader, filters, viewer))
    return intervals([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])
