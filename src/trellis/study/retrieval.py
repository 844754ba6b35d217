"""Everything under a theme, with whose words it is; and counts, each of which opens its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from trellis.analysis.table import Table
from trellis.core.case import Case
from trellis.core.errors import Invalid
from trellis.core.filters import EVERYTHING, Filters
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.numbering import numbered_themes
from trellis.core.study import Person
from trellis.core.turns import clock
from trellis.store.queries import codings as queries
from trellis.store.queries import texts
from trellis.store.queries.codings import CodingRow, Wanted
from trellis.store.queries.texts import Text
from trellis.store.reader import Reader
from trellis.study.blindness import blindness_of
from trellis.study.resolve import adopted_round, person_named, round_named, theme_given
from trellis.study.scope import Scope, scope_of
from trellis.study.voices import Voices
from trellis.study.work import Work

PAGE = 100
_FIRST_CHUNK = 8


@dataclass(frozen=True, slots=True)
class Extract:
    """One coding with its words and everything that says where they come from.

    start, end: code points. number: the theme's printed number, "" for an open code or a retired theme.
    """

    coding: Key
    source_key: Key
    source: str
    cases: tuple[str, ...]
    speaker: str | None
    part: int | None
    page: str | None
    from_ms: int | None
    start: int
    end: int
    words: str
    number: str
    theme: str
    coder: str
    note: str


COLUMNS = (
    "source",
    "cases",
    "speaker",
    "part",
    "page",
    "time",
    "start",
    "end",
    "words",
    "number",
    "theme",
    "coder",
    "note",
    "coding",
)


@dataclass(frozen=True, slots=True)
class Extracts:
    """One page of extracts, and the cursor for the next one; None where this is the last."""

    extracts: tuple[Extract, ...]
    next: str | None

    def table(self) -> Table:
        """The extracts as a table, one row a coding."""
        rows = tuple(
            (
                extract.source,
                "; ".join(extract.cases),
                extract.speaker,
                extract.part,
                extract.page,
                clock(extract.from_ms),
                extract.start,
                extract.end,
                extract.words,
                extract.number,
                extract.theme,
                extract.coder,
                extract.note,
                extract.coding,
            )
            for extract in self.extracts
        )
        return Table(COLUMNS, rows)


def wanted_codings(reader: Reader, filters: Filters, viewer: str, theme: str | None = None) -> Wanted:
    """Which codings the filters mean, their scope aside, as far as the viewer may see them.

    viewer: name of the person who works. Raises NotFound or Ambiguous.
    """
    round_ = adopted_round(reader) if filters.round is None else round_named(reader, filters.round)
    given = theme if theme is not None else filters.theme
    themes = None if given is None else queries.subtree(reader.connection, theme_given(reader, given).k)
    coders = tuple(person_named(reader, name).k for name in filters.coder) if filters.coder else None
    return blindness_of(reader, viewer).narrowed(Wanted(round=round_.k, themes=themes, coders=coders))


class Gathering:
    """A retrieval over one state of the study, source by source, as far as it is asked to go.

    viewer: name of the person who works, who sees of an open blind round what they may.
    """

    def __init__(self, reader: Reader, filters: Filters, viewer: str, theme: str | None = None) -> None:
        self._reader = reader
        self.scope: Scope = scope_of(reader, filters)
        self.wanted = wanted_codings(reader, filters, viewer, theme)

    def codings(self, after: tuple[Key, int, Key] | None = None) -> Iterator[CodingRow]:
        """The codings by source (name), start, end and theme; those after the cursor where one is given."""
        waiting = list(self.scope.texts)
        if after is not None:
            keys = [text.source for text in waiting]
            waiting = waiting[keys.index(after[0]) :] if after[0] in keys else []
        size = _FIRST_CHUNK
        passed = after is None
        while waiting:
            chunk, waiting = waiting[:size], waiting[size:]
            for row in self._in_texts(chunk):
                if passed:
                    yield row
                elif after is not None and row.k == after[2]:
                    passed = True
                elif after is not None and (row.source != after[0] or row.start > after[1]):
                    # The coding that the cursor named has gone; go on behind its place.
                    passed = True
                    yield row
            size *= 2

    def _in_texts(self, chunk: Sequence[Text]) -> list[CodingRow]:
        sources = tuple(text.source for text in chunk)
        wanted = Wanted(round=self.wanted.round, themes=self.wanted.themes, coders=self.wanted.coders, sources=sources)
        place = {source: at for at, source in enumerate(sources)}
        rows = queries.codings(self._reader.connection, wanted)
        rows.sort(key=lambda row: (place[row.source], row.start, row.end, row.theme, row.k))
        return self._kept(rows)

    def _kept(self, rows: list[CodingRow]) -> list[CodingRow]:
        scope = self.scope
        if not rows or (scope.admitted is None and not scope.speakers):
            return rows
        voices = Voices(self._reader, ((row.version, row.start, row.end) for row in rows))
        cases = voices.cases_of([(row.source, row.version, row.start, row.end) for row in rows])
        kept: list[CodingRow] = []
        for row, belonging in zip(rows, cases, strict=True):
            place = voices.place(row.version, row.start)
            if scope.admits(row.source, belonging) and scope.hears(place.label, place.role):
                kept.append(row)
        return kept

    def extracts(self, rows: Sequence[CodingRow]) -> tuple[Extract, ...]:
        """The codings with their words."""
        reader = self._reader
        voices = Voices(reader, ((row.version, row.start, row.end) for row in rows))
        bodies = texts.bodies(reader.connection, dict.fromkeys(row.version for row in rows))
        cases = voices.cases_of([(row.source, row.version, row.start, row.end) for row in rows])
        names = Names(reader, self.scope.texts)
        found: list[Extract] = []
        for row, belonging in zip(rows, cases, strict=True):
            place = voices.place(row.version, row.start)
            found.append(
                Extract(
                    coding=row.k,
                    source_key=row.source,
                    source=names.sources[row.source],
                    cases=tuple(names.cases[case] for case in belonging),
                    speaker=place.label,
                    part=place.part,
                    page=place.page,
                    from_ms=place.from_ms,
                    start=row.start,
                    end=row.end,
                    words=bodies.get(row.version, "")[row.start : row.end],
                    number=names.numbers.get(row.theme, ""),
                    theme=names.themes[row.theme],
                    coder=names.people[row.coder],
                    note=row.note,
                )
            )
        return tuple(found)


class Names:
    """What keys are called in one state of the study."""

    def __init__(self, reader: Reader, sources: Sequence[Text]) -> None:
        themes = reader.all(Theme)
        self.sources = {text.source: text.name for text in sources}
        self.cases = {case.k: case.name for case in reader.all(Case)}
        self.people = {person.k: person.name for person in reader.all(Person)}
        self.themes = {theme.k: theme.name for theme in themes}
        self.numbers = {theme.k: number for number, theme in numbered_themes(themes)}


def _cursor(after: str) -> tuple[Key, int, Key]:
    pieces = after.split(":")
    if len(pieces) != 3 or not all(piece.isdecimal() for piece in pieces):
        message = f"“{after}” is no cursor; give the one that the page before came with"
        raise Invalid(message)
    return int(pieces[0]), int(pieces[1]), int(pieces[2])


class Retrieval:
    """The calls that bring together what was indexed."""

    _work: Work

    def retrieve(
        self,
        theme: str | None = None,
        filters: Filters = EVERYTHING,
        *,
        limit: int | None = PAGE,
        after: str | None = None,
    ) -> Extracts:
        """Everything indexed under a theme and its sub-themes, one page, by source (name) and position.

        theme: printed number or name, None for all themes. Reads the adopted round unless the filters name one.
        limit: extracts on the page, None for all of them. after: the cursor of the page before.
        Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.read() as reader:
            gathering = Gathering(reader, filters, self._work.person_name, theme)
            rows = gathering.codings(None if after is None else _cursor(after))
            page = list(rows if limit is None else islice(rows, limit + 1))
            shown = page if limit is None else page[:limit]
            extracts = gathering.extracts(shown)
        last = extracts[-1] if len(page) > len(shown) and extracts else None
        return Extracts(extracts, None if last is None else f"{last.source_key}:{last.start}:{last.coding}")

    def number_of_codings(self, theme: str | None = None, filters: Filters = EVERYTHING) -> int:
        """How many codings `retrieve` gives in all. Raises as it does."""
        with self._work.read() as reader:
            return sum(1 for _ in Gathering(reader, filters, self._work.person_name, theme).codings())

    def listing(self, filters: Filters = EVERYTHING) -> Table:
        """Every coding that the filters leave, as `retrieve` gives it, with its key. Raises as it does."""
        return self.retrieve(None, filters, limit=None).table()
