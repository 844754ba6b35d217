"""Withdrawal of a participant, at three levels; the last one removes what rests on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from trellis.core.case import Participant, Recruitment
from trellis.core.chart import CellState
from trellis.core.consent import Consent, ConsentScope, Withdrawal, WithdrawalLevel
from trellis.core.errors import Invalid
from trellis.core.framework import ThemeOperation
from trellis.core.keys import NO_KEY, Key
from trellis.core.membership import iso_date
from trellis.core.source import Source, Speaker, SpeakerRole, StoredPart, Version
from trellis.core.traces import Traces, blotted
from trellis.store.changes import Change
from trellis.store.erasing import Erasure, doomed
from trellis.store.reader import Reader
from trellis.store.tables import SPECS, TableSpec, free_texts
from trellis.study.resting import Person, Resting, names_of, participant_named, person, words_of
from trellis.study.table import Table
from trellis.study.work import Work

_LABELLED = frozenset({"part", "speaker", "person", "participant", "consent", "withdrawal"})
"""Tables in which a name is a label of somebody else's, or is dealt with by itself."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What a withdrawal did, or would do.

    rests: what rests on the person, by kind, with how many and what becomes of it.
    copies: backups and packages made on this computer that still hold the data.
    label: what the person is called from now on, "" where nothing is removed.
    finished: False if another program reads the study, so that its log still holds the words.
    """

    rests: Table
    copies: tuple[str, ...]
    label: str
    finished: bool


class WithdrawalsOfStudy:
    """Participants who withdraw."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def withdraw(
        self,
        participant: str,
        level: WithdrawalLevel | str = WithdrawalLevel.REMOVE,
        *,
        cut_off: str | None = None,
        also: Sequence[str] = (),
        in_other_sources: bool = False,
        dry_run: bool = False,
    ) -> Withdrawn:
        """Records the withdrawal, from the cut-off date (ISO, today where not given) on.

        The level "remove data" destroys, and cannot be undone.

        also: further names to take out (a real name, a nickname). in_other_sources: take the person's names and words
        out of what other people say as well; where it is False they are listed.
        Raises NotFound, Invalid, NotAllowed.
        """
        wanted, date = _level(level), self._today() if cut_off is None else iso_date(cut_off)
        with self._work.read() as reader:
            one = person(reader, participant_named(reader, participant))
            removal = _Removal(reader, one, also, in_other_sources=in_other_sources)
            rests = removal.table(removes=wanted is WithdrawalLevel.REMOVE)
        copies = tuple(self._work.file.copies())
        if dry_run:
            return Withdrawn(rests, copies, "", finished=True)
        if wanted is not WithdrawalLevel.REMOVE:
            with self._work.change("consent.withdraw") as change:
                _record(change, one.participant.k, wanted, date)
            return Withdrawn(rests, (), "", finished=True)
        with self._work.change("participant.withdraw") as change:
            _record(change, one.participant.k, wanted, date)
            label = _Removal(change, one, also, in_other_sources=in_other_sources).remove(change)
        return Withdrawn(rests, copies, label, self._work.file.database.vacuum())

    def _today(self) -> str:
        return dt.datetime.fromtimestamp(self._work.file.now() / 1000, dt.UTC).date().isoformat()

    def listing(self) -> Table:
        """Every withdrawal: participant, level, cut-off date."""
        with self._work.read() as reader:
            people = {one.k: one.pseudonym for one in reader.all(Participant)}
            rows = tuple((people[w.participant], w.level.value, w.cut_off) for w in reader.all(Withdrawal))
        return Table(("participant", "level", "from"), rows, "Withdrawals")


def _level(given: WithdrawalLevel | str) -> WithdrawalLevel:
    for level in WithdrawalLevel:
        if level.value == str(given).strip().casefold().replace("_", " "):
            return level
    levels = ", ".join(level.value for level in WithdrawalLevel)
    message = f"“{given}” is no level of withdrawal; give one of: {levels}"
    raise Invalid(message)


def _record(change: Change, participant: Key, level: WithdrawalLevel, date: str) -> None:
    """Writes the withdrawal and ends the consents that it reaches."""
    change.insert(Withdrawal(change.new_key(), 0, participant, level, date))
    reached = {ConsentScope.CONTACT} if level is WithdrawalLevel.NO_CONTACT else set(ConsentScope)
    given = {(c.wave, c.scope): c for c in change.all(Consent, participant=participant)}
    for consent in given.values():
        if consent.scope in reached and consent.withdrawn_on is None:
            change.update(consent, replace(consent, withdrawn_on=date))
    for scope in sorted(reached - {scope for wave, scope in given if wave == NO_KEY}):
        change.insert(Consent(participant, NO_KEY, scope, 0, given=False, on=None, withdrawn_on=date))
    one = change.get(Participant, participant)
    if level is not WithdrawalLevel.NO_CONTACT:
        change.update(one, replace(one, status=Recruitment.WITHDREW))


class _Removal:
    """Taking a person's data out of a study."""

    def __init__(self, reader: Reader, one: Person, also: Sequence[str], *, in_other_sources: bool) -> None:
        self._reader = reader
        self._person = one
        self._resting = Resting(reader, one)
        self._everywhere = in_other_sources
        self._traces = Traces([*names_of(reader, one), *also], words_of(reader, one))
        self._others = {} if not in_other_sources else self._named_elsewhere()
        blotted_out = {reader.get(Version, k).source for k in (*one.stretches, *self._others)}
        self._hashes = _hashes(reader, {*(source.k for source in one.own), *blotted_out})

    def _named_elsewhere(self) -> dict[Key, list[tuple[int, int]]]:
        """By version of other people's sources, where the person is named or quoted."""
        one = self._person
        own = {source.k for source in one.own}
        found = {}
        for version in self._reader.all(Version):
            if version.source in own:
                continue
            said = one.stretches.get(version.k, ())
            named = self._traces.stretches(self._reader.text(version.sha))
            if left := [(a, b) for a, b in named if not any(start <= a and b <= end for start, end in said)]:
                found[version.k] = left
        return found

    def table(self, *, removes: bool) -> Table:
        """What rests on the person: kind, how many, what becomes of it, which."""
        resting, one = self._resting, self._person
        stars = [e for e in resting.evidence if e.star]
        elsewhere = self._others or self._named_elsewhere()
        mentions = {self._reader.get(Version, k).source for k in elsewhere}
        names = {source.k: source.name for source in self._reader.all(Source)}
        chunks = sum(1 for _ in doomed(self._reader.connection, self._erasure()))
        touched = sum(1 for _ in self._records_with_traces(self._reader))
        rows = (
            ("sources of theirs", len(one.own), "removed with their files", _listed(s.name for s in one.own)),
            (
                "sources shared with others",
                len(one.shared),
                "their turns blotted, the file removed",
                _listed(s.name for s in one.shared),
            ),
            (
                "shared, not known who speaks",
                len(one.unclear),
                "left: mark who speaks first",
                _listed(s.name for s in one.unclear),
            ),
            ("codings", len(resting.codings), "removed", ""),
            ("cells", len(resting.cells), "removed", ""),
            ("statements", len(resting.statements), "removed", ""),
            ("starred quotations", len(stars), "removed", ""),
            ("cells of others that rest on their words", len(resting.weakened), "returned, to be looked at again", ""),
            ("memos", len(resting.memos), "removed", ""),
            ("names and words of theirs in what colleagues wrote", touched, "taken out", ""),
            (
                "sources of others that name or quote them",
                len(mentions),
                "blotted, the file removed" if self._everywhere else "left as they are",
                _listed(names[k] for k in sorted(mentions)),
            ),
            ("pieces of history that hold their data", chunks, "erased", ""),
        )
        title = f"What rests on {one.participant.pseudonym}"
        heads = ("what", "how many", "becomes", "which")
        kept = tuple(row if removes else (*row[:2], "stays", row[3]) for row in rows if row[1])
        return Table(heads, kept, title)

    def _subjects(self) -> set[Key]:
        one, resting = self._person, self._resting
        keys = {one.participant.k, *(c.k for c in one.cases), *(s.k for s in one.own), *(v.k for v in resting.versions)}
        return keys | {m.k for m in resting.memos} | set(one.stretches) | set(self._others)

    def _erasure(self, graves: Iterable[tuple[str, Key]] = ()) -> Erasure:
        """What is destroyed outside the study tables: history, texts and files, suggestions."""
        one = self._person
        labels = {("speaker", source.k) for source in one.shared}
        sources = {source.k for source in (*one.own, *one.shared)}
        return Erasure(
            frozenset(self._subjects()),
            frozenset(labels),
            self._holds,
            self._hashes,
            graves=tuple(graves),
            sources=frozenset(sources),
        )

    def _holds(self, table: str, text: str) -> bool:
        """Whether a text of the history must go."""
        if text in self._hashes:
            return True
        return table not in _LABELLED and self._traces.within(text)

    def _records_with_traces(self, reader: Reader) -> Iterator[tuple[Any, Any]]:
        """Records that stay and hold a name or words of the person, as they are and without them."""
        going = {k for _, k in self._going()} | {case.k for case in self._person.cases}
        for spec, columns in _with_free_texts():
            record: Any
            for record in reader.all(spec.record):
                if getattr(record, "k", None) in going:
                    continue
                cleaned = self._traces.clean(record, columns)
                if cleaned != record:
                    yield record, cleaned

    def remove(self, change: Change) -> str:
        """Removes it all in the open change; what the person is called from now on."""
        resting, one = self._resting, self._person
        graves = self._going()
        label = _free_label(change)
        for cell in resting.weakened:
            if cell not in resting.cells:
                change.update(cell, replace(cell, state=CellState.RETURNED))
        self._release_operations(change)
        change.delete(*resting.evidence, *resting.statements, *resting.cells, *resting.memos)
        self._blot(change, label)
        change.delete(*dict.fromkeys(resting.rest()), *resting.codings)
        change.delete(*resting.versions, *one.own)
        for record, cleaned in list(self._records_with_traces(change)):
            change.update(record, cleaned)
        participant = change.get(Participant, one.participant.k)
        change.update(participant, replace(participant, pseudonym=label))
        for case in one.cases:
            change.update(case, replace(case, name=label, note=""))
        emptied = [("participant", participant.k), *(("kase", c.k) for c in one.cases)]
        emptied += [("version", k) for k in self._blotted()]
        change.erase_at_end(self._erasure([*graves, *emptied]))
        return label

    def _going(self) -> list[tuple[str, Key]]:
        """(table, key) of what is deleted and has a key of its own."""
        resting = self._resting
        return [
            *(("evidence", one.k) for one in resting.evidence),
            *(("statement", one.k) for one in resting.statements),
            *(("memo", one.k) for one in resting.memos),
            *(("coding", one.k) for one in resting.codings),
            *(("version", one.k) for one in resting.versions),
            *(("source", one.k) for one in self._person.own),
        ]

    def _release_operations(self, change: Change) -> None:
        """Framework operations that name a memo which goes, name none."""
        gone = {memo.k for memo in self._resting.memos}
        for operation in change.all(ThemeOperation):
            if operation.memo in gone:
                change.update(operation, replace(operation, memo=None))

    def _blotted(self) -> dict[Key, list[tuple[int, int]]]:
        """By version that stays, the stretches that are blotted out."""
        found = {k: [*stretches] for k, stretches in self._person.stretches.items()}
        for k, stretches in self._others.items():
            found.setdefault(k, []).extend(stretches)
        return found

    def _blot(self, change: Change, label: str) -> None:
        """Blots the person's words out of sources that stay; their files go, since the words are in them."""
        for k, stretches in self._blotted().items():
            version = change.get(Version, k)
            if k in self._person.stretches:
                self._relabel(change, version, label)
            text = blotted(change.text(version.sha), stretches)
            emptied = replace(version, sha=change.keep_text(text), original=None, original_name=None)
            change.update(version, emptied)
            source = change.get(Source, version.source)
            change.update(source, replace(source, original=None, original_name=None, recording=None))

    def _relabel(self, change: Change, version: Version, label: str) -> None:
        """Gives the person's turns in a shared source the label that says nothing."""
        theirs = {case.k for case in self._person.cases}
        labels = {one.label for one in change.all(Speaker, source=version.source) if one.case in theirs}
        for part in change.all(StoredPart, version=version.k):
            if part.label in labels:
                change.update(part, replace(part, label=label))
        if change.find(Speaker, version.source, label) is None:
            change.insert(Speaker(version.source, label, 0, SpeakerRole.PARTICIPANT, None))


def _hashes(reader: Reader, sources: set[Key]) -> frozenset[str]:
    """SHA-256 of every text, file and recording of these sources."""
    versions = [version for k in sources for version in reader.all(Version, source=k)]
    kept = [reader.get(Source, k) for k in sources]
    found = [sha for version in versions for sha in (version.sha, version.original)]
    return frozenset(sha for sha in (*found, *(sha for s in kept for sha in (s.original, s.recording))) if sha)


def _free_label(reader: Reader) -> str:
    """The first of "withdrawn 1", "withdrawn 2" that nobody is called yet: a name that says nothing."""
    taken = {one.pseudonym for one in reader.all(Participant)}
    number = 1
    while f"withdrawn {number}" in taken:
        number += 1
    return f"withdrawn {number}"


def _with_free_texts() -> list[tuple[TableSpec, tuple[str, ...]]]:
    """The tables in which colleagues write freely, each with the columns that hold their words."""
    return [(spec, columns) for spec in SPECS if spec.name not in _LABELLED and (columns := free_texts(spec))]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
