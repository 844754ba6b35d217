"""Shared steps of writing in the matrix. They take the open change; none opens one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trellis.core.chart import Blank, Cell, CellPlace, CellState, Evidence, Layer, Statement
from trellis.core.chart_rules import is_data, one_line, state_after_writing
from trellis.core.chart_words import check_verbatim
from trellis.core.coding import Coding
from trellis.core.errors import Invalid
from trellis.core.keys import NO_KEY, Key
from trellis.core.order import between
from trellis.core.source import Source, Version
from trellis.store.changes import Change
from trellis.store.queries import chart as queries
from trellis.study.chart_given import (
    Given,
    cell_print,
    evidence_for,
    evidence_of,
    found_in_case,
    on_segment,
    statements_of,
    words_of,
)
from trellis.study.resolve import newest_framework_version


def cell_at(change: Change, place: CellPlace) -> Cell | None:
    """The cell of a place, None if it is uncharted."""
    return change.find(Cell, place.chart, place.theme, place.row, place.wave)


def touched(change: Change, place: CellPlace, *, blank: Blank | None = None, state: CellState | None = None) -> Cell:
    """Makes or renews the cell of a place, after its words were changed; what was uncharted is a draft.

    state: None for what follows from writing in it. Whoever changes a cell says that it is right as it now is.
    """
    version = newest_framework_version(change)
    before = cell_at(change, place)
    # A clock that stands still must not hide that the words changed: the cell's rev tells others so.
    at = change.at if before is None else max(change.at, before.at + 1)
    after = Cell(
        place.chart,
        place.row,
        place.wave,
        place.theme,
        NO_KEY if before is None else before.rev,
        state or state_after_writing(CellState.UNCHARTED if before is None else before.state),
        blank,
        None if version is None else version.k,
        change.key,
        change.person,
        at,
    )
    if before is None:
        change.insert(after)
    else:
        change.update(before, after)
    return after


def settle(change: Change, place: CellPlace) -> None:
    """Renews a cell after statements were taken out; one in which nothing is left is uncharted again."""
    cell = cell_at(change, place)
    if cell is not None and not statements_of(change, place) and cell.blank is None:
        change.delete(cell)
    elif cell is not None:
        touched(change, place, blank=cell.blank)


def add_statement(
    change: Change,
    place: CellPlace,
    layer: Layer,
    text: str,
    evidence: Iterable[Given],
    *,
    star: bool = False,
    pending: tuple[str, ...] = (),
) -> Statement:
    """Writes a statement at the end of a cell, with what it rests on.

    A verbatim statement without evidence is looked up in the case's sources. Raises QuoteNotFound, Ambiguous, Invalid.
    """
    before = statements_of(change, place)
    pos = between(before[-1].pos if before else None, None)
    statement = Statement(
        change.new_key(), 0, place.chart, place.row, place.wave, place.theme, pos, layer, one_line(text), None,
        change.person, change.at, pending,
    )  # fmt: skip
    records = [evidence_for(change, statement, given) for given in evidence]
    if layer is Layer.VERBATIM and not records:
        version, segment = found_in_case(change, place, statement.text)
        records = [on_segment(change, statement, version, segment, star=star)]
    records = [replace(record, star=record.star or (star and record.version is not None)) for record in records]
    if star and not any(record.star for record in records):
        message = "a star marks a segment as a quotation to use, and no segment was given as evidence"
        raise Invalid(message)
    require_verbatim(change, statement, records)
    change.insert(statement, *records)
    cell = cell_at(change, place)
    kept = None if cell is None or is_data(layer) else cell.blank
    touched(change, place, blank=kept)
    return statement


def require_verbatim(change: Change, statement: Statement, evidence: Iterable[Evidence]) -> None:
    """Nothing, if the words of a verbatim statement stand in its evidence; raises QuoteNotFound otherwise."""
    if statement.layer is not Layer.VERBATIM:
        return
    check_verbatim(statement.text, [words for record in evidence if (words := words_of(change, record)) is not None])


def rewrite(change: Change, statement: Statement, text: str, layer: Layer) -> Statement:
    """Puts a statement in other words, or in another layer. Raises QuoteNotFound if verbatim words do not stand."""
    after = replace(statement, text=one_line(text), layer=layer)
    if after == statement:
        return statement
    require_verbatim(change, after, evidence_of(change, statement.k))
    change.update(statement, after)
    cell = cell_at(change, statement.place)
    touched(change, statement.place, blank=None if cell is None or is_data(layer) else cell.blank)
    return after


def remove_statement(change: Change, statement: Statement) -> None:
    """Takes a statement out of its cell, with its evidence."""
    change.delete(*evidence_of(change, statement.k))
    change.delete(statement)


def confirm_cell(change: Change, cell: Cell) -> None:
    """Records that a cell is still right: its evidence has now been seen as it is."""
    for statement in statements_of(change, cell.place):
        for record in evidence_of(change, statement.k):
            change.update(record, replace(record, seen=seen_now(change, record)))
    change.update(cell, replace(cell, confirmed=change.key, by=change.person))


def seen_now(change: Change, record: Evidence) -> Key:
    """What `Evidence.seen` is for somebody who looks at the evidence now."""
    if record.chart is not None and record.row is not None and record.theme is not None:
        return cell_print(change, CellPlace(record.chart, record.row, record.wave or NO_KEY, record.theme)) or NO_KEY
    if record.coding is not None:
        return change.get(Coding, record.coding).rev
    if record.source is None:
        return NO_KEY
    return change.get(Version, change.get(Source, record.source).current).rev


def release_codings(change: Change, codings: Iterable[Key]) -> int:
    """Lets evidence go of codings that are about to be removed. How many pieces of evidence were let go.

    The evidence keeps its segment, and what rests on it is stale until somebody says that it is still right.
    Whoever removes codings calls this first, in the same change.
    """
    found = queries.evidence_on_codings(change.connection, list(codings))
    records = [change.get(Evidence, k) for k in found]
    change.update_all((record, replace(record, coding=None, seen=NO_KEY)) for record in records)
    return len(records)
