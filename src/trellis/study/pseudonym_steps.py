"""Replacing a name in the open change: in texts, as a new version of each; in what colleagues wrote, in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from trellis.core.chart import Evidence, EvidenceFor, Layer, Statement
from trellis.core.consent import Redaction
from trellis.core.pseudonym import Name, NameHit, moved_place, without_name
from trellis.core.segment import Segment
from trellis.core.source import Source, Speaker, StoredPart, Version, VersionKind, VersionMap
from trellis.core.textmap import Carried, Fate
from trellis.store.changes import Change
from trellis.store.free_texts import free_texts
from trellis.store.reader import Reader
from trellis.store.specs import SPECS
from trellis.store.tables import SPEC_OF
from trellis.study.correction_steps import Moving, kind_name, put, segment_of, standing_on
from trellis.study.resolve import current_text

PSEUDONYMISE = "source.pseudonymise"
"""The action of a change that does nothing to texts but replace names."""
NOT_NOTES = frozenset({"part", "speaker", "person", "version", "conflict", "setting", "consent", "redaction"})
"""Tables whose words are no colleague's: labels, codes, or both sides of a conflict."""
_NAMES = frozenset({"source", "kase", "participant"})
"""Tables whose words are names, which may be written small: "janet-one"."""
_AS_GIVEN = frozenset({("source", "original_name")})
"""Columns that say what a file was called, and are left as they are."""


def hits_of(reader: Reader, source: Source, name: Name) -> list[NameHit]:
    """Where a name that is to go stands in the text of a source that is read now."""
    return name.hits(current_text(reader, source)[1])


@dataclass(frozen=True, slots=True)
class Replacing:
    """What is replaced in a source's text, how the labels of its speakers change, what kind of version comes of it."""

    source: Source
    hits: list[NameHit]
    label: Callable[[str], str]
    kind: VersionKind = VersionKind.PSEUDONYMISED


def replace_in_text(change: Change, wanted: Replacing) -> list[Redaction]:
    """Writes a new version of a source without the hits and moves onto it what stands on the text read now.

    Returns the redactions, still to be written: where the replacements stand in it.
    """
    source, hits = wanted.source, wanted.hits
    old, text = current_text(change, source)
    fresh, through, places = without_name(text, hits)
    number = 1 + max(version.number for version in change.all(Version, source=source.k))
    sha = change.keep_text(fresh)
    new = Version(change.new_key(), change.key, source.k, number, wanted.kind, old.k, sha, len(fresh), old.reader)
    change.insert(new, VersionMap(old.k, new.k, 0, through.blocks))
    _keep_parts(change, wanted, old, new)
    change.update(source, replace(source, current=new.k))
    moving = []
    for record in standing_on(change, old.k):
        segment = segment_of(record)
        if segment is not None:
            place = Segment(moved_place(segment.start, hits), moved_place(segment.end, hits, to_end=True))
            moving.append(Moving(kind_name(record), record, Carried(segment, Fate.WHOLE, place)))
    put(change, moving, old, new)
    return [
        Redaction(change.new_key(), change.key, source.k, new.k, start, end, hit.replacement, None)
        for (start, end), hit in zip(places, hits, strict=True)
    ]


def _keep_parts(change: Change, wanted: Replacing, old: Version, new: Version) -> None:
    """The parts of the version before, moved, with the name replaced in their labels as well."""
    hits, parts = wanted.hits, []
    labels: dict[str, str] = {}
    for part in change.all(StoredPart, version=old.k):
        label = None if part.label is None else labels.setdefault(part.label, wanted.label(part.label))
        start, end = moved_place(part.start, hits), moved_place(part.end, hits, to_end=True)
        words = moved_place(part.words, hits)
        parts.append(replace(part, version=new.k, label=label, start=start, end=end, words=words))
    change.insert_all(parts)
    for speaker in change.all(Speaker, source=wanted.source.k):
        label = labels.get(speaker.label, speaker.label)
        if label != speaker.label and change.find(Speaker, speaker.source, label) is None:
            change.insert(replace(speaker, label=label))


def replace_in_quotations(change: Change, sources: Iterable[Source], name: Name) -> None:
    """Verbatim statements that rest on these sources follow their words."""
    changed = {source.k for source in sources}
    quoting = {
        evidence.for_k
        for evidence in change.all(Evidence, for_kind=EvidenceFor.STATEMENT.value)
        if evidence.source in changed
    }
    quoted = [one for one in change.all(Statement) if one.layer is Layer.VERBATIM and one.k in quoting]
    change.update_all((one, replace(one, text=name.within(one.text))) for one in quoted)


def replace_in_notes(change: Change, name: Name) -> None:
    """Replaces a name in names of sources and cases, themes, memos, statements, notes and values."""
    for spec in SPECS:
        columns = [column for column in noted(spec.name) if (spec.name, column) not in _AS_GIVEN]
        if not columns:
            continue
        records: list[Any] = change.all(spec.record)
        change.update_all((record, replaced_in(record, columns, name)) for record in records)


def replaced_in(record: Any, columns: Iterable[str], name: Name) -> Any:  # noqa: ANN401  # a record of any table
    """The record with the name replaced in the named columns; in names of sources and people in small letters, too."""
    within = name.anywhere if SPEC_OF[type(record)].name in _NAMES else name.within
    return replace(record, **{column: _within(getattr(record, column), within) for column in columns})


def noted(table: str) -> tuple[str, ...]:
    """The columns of a table in which colleagues write, none for a table of labels and codes."""
    spec = next(spec for spec in SPECS if spec.name == table)
    return () if table in NOT_NOTES else free_texts(spec)


def _within(value: object, within: Callable[[str], str]) -> object:
    """A value without the name: a text, or texts inside tuples; a member of an enumeration is a code."""
    if isinstance(value, tuple):
        return tuple(_within(item, within) for item in value)
    return within(value) if isinstance(value, str) and not isinstance(value, Enum) else value


def texts_in(value: object) -> Iterator[str]:
    """The texts in a value of a record."""
    if isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value
