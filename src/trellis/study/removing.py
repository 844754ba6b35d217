"""Taking a person's data out of a study: rows, texts, history. Steps of withdrawals and merges."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from trellis.core.case import Case, Participant
from trellis.core.chart import CellState
from trellis.core.finding import FindingStatus
from trellis.core.framework import ThemeOperation
from trellis.core.keys import Key
from trellis.core.merging import Conflict
from trellis.core.source import Source, Speaker, SpeakerRole, StoredPart, Version
from trellis.core.traces import Traces, blotted
from trellis.store.changes import Change
from trellis.store.erasing import Erasure
from trellis.store.free_texts import free_texts
from trellis.store.reader import Reader
from trellis.store.specs import SPECS, TableSpec
from trellis.study.resting import Person, Resting, Stretches

LABELLED = frozenset({"part", "speaker", "person", "participant", "consent", "withdrawal", "conflict"})
"""Tables in which a name is a label of somebody else's, or is dealt with by itself."""


R = TypeVar("R")
_COMPACT: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}


@dataclass(frozen=True)
class Trail:
    """What leads to everything of one person's. elsewhere: what is blotted in other people's sources, by version."""

    person: Person
    traces: Traces
    elsewhere: Stretches
    hashes: frozenset[str]

    def holds(self, table: str, text: str) -> bool:
        """Whether a text of the history must go."""
        if text in self.hashes:
            return True
        return (table == "conflict" or table not in LABELLED) and self.traces.within(text)

    def blots(self) -> Stretches:
        """By version that stays, the stretches that are blotted out."""
        found = {k: [*stretches] for k, stretches in self.person.stretches.items()}
        for k, stretches in self.elsewhere.items():
            found.setdefault(k, []).extend(stretches)
        return found


def trail_of(reader: Reader, person: Person, traces: Traces, *, in_other_sources: bool) -> Trail:
    """The trail of a person through a study."""
    elsewhere = named_elsewhere(reader, person, traces) if in_other_sources else {}
    blotted_out = {reader.get(Version, k).source for k in (*person.stretches, *elsewhere)}
    return Trail(person, traces, elsewhere, hashes_of(reader, {*(source.k for source in person.own), *blotted_out}))


def named_elsewhere(reader: Reader, person: Person, traces: Traces) -> Stretches:
    """By version of other people's sources, where the person is named or quoted."""
    own = {source.k for source in person.own}
    found = {}
    for version in reader.all(Version):
        if version.source in own:
            continue
        said = person.stretches.get(version.k, ())
        named = traces.stretches(reader.text(version.sha))
        if left := [(a, b) for a, b in named if not any(start <= a and b <= end for start, end in said)]:
            found[version.k] = left
    return found


def hashes_of(reader: Reader, sources: set[Key]) -> frozenset[str]:
    """SHA-256 of every text, file and recording of these sources."""
    versions = [version for k in sources for version in reader.all(Version, source=k)]
    kept = [reader.get(Source, k) for k in sources]
    found = [sha for version in versions for sha in (version.sha, version.original)]
    return frozenset(sha for sha in (*found, *(sha for s in kept for sha in (s.original, s.recording))) if sha)


class Removal:
    """Taking a person's data out of a study."""

    def __init__(self, reader: Reader, trail: Trail, marked: frozenset[Key] = frozenset()) -> None:
        """marked: keys of what is known to be the person's besides what the study itself says."""
        self._reader = reader
        self.trail = trail
        self.resting = Resting(reader, trail.person, marked)

    def labels(self, source: Key) -> set[str]:
        """What the person is called in a source."""
        theirs = {case.k for case in self.trail.person.cases}
        return {one.label for one in self._reader.all(Speaker, source=source) if one.case in theirs}

    def subjects(self) -> set[Key]:
        """Keys whose part of the history goes: the person's, their cases', sources', texts', memos about them."""
        one, resting = self.trail.person, self.resting
        keys = {one.participant.k, *(c.k for c in one.cases), *(s.k for s in one.own), *(v.k for v in resting.versions)}
        keys |= {element.k for element in resting.elements}
        return keys | {m.k for m in resting.memos} | set(one.stretches) | set(self.trail.elsewhere)

    def going(self) -> list[tuple[str, Key]]:
        """(table, key) of what is deleted and has a key of its own."""
        resting = self.resting
        return [
            *(("evidence", one.k) for one in resting.evidence),
            *(("statement", one.k) for one in resting.statements),
            *(("element", one.k) for one in resting.elements),
            *(("judgement", one.k) for one in resting.judgements),
            *(("wave_change", one.k) for one in resting.changes),
            *(("memo", one.k) for one in resting.memos),
            *(("coding", one.k) for one in resting.codings),
            *(("version", one.k) for one in resting.versions),
            *(("source", one.k) for one in self.trail.person.own),
        ]

    def erasure(self, graves: Iterable[tuple[str, Key]] = ()) -> Erasure:
        """What is destroyed outside the study tables: history, texts and files, suggestions."""
        one = self.trail.person
        return Erasure(
            frozenset(self.subjects()),
            frozenset(("speaker", source.k) for source in one.shared),
            self.trail.holds,
            self.trail.hashes,
            graves=tuple(graves),
            sources=frozenset(source.k for source in (*one.own, *one.shared)),
        )

    def with_traces(self, reader: Reader) -> Iterator[tuple[Any, Any]]:
        """Records that stay and hold a name or words of the person, as they are and without them."""
        going = {k for _, k in self.going()} | {case.k for case in self.trail.person.cases}
        for spec, columns in with_free_texts():
            record: Any
            for record in reader.all(spec.record):
                if getattr(record, "k", None) in going:
                    continue
                cleaned = self.trail.traces.clean(record, columns)
                if cleaned != record:
                    yield record, cleaned

    def remove(self, change: Change, label: str) -> None:
        """Removes it all in the open change. label: what the person is called from now on."""
        resting, one = self.resting, self.trail.person
        graves = self.going()
        for cell in resting.weakened:
            if cell not in resting.cells:
                change.update(cell, replace(cell, state=CellState.RETURNED))
        for finding in resting.weakened_findings:
            change.update(finding, replace(finding, status=FindingStatus.DRAFT))
        self._release_operations(change)
        self._clear_conflicts(change)
        change.delete(*resting.element_links, *resting.elements)
        change.delete(*resting.evidence, *resting.statements, *resting.judgements, *resting.cells, *resting.memos)
        self._blot(change, label)
        change.delete(*dict.fromkeys(resting.rest()), *resting.codings)
        change.delete(*resting.versions, *_live(change, Source, one.own))
        for record, cleaned in list(self.with_traces(change)):
            change.update(record, cleaned)
        people, cases = _live(change, Participant, [one.participant]), _live(change, Case, one.cases)
        change.update_all((found, replace(found, pseudonym=label)) for found in people)
        change.update_all((case, replace(case, name=label, note="")) for case in cases)
        emptied = [*(("participant", found.k) for found in people), *(("kase", c.k) for c in cases)]
        emptied += [("version", k) for k in self.trail.blots()]
        change.erase_at_end(self.erasure([*graves, *emptied]))

    def _release_operations(self, change: Change) -> None:
        """Framework operations that name a memo which goes, name none."""
        gone = {memo.k for memo in self.resting.memos}
        for operation in change.all(ThemeOperation):
            if operation.memo in gone:
                change.update(operation, replace(operation, memo=None))

    def _clear_conflicts(self, change: Change) -> None:
        """What both copies changed about the person is asked no more; words of theirs in other questions go."""
        keys = self.subjects() | {k for _, k in self.going()}
        for conflict in change.all(Conflict):
            cleaned = without_traces(conflict, self.trail)
            if cleaned is None or conflict.subject in keys or keys.intersection(json.loads(conflict.place)):
                change.delete(conflict)
            else:
                change.update(conflict, cleaned)

    def _blot(self, change: Change, label: str) -> None:
        """Blots the person's words out of sources that stay; their files go, since the words are in them."""
        for k, stretches in self.trail.blots().items():
            version = change.get(Version, k)
            if k in self.trail.person.stretches:
                relabel(change, version, self.labels(version.source), label)
            blot(change, version, stretches)


def _live(reader: Reader, kind: type[R], records: Iterable[R]) -> list[R]:
    """The records that are still there, as they are now."""
    found = (reader.find(kind, record.k) for record in records)  # type: ignore[attr-defined]
    return [record for record in found if record is not None]


def without_traces(conflict: Conflict, trail: Trail) -> Conflict | None:
    """A conflict without the person's words; None if what it is about names them or a text of theirs."""
    if any(type(part) is str and trail.traces.within(part) for part in json.loads(conflict.place)):
        return None
    states = [json.loads(said) for said in (conflict.one_fields, conflict.other_fields)]
    if any(value in trail.hashes for said in states if said is not None for value in said.values()):
        return None
    taken_out = trail.traces.taken_out_of
    one, other = (
        json.dumps(said and {name: taken_out(value) for name, value in said.items()}, **_COMPACT) for said in states
    )
    return replace(conflict, one_fields=one, other_fields=other, outcome=trail.traces.taken_out(conflict.outcome))


def blot(change: Change, version: Version, stretches: Iterable[tuple[int, int]]) -> None:
    """Blots stretches out of a version; its file and that of its source go, since the words are in them."""
    text = blotted(change.text(version.sha), stretches)
    change.update(version, replace(version, sha=change.keep_text(text), original=None, original_name=None))
    source = change.get(Source, version.source)
    change.update(source, replace(source, original=None, original_name=None, recording=None))


def relabel(change: Change, version: Version, labels: set[str], label: str) -> None:
    """Gives the turns under these labels, in a shared source, the label that says nothing."""
    for part in change.all(StoredPart, version=version.k):
        if part.label in labels:
            change.update(part, replace(part, label=label))
    if change.find(Speaker, version.source, label) is None:
        change.insert(Speaker(version.source, label, 0, SpeakerRole.PARTICIPANT, None))


def with_free_texts() -> list[tuple[TableSpec, tuple[str, ...]]]:
    """The tables in which colleagues write freely, each with the columns that hold their words."""
    return [(spec, columns) for spec in SPECS if spec.name not in LABELLED and (columns := free_texts(spec))]
