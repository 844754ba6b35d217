"""Indexing from a table: lines are resolved and checked in memory, then stored in changes of one batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from trellis.analysis.table import Table
from trellis.core.coding import Coding
from trellis.core.coding_lines import CodingLines, Column, coding_lines, offset, written
from trellis.core.collecting import uncollected
from trellis.core.errors import Conflict, NotFound, OutOfRange, TrellisError
from trellis.core.framework import FrameworkVersion
from trellis.core.keys import Key
from trellis.core.matching import Fit, Names
from trellis.core.source import Source, Version
from trellis.core.study import Person, Role
from trellis.exchange.coding_table import PARQUET, lines_in_parquet, lines_in_rows
from trellis.reading import bytes_of
from trellis.store.changes import Change
from trellis.store.queries import codings as queries
from trellis.store.queries.codings import PlaceRow
from trellis.store.reader import Reader
from trellis.study.case_voices import lone_sources
from trellis.study.coding import may_code_for, open_round
from trellis.study.locating import Reading, Where, reading_of
from trellis.study.resolve import newest_framework_version, one_named
from trellis.study.tabular import rows_of
from trellis.study.theme_lookup import ThemeLookup
from trellis.study.work import Progress, Step, Work, silent

CODINGS_A_CHANGE = 5_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that was left out: its row in the spreadsheet and the reason."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Bulk:
    """What came of a table of codings: how many were made, how many stood there already, what was left out."""

    added: int
    already: int
    bad: tuple[BadLine, ...]

    def table(self) -> Table:
        """The lines that were left out, with their reasons."""
        return Table(("row", "reason"), tuple((line.row, line.reason) for line in self.bad), "Left out")


class _Line(NamedTuple):
    """A checked line. coder: key, or below zero for somebody who joins with this table."""

    row: int
    source: Key
    place: PlaceRow
    framework_version: Key | None
    note: str


class _Resolver:
    """Turns columns of names into columns of keys, every different name looked up once and every text folded once.

    Where a name does not fit, the error stands in the column instead: it is told for each of its lines.
    """

    def __init__(self, reader: Reader, worker: Person) -> None:
        self._reader = reader
        self._worker = worker
        self._sources = reader.all(Source)
        self._by_name = {source.name: source for source in self._sources}
        self._often = Counter(source.name for source in self._sources)
        self._speakers = Names(lone_sources(reader))
        self._lengths = {version.k: version.length for version in reader.all(Version)}
        self._people = {person.name.casefold(): person for person in reader.all(Person)}
        self._themes = ThemeLookup(reader)
        self._newest = newest_framework_version(reader)
        self._readings: dict[Key, Reading] = {}
        self.joining: list[str] = []

    def sources(self, names: Column) -> list[Source | TrellisError]:
        """The source of each name, which may be that of a case that speaks in one source alone."""
        return _each(names, self._source)

    def _source(self, name: str) -> Source:
        if self._often[name] == 1:
            return self._by_name[name]
        try:
            return one_named(self._sources, name, lambda source: source.name, "source")
        except NotFound:
            own = self._speakers.find(name)
            if own.meant is None or own.fit not in {Fit.EXACT, Fit.VARIANT}:
                raise
            return next(source for source in self._sources if source.k == own.meant)

    def themes(self, given: Column, versions: Column) -> list[tuple[Key, Key | None] | TrellisError]:
        """For each number or name, in the framework version named beside it: the theme, and the version it is dated."""
        dated = dict(zip(dict.fromkeys(versions), _each(list(dict.fromkeys(versions)), self._version), strict=True))
        known: dict[tuple[object, object], tuple[Key, Key | None] | TrellisError] = {}
        for pair in dict.fromkeys(zip(given, versions, strict=True)):
            known[pair] = self._theme(written(pair[0]), dated[pair[1]])
        return [known[pair] for pair in zip(given, versions, strict=True)]

    def _version(self, name: str) -> FrameworkVersion | None:
        return self._themes.version(name) if name else None

    def _theme(
        self, theme: str, version: FrameworkVersion | TrellisError | None
    ) -> tuple[Key, Key | None] | TrellisError:
        if isinstance(version, TrellisError):
            return version
        dated = version or self._newest
        try:
            return self._themes.theme(theme, version), None if dated is None else dated.k
        except TrellisError as error:
            return error

    def rounds(self, names: Column) -> list[Key | TrellisError]:
        """The round of each name, the adopted one where there is none."""
        return _each(names, lambda name: open_round(self._reader, name or None).k)

    def coders(self, names: Column) -> list[Key | TrellisError]:
        """The person of each name; below zero for those who join with this table."""
        return _each(names, self._coder)

    def _coder(self, name: str) -> Key:
        known = self._people.get(" ".join(name.split()).casefold()) if name else self._worker
        if known is None:
            self.joining.append(" ".join(name.split()))
            known = Person(-len(self.joining), 0, self.joining[-1], Role.CODER)
            self._people[known.name.casefold()] = known
        may_code_for(self._worker, known)
        return known.k

    def offsets(self, source: Source, start: object, end: object) -> tuple[int, int]:
        """Start and end as given, once they fit the text. Raises OutOfRange."""
        length = self._lengths[source.current]
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length):
            raise OutOfRange(offset(start) or 0, offset(end) or 0, length)
        return start, end

    def located(self, source: Source, where: Where) -> tuple[int, int]:
        """Start and end of a quotation or of turns. Raises as `Reading.segment` does."""
        if source.k not in self._readings:
            self._readings[source.k] = reading_of(self._reader, source)
        found = self._readings[source.k].segment(where)
        return found.start, found.end


def _each(names: Column, ask: Callable[[str], T]) -> list[T | TrellisError]:
    known: dict[object, T | TrellisError] = {}
    for name in dict.fromkeys(names):
        try:
            known[name] = ask(written(name))
        except TrellisError as error:
            known[name] = error
    return [known[name] for name in names]


class BulkCoding:
    """The call that indexes from a table."""

    _work: Work

    def bulk(
        self,
        given: Path | Table | CodingLines,
        *,
        heads: Mapping[str, str] | None = None,
        coder: str | None = None,
        round: str | None = None,
        version: str | None = None,
        dry_run: bool = False,
        progress: Progress = silent,
    ) -> Bulk:
        """Indexes line by line from a .csv, .xlsx or Parquet file, or a table.

        Columns: source (or a case that speaks in one alone), theme (number or name, or several), quote or turns or
        start and end; and, where wanted, version (of the framework, whose numbers are meant), coder, round, note.
        heads: other heads to these names ("Passage" to "quote"). coder, round, version stand for lines that
        do not say. A line that does not fit is left out and told with its row; the others go in, in changes of
        5,000 that are undone together. dry_run: everything is checked, nothing is stored.
        Raises BadTable, Unreadable, Conflict, NotAllowed.
        """
        lines = _lines_of(given, heads).one_theme_a_line()
        return index_lines(self._work, lines, Usual(coder, round, version), dry_run=dry_run, progress=progress)


@dataclass(frozen=True, slots=True)
class Usual:
    """Coder, round and framework version of lines that do not say; None for the usual ones."""

    coder: str | None = None
    round: str | None = None
    version: str | None = None


def index_lines(
    work: Work, lines: CodingLines, usual: Usual, *, dry_run: bool = False, progress: Progress = silent
) -> Bulk:
    """Indexes from lines, however they were come by; see `BulkCoding.bulk`."""
    presets = {"coder": usual.coder or "", "round": usual.round or "", "version": usual.version or ""}
    worker = work.person()
    with work.read() as reader, uncollected():
        resolver = _Resolver(reader, worker)
        checked, bad = _checked(resolver, lines, presets)
        fresh = _fresh(reader, checked)
    if not dry_run:
        _store(work, fresh, tuple(resolver.joining), progress)
    return Bulk(len(fresh), len(checked) - len(fresh), tuple(bad))


def _store(work: Work, lines: list[_Line], joining: tuple[str, ...], progress: Progress) -> None:
    batch: Key | None = None
    coders: dict[Key, Key] = {}
    done = 0
    for piece in _pieces(lines):
        with work.change("index.bulk", batch=batch) as change:
            if batch is None:
                batch = change.start_batch() if len(lines) > CODINGS_A_CHANGE else None
                coders = _joined(change, joining)
            _require_current(change, piece)
            change.insert_all(_codings(change, piece, coders))
        done += len(piece)
        progress(Step(done, len(lines), "codings"))


def _lines_of(given: Path | Table | CodingLines, heads: Mapping[str, str] | None) -> CodingLines:
    if isinstance(given, CodingLines):
        return given
    if isinstance(given, Table):
        columns = {name: [row[at] for row in given.values] for at, name in enumerate(given.columns)}
        return coding_lines(columns, first_row=1, said=heads)
    content = bytes_of(given)
    if content.startswith(PARQUET):
        return lines_in_parquet(given.name, content, heads)
    return lines_in_rows(given.name, rows_of(given), heads)


def _checked(resolver: _Resolver, lines: CodingLines, usual: dict[str, str]) -> tuple[list[_Line], list[BadLine]]:
    """The lines whose names and words are found, and the others with what is wrong with them."""

    def column(name: str) -> Column:
        preset = usual.get(name) or None
        given = lines.columns.get(name)
        if given is None:
            return [preset] * len(lines)
        return given if preset is None else [value if written(value) else preset for value in given]

    resolved = zip(
        resolver.sources(column("source")),
        resolver.themes(column("theme"), column("version")),
        resolver.coders(column("coder")),
        resolver.rounds(column("round")),
        strict=True,
    )
    places = zip(column("start"), column("end"), column("quote"), column("turns"), strict=True)
    checked: list[_Line] = []
    bad: list[BadLine] = []
    for at, (names, place, note) in enumerate(zip(resolved, places, column("note"), strict=True)):
        row = lines.row(at)
        try:
            checked.append(_line(resolver, row, names, place, note))
        except TrellisError as error:
            bad.append(BadLine(row, str(error)))
    return checked, bad


def _whole(value: object) -> object:
    return value if type(value) is int else offset(value)


def _line(
    resolver: _Resolver,
    row: int,
    names: tuple[Source | TrellisError, tuple[Key, Key | None] | TrellisError, Key | TrellisError, Key | TrellisError],
    place: tuple[object, object, object, object],
    note: object,
) -> _Line:
    """One line as a whole. Raises whatever is wrong with it."""
    source, themed, coder, in_round = names
    if isinstance(source, TrellisError):
        raise source
    if isinstance(themed, TrellisError):
        raise themed
    if isinstance(coder, TrellisError):
        raise coder
    if isinstance(in_round, TrellisError):
        raise in_round
    start, end, quote, turns = place
    if quote is None and turns is None and start is not None:
        from_, to = resolver.offsets(source, _whole(start), _whole(end))
    else:
        where = Where(quote=written(quote) or None, start=offset(start), end=offset(end), turns=written(turns) or None)
        from_, to = resolver.located(source, where)
    theme, dated = themed
    standing = PlaceRow(source.current, from_, to, theme, coder, in_round)
    return _Line(row, source.k, standing, dated, written(note) if note else "")


def _fresh(reader: Reader, checked: list[_Line]) -> list[_Line]:
    """The lines that no coding and no earlier line stands for, source by source."""
    standing: set[PlaceRow] = set(queries.places(reader.connection, {line.place.version for line in checked}))
    fresh: list[_Line] = []
    for line in checked:
        if line.place not in standing:
            standing.add(line.place)
            fresh.append(line)
    fresh.sort(key=lambda line: (line.source, line.place.start, line.row))
    return fresh


def _pieces(lines: list[_Line]) -> Iterator[list[_Line]]:
    for at in range(0, len(lines), CODINGS_A_CHANGE):
        yield lines[at : at + CODINGS_A_CHANGE]


def _joined(change: Change, joining: tuple[str, ...]) -> dict[Key, Key]:
    """The people who come with the table, and the keys they get for those below zero."""
    people = [Person(change.new_key(), 0, name, Role.CODER) for name in joining]
    change.insert_all(people)
    return {-at: person.k for at, person in enumerate(people, 1)}


def _require_current(change: Change, piece: list[_Line]) -> None:
    for k, version in dict.fromkeys((line.source, line.place.version) for line in piece):
        source = change.get(Source, k)
        if source.current != version:
            message = f"{source.name} was corrected while its codings came in; import the same table again"
            raise Conflict(message)


def _codings(change: Change, piece: list[_Line], coders: dict[Key, Key]) -> Iterator[Coding]:
    at, rev = change.at, change.key
    for k, (_, source, place, dated, note) in zip(change.new_keys(len(piece)), piece, strict=True):
        version, start, end, theme, coder, in_round = place
        by = coders.get(coder, coder)
        yield Coding(k, rev, source, version, start, end, theme, by, in_round, dated, note, (), at)
