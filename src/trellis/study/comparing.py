"""A round's codings set side by side, source by source, with what was settled. Shared steps; they take a reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trellis.analysis.disagreements import Compared, Mark, Spot, compared
from trellis.core.coding import Coding, Round
from trellis.core.disagreement import TOLERANCE, SettledCoding, Settlement, Standing, as_settled, stands
from trellis.core.keys import Key
from trellis.core.segment import Segment
from trellis.core.source import Source, Version
from trellis.store.queries.codings import coders_of
from trellis.store.reader import Reader
from trellis.study.resolve import adopted_round, codings_on
from trellis.study.version_maps import map_between


@dataclass(frozen=True, slots=True)
class Settled:
    """A settlement with the codings it was about, as they were."""

    settlement: Settlement
    codings: tuple[SettledCoding, ...]

    def holds_for(self, disputed: Iterable[Coding], there: Mapping[Key, Coding]) -> bool:
        """Whether it still answers: no coding came into dispute, none of those that stand was changed or has gone.

        there: every coding of the source, by key.
        """
        then = {settled.coding: settled for settled in self.codings}
        kept = {settled.coding for settled in self.codings if stands(self.settlement, settled.coder)}
        wanted = kept | {coding.k for coding in disputed}
        return all(k in then and k in there and as_settled(then[k], there[k]) for k in wanted)

    def is_about(self, codings: Iterable[Key]) -> bool:
        """Whether it was about any of these codings."""
        return not {settled.coding for settled in self.codings}.isdisjoint(codings)


@dataclass(frozen=True, slots=True)
class Found:
    """A disagreement as it stands. number: in the round's list, from 1. settled: the newest settlement about it."""

    number: int
    source: Source
    spot: Spot
    codings: tuple[Coding, ...]
    standing: Standing
    settled: Settled | None

    @property
    def about(self) -> Key:
        """What a settlement of it is called by."""
        return min(coding.k for coding in self.codings)


@dataclass(frozen=True, slots=True)
class Past:
    """Something that was settled and shows no more. start, end: its place in the text read now, 0 and 0 for none."""

    number: int
    source: Source
    start: int
    end: int
    settled: Settled


@dataclass(frozen=True, slots=True)
class Sheet:
    """One source: who coded it in the round, their codings by key, what they agree on and where they differ."""

    source: Source
    coders: tuple[Key, ...]
    codings: dict[Key, Coding]
    compared: Compared

    @property
    def is_double(self) -> bool:
        """Whether there are two readings to compare."""
        return len(self.coders) > 1


@dataclass(frozen=True, slots=True)
class RoundCompared:
    """A round set side by side. beside: the adopted index, where the second reading had to be taken from it.

    earlier: codings that still stand on an earlier text of their source, and so could not be compared.
    past: what was settled about codings that no longer differ. Both are numbered in one row, by source and place, so
    that a number stays when something is settled.
    """

    round: Round
    beside: Round | None
    sheets: tuple[Sheet, ...]
    found: tuple[Found, ...]
    past: tuple[Past, ...]
    earlier: int
    tolerance: int


def compare(reader: Reader, round_: Round, tolerance: int = TOLERANCE, *, only: Key | None = None) -> RoundCompared:
    """The round's codings compared. Where one person alone coded in it, the adopted index is the other reading.

    only: the one source to look at, whose disagreements are then numbered by themselves.
    """
    codings = _codings_in(reader, round_.k, only)
    beside = second_reading(reader, round_)
    if beside is not None:
        codings = [*codings, *_other_reading(_codings_in(reader, beside.k, only), codings)]
    sources = {source.k: source for source in reader.all(Source)}
    earlier = sum(1 for coding in codings if coding.version != sources[coding.source].current)
    sheets = tuple(_sheets(sources, codings, tolerance))
    settled = [one for one in settled_in(reader, round_.k) if only in {None, one.settlement.source}]
    found = list(_found(sheets, settled))
    used = {one.settled.settlement.about for one in found if one.settled is not None}
    past = [_past(reader, sources, one) for one in settled if one.settlement.about not in used]
    listed: list[Found | Past] = [*found, *past]
    numbers = {id(one): number for number, one in enumerate(sorted(listed, key=_by_place), 1)}
    return RoundCompared(
        round_,
        beside,
        sheets,
        tuple(replace(one, number=numbers[id(one)]) for one in found),
        tuple(replace(one, number=numbers[id(one)]) for one in past),
        earlier,
        tolerance,
    )


def _by_place(one: Found | Past) -> tuple[str, Key, int, int]:
    start, end = (one.start, one.end) if isinstance(one, Past) else (one.spot.start, one.spot.end)
    return (one.source.name, one.source.k, start, end)


def _past(reader: Reader, sources: Mapping[Key, Source], settled: Settled) -> Past:
    source = sources[settled.settlement.source]
    places = [now_in(reader, source, one.version, Segment(one.start, one.end)) for one in settled.codings]
    there = [place for place in places if place is not None]
    start, end = min((place.start for place in there), default=0), max((place.end for place in there), default=0)
    return Past(0, source, start, end, settled)


def now_in(reader: Reader, source: Source, version: Key, segment: Segment) -> Segment | None:
    """Where a stretch of one of a source's texts stands in the one that is read now; None where that cannot be told."""
    if version == source.current:
        return segment
    through = map_between(reader, reader.get(Version, version), reader.get(Version, source.current))
    return None if through is None else through.around(segment)


def second_reading(reader: Reader, round_: Round) -> Round | None:
    """The adopted index, where one person alone coded in the round; None where the round has its readings itself."""
    index = adopted_round(reader)
    alone = len(coders_of(reader.connection, round_.k)) == 1
    return index if alone and index.k != round_.k else None


def _codings_in(reader: Reader, round_: Key, only: Key | None) -> list[Coding]:
    if only is None:
        return reader.all(Coding, round=round_)
    return [coding for coding in codings_on(reader, only) if coding.round == round_]


def _other_reading(beside: Iterable[Coding], codings: Sequence[Coding]) -> list[Coding]:
    coders, sources = {coding.coder for coding in codings}, {coding.source for coding in codings}
    return [coding for coding in beside if coding.coder not in coders and coding.source in sources]


def _sheets(sources: Mapping[Key, Source], codings: Iterable[Coding], tolerance: int) -> Iterable[Sheet]:
    by_source: dict[Key, list[Coding]] = {}
    for coding in codings:
        by_source.setdefault(coding.source, []).append(coding)
    for k in sorted(by_source, key=lambda k: (sources[k].name, k)):
        here = by_source[k]
        coders = tuple(sorted({coding.coder for coding in here}))
        marks = (
            Mark(coding.k, coding.coder, coding.theme, coding.start, coding.end)
            for coding in here
            if coding.version == sources[k].current
        )
        found = compared(marks, coders, tolerance) if len(coders) > 1 else Compared((), ())
        yield Sheet(sources[k], coders, {coding.k: coding for coding in here}, found)


def settled_in(reader: Reader, round_: Key) -> list[Settled]:
    """What was settled in a round, the newest first."""
    codings: dict[Key, list[SettledCoding]] = {}
    for settled in reader.all(SettledCoding, round=round_):
        codings.setdefault(settled.about, []).append(settled)
    settlements = sorted(reader.all(Settlement, round=round_), key=lambda one: (-one.at, one.about))
    return [Settled(one, tuple(codings.get(one.about, ()))) for one in settlements]


def _found(sheets: Iterable[Sheet], settled: Sequence[Settled]) -> Iterable[Found]:
    by_coding: dict[Key, list[Settled]] = {}
    for one in settled:
        for was in one.codings:
            by_coding.setdefault(was.coding, []).append(one)
    for sheet in sheets:
        for spot in sheet.compared.spots:
            codings = tuple(sheet.codings[mark.k] for mark in spot.marks)
            about = [one for coding in codings for one in by_coding.get(coding.k, ())]
            holding = next((one for one in about if one.holds_for(codings, sheet.codings)), None)
            newest = max(about, key=lambda one: one.settlement.at, default=None)
            state = Standing.SETTLED if holding else Standing.REOPENED if newest else Standing.OPEN
            yield Found(0, sheet.source, spot, codings, state, holding or newest)
