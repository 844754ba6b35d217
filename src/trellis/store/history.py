"""The history table: appending changes, reading them, walking their images."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from trellis.core.change import Entry, Header, chain_hash, digest_of
from trellis.core.errors import NotFound, StudyFileError
from trellis.store.images import Chunk, Image, from_chunk, to_chunks

NO_PARENT = b""

_ENTRY = (
    "SELECT c.k, c.seq, c.at, c.person, c.action, c.batch, c.undoes, c.hash, "
    "(SELECT u.k FROM change u WHERE u.undoes = c.k ORDER BY u.seq DESC LIMIT 1) FROM change c"
)


@dataclass(frozen=True, slots=True)
class Head:
    """Where the history stands: the newest change's place and hash. Empty study: 0 and no bytes."""

    seq: int
    k: int
    hash: bytes


def head(connection: Connection) -> Head:
    """The newest change of this file."""
    row = connection.exec_driver_sql("SELECT seq, k, hash FROM change ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(0, 0, NO_PARENT) if row is None else Head(row[0], row[1], row[2])


def append(connection: Connection, header: Header, images: list[Image]) -> Head:
    """Writes one change with its images at the end of the chain and returns the new head."""
    before = head(connection)
    chunks = to_chunks(images)
    digest = digest_of((chunk.number, chunk.table, chunk.commitment) for chunk in chunks)
    written = header.to_bytes()
    hashed = chain_hash(before.hash, None, written, digest)
    connection.exec_driver_sql(
        "INSERT INTO change (k, seq, at, person, action, batch, request, undoes, head, parent, parent2, digest, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)",
        (
            header.k,
            before.seq + 1,
            header.at,
            header.person,
            header.action,
            header.batch,
            header.request,
            header.undoes,
            written,
            before.hash,
            digest,
            hashed,
        ),
    )
    if chunks:
        connection.exec_driver_sql(
            "INSERT INTO change_chunk (change, chunk, subject, tbl, schema, codec, salt, payload, commitment)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (header.k, c.number, c.subject, c.table, c.schema, c.codec, c.salt, c.payload, c.commitment)
                for c in chunks
            ],
        )
    return Head(before.seq + 1, header.k, hashed)


def _entry(row: tuple[object, ...]) -> Entry:
    return Entry(*row)  # type: ignore[arg-type]  # a row of _ENTRY has Entry's columns in Entry's order


def entry(connection: Connection, k: int) -> Entry:
    """One change by key. Raises NotFound."""
    row = connection.exec_driver_sql(f"{_ENTRY} WHERE c.k = ?", (k,)).fetchone()
    if row is None:
        message = f"there is no change {k} in this study's history; `trellis history` lists them"
        raise NotFound(message)
    return _entry(tuple(row))


def entry_at(connection: Connection, seq: int) -> Entry:
    """One change by its place in this file's order (1 is the first). Raises NotFound."""
    row = connection.exec_driver_sql(f"{_ENTRY} WHERE c.seq = ?", (seq,)).fetchone()
    if row is None:
        newest = head(connection).seq
        message = f"there is no change number {seq}; this study has changes 1 to {newest}"
        raise NotFound(message)
    return _entry(tuple(row))


def entries(connection: Connection, newest: int | None = None) -> list[Entry]:
    """Changes, newest first; at most `newest` of them where given."""
    limit = -1 if newest is None else newest
    rows = connection.exec_driver_sql(
        f"{_ENTRY} WHERE c.seq IS NOT NULL ORDER BY c.seq DESC LIMIT ?", (limit,)
    ).fetchall()
    return [_entry(tuple(row)) for row in rows]


def batch_keys(connection: Connection, batch: int) -> list[int]:
    """The keys of the changes of one batch, in order."""
    rows = connection.exec_driver_sql("SELECT k FROM change WHERE batch = ? ORDER BY seq", (batch,)).fetchall()
    return [row[0] for row in rows]


_CHUNK = "SELECT chunk, subject, tbl, schema, codec, salt, payload, commitment FROM change_chunk"


def chunks_of(connection: Connection, change: int) -> list[Chunk]:
    """The chunks of one change, in order."""
    rows = connection.exec_driver_sql(f"{_CHUNK} WHERE change = ? ORDER BY chunk", (change,)).fetchall()
    return [Chunk(*row) for row in rows]


def images_of(connection: Connection, changes: list[int]) -> Iterator[Image]:
    """The images of changes in the given order. Raises StudyFileError where a payload was erased."""
    for change in changes:
        for chunk in chunks_of(connection, change):
            if chunk.payload is None:
                message = (
                    f"what change {change} wrote to “{chunk.table}” was removed on purpose "
                    "(withdrawal or disposal) and cannot be brought back"
                )
                raise StudyFileError(message)
            yield from from_chunk(chunk)


def keys_after(connection: Connection, seq: int) -> list[int]:
    """The keys of the changes after a place in this file's order, oldest first."""
    rows = connection.exec_driver_sql("SELECT k FROM change WHERE seq > ? ORDER BY seq", (seq,)).fetchall()
    return [row[0] for row in rows]
