"""Points of a team's own chart as statements: quotations checked, references followed or kept until they can be."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.chart import CellPlace, Layer, Statement
from trellis.core.chart_words import check_verbatim, folded_words
from trellis.core.errors import QuoteNotFound, TrellisError
from trellis.core.keys import Key
from trellis.core.printed_reference import PrintedReference, reference_groups, without_references
from trellis.core.source import Source
from trellis.core.workbook_points import Point, points_of
from trellis.store.changes import Change
from trellis.study.chart_given import Stretch, evidence_for, evidence_of, found_in_case
from trellis.study.following import Followed, Follower

WORDS = "words"
"""What a statement waits for when its quotation could not be looked up, since no transcript is there."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A point as it goes into a cell. remarks: what could not be done with it, each in a line."""

    layer: Layer
    text: str
    evidence: tuple[Stretch, ...]
    pending: tuple[str, ...]
    remarks: tuple[str, ...]


def settled(change: Change, follower: Follower, place: CellPlace, point: Point) -> Settled:
    """The statement that a point becomes: verbatim where its words stand in the transcript, else a summary."""
    if point.layer is Layer.COMMENT:
        return Settled(point.layer, point.text, (), (), ())
    followed, waiting, remarks = _followed(follower, place, point.references)
    if point.layer is Layer.VERBATIM:
        try:
            words = _quoted(change, place, point, followed)
        except TrellisError as error:
            return _unverified(follower, place, point, Settled(Layer.SUMMARY, "", (), waiting, (*remarks, str(error))))
        astray = () if waiting else _astray(words, followed)
        return Settled(Layer.VERBATIM, point.text, (words,), (), (*remarks, *astray))
    return Settled(
        Layer.SUMMARY, point.printed if waiting else point.text, _stretches(followed, point), waiting, remarks
    )


def waits(statement: Statement) -> Point | None:
    """A statement with references that wait, as the point that it came from; None if it was rewritten into several."""
    points = points_of(statement.text)
    if not statement.pending or len(points) != 1:
        return None
    return points[0]


def same_words(text: str) -> str:
    """A statement without marks and references, for telling whether a point stands in its cell already."""
    return folded_words(without_references(text, reference_groups(text))).strip(" \"'.,;*").casefold()


def link_new(change: Change, statement: Statement, evidence: tuple[Stretch, ...]) -> int:
    """Links segments that the statement does not rest on yet. How many."""
    standing = {(found.version, found.start, found.end) for found in evidence_of(change, statement.k)}
    records = [evidence_for(change, statement, stretch) for stretch in evidence]
    fresh = [record for record in records if (record.version, record.start, record.end) not in standing]
    change.insert_all(fresh)
    return len(fresh)


def _followed(
    follower: Follower, place: CellPlace, references: tuple[PrintedReference, ...]
) -> tuple[list[Followed], tuple[str, ...], tuple[str, ...]]:
    found: list[Followed] = []
    waiting: list[str] = []
    remarks: list[str] = []
    for reference in references:
        try:
            found.append(follower.follow(place, reference))
        except TrellisError as error:
            waiting.append(str(reference))
            remarks.append(str(error))
    return found, tuple(waiting), tuple(remarks)


def _stretches(followed: list[Followed], point: Point) -> tuple[Stretch, ...]:
    places = dict.fromkeys((each.source.name, each.segment.start, each.segment.end) for each in followed)
    return tuple(Stretch(*where, point.star) for where in places)


def _quoted(change: Change, place: CellPlace, point: Point, followed: list[Followed]) -> Stretch:
    """Where the words of a quotation stand: in what it refers to, with gaps; else anywhere in the case's texts."""
    for each in followed:
        try:
            check_verbatim(point.text, [each.words])
        except QuoteNotFound:
            continue
        at = each.words.find(point.text)
        start, end = (each.segment.start, each.segment.end) if at < 0 else _within(each, at, point.text)
        return Stretch(each.source.name, start, end, point.star)
    version, segment = found_in_case(change, place, point.text)
    return Stretch(_name(change, version.source), segment.start, segment.end, point.star)


def _within(each: Followed, at: int, words: str) -> tuple[int, int]:
    return each.segment.start + at, each.segment.start + at + len(words)


def _name(change: Change, source: Key) -> str:
    return change.get(Source, source).name


def _unverified(follower: Follower, place: CellPlace, point: Point, so_far: Settled) -> Settled:
    """A quotation that was not found: a summary in quotation marks, looked up again once a transcript is there."""
    followed, _, _ = _followed(follower, place, point.references)
    words = (WORDS,) if not follower.has_sources(place) else ()
    text = point.printed if so_far.pending else f"“{point.text}”"
    return Settled(Layer.SUMMARY, text, _stretches(followed, point), (*so_far.pending, *words), so_far.remarks)


def _astray(words: Stretch, followed: list[Followed]) -> tuple[str, ...]:
    inside = any(
        each.source.name == words.source and each.segment.start < words.end and words.start < each.segment.end
        for each in followed
    )
    if inside or not followed:
        return ()
    return ("the words stand elsewhere than the reference says; the statement rests on the words",)
