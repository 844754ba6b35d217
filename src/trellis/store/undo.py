"""Taking changes back: restoring the rows as they were, or refusing and naming what stands in the way."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from trellis.core.change import Entry
from trellis.core.errors import CannotUndo
from trellis.store import history
from trellis.store.changes import Change
from trellis.store.images import Image, folded
from trellis.store.mapping import CODECS, Row
from trellis.store.specs import BEARERS, SPECS, TableSpec
from trellis.store.sql import quoted

UNDO, REDO = "history.undo", "history.redo"
STANDING = frozenset({"study.create", "person.join", "study.handout", "study.hand_out", "history.rekey"})
"""What is never taken back: a study or a package that was made, a person who came."""
AWAY = frozenset({"source.put_away", "source.bring_back"})
"""What is taken back by its own opposite, with the key: names put away, names brought back."""
FINAL = frozenset({"participant.withdraw", "source.dispose"})
"""What destroys on purpose."""


def group_of(connection: Connection, entry: Entry) -> list[Entry]:
    """The changes that are undone together with one: its batch, or itself alone; oldest first."""
    if entry.batch is None or entry.action in {UNDO, REDO}:
        return [entry]
    return [history.entry(connection, k) for k in history.batch_keys(connection, entry.batch)]


def deeds_of(connection: Connection, entry: Entry) -> list[Entry]:
    """The changes whose deeds taking this one back undoes or, through undos of undos, brings again."""
    while entry.undoes is not None:
        entry = history.entry(connection, entry.undoes)
    return group_of(connection, entry)


def is_undone(connection: Connection, entry: Entry) -> bool:
    """Whether what the change did has been taken back, and not been brought again since."""
    if entry.undone_by is None:
        return False
    return not is_undone(connection, history.entry(connection, entry.undone_by))


def last_to_undo(connection: Connection, person: int) -> Entry | None:
    """The person's newest change that still stands, leaving undos and redos aside."""
    for entry in history.newest_first(connection):
        if entry.person != person or entry.action in {UNDO, REDO} | STANDING | AWAY:
            continue
        if not _covered(connection, entry):
            return entry
    return None


def last_to_redo(connection: Connection, person: int) -> Entry | None:
    """The person's newest undo that still stands, unless the person has done something else since."""
    for entry in history.newest_first(connection):
        if entry.person != person:
            continue
        if entry.action == UNDO and not is_undone(connection, entry):
            return entry
        if entry.action not in {UNDO, REDO} | STANDING | AWAY:
            return None
    return None


def _covered(connection: Connection, entry: Entry) -> bool:
    """Whether the change is undone: by itself, in its batch (an undo names the newest), or with what brought it."""
    if entry.brought is not None and is_undone(connection, history.entry(connection, entry.brought)):
        return True
    return is_undone(connection, group_of(connection, entry)[-1])


def take_back(change: Change, target: Entry) -> list[Image]:
    """Restores every row that the target (with its batch) wrote, in the open change; returns what was written.

    Raises CannotUndo, naming the later change, if a row was written or referred to since.
    """
    connection = change.connection
    if target.action in STANDING:
        message = (
            f"change {target.seq} ({target.action}) is how the study, a package or a person came to be; "
            "it is not undone"
        )
        raise CannotUndo(message)
    if target.action in AWAY:
        message = (
            f"change {target.seq} ({target.action}) is not undone; names are put away and brought back with the key "
            "(trellis pseudonym put-away, bring-back)"
        )
        raise CannotUndo(message)
    if target.action in FINAL:
        message = (
            f"change {target.seq} ({target.action}) destroyed on purpose, and cannot be undone; "
            "an earlier change is undone by its number"
        )
        raise CannotUndo(message)
    group = group_of(connection, target)
    if is_undone(connection, group[-1]):
        message = f"change {group[-1].seq} has been undone already; redo brings it back"
        raise CannotUndo(message)
    net = folded(history.images_of(connection, [entry.k for entry in group]))
    inverse = [Image(i.table, i.after, i.before) for i in net.values() if i.before != i.after]
    _require_untouched(connection, inverse)
    _require_unreferred(connection, inverse, group[0].seq)
    _require_places(connection, inverse)
    change.writer.apply(inverse)
    return inverse


def live_revs(connection: Connection, table: str, keys: Iterable[Row]) -> dict[Row, int]:
    """The revs of those of these rows that are there, by key."""
    names = CODECS[table].spec.key
    # Asked at once: a statement a row costs more than everything else that undo does.
    same = " AND ".join(f"t.{quoted(name)} = j.value ->> {at}" for at, name in enumerate(names))
    columns = ", ".join(f"t.{quoted(name)}" for name in (*names, "rev"))
    rows = connection.exec_driver_sql(
        f"SELECT {columns} FROM json_each(?) j CROSS JOIN {quoted(table)} t WHERE {same}", (json.dumps(list(keys)),)
    )
    return {tuple(row[:-1]): row[-1] for row in rows.fetchall()}


def _require_untouched(connection: Connection, inverse: list[Image]) -> None:
    for table, images in _by_table(inverse).items():
        live = live_revs(connection, table, (image.key for image in images))
        for image in images:
            rev = live.get(image.key)
            if rev != _rev(table, image.before):
                raise _refusal(connection, table, rev, image.key)


def _by_table(images: Iterable[Image]) -> dict[str, list[Image]]:
    tables: dict[str, list[Image]] = {}
    for image in images:
        tables.setdefault(image.table, []).append(image)
    return tables


def _rev(table: str, row: Row | None) -> int | None:
    return None if row is None else row[CODECS[table].rev_at]


def _refusal(connection: Connection, table: str, rev: int | None, key: Row) -> CannotUndo:
    later = _last_writer(connection, table, key) if rev is None else history.entry(connection, rev)
    who = "a later change" if later is None else f"change {later.seq} ({later.action})"
    message = (
        f"this cannot be undone: {who} has since written the same “{table}”; undo that one first "
        f"(`trellis undo STUDY --change {'N' if later is None else later.seq}`)"
    )
    return CannotUndo(message, None if later is None else later.seq)


def _last_writer(connection: Connection, table: str, key: Row) -> Entry | None:
    for entry in history.newest_first(connection):
        for image in history.images_of(connection, [entry.k]):
            if image.table == table and image.key == key:
                return entry
    return None


def _references(spec: TableSpec) -> tuple[str, ...]:
    return (*(column for column, _ in spec.refs), *spec.soft)


def _require_unreferred(connection: Connection, inverse: list[Image], since: int) -> None:
    """Refuses if a row outside the change, written since, refers to one that would go.

    A row that was there before named it when it was gone, as the link of an element outlives its statement. since: the
    place of the change in the file's order.
    """
    going = {i.key[0] for i in inverse if i.after is None and CODECS[i.table].spec.key == ("k",)}
    if not going:
        return
    leaving = {(i.table, i.key) for i in inverse if i.after is None}
    rewritten = {(i.table, i.key) for i in inverse if i.after is not None}
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS going (k INTEGER PRIMARY KEY)")
    connection.exec_driver_sql("DELETE FROM temp.going")
    connection.exec_driver_sql("INSERT INTO temp.going VALUES (?)", [(k,) for k in going])
    for spec in SPECS:
        for row in _referring(connection, spec):
            place = (spec.name, row[:-1])
            if place in leaving or place in rewritten:
                continue
            if history.entry(connection, row[-1]).seq >= since:
                raise _standing_on(connection, spec.name, row[-1])


def _referring(connection: Connection, spec: TableSpec) -> Iterator[Row]:
    """The key and rev of each row of a table that names one of the keys in temp.going."""
    columns = ", ".join(quoted(name) for name in (*spec.key, "rev"))
    for column in _references(spec):
        rows = connection.exec_driver_sql(
            f"SELECT {columns} FROM {quoted(spec.name)} WHERE {quoted(column)} IN (SELECT k FROM temp.going)"
        )
        yield from (tuple(row) for row in rows)


def _standing_on(connection: Connection, table: str, rev: int) -> CannotUndo:
    later = history.entry(connection, rev)
    message = (
        f"this cannot be undone: change {later.seq} ({later.action}) has since put a “{table}” on what would go; "
        f"undo that one first (`trellis undo STUDY --change {later.seq}`)"
    )
    return CannotUndo(message, later.seq)


def _require_places(connection: Connection, inverse: list[Image]) -> None:
    """Refuses if a row that would come back names something that is no longer there."""
    coming = {(i.table, i.key) for i in inverse if i.after is not None}
    for table, images in _by_table(i for i in inverse if i.after is not None).items():
        for target, named in _needed(table, [image.after for image in images if image.after is not None]):
            outside = [key for key in named if (target, key) not in coming]
            live = live_revs(connection, target, outside)
            missing = next((key for key in outside if key not in live), None)
            if missing is not None:
                raise _refusal(connection, target, None, missing)


def _needed(table: str, rows: list[Row]) -> Iterator[tuple[str, dict[Row, None]]]:
    """What rows name and cannot be without, table by table."""
    codec = CODECS[table]
    for column, target in codec.spec.refs:
        at = codec.columns.index(column)
        yield target, dict.fromkeys((row[at],) for row in rows if row[at] is not None)
    if table == "evidence":
        kind, at = codec.columns.index("for_kind"), codec.columns.index("for_k")
        for bearer in sorted(BEARERS):
            yield bearer, dict.fromkeys((row[at],) for row in rows if row[kind] == bearer)
