"""Putting away what says real names: identified texts, files and history go to the file of pseudonyms, and come back.

Steps on an open change. The study keeps the pseudonymised texts, with everything that rests on them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from trellis.core.disagreement import SettledCoding
from trellis.core.errors import AlreadyThere, Invalid, NotFound
from trellis.core.keys import Key
from trellis.core.segment import Segment
from trellis.core.source import Source, Speaker, StoredPart, Version, VersionKind, VersionMap
from trellis.core.study import NAMES_AWAY, Setting
from trellis.core.traces import Traces
from trellis.store import history, sql
from trellis.store import putting_away as stored
from trellis.store.changes import Change
from trellis.store.erasing import texts_in
from trellis.store.images import Chunk, Image, from_chunk
from trellis.store.mapping import CODECS, Row
from trellis.store.reader import Reader
from trellis.store.specs import SPECS
from trellis.store.undo import live_revs
from trellis.study.correction_steps import KINDS, segment_of, standing_on
from trellis.study.open_key import OpenKey
from trellis.study.version_maps import map_between

_ORDER = {spec.name: at for at, spec in enumerate(SPECS)}


@dataclass(frozen=True, slots=True)
class Going:
    """What is put away: earlier versions of these sources, and digests of texts and files."""

    sources: tuple[Source, ...]
    versions: tuple[Version, ...]
    digests: frozenset[str]


def going(reader: Reader) -> Going:
    """What there is to put away. Raises Invalid where something still stands on an earlier text."""
    sources, versions, digests = [], [], set()
    for source in reader.all(Source):
        held = reader.all(Version, source=source.k)
        current = next(version for version in held if version.k == source.current)
        earlier = [version for version in held if version.k != current.k]
        if current.kind is not VersionKind.PSEUDONYMISED or not (earlier or source.original):
            continue
        if waiting := sum(len(standing_on(reader, version.k)) for version in earlier):
            message = (
                f"{waiting} things on an earlier text of “{source.name}” wait to be settled: "
                "settle them before the names are put away (trellis correct --review)"
            )
            raise Invalid(message)
        sources.append(source)
        versions += earlier
        digests |= {source.original, *(sha for one in earlier for sha in (one.sha, one.original))}
    return Going(tuple(sources), tuple(versions), frozenset(sha for sha in digests if sha is not None))


def put_away(change: Change, key: OpenKey) -> int:
    """Puts it away: how many earlier texts. Raises Invalid, AlreadyThere where there is nothing to put away."""
    gone = going(change)
    if not gone.sources:
        message = "there is nothing to put away: no pseudonymised text has an earlier version or a file"
        raise AlreadyThere(message)
    keys = {version.k for version in gone.versions}
    for source in gone.sources:
        _let_go(change, source, {version.k for version in gone.versions if version.source == source.k})
    change.delete(*(one for one in change.all(VersionMap) if {one.from_version, one.to_version} & keys))
    change.delete(*(part for k in sorted(keys) for part in change.all(StoredPart, version=k)))
    change.delete(*gone.versions)
    change.insert(Setting(f"{NAMES_AWAY} {change.key}", 0, json.dumps(sorted(keys))))
    change.at_end(lambda: _move(change, key, gone))
    return len(keys)


def _let_go(change: Change, source: Source, earlier: set[Key]) -> None:
    """Makes a source and its current text independent of what goes."""
    current = change.get(Version, source.current)
    change.update(source, replace(source, original=None, original_name=None))
    for kind in KINDS.values():
        for record in [one for k in earlier for one in change.all(kind, version=k)]:
            if segment_of(record) is None and record.version is not None:
                change.update(record, replace(record, version=current.k))
    for k in sorted(earlier):
        _keep_settled(change, change.get(Version, k), current)
    change.update(current, replace(current, parent=None))
    labels = {part.label for part in change.all(StoredPart, version=current.k)}
    change.delete(*(one for one in change.all(Speaker, source=source.k) if one.label not in labels))


def _keep_settled(change: Change, old: Version, current: Version) -> None:
    """What codings were when a disagreement was settled is told of the text that stays, as near as its words are."""
    settled = change.all(SettledCoding, version=old.k)
    through = map_between(change, old, current) if settled else None
    for one in settled:
        place = Segment(0, 1) if through is None else through.around(Segment(one.start, one.end))
        start = min(place.start, current.length - 1)
        change.update(one, replace(one, version=current.k, start=start, end=max(place.end, start + 1)))


def _move(change: Change, key: OpenKey, gone: Going) -> None:
    """Writes what is taken to the file of pseudonyms, and then takes it out of the study."""
    traces = Traces(key.book().names())
    sources, versions = {source.k for source in gone.sources}, {version.k for version in gone.versions}

    def is_meant(chunk: Chunk) -> bool:
        if chunk.subject in versions or (chunk.table in {"version", "speaker"} and chunk.subject in sources):
            return True
        if chunk.table == "version_map":
            return any({*image.key} & versions for image in from_chunk(chunk))
        return chunk.table != "person" and any(text in gone.digests or traces.within(text) for text in texts_in(chunk))

    piece = stored.collected(change.connection, gone.digests, is_meant)
    key.save(key.book(), {**key.away(), change.key: piece.to_bytes()})
    stored.take_out(change.connection, piece)


def is_away(reader: Reader) -> bool:
    """Whether something of the study is put away."""
    return bool(_flags(reader))


def versions_away(reader: Reader) -> frozenset[Key]:
    """The keys of the versions that are put away."""
    return frozenset(k for flag in _flags(reader) for k in json.loads(flag.value))


def require_here(reader: Reader, what: str) -> None:
    """Nothing, if nothing is put away; raises Invalid otherwise. what: what could not reach it."""
    if is_away(reader):
        message = f"{what} must reach what is put away, too: bring it back first (trellis pseudonym bring-back)"
        raise Invalid(message)


def require_known(reader: Reader, theirs: Reader) -> None:
    """Nothing, if neither copy rests on a text that is put away in the other; raises Invalid otherwise."""
    if {flag.name for flag in _flags(theirs)} - {flag.name for flag in _flags(reader)}:
        message = "in the other copy names are put away; bring them back there first (trellis pseudonym bring-back)"
        raise Invalid(message)
    if any(theirs.find(Version, k) is not None for k in versions_away(reader)):
        require_here(reader, "a copy with identified texts")


def _flags(reader: Reader) -> list[Setting]:
    return [one for one in reader.all(Setting) if one.name.startswith(f"{NAMES_AWAY} ")]


def bring_back(change: Change, key: OpenKey) -> None:
    """Brings everything back as it was, the latest first. Raises NotFound where the file does not have it."""
    away = key.away()
    flags = {int(flag.name.rpartition(" ")[2]): flag for flag in _flags(change)}
    if not flags:
        message = "nothing of this study is put away"
        raise NotFound(message)
    missing = [k for k in flags if k not in away]
    if missing:
        message = f"{key.path} does not hold what was put away; name the file that does (--key FILE)"
        raise NotFound(message)
    for k in sorted(flags, reverse=True):
        piece = stored.piece_of(away[k])
        stored.put_in(change.connection, piece)
        _restore(change, history.images_of(change.connection, [k]))
        flag = change.find(Setting, flags[k].name)
        if flag is not None:
            change.delete(flag)


def _restore(change: Change, images: Iterable[Image]) -> None:
    """Puts rows back as they were, with the rev that they had; what was changed since keeps that beside it."""
    by_table: dict[str, list[Image]] = {}
    for image in images:
        if image.before is not None and image.table != "setting":
            by_table.setdefault(image.table, []).append(image)
    for table in sorted(by_table, key=_ORDER.__getitem__):
        removed = [image for image in by_table[table] if image.after is None]
        there = live_revs(change.connection, table, (image.key for image in removed))
        change.writer.insert(table, [image.before for image in removed if image.before and image.key not in there])
        kept = [(image, live) for image in by_table[table] if image.after and (live := _live(change, image))]
        change.writer.update(table, [(live, _mended(change, image, live)) for image, live in kept])


def _live(change: Change, image: Image) -> Row | None:
    spec = CODECS[image.table].spec
    row = change.connection.exec_driver_sql(sql.select(spec.name, *spec.key), image.key).fetchone()
    return None if row is None else tuple(row)


def _mended(change: Change, image: Image, live: Row) -> Row:
    """The row as it was before; if it was written since, only the fields that were emptied come back."""
    before, after = image.before or (), image.after or ()
    if live == after:
        return before
    at = CODECS[image.table].rev_at
    fields: list[Any] = [old if old != new else now for old, new, now in zip(before, after, live, strict=True)]
    fields[at] = change.key
    return tuple(fields)
