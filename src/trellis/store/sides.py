"""One copy's way from the common state to now, row by row, read from its own history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.core.merging import Fields, Side
from trellis.store import history
from trellis.store.images import Image, from_chunk
from trellis.store.lineage import Lineage, Link
from trellis.store.mapping import CODECS, Row
from trellis.store.verify import HANDOUT

Place = tuple[str, Row]
"""A table, and the key of a row in it."""


@dataclass(slots=True)
class _Track:
    """A row on its way. base: as both copies knew it; now: as it is here."""

    base: Row | None
    now: Row | None
    pulled: dict[str, object]
    writer: Key
    mended: bool = True


def fields_of(table: str, row: Row) -> Fields:
    """The values of a row by column."""
    return dict(zip(CODECS[table].columns, row, strict=True))


def row_of(table: str, fields: Fields) -> Row:
    """The row with these values."""
    return tuple(fields[name] for name in CODECS[table].columns)


def sides(connection: Connection, links: Iterable[Link], mine: Lineage, other: Lineage) -> dict[Place, Side]:
    """What a copy made of each row that it wrote in the given changes of its own.

    What it only took over from something that the other copy knows moves the common state on and is no doing
    of its own.
    """
    tracks: dict[Place, _Track] = {}
    by_key = {link.k: link for link in links}
    for k, chunks in history.chunks_of_each(connection, list(by_key)):
        link = by_key[k]
        merges = link.parent2 is not None
        from_common = mine.from_common(link, other)
        for image in (image for chunk in chunks for image in from_chunk(chunk)):
            track = _tracked(tracks, image, link.k)
            if (merges or link.action == HANDOUT) and _taken(image, other, from_common=from_common):
                track.base = image.after
                track.pulled.clear()
            elif from_common:
                track.pulled.update(_written(image))
            track.mended = track.mended and from_common
    return {place: _side(place[0], track) for place, track in tracks.items()}


def _tracked(tracks: dict[Place, _Track], image: Image, change: Key) -> _Track:
    place = (image.table, image.key)
    track = tracks.setdefault(place, _Track(image.before, image.before, {}, change))
    track.now, track.writer = image.after, change
    return track


def _taken(image: Image, other: Lineage, *, from_common: bool) -> bool:
    """Whether a merge or handout only wrote what the other copy has."""
    if image.after is None:
        return from_common
    return other.knows(image.after[CODECS[image.table].rev_at])


def _written(image: Image) -> Iterator[tuple[str, object]]:
    """The fields that an image gave another value."""
    if image.after is None:
        return
    before = image.before or (_ABSENT,) * len(image.after)
    for name, old, new in zip(CODECS[image.table].columns, before, image.after, strict=True):
        if old != new:
            yield name, new


_ABSENT = object()


def _side(table: str, track: _Track) -> Side:
    base = None if track.base is None else fields_of(table, track.base)
    now = None if track.now is None else fields_of(table, track.now)
    return Side(base, now, track.pulled, track.writer, wrote=True, mended=track.mended)
