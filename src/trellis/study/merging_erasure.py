"""Withdrawals and disposals that only one of two copies has heard of, when the copies are merged.

What the other copy removed is removed here before anything is compared; what was removed here is kept out of
what comes in. Shared steps on the open change of a merge.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from trellis.core.case import Case, Participant, Recruitment
from trellis.core.keys import Key
from trellis.core.merging import Conflict
from trellis.core.source import Source, Version
from trellis.core.study import Setting
from trellis.core.traces import FILLER, REMOVED, Traces
from trellis.store.changes import Change
from trellis.store.erasing import Erasure
from trellis.store.mapping import CODECS
from trellis.store.merging import Brought
from trellis.store.merging_plan import Heeded
from trellis.store.reader import Reader
from trellis.store.tombstones import Grave, take_over, unheard
from trellis.study.removing import Removal, Trail, blot, hashes_of, relabel, with_free_texts, without_traces
from trellis.study.resting import Person, Stretches, names_of, person, words_of
from trellis.study.retention import GONE, files_of

_LEAST_DERIVED = 2
_NOBODY = -1
"""Key of the stand-in for somebody whom a copy does not know as a person, only by what was taken out."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What withdrawals ask of a merge, and the people whose words are to be kept out of what comes in."""

    heeded: Heeded
    out: tuple[Removal, ...] = ()

    @property
    def destroys(self) -> bool:
        """Whether the file has to be written anew, so that nothing is left in free pages."""
        return bool(self.heeded.done or self.out)


def heed(change: Change, theirs: Reader) -> Kept:
    """Carries out here what the other copy removed, and finds what it still has of people who withdrew here."""
    ours, there = change.connection, theirs.connection
    dug = unheard(there, ours)
    done = _removed_as_there(change, theirs, dug) if dug else 0
    out = tuple(Removal(theirs, trail) for trail in trails(theirs, change, unheard(ours, there)))
    away = frozenset(k for removal in out for _, k in removal.going())
    return Kept(Heeded(done, away), out)


def _removed_as_there(change: Change, theirs: Reader, graves: frozenset[Grave]) -> Key:
    """A withdrawal like the other copy's, as a change of its own before the merge; its key."""
    with change.before("participant.withdraw") as first:
        take_over(first.connection, theirs.connection)
        for trail in list(trails(first, theirs, graves)):
            there = theirs.find(Participant, trail.person.participant.k)
            label = "" if there is None else there.pseudonym
            Removal(first, trail, frozenset(k for _, k in graves)).remove(first, label)
        return first.key


def trails(whole: Reader, emptied: Reader, graves: frozenset[Grave]) -> list[Trail]:
    """The people whom one copy has destroyed, found in the copy that still has them."""
    if not graves:
        return []
    people = [one for table, k in sorted(graves) if table == "participant" and (one := whole.find(Participant, k))]
    found = [person(whole, one) for one in people] or [_stand_in()]
    known = {source.k for one in found for source in one.own}
    more = [whole.find(Source, k) for table, k in sorted(graves) if table == "source" and k not in known]
    found[0] = replace(found[0], own=(*found[0].own, *(source for source in more if source is not None)))
    found = [_not_shared(whole, one, {k for table, k in graves if table == "source"}) for one in found]
    removed = set(_taken_out(whole, emptied))
    blotted = _blotted(whole, emptied, graves)
    return [_trail(whole, one, removed, blotted) for one in found]


def _not_shared(whole: Reader, one: Person, gone: set[Key]) -> Person:
    """The person, where sources that one copy removed as theirs are shared with others in this copy."""
    stretches = {k: said for k, said in one.stretches.items() if whole.get(Version, k).source not in gone}
    return replace(one, shared=tuple(source for source in one.shared if source.k not in gone), stretches=stretches)


def _trail(whole: Reader, one: Person, removed: set[str], blotted: Stretches) -> Trail:
    own = {source.k for source in one.own}
    traces = Traces([*names_of(whole, one), *removed], words_of(whole, one))
    elsewhere = {k: [*stretches] for k, stretches in blotted.items() if whole.get(Version, k).source not in own}
    for version in _others_of(whole, elsewhere):
        elsewhere[version.k] = traces.stretches(whole.text(version.sha))
    sources = {whole.get(Version, k).source for k in (*one.stretches, *elsewhere)}
    return Trail(one, traces, {k: found for k, found in elsewhere.items() if found}, hashes_of(whole, own | sources))


def _stand_in() -> Person:
    nobody = Participant(_NOBODY, 0, "", Recruitment.WITHDREW)
    return Person(nobody, (), (), (), {}, ())


def _others_of(reader: Reader, versions: Iterable[Key]) -> list[Version]:
    """Further versions of the sources that these versions belong to, which only this copy has."""
    known = set(versions)
    sources = {reader.get(Version, k).source for k in known}
    return [v for source in sorted(sources) for v in reader.all(Version, source=source) if v.k not in known]


def _blotted(whole: Reader, emptied: Reader, graves: frozenset[Grave]) -> Stretches:
    """By version that both copies have, the stretches that only one of them has blotted out."""
    found: Stretches = {}
    for table, k in sorted(graves):
        ours = whole.find(Version, k) if table == "version" else None
        theirs = emptied.find(Version, k) if table == "version" else None
        if ours is not None and theirs is not None and ours.sha != theirs.sha:
            found[k] = list(_runs(whole.text(ours.sha), emptied.text(theirs.sha)))
    return found


def _runs(text: str, blotted: str) -> Iterator[tuple[int, int]]:
    start = None
    for at, (letter, other) in enumerate(zip(text, blotted, strict=True)):
        # A line break within what was blotted stays one.
        hidden = other == FILLER != letter or (start is not None and letter == other == "\n")
        if hidden and start is None:
            start = at
        elif not hidden and start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, len(text)


def _taken_out(whole: Reader, emptied: Reader) -> Iterator[str]:
    """The names and words that stand where one copy says "[removed]", as the other copy has them."""
    for spec, columns in with_free_texts():
        record: Any
        for record in emptied.all(spec.record):
            texts = [text for name in columns for text in _texts(getattr(record, name))]
            if not any(REMOVED in text for text in texts):
                continue
            other: Any = whole.find(spec.record, *(getattr(record, name) for name in spec.key))
            said = [] if other is None else [text for name in columns for text in _texts(getattr(other, name))]
            for cleaned, text in zip(texts, said, strict=False):
                yield from _between(cleaned, text)


def _texts(value: object) -> list[str]:
    if isinstance(value, tuple):
        return [text for item in value for text in _texts(item)]
    return [value] if type(value) is str else []


def _between(cleaned: str, text: str) -> Iterator[str]:
    """What of a text was taken out: `_between("No [removed].", "No Moira.")` is "Moira"."""
    if REMOVED not in cleaned or REMOVED in text:
        return
    pattern = "(.+?)".join(re.escape(piece) for piece in cleaned.split(REMOVED))
    match = re.fullmatch(pattern, text, re.DOTALL)
    if match is not None:
        yield from (found for found in match.groups() if len(found.strip()) >= _LEAST_DERIVED)


def clean(change: Change, brought: Brought, kept: Kept) -> int:
    """Takes the words of people who withdrew here out of what came in. How many rows and texts were cleaned."""
    cleaned = 0
    for removal in kept.out:
        trail = removal.trail
        cleaned += _clean_rows(change, brought, trail) + _clean_texts(change, brought, removal)
        _clear_conflicts(change, kept, trail)
        graves = [(table, k) for table, k in removal.going() if change.find(CODECS[table].spec.record, k) is None]
        erasure = removal.erasure(graves)
        change.erase_at_end(replace(erasure, changes=brought.carried, subjects=erasure.subjects - {_NOBODY}))
    return cleaned


def _clean_rows(change: Change, brought: Brought, trail: Trail) -> int:
    cleaned = 0
    free = {spec.name: (spec, columns) for spec, columns in with_free_texts()}
    for table, key in list(brought.places):
        spec, columns = free.get(table, (None, ()))
        record: Any = None if spec is None else change.find(spec.record, *key)
        after = record if record is None else trail.traces.clean(record, columns)
        if after != record:
            change.update(record, after)
            cleaned += 1
    return cleaned


def _clean_texts(change: Change, brought: Brought, removal: Removal) -> int:
    """Blots corrected texts that came in, of sources in which somebody who withdrew is heard or named."""
    trail, cleaned = removal.trail, 0
    for k, stretches in trail.blots().items():
        version = change.find(Version, k) if ("version", (k,)) in brought.places else None
        if version is not None:
            if k in trail.person.stretches:
                relabel(change, version, removal.labels(version.source), _label(change, trail))
            blot(change, version, stretches)
            cleaned += 1
    return cleaned


def _label(change: Change, trail: Trail) -> str:
    here = change.find(Participant, trail.person.participant.k)
    return "" if here is None else here.pseudonym


def _clear_conflicts(change: Change, kept: Kept, trail: Trail) -> None:
    for conflict in change.all(Conflict):
        cleaned = without_traces(conflict, trail)
        if cleaned is None or kept.heeded.away.intersection(json.loads(conflict.place)):
            change.delete(conflict)
        else:
            change.update(conflict, cleaned)


def labels_apart(change: Change) -> None:
    """Two people who withdrew in different copies are both called "withdrawn 1": the later key gets a free number."""
    people = sorted(change.all(Participant), key=lambda one: one.k)
    taken = {one.pseudonym for one in people}
    seen: set[str] = set()
    for one in people:
        if one.pseudonym in seen and one.pseudonym.startswith("withdrawn "):
            label = next(f"withdrawn {n}" for n in range(1, len(people) + 2) if f"withdrawn {n}" not in taken)
            taken.add(label)
            change.update(one, replace(one, pseudonym=label))
            for case in change.all(Case, participant=one.k):
                change.update(case, replace(case, name=label))
        seen.add(one.pseudonym)


def dispose_as_there(change: Change, brought: Brought) -> bool:
    """Destroys the original files that the other copy destroyed. Whether there were any."""
    disposed = {
        int(str(key[0]).rpartition(" ")[2])
        for table, key in brought.places
        if table == "setting" and str(key[0]).startswith(f"{GONE} ") and change.find(Setting, key[0]) is not None
    }
    due = [source for k in sorted(disposed) if (source := change.find(Source, k)) is not None]
    files = files_of(change, due)
    if files:
        change.erase_at_end(Erasure(originals=files))
    return bool(files)
