"""From a reference as a chart prints it ("STR03 l.112") to the words of a transcript."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.chart import CellPlace
from trellis.core.document import PartKind
from trellis.core.errors import Ambiguous, Invalid, NotFound, OutOfRange, TrellisError
from trellis.core.keys import Key
from trellis.core.matching import Names
from trellis.core.printed_reference import PrintedReference, ReferenceKind
from trellis.core.segment import Segment
from trellis.core.source import Source, StoredPart, Version, VersionKind
from trellis.core.turns import stretch_of
from trellis.store.queries import chart as queries
from trellis.store.reader import Reader

LONGEST_NUMBERED_LINE = 160
"""Letters in a line, above which a text is not laid out in the lines that people number."""
_WITH_LINES = ("txt", "md")


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a reference leads. words: what stands there."""

    source: Source
    version: Version
    segment: Segment
    words: str


class Follower:
    """Follows references in one state of a study. bare: what a number alone counts in."""

    def __init__(self, reader: Reader, bare: ReferenceKind = ReferenceKind.PAGE) -> None:
        self._reader = reader
        self._bare = bare
        self._sources = Names((source.name, source.k) for source in reader.all(Source))
        self._texts: dict[Key, _Text] = {}

    def has_sources(self, place: CellPlace) -> bool:
        """Whether any transcript of the cell's case is there."""
        return bool(queries.sources_of_case(self._reader.connection, place.row, place.wave))

    def follow(self, place: CellPlace, reference: PrintedReference) -> Followed:
        """Where a reference in a cell leads. Raises NotFound, Ambiguous or Invalid, which say why it leads nowhere."""
        hits: list[Followed] = []
        refusals: list[TrellisError] = []
        for source, within in self._candidates(place, reference):
            try:
                found = self._in_source(source, reference)
            except TrellisError as refusal:
                refusals.append(refusal)
                continue
            if within is None or (within.start <= found.segment.start < within.end):
                hits.append(found)
        distinct = {(hit.version.k, hit.segment): hit for hit in hits}
        if len(distinct) == 1:
            return next(iter(distinct.values()))
        if distinct:
            names = ", ".join(dict.fromkeys(hit.source.name for hit in hits))
            message = f"“{reference}” may be in {names}; the reference says not in which"
            raise Ambiguous(message)
        if refusals:
            raise refusals[0]
        message = f"“{reference}” lies outside what the case says in its transcript"
        raise NotFound(message)

    def _candidates(self, place: CellPlace, reference: PrintedReference) -> list[tuple[Key, Segment | None]]:
        own = [
            (source, None if start is None else Segment(start, end))
            for source, _, start, end in queries.sources_of_case(self._reader.connection, place.row, place.wave)
        ]
        if not reference.source:
            if not own:
                message = f"“{reference}” waits for the transcript: no source is linked to the case yet"
                raise NotFound(message)
            return own
        found = self._sources.find(reference.source)
        if found.meant is None:
            several = f"; it may be {', '.join(found.several)}" if found.several else ""
            message = f"“{reference}” waits for the transcript: there is no source “{reference.source}” yet{several}"
            raise NotFound(message)
        return [(found.meant, None)]

    def _in_source(self, source: Key, reference: PrintedReference) -> Followed:
        read = self._read(source)
        kind = self._bare if reference.kind is ReferenceKind.BARE else reference.kind
        segment = _trimmed(_LOCATE[kind](read, reference), read.text)
        return Followed(read.source, read.version, segment, segment.words(read.text))

    def _read(self, source: Key) -> _Text:
        if source not in self._texts:
            record = self._reader.get(Source, source)
            version = self._reader.get(Version, record.current)
            text = self._reader.text(version.sha)
            self._texts[source] = _Text(record, version, text, self._reader.all(StoredPart, version=version.k))
        return self._texts[source]


@dataclass(frozen=True, slots=True)
class _Text:
    source: Source
    version: Version
    text: str
    parts: list[StoredPart]


def _on_pages(read: _Text, reference: PrintedReference) -> Segment:
    pages = sorted((part for part in read.parts if part.kind is PartKind.PAGE), key=lambda part: part.start)
    if not pages:
        message = f"“{reference}” cannot be followed: {read.source.name} has no pages as it is kept here"
        raise NotFound(message)
    by_number = {page.number or str(at): page for at, page in enumerate(pages, 1)}
    first, last = by_number.get(str(reference.first)), by_number.get(str(reference.last))
    if first is None or last is None:
        message = f"“{reference}” cannot be followed: the pages of {read.source.name} run to {pages[-1].number}"
        raise NotFound(message)
    return Segment(first.start, last.end)


def _on_lines(read: _Text, reference: PrintedReference) -> Segment:
    """Lines by the numbers that their parts carry, else by counting the lines of a text that is laid out in lines."""
    numbered = {part.number: part for part in read.parts if part.kind in {PartKind.TURN, PartKind.PARAGRAPH}}
    first, last = numbered.get(str(reference.first)), numbered.get(str(reference.last))
    if first is not None and last is not None:
        return Segment(first.words, last.end)
    lines = read.text.split("\n")
    laid_out = read.version.reader.startswith(_WITH_LINES) and max(map(len, lines)) <= LONGEST_NUMBERED_LINE
    if not laid_out or read.version.kind is not VersionKind.IMPORTED:
        message = (
            f"“{reference}” cannot be followed: {read.source.name} is not kept in the lines that were numbered; "
            "bring it in as a text with those lines, or link the words by hand"
        )
        raise NotFound(message)
    if reference.last > len(lines):
        message = f"“{reference}” cannot be followed: {read.source.name} has {len(lines)} lines"
        raise NotFound(message)
    start = sum(len(line) + 1 for line in lines[: reference.first - 1])
    length = sum(len(line) + 1 for line in lines[reference.first - 1 : reference.last]) - 1
    return Segment(start, start + length)


def _on_turns(read: _Text, reference: PrintedReference) -> Segment:
    try:
        return stretch_of(read.parts, reference.first, reference.last)
    except (NotFound, Invalid) as error:
        message = f"“{reference}” cannot be followed in {read.source.name}: {error}"
        raise NotFound(message) from error


def _at_times(read: _Text, reference: PrintedReference) -> Segment:
    timed = sorted(
        (part.from_ms, part.n, part)
        for part in read.parts
        if part.from_ms is not None and part.kind is not PartKind.PAGE
    )
    if not timed or reference.first * 1000 + 999 < timed[0][0]:
        message = f"“{reference}” cannot be followed: {read.source.name} has no times, or none so early"
        raise NotFound(message)
    first = [part for at, _, part in timed if at <= reference.first * 1000 + 999][-1]
    last = [part for at, _, part in timed if at <= reference.last * 1000 + 999][-1]
    return Segment(first.words, last.end)


_LOCATE = {
    ReferenceKind.PAGE: _on_pages,
    ReferenceKind.LINE: _on_lines,
    ReferenceKind.TURN: _on_turns,
    ReferenceKind.TIME: _at_times,
}


def _trimmed(segment: Segment, text: str) -> Segment:
    """The segment without white space around its words. Raises OutOfRange if there are none."""
    words = text[segment.start : segment.end]
    start = segment.start + len(words) - len(words.lstrip())
    end = segment.start + len(words.rstrip())
    if end <= start:
        raise OutOfRange(start, end, len(text))
    return Segment(start, end)
