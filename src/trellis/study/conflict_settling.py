"""Putting the choice between two states into force: the row, what it needs, and what goes along with it.

Steps on an open change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from trellis.core.attribute import Attribute, AttributeValue
from trellis.core.case import Case
from trellis.core.chart import Cell, CellPlace, Statement
from trellis.core.coding import Coding, LookedOver, Round
from trellis.core.disagreement import SettledCoding, Settlement
from trellis.core.errors import Invalid
from trellis.core.framework import Theme, ThemeTodo
from trellis.core.keys import Key
from trellis.store.changes import Change
from trellis.store.history import last_row
from trellis.store.mapping import CODEC_OF, CODECS, Record, Row
from trellis.store.merging_links import needs
from trellis.store.reader import Reader
from trellis.store.references import naming
from trellis.study.case_editing import remove_case
from trellis.study.chart_writing import release_codings, remove_statement, touched
from trellis.study.chart_writing import settle as settle_cell
from trellis.study.conflict_words import called, in_words
from trellis.study.settling import follow


def put_fields(change: Change, table: str, record: Record, said: Mapping[str, Any] | None) -> None:
    """Writes the state that was chosen: fields of a row that is there, a whole row, or None for no row."""
    codec = CODECS[table]
    if said is None:
        if record is not None:
            remove(change, record)
    elif record is not None:
        row = {**dict(zip(codec.columns, codec.row(record, record.rev), strict=True)), **said}
        put_after(change, record, codec.record([row[name] for name in codec.columns]))
    elif set(codec.columns) <= set(said):
        after = _bring_back(change, table, tuple(said[name] for name in codec.columns))
        _renew(change, after)
    else:
        message = "what it is about was removed here since; take ours"
        raise Invalid(message)


def put_after(change: Change, before: Record, after: Record) -> None:
    """Writes a record anew, with what follows from it."""
    if isinstance(after, Theme):
        _require_no_circle(change, after)
    change.update(before, replace(after, rev=before.rev))
    _renew(change, after)


def adopt(change: Change, chosen: Key) -> None:
    """Makes one round the study's index, and no other."""
    change.update_all((each, replace(each, adopted=each.k == chosen)) for each in change.all(Round))


def _bring_back(change: Change, table: str, row: Row) -> Record:
    """Inserts a row that had been removed, with whatever it belongs to, as that was last."""
    for _, (target, key) in needs(table, row):
        if change.find(CODECS[target].spec.record, *key) is None:
            last = last_row(change.connection, target, key)
            if last is None:
                message = f"the {called(target)} that it belongs to is gone for good; take ours"
                raise Invalid(message)
            _bring_back(change, target, last)
    record = CODECS[table].record(row)
    change.insert(record)
    return record


def _renew(change: Change, record: Record) -> None:
    """A cell is to be as new as words that were decided upon; the index follows what was settled."""
    if isinstance(record, Settlement):
        settled = change.all(SettledCoding, round=record.round, about=record.about)
        was = [change.find(Coding, one.coding) for one in settled]
        follow(change, record, [coding for coding in was if coding is not None])
    if isinstance(record, Statement):
        cell = change.find(Cell, record.chart, record.theme, record.row, record.wave)
        touched(change, record.place, blank=None if cell is None else cell.blank)


def _require_no_circle(change: Change, theme: Theme) -> None:
    parents = {found.k: found.parent for found in change.all(Theme)} | {theme.k: theme.parent}
    at, seen = theme.parent, {theme.k}
    while at is not None:
        if at in seen:
            message = f"“{theme.name}” would come to stand under itself; move the theme above it first"
            raise Invalid(message)
        seen.add(at)
        at = parents.get(at)


def remove(change: Change, record: Record) -> None:
    """Takes a record out, with what goes along with it. Raises Invalid where work rests on it."""
    if isinstance(record, Coding):
        release_codings(change, [record.k])
        change.delete(*change.all(ThemeTodo, coding=record.k), *change.all(LookedOver, coding=record.k))
        change.delete(record)
    elif isinstance(record, Statement):
        place: CellPlace = record.place
        remove_statement(change, record)
        settle_cell(change, place)
    elif isinstance(record, Case):
        remove_case(change, record)
    elif isinstance(record, Cell):
        _require_nothing_on(change, record)
        change.delete(record)
    else:
        if isinstance(record, Attribute):
            change.delete(*change.all(AttributeValue, attribute=record.k))
        _require_nothing_on(change, record)
        change.delete(record)


def _require_nothing_on(reader: Reader, record: Record) -> None:
    spec = CODEC_OF[type(record)].spec
    key = tuple(getattr(record, name) for name in spec.key)
    listed = ", ".join(f"{count} × {called(table)}" for table, count in naming(reader.connection, spec.name, key))
    if listed:
        codec = CODECS[spec.name]
        said = dict(zip(codec.columns, codec.row(record, record.rev), strict=True))
        message = (
            f"the {called(spec.name)} {in_words(reader, spec.name, said)} cannot go, since there rest on it: {listed}; "
            "remove those first, or take ours"
        )
        raise Invalid(message)
