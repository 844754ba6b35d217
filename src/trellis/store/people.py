"""Putting one person for another wherever rows name them."""

from __future__ import annotations

from trellis.core.keys import Key
from trellis.store import sql
from trellis.store.changes import Change
from trellis.store.mapping import CODECS
from trellis.store.specs import SPECS

_ALSO = {"conflict": ("one_by", "other_by", "settled_by")}


def point_to_person(change: Change, gone: Key, kept: Key) -> None:
    """Every row that names one person names the other from now on. Rows that are then there twice are removed."""
    for spec in SPECS:
        columns = [column for column, target in spec.refs if target == "person"] + list(_ALSO.get(spec.name, ()))
        for column in columns:
            _point(change, spec.name, column, (gone, kept))


def _point(change: Change, table: str, column: str, people: tuple[Key, Key]) -> None:
    codec = CODECS[table]
    at, (gone, kept) = codec.columns.index(column), people
    rows = [tuple(row) for row in change.connection.exec_driver_sql(sql.select(table, column), (gone,)).fetchall()]
    pairs = [(row, (*row[:at], kept, *row[at + 1 :])) for row in rows]
    pairs = [(old, (*new[: codec.rev_at], change.key, *new[codec.rev_at + 1 :])) for old, new in pairs]
    if column not in codec.spec.key:
        change.writer.update(table, pairs)
        return
    find = sql.select(table, *codec.spec.key)
    for old, new in pairs:
        change.writer.delete(table, [old])
        if change.connection.exec_driver_sql(find, codec.key(new)).fetchone() is None:
            change.writer.insert(table, [new])
