"""Reading records as they are: one by key, or all that match."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import Connection

from trellis.core.errors import NotFound
from trellis.store import sql
from trellis.store.mapping import CODEC_OF

R = TypeVar("R")


class Reader:
    """Whole records from one consistent state of the study."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, kind: type[R], *key: object) -> R | None:
        """The record with this key (in the order of the table's key columns), or None."""
        codec = CODEC_OF[kind]
        statement = sql.select(codec.spec.name, *codec.spec.key)
        row = self.connection.exec_driver_sql(statement, tuple(key)).fetchone()
        return None if row is None else codec.record(row)

    def get(self, kind: type[R], *key: object) -> R:
        """The record with this key. Raises NotFound."""
        record = self.find(kind, *key)
        if record is None:
            message = f"there is no {CODEC_OF[kind].spec.name} {', '.join(map(str, key))} in this study"
            raise NotFound(message)
        return record

    def all(self, kind: type[R], **equal: object) -> list[R]:
        """Every record whose columns equal the given values (None included), in key order."""
        codec = CODEC_OF[kind]
        statement = sql.select(codec.spec.name, *equal)
        rows = self.connection.exec_driver_sql(statement, tuple(equal.values())).fetchall()
        return [codec.record(row) for row in rows]

    def text(self, sha: str) -> str:
        """A version's canonical text by its SHA-256. Raises NotFound if it was erased."""
        row = self.connection.exec_driver_sql("SELECT body FROM content WHERE sha = ?", (sha,)).fetchone()
        if row is None or row[0] is None:
            message = f"the text with SHA-256 {sha[:12]}… is no longer in this study"
            raise NotFound(message)
        return str(row[0])
