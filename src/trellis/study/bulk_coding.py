"""Indexing from a table: lines are resolved and checked in memory, then stored in changes of one batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from trellis.analysis.table import Table
from trellis.core.coding import Coding
from trellis.core.coding_lines import CodingLines, Column, coding_lines, offset, written
from trellis.core.errors import Conflict, OutOfRange, TrellisError
from trellis.core.framework import FrameworkVersion
from trellis.core.keys import Key
from trellis.core.source import Source, Version
from trellis.core.study import Person, Role
from trellis.exchange.coding_table import read_coding_table
from trellis.store.changes import Change
from trellis.store.queries import codings as queries
from trellis.store.queries.codings import PlaceRow
from trellis.store.reader import Reader
from trellis.study.coding import may_code_for, open_round
from trellis.study.locating import Reading, Where, reading_of
from trellis.study.resolve import newest_framework_version, source_named
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


class _Once:
    """Answers of a function by its argument; an error is an answer too, and raised again."""

    def __init__(self) -> None:
        self._known: dict[object, object] = {}

    def __call__(self, key: object, ask: Callable[[], T]) -> T:
        if key not in self._known:
            try:
                self._known[key] = ask()
            except TrellisError as error:
                self._known[key] = error
        found = self._known[key]
        if isinstance(found, TrellisError):
            raise found
        return found  # type: ignore[return-value]


class _Resolver:
    """Turns lines into places, with every name looked up once and every text folded once."""

    def __init__(self, reader: Reader, worker: Person) -> None:
        self._reader = reader
        self._worker = worker
        self._people = {person.name.casefold(): person for person in reader.all(Person)}
        self._themes = ThemeLookup(reader)
        self._newest = newest_framework_version(reader)
        self._sources, self._lengths, self._readings = _Once(), _Once(), _Once()
        self._rounds, self._coders, self._versions, self._named = _Once(), _Once(), _Once(), _Once()
        self.joining: list[str] = []

    def line(self, row: int, given: dict[str, object]) -> _Line:
        """The line with its names resolved and its words located. Raises whatever is wrong with it."""
        name, theme, coder = written(given["source"]), written(given["theme"]), written(given.get("coder"))
        source = self._sources(name, lambda: source_named(self._reader, name))
        version = self._version(written(given.get("version")))
        under = self._named((theme, None if version is None else version.k), lambda: self._theme(theme, version))
        start, end = self._stretch(source, given)
        place = PlaceRow(
            source.current, start, end, under, self._coders(coder, lambda: self._coder(coder)), self._round(given)
        )
        dated = version or self._newest
        return _Line(row, source.k, place, None if dated is None else dated.k, written(given.get("note")))

    def _theme(self, theme: str, version: FrameworkVersion | None) -> Key:
        return self._themes.theme(theme, version)

    def _version(self, name: str) -> FrameworkVersion | None:
        return self._versions(name, lambda: self._themes.version(name)) if name else None

    def _round(self, given: dict[str, object]) -> Key:
        name = written(given.get("round")) or None
        return self._rounds(name, lambda: open_round(self._reader, name)).k

    def _coder(self, name: str) -> Key:
        known = self._people.get(" ".join(name.split()).casefold()) if name else self._worker
        if known is None:
            self.joining.append(" ".join(name.split()))
            known = Person(-len(self.joining), 0, self.joining[-1], Role.CODER)
            self._people[known.name.casefold()] = known
        may_code_for(self._worker, known)
        return known.k

    def _stretch(self, source: Source, given: dict[str, object]) -> tuple[int, int]:
        start, end = offset(given.get("start")), offset(given.get("end"))
        quote, turns = written(given.get("quote")), written(given.get("turns"))
        if quote or start is None or end is None:
            reading: Reading = self._readings(source.k, lambda: reading_of(self._reader, source))
            found = reading.segment(Where(quote=quote or None, start=start, end=end, turns=turns or None))
            return found.start, found.end
        length = self._lengths(source.k, lambda: self._reader.get(Version, source.current).length)
        if not 0 <= start < end <= length:
            raise OutOfRange(start, end, length)
        return start, end


class BulkCoding:
    """The call that indexes from a table."""

    _work: Work

    def bulk(
        self,
        given: Path | Table | CodingLines,
        *,
        coder: str | None = None,
        round: str | None = None,
        version: str | None = None,
        dry_run: bool = False,
        progress: Progress = silent,
    ) -> Bulk:
        """Indexes line by line from a .csv, .xlsx or Parquet file, or a table.

        Columns: source, theme (number or name), quote or turns or start and end; and, where wanted, version (of
        the framework, whose numbers are meant), coder, round, note. coder, round, version stand for lines that
        do not say. A line that does not fit is left out and told with its row; the others go in, in changes of
        5,000 that are undone together. dry_run: everything is checked, nothing is stored.
        Raises NotFound, BadTable, Unreadable, Conflict, NotAllowed.
        """
        lines = _lines_of(given)
        usual = {"coder": coder or "", "round": round or "", "version": version or ""}
        worker = self._work.person()
        with self._work.read() as reader:
            resolver = _Resolver(reader, worker)
            checked, bad = _checked(resolver, lines, usual)
            fresh = _fresh(reader, checked)
        if not dry_run:
            self._store(fresh, tuple(resolver.joining), progress)
        return Bulk(len(fresh), len(checked) - len(fresh), tuple(bad))

    def _store(self, lines: list[_Line], joining: tuple[str, ...], progress: Progress) -> None:
        batch: Key | None = None
        coders: dict[Key, Key] = {}
        done = 0
        for piece in _pieces(lines):
            with self._work.change("index.bulk", batch=batch) as change:
                if batch is None:
                    batch = change.start_batch() if len(lines) > CODINGS_A_CHANGE else None
                    coders = _joined(change, joining)
                _require_current(change, piece)
                change.insert_all(_codings(change, piece, coders))
            done += len(piece)
            progress(Step(done, len(lines), "codings"))


def _lines_of(given: Path | Table | CodingLines) -> CodingLines:
    if isinstance(given, CodingLines):
        return given
    if isinstance(given, Table):
        columns = {name: [row[at] for row in given.values] for at, name in enumerate(given.columns)}
        return coding_lines(columns, first_row=1)
    return read_coding_table(given)


def _checked(resolver: _Resolver, lines: CodingLines, usual: dict[str, str]) -> tuple[list[_Line], list[BadLine]]:
    names = tuple(lines.columns)
    columns: list[Column] = list(lines.columns.values())
    preset = {name: value for name, value in usual.items() if value}
    checked: list[_Line] = []
    bad: list[BadLine] = []
    for row, values in enumerate(zip(*columns, strict=True), lines.first_row):
        given = dict(zip(names, values, strict=True))
        for name, value in preset.items():
            given[name] = written(given.get(name)) or value
        try:
            checked.append(resolver.line(row, given))
        except TrellisError as error:
            bad.append(BadLine(row, str(error)))
    return checked, bad


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
