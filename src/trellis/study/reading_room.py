"""Sources as they are read: text, parts and who speaks; and what stands beside the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trellis.core.case import Case, Extent, Link, Wave
from trellis.core.coding import Coding, Rule, Suggestion
from trellis.core.document import PartKind
from trellis.core.errors import NotFound
from trellis.core.keys import Key
from trellis.core.memo import About, Memo, Reading
from trellis.core.segment import Segment
from trellis.core.source import Source, Speaker, SpeakerRole, Version, VersionKind
from trellis.core.study import Person
from trellis.store import suggestions as stored
from trellis.store.queries import sources as queries
from trellis.store.queries import texts
from trellis.store.queries.sources import Listed
from trellis.store.queries.texts import RowOfPart
from trellis.store.reader import Reader
from trellis.study.blindness import blindness_of
from trellis.study.both_views import behind
from trellis.study.correction_review import review_items
from trellis.study.resolve import adopted_round, current_text, round_named, source_named
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class ReadBy:
    """That somebody has read a source: who, last on which day (ISO date), how, and up to which turn if not all."""

    person: str
    on: str
    how: str
    turn: int | None


@dataclass(frozen=True, slots=True)
class Readable:
    """A source as the list of what can be read shows it."""

    source: Listed
    read: tuple[ReadBy, ...]


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """A part of a text: code points as in `document.Part`; role: of its speaker; case: key of whom the label means."""

    n: int
    kind: PartKind
    start: int
    words: int
    end: int
    label: str | None
    level: int | None
    number: str | None
    from_ms: int | None
    to_ms: int | None
    role: SpeakerRole | None
    case: Key | None


@dataclass(frozen=True, slots=True)
class OneVersion:
    """A version of a text, by its number."""

    number: int
    kind: VersionKind
    is_current: bool


@dataclass(frozen=True, slots=True)
class OpenedSource:
    """A source open for reading, in one version of its text.

    cases: key and name of everybody whose words it holds. waiting: how much a correction left to be settled.
    identified: number of the identified version behind a pseudonymised text, None where there is none to be seen.
    """

    source: Source
    version: Version
    wave: str | None
    text: str
    parts: tuple[SpokenPart, ...]
    versions: tuple[OneVersion, ...]
    cases: tuple[tuple[Key, str], ...]
    waiting: int
    identified: int | None = None


@dataclass(frozen=True, slots=True)
class MemoBeside:
    """A memo on a source or its words, with the name of who wrote it."""

    memo: Memo
    by: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """A place that a rule found and nobody has taken or refused."""

    suggestion: Suggestion
    rule: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the words of a source as they are read now.

    version: of the text that the positions are in. codings: of one round, with `coders` by key. memos: on the source
    and on its words. suggested: what waits.
    """

    version: Key
    round: Key
    codings: tuple[Coding, ...]
    coders: dict[Key, str]
    memos: tuple[MemoBeside, ...]
    suggested: tuple[Suggested, ...]
    read: tuple[ReadBy, ...]


class ReadingRoom:
    """The calls that a page for reading stands on."""

    _work: Work

    def shelf(self) -> list[Readable]:
        """Every source by name, with who has read it."""
        with self._work.read() as reader:
            log = _by_source(reader, reader.all(Reading))
            return [Readable(one, log.get(one.k, ())) for one in queries.listed(reader.connection)]

    def open(self, source: str, version: int | None = None) -> OpenedSource:
        """A source's text with its parts. version: its number, the one that is read now if not given.

        Raises NotFound or Ambiguous.
        """
        with self._work.read() as reader:
            found = source_named(reader, source)
            versions = sorted(reader.all(Version, source=found.k), key=lambda one: one.number)
            shown = _chosen(found, versions, version)
            named = behind(reader, found)
            return OpenedSource(
                found,
                shown,
                None if found.wave is None else reader.get(Wave, found.wave).name,
                reader.text(shown.sha),
                tuple(_spoken(row) for row in texts.whole_parts(reader.connection, shown.k)),
                tuple(OneVersion(one.number, one.kind, one.k == found.current) for one in versions),
                _cases(reader, found),
                len(review_items(reader, found, blindness_of(reader, self._work.person_name))),
                None if named is None else named.version.number,
            )

    def around(self, source: str, start: int, end: int, turns: int = 2) -> list[tuple[SpokenPart, str]]:
        """The turns that a stretch (code points) touches, with some before and after, each with its words.

        Raises NotFound, Ambiguous, OutOfRange.
        """
        with self._work.read() as reader:
            version, text = current_text(reader, source_named(reader, source))
            Segment(start, end).within(len(text))
            rows = [row for row in texts.whole_parts(reader.connection, version.k) if row.kind != PartKind.PAGE]
        touched = [at for at, row in enumerate(rows) if row.start < end and start < row.end]
        if not touched:
            return []
        shown = rows[max(0, touched[0] - turns) : touched[-1] + turns + 1]
        return [(_spoken(row), text[row.words : row.end]) for row in shown]

    def beside(self, source: str, round: str | None = None, *, identified: bool = False) -> Beside:
        """Codings, memos, suggestions and the reading log of a source.

        round: whose codings; the adopted index if not given. identified: where they stand on the identified text
        behind the pseudonymised one. Raises NotFound or Ambiguous.
        """
        with self._work.read() as reader:
            found = source_named(reader, source)
            wanted = adopted_round(reader) if round is None else round_named(reader, round)
            blindness = blindness_of(reader, self._work.person_name)
            codings = blindness.may_see(reader.all(Coding, version=found.current, round=wanted.k))
            people = {person.k: person.name for person in reader.all(Person)}
            memos = reader.all(Memo, about=found.k, about_kind=About.SOURCE.value)
            rules = {rule.k: rule.name for rule in reader.all(Rule)}
            waiting = stored.waiting_in(reader.connection, found.current)
            log = _by_source(reader, reader.all(Reading, source=found.k))
            version = found.current
            if identified and (named := behind(reader, found)) is not None:
                version = named.version.k
                codings = [named.coding(coding) for coding in codings]
                memos = [named.memo(memo, found.current) for memo in memos]
                waiting = [named.suggestion(one) for one in waiting]
        indexed = {(coding.start, coding.end, coding.theme) for coding in codings}
        return Beside(
            version,
            wanted.k,
            tuple(sorted(codings, key=lambda coding: (coding.start, coding.end, coding.k))),
            {k: people[k] for k in sorted({coding.coder for coding in codings})},
            tuple(MemoBeside(memo, memo.author or people.get(memo.by, "")) for memo in memos),
            tuple(
                Suggested(one, rules[one.rule])
                for one in waiting
                if one.rule in rules and (one.start, one.end, one.theme) not in indexed
            ),
            log.get(found.k, ()),
        )


def _chosen(source: Source, versions: list[Version], number: int | None) -> Version:
    for one in versions:
        if (one.k == source.current) if number is None else (one.number == number):
            return one
    message = f"“{source.name}” has no version {number}; it has: {', '.join(str(one.number) for one in versions)}"
    raise NotFound(message)


def _spoken(row: RowOfPart) -> SpokenPart:
    role = None if row.role is None else SpeakerRole(row.role)
    return SpokenPart(
        row.n, PartKind(row.kind), row.start, row.words, row.end, row.label, row.level, row.number, row.from_ms,
        row.to_ms, role, row.case,
    )  # fmt: skip


def _cases(reader: Reader, source: Source) -> tuple[tuple[Key, str], ...]:
    """Everybody who speaks in a source, by a link or by a label."""
    linked = {extent.case for extent in reader.all(Extent, source=source.k) if extent.how is Link.SPEAKS}
    labelled = {speaker.case for speaker in reader.all(Speaker, source=source.k) if speaker.case is not None}
    return tuple((k, reader.get(Case, k).name) for k in sorted(linked | labelled))


def _by_source(reader: Reader, log: Iterable[Reading]) -> dict[Key, tuple[ReadBy, ...]]:
    """The last reading of each source by each person, first readers first."""
    people = {person.k: person.name for person in reader.all(Person)}
    last: dict[tuple[Key, Key], Reading] = {}
    for one in sorted(log, key=lambda reading: (reading.on, reading.person)):
        last[one.source, one.person] = one
    found: dict[Key, tuple[ReadBy, ...]] = {}
    for one in last.values():
        told = ReadBy(people[one.person], one.on, one.how, one.turn)
        found[one.source] = (*found.get(one.source, ()), told)
    return found
