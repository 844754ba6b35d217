"""Pseudonyms: a name replaced everywhere, in a new version of each source that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from trellis.core.consent import Redaction
from trellis.core.errors import Invalid
from trellis.core.pseudonym import NameHit, moved_place, name_hits, without_name
from trellis.core.segment import Segment
from trellis.core.source import Source, Speaker, StoredPart, Version, VersionKind, VersionMap
from trellis.core.textmap import Carried, Fate
from trellis.core.traces import Traces
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.store.tables import SPECS, free_texts
from trellis.study.correction_steps import Moving, kind_name, put, segment_of, standing_on
from trellis.study.resolve import current_text
from trellis.study.table import Table
from trellis.study.work import Work

AROUND = 30


@dataclass(frozen=True, slots=True)
class Replaced:
    """What replacing a name did, or would do. hits: every place with its words around; left: where the name stays."""

    hits: Table
    left: Table


class PseudonymsOfStudy:
    """Names and what stands in their place."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def replace(self, name: str, pseudonym: str, *, bracketed: bool = False, dry_run: bool = False) -> Replaced:
        """Replaces a name in the text of every source, as a pseudonymised version; codings move along. One change.

        Found as a whole word with a capital; possessive endings stay, capitals are kept. bracketed: "[Maria]".
        The identified version stays in the study, and is not read or searched from then on.
        No claim of completeness: nicknames and misspellings are names of their own. Raises Invalid.
        """
        if not name.strip() or not pseudonym.strip():
            message = "give the name that is to go and what should stand in its place"
            raise Invalid(message)
        put_there = f"[{pseudonym.strip()}]" if bracketed else pseudonym.strip()
        with self._work.read() as reader:
            found = [
                (source, hits) for source in reader.all(Source) if (hits := _hits(reader, source, name, put_there))
            ]
            told = Replaced(_listed(reader, found), _left(reader, name))
        if dry_run or not found:
            return told
        with self._work.change("source.pseudonymise") as change:
            for source in change.all(Source):
                hits = _hits(change, source, name, put_there)
                if hits:
                    _replace(change, source, hits)
        return told


def _hits(reader: Reader, source: Source, name: str, pseudonym: str) -> list[NameHit]:
    return name_hits(current_text(reader, source)[1], name, pseudonym)


def _replace(change: Change, source: Source, hits: list[NameHit]) -> None:
    """Writes the pseudonymised version of a source and moves onto it what stands on the text read now."""
    old, text = current_text(change, source)
    fresh, through, places = without_name(text, hits)
    number = 1 + max(version.number for version in change.all(Version, source=source.k))
    new = Version(
        change.new_key(),
        change.key,
        source.k,
        number,
        VersionKind.PSEUDONYMISED,
        old.k,
        change.keep_text(fresh),
        len(fresh),
        old.reader,
    )
    change.insert(new, VersionMap(old.k, new.k, 0, through.blocks))
    _keep_parts(change, source, old, new, hits)
    change.update(source, replace(source, current=new.k))
    moving = []
    for record in standing_on(change, old.k):
        segment = segment_of(record)
        if segment is not None:
            place = Segment(moved_place(segment.start, hits), moved_place(segment.end, hits, to_end=True))
            moving.append(Moving(kind_name(record), record, Carried(segment, Fate.WHOLE, place)))
    put(change, moving, old, new)
    change.insert_all(
        Redaction(change.new_key(), 0, source.k, new.k, start, end, hit.replacement, None)
        for (start, end), hit in zip(places, hits, strict=True)
    )


def _keep_parts(change: Change, source: Source, old: Version, new: Version, hits: list[NameHit]) -> None:
    """The parts of the version before, moved, with the name replaced in their labels as well."""
    labels: dict[str, str] = {}
    for part in change.all(StoredPart, version=old.k):
        label = part.label
        if label is not None:
            label = _in_label(label, hits)
            labels[part.label or ""] = label
        change.insert(
            replace(
                part,
                version=new.k,
                label=label,
                start=moved_place(part.start, hits),
                end=moved_place(part.end, hits, to_end=True),
                words=moved_place(part.words, hits),
            )
        )
    for speaker in change.all(Speaker, source=source.k):
        label = labels.get(speaker.label, speaker.label)
        if label != speaker.label and change.find(Speaker, source.k, label) is None:
            change.insert(replace(speaker, label=label))


def _in_label(label: str, hits: list[NameHit]) -> str:
    for hit in hits:
        label = without_name(label, name_hits(label, hit.spelt, hit.replacement))[0]
    return label


def _listed(reader: Reader, found: list[tuple[Source, list[NameHit]]]) -> Table:
    rows = []
    for source, hits in found:
        text = current_text(reader, source)[1]
        for hit in hits:
            before = text[max(0, hit.start - AROUND) : hit.start].replace("\n", " ")
            after = text[hit.end : hit.end + AROUND].replace("\n", " ")
            rows.append((source.name, before, hit.spelt, after, hit.replacement))
    return Table(("source", "before", "name", "after", "becomes"), tuple(rows), "Where the name stands in texts")


def _left(reader: Reader, name: str) -> Table:
    """Where the name stays: names of sources, cases and files, themes, memos, statements, labels."""
    traces = Traces([name])
    rows = tuple(
        (table, column, str(value)) for table, column, value in _texts_of(reader) if traces.taken_out_of(value) != value
    )
    return Table(("in", "field", "text"), rows, "Where the name is left: change it there yourself")


def _texts_of(reader: Reader) -> Iterator[tuple[str, str, Any]]:
    """Every field of every record that people write into: table, column, value."""
    for spec in SPECS:
        columns = (*free_texts(spec), *(("label",) if spec.name == "speaker" else ()))
        records: list[Any] = reader.all(spec.record)
        for record in records:
            yield from ((spec.name, column, getattr(record, column)) for column in columns)
