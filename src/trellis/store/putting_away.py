"""Taking what says real names out of a study's file, to be kept elsewhere, and bringing it back as it was.

Texts and files by their digest, and payloads of the history with their salt. The commitments stay, so that the chain
verifies without them, and what comes back is proved to be what was taken.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from trellis.core.change import commitment
from trellis.core.errors import StudyFileError
from trellis.core.keys import Key
from trellis.store import derived, history
from trellis.store.images import AWAY, Chunk, payload_of


@dataclass(frozen=True, slots=True)
class Content:
    """A text (body) or the bytes of a file (data) as the study keeps them."""

    sha: str
    kind: str
    size: int
    body: str | None
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Piece:
    """What one change took out of the file: contents, and chunks of the history by change."""

    contents: tuple[Content, ...]
    chunks: tuple[tuple[Key, Chunk], ...]

    def to_bytes(self) -> bytes:
        """Everything in it as JSON in UTF-8, from which `piece_of` makes it again."""
        said = {
            "contents": [[c.sha, c.kind, c.size, c.body, _text(c.data)] for c in self.contents],
            "chunks": [
                [k, c.number, c.subject, c.table, c.schema, c.codec, *map(_text, (c.salt, c.payload, c.commitment))]
                for k, c in self.chunks
            ],
        }
        return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def piece_of(written: bytes) -> Piece:
    """The piece out of its bytes. Raises StudyFileError if one of its chunks is not the one that was taken."""
    said = json.loads(written.decode("utf-8", "surrogatepass"))
    contents = tuple(Content(sha, kind, size, body, _bytes(data)) for sha, kind, size, body, data in said["contents"])
    chunks = tuple((row[0], _chunk(row)) for row in said["chunks"])
    for k, chunk in chunks:
        payload = payload_of(chunk)
        if payload is None or commitment(chunk.salt or b"", payload) != chunk.commitment:
            message = f"what change {k} wrote to “{chunk.table}” is not what was put away; bring a copy of the key back"
            raise StudyFileError(message)
    return Piece(contents, chunks)


def _chunk(row: list[Any]) -> Chunk:
    _, number, subject, table, schema, codec, salt, payload, bound = row
    return Chunk(number, subject, table, schema, codec, _bytes(salt), _bytes(payload), _bytes(bound) or b"")


def _text(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text)


def collected(connection: Connection, contents: Iterable[str], is_meant: Callable[[Chunk], bool]) -> Piece:
    """What is to be taken: contents by digest, as far as nothing that stays names them, and chunks that are meant."""
    found = []
    for sha in sorted(contents):
        row = connection.exec_driver_sql(
            "SELECT sha, kind, size, body, data FROM content WHERE sha = ?1 "
            "AND NOT EXISTS (SELECT 1 FROM version WHERE ?1 IN (sha, original)) "
            "AND NOT EXISTS (SELECT 1 FROM source WHERE original = ?1)",
            (sha,),
        ).fetchone()
        if row is not None:
            found.append(Content(*row))
    chunks = tuple(
        (k, chunk)
        for (k,) in connection.exec_driver_sql("SELECT k FROM change ORDER BY k").fetchall()
        for chunk in history.chunks_of(connection, k)
        if chunk.payload is not None and is_meant(chunk)
    )
    return Piece(tuple(found), chunks)


def take_out(connection: Connection, piece: Piece) -> None:
    """Takes a piece, which is safe elsewhere, out of the file."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    for content in piece.contents:
        connection.exec_driver_sql("DELETE FROM content WHERE sha = ?", (content.sha,))
    for k, chunk in piece.chunks:
        connection.exec_driver_sql(
            "UPDATE change_chunk SET payload = NULL, salt = NULL, codec = ? WHERE change = ? AND chunk = ?",
            (AWAY, k, chunk.number),
        )
    derived.rebuild_search(connection)


def put_in(connection: Connection, piece: Piece) -> None:
    """Puts a piece back into the file; what was destroyed meanwhile stays destroyed."""
    for content in piece.contents:
        connection.exec_driver_sql(
            "INSERT INTO content (sha, kind, size, body, data) VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha) DO NOTHING",
            (content.sha, content.kind, content.size, content.body, content.data),
        )
    for k, chunk in piece.chunks:
        connection.exec_driver_sql(
            "UPDATE change_chunk SET payload = ?, salt = ?, codec = ? WHERE change = ? AND chunk = ? AND codec = ?",
            (chunk.payload, chunk.salt, chunk.codec, k, chunk.number, AWAY),
        )
