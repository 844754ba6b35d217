"""What a correction does to everything that stands on stretches of a text. Steps; they take a reader or a change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from trellis.analysis.correction import carry
from trellis.core.case import Case, Extent
from trellis.core.chart import Evidence, EvidenceFor, Layer, Statement
from trellis.core.chart_words import check_verbatim
from trellis.core.coding import Coding
from trellis.core.consent import Redaction
from trellis.core.disagreement import SettledCoding, as_settled
from trellis.core.errors import QuoteNotFound
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.memo import Memo
from trellis.core.numbering import numbered_themes
from trellis.core.segment import Segment
from trellis.core.source import Version
from trellis.core.study import Person
from trellis.core.textmap import Carried, Fate, TextMap
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_given import words_of
from trellis.study.coding import same_place
from trellis.study.conflict_words import called

Stretch = Coding | Evidence | Memo | Extent | Redaction
"""A record that stands on a stretch of a version's text."""

KINDS: dict[str, type[Stretch]] = {
    "coding": Coding,
    "evidence": Evidence,
    "memo": Memo,
    "link": Extent,
    "redaction": Redaction,
}
"""What may stand on a stretch, by the word that a list of it uses."""


@dataclass(frozen=True, slots=True)
class Moving:
    """A record on a stretch and what becomes of it."""

    what: str
    record: Stretch
    carried: Carried


def kind_name(record: Stretch) -> str:
    """The word for what a record is."""
    return next(name for name, kind in KINDS.items() if isinstance(record, kind))


def segment_of(record: Stretch) -> Segment | None:
    """The stretch that a record stands on, None if it is about a whole source."""
    if record.start is None or record.end is None or record.start >= record.end:
        return None
    return Segment(record.start, record.end)


def standing_on(reader: Reader, version: Key) -> list[Stretch]:
    """Every record that stands on a stretch of the version, kind by kind, in order of keys."""
    found: list[Stretch] = []
    for kind in KINDS.values():
        found += [record for record in reader.all(kind, version=version) if segment_of(record) is not None]
    return found


def movings(through: TextMap, records: Sequence[Stretch], old: str, new: str) -> list[Moving]:
    """What becomes of each record. Codings that would come to stand as one stay apart: the later is to review."""
    segments = [segment_of(record) or Segment(0, 0) for record in records]
    fates = {one.segment: one for one in carry(through, dict.fromkeys(segments), old, new)}
    taken: set[tuple[int, ...]] = set()
    found: list[Moving] = []
    for record, segment in zip(records, segments, strict=True):
        fate = fates[segment]
        if isinstance(record, Coding) and fate.moved and fate.place is not None:
            place = same_place(replace(record, start=fate.place.start, end=fate.place.end))
            if place in taken:
                fate = Carried(segment, Fate.LOST, fate.place)
            taken.add(place)
        found.append(Moving(kind_name(record), record, fate))
    return found


def put(change: Change, moving: Iterable[Moving], old: Version, new: Version) -> None:
    """Writes what moved by itself: its place in the new version, in one update a kind."""
    pairs: dict[type, list[tuple[Stretch, Stretch]]] = {}
    listed = list(moving)
    left = {one.record.k for one in listed if isinstance(one.record, Coding) and not one.carried.moved}
    for one in listed:
        place = one.carried.place
        if not one.carried.moved or place is None:
            continue
        after = replace(one.record, version=new.k, start=place.start, end=place.end)
        if isinstance(after, Evidence) and one.carried.fate is Fate.WHOLE and after.coding not in left:
            after = _seen(change, after, old)
        pairs.setdefault(type(after), []).append((one.record, after))
    # Evidence asks for its coding as it was, so it is written before.
    for kind in (Evidence, Coding, Memo, Extent, Redaction):
        change.update_all(pairs.get(kind, []))
    keep_settled(change, pairs.get(Coding, []))


def keep_settled(change: Change, pairs: Iterable[tuple[Stretch, Stretch]]) -> None:
    """What was settled about codings (before, after) goes with them where their text was corrected."""
    for before, after in pairs:
        if isinstance(before, Coding) and isinstance(after, Coding):
            settled = [one for one in change.all(SettledCoding, coding=before.k) if as_settled(one, before)]
            moved = {"version": after.version, "start": after.start, "end": after.end}
            change.update_all((one, replace(one, **moved)) for one in settled)


def _seen(change: Change, evidence: Evidence, old: Version) -> Evidence:
    """Evidence that moved with the same words: whoever had seen it has still seen it, stale evidence stays so."""
    last = old.rev if evidence.coding is None else change.get(Coding, evidence.coding).rev
    return replace(evidence, seen=change.key) if evidence.seen == last else evidence


class Naming:
    """What records on stretches are about, in words."""

    def __init__(self, reader: Reader) -> None:
        themes = reader.all(Theme)
        numbers = {theme.k: number for number, theme in numbered_themes(themes)}
        self._reader = reader
        self._themes = {theme.k: f"{numbers.get(theme.k, '')} {theme.name}".strip() for theme in themes}
        self._people = {person.k: person.name for person in reader.all(Person)}

    def about(self, record: Stretch) -> str:
        """A coding's theme and coder, evidence's statement, a memo's text, a link's case, a redaction's replacement."""
        if isinstance(record, Coding):
            return f"{self._themes[record.theme]} ({self._people[record.coder]})"
        if isinstance(record, Evidence):
            return self._statement(record)
        if isinstance(record, Memo):
            return record.text
        if isinstance(record, Extent):
            return f"{self._reader.get(Case, record.case).name} {record.how.value}"
        return record.replacement

    def _statement(self, record: Evidence) -> str:
        if record.for_kind is not EvidenceFor.STATEMENT:
            return called(record.for_kind.value)
        statement = self._reader.find(Statement, record.for_k)
        return "" if statement is None else statement.text


@dataclass(frozen=True, slots=True)
class Misquoted:
    """A verbatim statement whose words no longer stand in what it rests on."""

    statement: Key
    case: str
    text: str


def misquoted(reader: Reader, moving: Iterable[Moving], new: str) -> list[Misquoted]:
    """The verbatim statements that the corrected words no longer bear out, in order of keys."""
    now: dict[Key, str] = {}
    touched: set[Key] = set()
    for one in moving:
        if isinstance(one.record, Evidence) and one.record.for_kind is EvidenceFor.STATEMENT:
            if one.carried.moved and one.carried.place is not None:
                now[one.record.k] = one.carried.place.words(new)
            if one.carried.fate is Fate.CHANGED:
                touched.add(one.record.for_k)
    found: list[Misquoted] = []
    for k in sorted(touched):
        statement = reader.find(Statement, k)
        if statement is not None and statement.layer is Layer.VERBATIM and not _stands(reader, statement, now.get):
            found.append(Misquoted(k, reader.get(Case, statement.row).name, statement.text))
    return found


def _stands(reader: Reader, statement: Statement, now: Callable[[Key], str | None]) -> bool:
    resting = reader.all(Evidence, for_kind=EvidenceFor.STATEMENT.value, for_k=statement.k)
    words = [now(one.k) or words_of(reader, one) or "" for one in resting]
    try:
        check_verbatim(statement.text, words)
    except QuoteNotFound:
        return False
    return True
