"""What corrections could not move: listed with its old words and a proposal, settled one by one. Shared steps.

Computed, never stored: it is what stands on a version that the one read now descends from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from trellis.analysis.correction import carry
from trellis.analysis.table import Table
from trellis.core.chart import Evidence
from trellis.core.coding import Coding
from trellis.core.errors import AlreadyThere, Invalid, NotFound
from trellis.core.memo import Memo
from trellis.core.segment import Segment, grown
from trellis.core.source import Source, Version
from trellis.core.textmap import Carried
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.blindness import Blindness
from trellis.study.coding import release, same_place, twins
from trellis.study.correction_steps import (
    KINDS,
    Naming,
    Stretch,
    kind_name,
    segment_of,
    standing_on,
)
from trellis.study.locating import Where, reading_of
from trellis.study.resolve import current_text
from trellis.study.version_maps import map_between


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Something that stands on a stretch, with its words in the old text and in the new one.

    item: how it is named, "coding:123". about: see `Naming.about`. version: number of the version it stands on.
    old, new: its words there, and those where it stands now or might; start, end: that place in the text as it
    is read now (code points), None and "" where there is no proposal.
    """

    item: str
    what: str
    about: str
    source: str
    version: int
    old: str
    start: int | None
    end: int | None
    new: str


def described(
    record: Stretch, carried: Carried, naming: Naming, source: Source, texts: tuple[Version, str, str]
) -> ReviewItem:
    """A record and what becomes of it, in words. texts: the version it stands on, its text, and the newer text."""
    version, old, new = texts
    place = carried.place
    what = kind_name(record)
    return ReviewItem(
        f"{what}:{record.k}",
        what,
        naming.about(record),
        source.name,
        version.number,
        carried.segment.words(old),
        None if place is None else place.start,
        None if place is None else place.end,
        "" if place is None else place.words(new),
    )


def review_items(reader: Reader, source: Source, blindness: Blindness) -> list[ReviewItem]:
    """What of a source stands on versions before the one that is read now, newest version first, in order of place.

    blindness: of the person who works; codings that they may not see are left out.
    """
    current, text = current_text(reader, source)
    naming = Naming(reader)
    found: list[ReviewItem] = []
    for version in _earlier(reader, current):
        through = map_between(reader, version, current)
        records = [one for one in standing_on(reader, version.k) if not isinstance(one, Coding) or blindness.sees(one)]
        if through is None or not records:
            continue
        old = reader.text(version.sha)
        segments = [segment_of(record) or Segment(0, 0) for record in records]
        fates = carry(through, segments, old, text)
        paired = sorted(zip(records, fates, strict=True), key=lambda pair: (pair[1].segment, kind_name(pair[0])))
        found += [described(record, fate, naming, source, (version, old, text)) for record, fate in paired]
    return found


def _earlier(reader: Reader, current: Version) -> Iterator[Version]:
    """The versions that a version descends from, nearest first."""
    parent = current.parent
    while parent is not None:
        version = reader.get(Version, parent)
        yield version
        parent = version.parent


def review_table(items: Iterable[ReviewItem]) -> Table:
    """The items, one a row."""
    rows = tuple(
        (
            one.item,
            one.source,
            one.what,
            one.about,
            one.version,
            one.old,
            one.start,
            one.end,
            one.new,
            "proposed" if one.start is not None else "no proposal",
        )
        for one in items
    )
    heads = ("item", "source", "what", "about", "version", "old words", "start", "end", "proposal", "state")
    return Table(heads, rows, "To review after corrections")


def item_of(reader: Reader, item: str) -> Stretch:
    """The record that an item of the review names. Raises NotFound."""
    what, _, key = item.partition(":")
    kind = KINDS.get(what.strip())
    record = reader.find(kind, int(key)) if kind is not None and key.strip().isdecimal() else None
    if record is None:
        message = (
            f"there is nothing to review called “{item}”; `trellis correct STUDY SOURCE --review` lists what there is"
        )
        raise NotFound(message)
    return record


def settle(change: Change, record: Stretch, where: Where | None, *, drop: bool) -> None:
    """Puts a record on a stretch of the text as it is read now (the proposed one where None), or drops it.

    Raises NotFound if the record does not wait for review, Invalid if there is no proposal, AlreadyThere if a
    coding stands there already.
    """
    source, segment = _source_of(change, record)
    if drop:
        _drop(change, record)
        return
    reading = reading_of(change, source)
    place = _proposed(change, record, segment, source) if where is None else grown(reading.segment(where), reading.text)
    followers = _followers(change, record)
    after = replace(record, version=source.current, start=place.start, end=place.end)
    if isinstance(after, Coding) and (standing := twins(change, [after]).get(same_place(after))) is not None:
        message = f"coding {standing.k} indexes just these words under the same theme; drop this one instead"
        raise AlreadyThere(message)
    for one in (record, *followers):
        change.update(one, replace(one, version=source.current, start=place.start, end=place.end))


def _source_of(reader: Reader, record: Stretch) -> tuple[Source, Segment]:
    version = None if record.version is None else reader.find(Version, record.version)
    segment = segment_of(record)
    if version is not None and segment is not None:
        source = reader.get(Source, version.source)
        current = reader.get(Version, source.current)
        if any(one.k == version.k for one in _earlier(reader, current)):
            return source, segment
    message = f"{kind_name(record)}:{record.k} does not wait for review; it stands in the text as it is read now"
    raise NotFound(message)


def _proposed(reader: Reader, record: Stretch, segment: Segment, source: Source) -> Segment:
    current, text = current_text(reader, source)
    version = reader.get(Version, record.version)
    through = map_between(reader, version, current)
    place = None if through is None else carry(through, [segment], reader.text(version.sha), text)[0].place
    if place is None:
        message = f"there is no proposal for {kind_name(record)}:{record.k}; quote the words, or give start and end"
        raise Invalid(message)
    return place


def _followers(reader: Reader, record: Stretch) -> list[Evidence]:
    """The evidence that rests on a coding and waits on the same words: it goes where the coding goes."""
    if not isinstance(record, Coding):
        return []
    resting = reader.all(Evidence, coding=record.k)
    return [one for one in resting if (one.version, segment_of(one)) == (record.version, record.segment)]


def _drop(change: Change, record: Stretch) -> None:
    if isinstance(record, Coding):
        release(change, [record])
    elif isinstance(record, Memo):
        change.update(record, replace(record, version=None, start=None, end=None))
    else:
        change.delete(record)
