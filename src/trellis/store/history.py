"""The history table: appending changes, reading them, walking their images."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from trellis.core.change import Entry, Header, chain_hash, digest_of
from trellis.core.errors import Locked, NotFound, StudyFileError
from trellis.store.images import AWAY, Chunk, Image, from_chunk, to_chunks
from trellis.store.mapping import Row

NO_PARENT = b""

_ENTRY = (
    "SELECT c.k, c.seq, c.at, c.person, c.action, c.batch, c.undoes, c.hash, "
    "(SELECT u.k FROM change u WHERE u.undoes = c.k ORDER BY u.seq DESC LIMIT 1), c.brought "
    "FROM change c"
)
_ENTRY_AND_REQUEST = _ENTRY.replace("FROM change c", ", c.request FROM change c")
_NO_NUMBER = 2**62
_PORTION = 64


@dataclass(frozen=True, slots=True)
class Head:
    """Where the history stands: the newest change's place and hash. Empty study: 0 and no bytes."""

    seq: int
    k: int
    hash: bytes


def head(connection: Connection) -> Head:
    """The newest change that was written in this file."""
    row = connection.exec_driver_sql(
        "SELECT seq, k, hash FROM change WHERE brought IS NULL ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return Head(0, 0, NO_PARENT) if row is None else Head(row[0], row[1], row[2])


def newest(connection: Connection) -> int:
    """The number of the newest change in this file's order, 0 if there is none."""
    return int(connection.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM change").scalar_one())


def append(
    connection: Connection,
    header: Header,
    images: list[Image],
    *,
    parent: bytes | None = None,
    parent2: bytes | None = None,
) -> Head:
    """Writes one change with its images at the end of the chain and returns the new head.

    parent: the hash it follows on, this file's head if not given; parent2: the other copy's head, for a merge.
    """
    before = head(connection)
    follows = before.hash if parent is None else parent
    seq = newest(connection) + 1
    chunks = to_chunks(images)
    digest = digest_of((chunk.number, chunk.table, chunk.commitment) for chunk in chunks)
    written = header.to_bytes()
    hashed = chain_hash(follows, parent2, written, digest)
    connection.exec_driver_sql(
        "INSERT INTO change (k, seq, at, person, action, batch, request, undoes, head, parent, parent2, digest, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            header.k,
            seq,
            header.at,
            header.person,
            header.action,
            header.batch,
            header.request,
            header.undoes,
            written,
            follows,
            parent2,
            digest,
            hashed,
        ),
    )
    write_chunks(connection, header.k, chunks)
    return Head(seq, header.k, hashed)


def write_chunks(connection: Connection, change: int, chunks: list[Chunk]) -> None:
    """Writes the chunks of a change."""
    _write_all(connection, ((change, chunk) for chunk in chunks))


def _write_all(connection: Connection, chunks: Iterable[tuple[int, Chunk]]) -> None:
    values = [(k, c.number, c.subject, c.table, c.schema, c.codec, c.salt, c.payload, c.commitment) for k, c in chunks]
    if values:
        connection.exec_driver_sql(
            "INSERT INTO change_chunk (change, chunk, subject, tbl, schema, codec, salt, payload, commitment)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )


def _entry(row: tuple[object, ...]) -> Entry:
    return Entry(*row)  # type: ignore[arg-type]  # a row of _ENTRY has Entry's columns in Entry's order


def find(connection: Connection, k: int) -> Entry | None:
    """One change by key, None if this file does not have it, or no longer counts it as its own."""
    row = connection.exec_driver_sql(f"{_ENTRY} WHERE c.k = ? AND c.seq IS NOT NULL", (k,)).fetchone()
    return None if row is None else _entry(tuple(row))


def entry(connection: Connection, k: int) -> Entry:
    """One change by key. Raises NotFound."""
    row = connection.exec_driver_sql(f"{_ENTRY} WHERE c.k = ?", (k,)).fetchone()
    if row is None:
        message = f"there is no change {k} in this study's history; `trellis history` lists them"
        raise NotFound(message)
    return _entry(tuple(row))


@dataclass(frozen=True, slots=True)
class Origin:
    """Who made a change, and which merge brought it; brought is None for one that was written in this file."""

    person: int
    brought: int | None


def origin_of(connection: Connection, k: int) -> Origin | None:
    """Where a change comes from, None if this file does not have it."""
    row = connection.exec_driver_sql("SELECT person, brought FROM change WHERE k = ?", (k,)).fetchone()
    return None if row is None else Origin(row[0], row[1])


def action_of(connection: Connection, k: int) -> str | None:
    """The code of what a change did, None if this file does not have it."""
    row = connection.exec_driver_sql("SELECT action FROM change WHERE k = ?", (k,)).fetchone()
    return None if row is None else str(row[0])


def entry_at(connection: Connection, seq: int) -> Entry:
    """One change by its place in this file's order (1 is the first). Raises NotFound."""
    row = connection.exec_driver_sql(f"{_ENTRY} WHERE c.seq = ?", (seq,)).fetchone()
    if row is None:
        message = f"there is no change number {seq}; this study has changes 1 to {newest(connection)}"
        raise NotFound(message)
    return _entry(tuple(row))


def entries(connection: Connection, most: int | None = None) -> list[Entry]:
    """Changes, newest first, with those that merges brought; at most `most` of them where given."""
    limit = -1 if most is None else most
    rows = connection.exec_driver_sql(
        f"{_ENTRY} WHERE c.seq IS NOT NULL ORDER BY c.seq DESC LIMIT ?", (limit,)
    ).fetchall()
    return [_entry(tuple(row)) for row in rows]


def newest_first(connection: Connection) -> Iterator[Entry]:
    """Every change, newest first, read in portions: for who stops at the first that fits."""
    before = _NO_NUMBER
    while True:
        rows = connection.exec_driver_sql(
            f"{_ENTRY} WHERE c.seq < ? ORDER BY c.seq DESC LIMIT ?", (before, _PORTION)
        ).fetchall()
        yield from (_entry(tuple(row)) for row in rows)
        if len(rows) < _PORTION:
            return
        before = rows[-1][1]


def newest_of_batches(connection: Connection, before: int | None, most: int) -> list[Entry]:
    """Changes, newest first, of each batch only the newest; those whose number is below `before`, all if None."""
    rows = connection.exec_driver_sql(
        f"{_ENTRY} WHERE c.seq < ? AND (c.batch IS NULL OR NOT EXISTS "
        "(SELECT 1 FROM change b WHERE b.batch = c.batch AND b.seq > c.seq)) ORDER BY c.seq DESC LIMIT ?",
        (_NO_NUMBER if before is None else before, most),
    ).fetchall()
    return [_entry(tuple(row)) for row in rows]


def after(connection: Connection, seq: int, most: int) -> list[tuple[Entry, str | None]]:
    """Changes whose number is above `seq`, oldest first, each with the mark of the request it carried out."""
    rows = connection.exec_driver_sql(
        f"{_ENTRY_AND_REQUEST} WHERE c.seq > ? ORDER BY c.seq LIMIT ?", (seq, most)
    ).fetchall()
    return [(_entry(tuple(row[:-1])), row[-1]) for row in rows]


def batch_keys(connection: Connection, batch: int) -> list[int]:
    """The keys of the changes of one batch, in order."""
    rows = connection.exec_driver_sql("SELECT k FROM change WHERE batch = ? ORDER BY seq", (batch,)).fetchall()
    return [row[0] for row in rows]


_CHUNK = "SELECT chunk, subject, tbl, schema, codec, salt, payload, commitment FROM change_chunk"


def chunks_of(connection: Connection, change: int) -> list[Chunk]:
    """The chunks of one change, in order."""
    rows = connection.exec_driver_sql(f"{_CHUNK} WHERE change = ? ORDER BY chunk", (change,)).fetchall()
    return [Chunk(*row) for row in rows]


_AT_ONCE = 500


def chunks_of_each(connection: Connection, changes: list[int]) -> Iterator[tuple[int, list[Chunk]]]:
    """The chunks of many changes, change by change in the given order, read many at a time."""
    statement = (
        "SELECT change, chunk, subject, tbl, schema, codec, salt, payload, commitment FROM change_chunk "
        "WHERE change IN (SELECT value FROM json_each(?)) ORDER BY change, chunk"
    )
    for at in range(0, len(changes), _AT_ONCE):
        some = changes[at : at + _AT_ONCE]
        found: dict[int, list[Chunk]] = {k: [] for k in some}
        for k, *chunk in connection.exec_driver_sql(statement, (json.dumps(some),)).fetchall():
            found[k].append(Chunk(*chunk))
        yield from found.items()


def images_of(connection: Connection, changes: list[int]) -> Iterator[Image]:
    """The images of changes in the given order. Raises StudyFileError where one was erased, Locked where put away."""
    for change in changes:
        for chunk in chunks_of(connection, change):
            if chunk.payload is None and chunk.codec == AWAY:
                message = (
                    f"what change {change} wrote to “{chunk.table}” is put away with the names; bring them back first "
                    "(trellis pseudonym bring-back)"
                )
                raise Locked(message)
            if chunk.payload is None:
                message = (
                    f"what change {change} wrote to “{chunk.table}” was removed on purpose "
                    "(withdrawal or disposal) and cannot be brought back"
                )
                raise StudyFileError(message)
            yield from from_chunk(chunk)


def images_left(connection: Connection, change: int) -> Iterator[Image]:
    """The images of a change that were not erased since."""
    for chunk in chunks_of(connection, change):
        yield from from_chunk(chunk)


def last_row(connection: Connection, table: str, key: Row) -> Row | None:
    """A row as it was when it was last there, by the images that are left; None if none tells."""
    for (k,) in connection.exec_driver_sql("SELECT k FROM change ORDER BY seq DESC").fetchall():
        for image in images_left(connection, k):
            if image.table == table and image.key == key:
                return image.after if image.after is not None else image.before
    return None


def keys_after(connection: Connection, seq: int) -> list[int]:
    """The keys of the changes written in this file after a place in its order, oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT k FROM change WHERE seq > ? AND brought IS NULL ORDER BY seq", (seq,)
    ).fetchall()
    return [row[0] for row in rows]


_CARRIED = "k, at, person, action, batch, request, undoes, head, parent, parent2, digest, hash"


def carry(
    origin: Connection, target: Connection, changes: list[int], brought: int, erased: Callable[[Chunk], bool]
) -> None:
    """Copies changes of another file as they are, behind this file's own, as brought by a merge.

    A change that an undone merge brought before is there already and only changes hands. erased: which chunks
    come without their payload.
    """
    there = {row[0] for row in target.exec_driver_sql("SELECT k FROM change").fetchall()}
    again = [k for k in changes if k in there]
    if again:
        target.exec_driver_sql("UPDATE change SET brought = ? WHERE k = ?", [(brought, k) for k in again])
    fresh = [k for k in changes if k not in there]
    listed = f"SELECT {_CARRIED} FROM change WHERE k IN (SELECT value FROM json_each(?))"
    rows = {row[0]: row for row in origin.exec_driver_sql(listed, (json.dumps(fresh),)).fetchall()}
    after = newest(target) + 1
    values = [(*rows[k], seq, brought) for seq, k in enumerate((k for k in fresh if k in rows), after)]
    if values:
        into = f"INSERT INTO change ({_CARRIED}, seq, brought) VALUES ({', '.join('?' * len(values[0]))})"
        target.exec_driver_sql(into, values)
    carried = chunks_of_each(origin, fresh)
    _write_all(target, ((k, _without(c) if erased(c) else c) for k, chunks in carried for c in chunks))


def _without(chunk: Chunk) -> Chunk:
    return replace(chunk, subject=0, salt=None, payload=None)
