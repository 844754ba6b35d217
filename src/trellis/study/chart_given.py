"""What callers give as evidence and places in the matrix, and how it is found in the study."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.case import Case
from trellis.core.chart import Cell, CellPlace, Evidence, EvidenceFor, Side, Statement
from trellis.core.chart_rules import fingerprint
from trellis.core.coding import Coding
from trellis.core.errors import Ambiguous, NotFound, QuoteNotFound
from trellis.core.keys import NO_KEY, Key
from trellis.core.quote import Quotable
from trellis.core.segment import Segment, grown
from trellis.core.source import Source, Version
from trellis.store.changes import Change
from trellis.store.queries import chart as queries
from trellis.store.reader import Reader
from trellis.study.blindness import seen_coding
from trellis.study.resolve import (
    adopted_round,
    case_named,
    current_text,
    main_chart,
    source_named,
    theme_given,
    wave_named,
)
from trellis.study.version_maps import standing_now


@dataclass(frozen=True, slots=True)
class Stretch:
    """A segment of a source. start, end: code points of a version, by key; None for the one that is read now."""

    source: str
    start: int
    end: int
    star: bool = False
    version: Key | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A segment, by the words that stand in it."""

    source: str
    quote: str
    star: bool = False


@dataclass(frozen=True, slots=True)
class Indexed:
    """A segment that is indexed, by the key of its coding."""

    coding: Key
    star: bool = False


@dataclass(frozen=True, slots=True)
class OnCell:
    """Another cell, by case, theme (number or name) and wave."""

    case: str
    theme: str
    wave: str | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """All segments that are indexed for the cell, taken together."""


Given = Stretch | Words | Indexed | OnCell | Whole
"""What a statement may be said to rest on."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """What evidence is for, other than a statement: a finding, a provision, what a group says of one.

    theme: the theme under which a segment is looked up in the index; None: it is taken as it is.
    """

    kind: EvidenceFor
    k: Key
    side: Side = Side.FOR
    theme: Key | None = None
    place: CellPlace | None = None


Bears = Statement | Bearer
"""What rests on evidence."""


@dataclass(frozen=True, slots=True)
class Line:
    """The n-th statement of a cell, from 1."""

    case: str
    theme: str
    n: int
    wave: str | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """The m-th piece of evidence of a statement, from 1, in the order that the cell shows."""

    line: Line
    m: int


def place_given(reader: Reader, case: str, theme: str, wave: str | None) -> CellPlace:
    """The cell of this case, theme and wave. Raises NotFound or Ambiguous."""
    row = case_named(reader, case).k
    column = theme_given(reader, theme).k
    when = NO_KEY if wave is None else wave_named(reader, wave).k
    return CellPlace(main_chart(reader).k, row, when, column)


def statements_of(reader: Reader, place: CellPlace) -> list[Statement]:
    """The statements of a cell in order."""
    found = reader.all(Statement, chart=place.chart, theme=place.theme, row=place.row, wave=place.wave)
    return sorted(found, key=lambda statement: (statement.pos, statement.k))


def evidence_of(reader: Reader, statement: Key) -> list[Evidence]:
    """What a statement rests on, in the order it was linked."""
    return reader.all(Evidence, for_kind=EvidenceFor.STATEMENT.value, for_k=statement)


def statement_given(reader: Reader, which: Key | Line) -> Statement:
    """A statement by key, or by its number in a cell. Raises NotFound."""
    if not isinstance(which, Line):
        return reader.get(Statement, which)
    found = statements_of(reader, place_given(reader, which.case, which.theme, which.wave))
    if not 0 < which.n <= len(found):
        message = f"the cell {which.case} / {which.theme} has {len(found)} statements, so there is no {which.n}"
        raise NotFound(message)
    return found[which.n - 1]


def evidence_given(reader: Reader, which: Key | Support) -> Evidence:
    """A piece of evidence by key, or by its number under a statement. Raises NotFound."""
    if not isinstance(which, Support):
        return reader.get(Evidence, which)
    found = evidence_of(reader, statement_given(reader, which.line).k)
    if not 0 < which.m <= len(found):
        message = f"statement {which.line.n} rests on {len(found)} things, so there is no {which.m}"
        raise NotFound(message)
    return found[which.m - 1]


def cell_print(reader: Reader, place: CellPlace) -> int | None:
    """The fingerprint of a cell's words, None if it is uncharted."""
    cell = reader.find(Cell, place.chart, place.theme, place.row, place.wave)
    if cell is None:
        return None
    lines = ((statement.layer.value, statement.text) for statement in statements_of(reader, place))
    return fingerprint(lines, cell.blank)


def located(text: str, quote: str, source: str) -> Segment:
    """Where a quote stands in a text, white space and quotation marks folded.

    Raises QuoteNotFound, or Ambiguous if the words stand in several places.
    """
    found = Quotable(text).places(quote)
    if len(found) == 1:
        return found[0]
    if found:
        message = f"“{_short(quote)}” stands {len(found)} times in {source}; give more of the words around it"
        raise Ambiguous(message)
    message = f"“{_short(quote)}” does not stand in {source}; copy the words from the source as it is read now"
    raise QuoteNotFound(message)


def _short(quote: str) -> str:
    longest = 60
    return quote if len(quote) <= longest else quote[:longest] + "…"


def _chosen(change: Change, source: Source, given: Stretch) -> Segment:
    return standing_now(change, source, Segment(given.start, given.end), given.version)


def evidence_for(change: Change, bearer: Bears, given: Given) -> Evidence:
    """The record of what something is said to rest on. Raises NotFound, Ambiguous, QuoteNotFound, OutOfRange."""
    if isinstance(given, Whole):
        return _record(change, bearer)
    if isinstance(given, OnCell):
        place = place_given(change, given.case, given.theme, given.wave)
        return _on_cell(change, bearer, place)
    if isinstance(given, Indexed):
        return _on_coding(change, bearer, seen_coding(change, given.coding), star=given.star)
    source = source_named(change, given.source)
    version, text = current_text(change, source)
    segment = (
        located(text, given.quote, source.name)
        if isinstance(given, Words)
        else grown(_chosen(change, source, given).within(version.length), text)
    )
    return on_segment(change, bearer, version, segment, star=given.star)


def on_segment(change: Change, bearer: Bears, version: Version, segment: Segment, *, star: bool) -> Evidence:
    """Evidence on a segment; on its coding, where the adopted index has just that segment under that theme."""
    at = {"version": version.k, "start": segment.start, "end": segment.end, "theme": bearer.theme}
    indexed = [] if bearer.theme is None else change.all(Coding, round=adopted_round(change).k, **at)
    if indexed:
        return _on_coding(change, bearer, indexed[0], star=star)
    return _record(
        change,
        bearer,
        source=version.source,
        version=version.k,
        start=segment.start,
        end=segment.end,
        star=star,
        seen=version.rev,
    )


def _on_coding(change: Change, bearer: Bears, coding: Coding, *, star: bool) -> Evidence:
    return _record(
        change,
        bearer,
        source=coding.source,
        version=coding.version,
        start=coding.start,
        end=coding.end,
        coding=coding.k,
        star=star,
        seen=coding.rev,
    )


def _on_cell(change: Change, bearer: Bears, place: CellPlace) -> Evidence:
    if place == bearer.place:
        message = "a statement cannot rest on the cell it stands in; give another cell or the segments"
        raise NotFound(message)
    seen = cell_print(change, place)
    if seen is None:
        case = change.get(Case, place.row)
        message = f"the cell of {case.name} that this is said to rest on is uncharted; write it first"
        raise NotFound(message)
    return _record(change, bearer, chart=place.chart, row=place.row, wave=place.wave, theme=place.theme, seen=seen)


def _record(
    change: Change,
    bearer: Bears,
    *,
    source: Key | None = None,
    version: Key | None = None,
    start: int | None = None,
    end: int | None = None,
    coding: Key | None = None,
    chart: Key | None = None,
    row: Key | None = None,
    wave: Key | None = None,
    theme: Key | None = None,
    star: bool = False,
    seen: Key = NO_KEY,
) -> Evidence:
    kind, side = (bearer.kind, bearer.side) if isinstance(bearer, Bearer) else (EvidenceFor.STATEMENT, Side.FOR)
    return Evidence(
        change.new_key(),
        0,
        kind,
        bearer.k,
        side,
        source,
        version,
        start,
        end,
        coding,
        chart,
        row,
        wave,
        theme,
        star,
        seen,
    )


def words_of(reader: Reader, evidence: Evidence) -> str | None:
    """The words of a segment; None where the evidence is a cell or the cell's segments as a whole."""
    if evidence.version is None or evidence.start is None or evidence.end is None:
        return None
    return reader.text(reader.get(Version, evidence.version).sha)[evidence.start : evidence.end]


def found_in_case(reader: Reader, place: CellPlace, quote: str) -> tuple[Version, Segment]:
    """Where a quote stands in the texts in which a case speaks or is spoken about: the one place.

    Raises QuoteNotFound, or Ambiguous if there are several.
    """
    hits: list[tuple[Version, Segment]] = []
    names: list[str] = []
    for source_k, version_k, start, end in queries.sources_of_case(reader.connection, place.row, place.wave):
        version = reader.get(Version, version_k)
        names.append(reader.get(Source, source_k).name)
        within = Segment(start or 0, version.length if end is None else end)
        found = Quotable(reader.text(version.sha)).places(quote)
        hits += [(version, hit) for hit in found if within.start <= hit.start and hit.end <= within.end]
    distinct = list(dict.fromkeys(hits))
    if len(distinct) == 1:
        return distinct[0]
    where = ", ".join(dict.fromkeys(names)) or "any source, since none is linked to the case"
    if distinct:
        message = f"“{_short(quote)}” stands {len(distinct)} times in {where}; say which segment is meant"
        raise Ambiguous(message)
    message = f"“{_short(quote)}” does not stand in {where}; copy the words from the source"
    raise QuoteNotFound(message)
