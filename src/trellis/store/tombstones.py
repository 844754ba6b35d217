"""What was erased for good and must not come back with another copy of the study."""

from __future__ import annotations

from sqlalchemy import Connection

from trellis.store.images import Chunk, from_chunk
from trellis.store.mapping import CODECS, Row


class Tombstones:
    """The keys of what was erased, of any kind: keys mean one thing in all copies."""

    def __init__(self, connection: Connection) -> None:
        self.keys = frozenset(row[0] for row in connection.exec_driver_sql("SELECT k FROM tombstone").fetchall())

    def covers(self, table: str, row: Row) -> bool:
        """Whether a row is about something that was erased, or hangs on it."""
        if not self.keys:
            return False
        codec = CODECS[table]
        spec = codec.spec
        names = {*spec.key, *(column for column, _ in spec.refs), *spec.soft}
        return codec.subject(row) in self.keys or any(row[codec.columns.index(name)] in self.keys for name in names)

    def covers_chunk(self, chunk: Chunk) -> bool:
        """Whether a chunk of history holds anything about something that was erased."""
        if not self.keys or chunk.payload is None:
            return False
        if chunk.subject in self.keys:
            return True
        rows = (row for image in from_chunk(chunk) for row in (image.before, image.after) if row is not None)
        return any(self.covers(chunk.table, row) for row in rows)
