"""What was erased for good and must not come back with another copy of the study."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store.images import Chunk, from_chunk
from trellis.store.lineage import Lineage
from trellis.store.mapping import CODECS, Row
from trellis.store.sql import quoted

Grave = tuple[str, Key]
"""The table and key of something that was destroyed on purpose, or emptied."""


def unheard(ours: Connection, theirs: Connection) -> frozenset[Grave]:
    """The graves of a copy that another one has not heard of: neither has it them, nor the changes that dug them.

    A package that was made after a withdrawal has no graves and knows the change all the same.
    """
    known = {row[0] for row in theirs.exec_driver_sql("SELECT k FROM tombstone").fetchall()}
    rows = ours.exec_driver_sql("SELECT kind, k, change FROM tombstone").fetchall()
    left = [(kind, k, change) for kind, k, change in rows if k not in known]
    yours = Lineage(theirs) if left else None
    return frozenset((kind, k) for kind, k, change in left if yours is not None and not yours.knows(change))


def take_over(ours: Connection, theirs: Connection) -> None:
    """Makes another copy's graves ours as well, each under the change that dug it."""
    rows = [tuple(row) for row in theirs.exec_driver_sql("SELECT kind, k, change FROM tombstone").fetchall()]
    if rows:
        ours.exec_driver_sql("INSERT OR IGNORE INTO tombstone (kind, k, change) VALUES (?, ?, ?)", rows)


_LOOSE = frozenset({("theme_operation", "memo")})
"""Links that a row can do without, so that it is welcome although what it names is gone."""
_OF_TEXTS = frozenset({"version", "part"})
"""Tables whose rows are a text or parts of one, so that those of an emptied text stay away."""


class Tombstones:
    """The keys that a merge keeps away, of any kind: keys mean one thing in all copies.

    A thing that was emptied is still there, without what was destroyed; what hangs on an emptied text is
    welcome, since others speak in it as well.
    """

    def __init__(self, ours: Connection, graves: Iterable[Grave], more: Iterable[Key] = ()) -> None:
        graves = frozenset(graves)
        self.keys = frozenset(k for _, k in graves) | frozenset(more)
        self._gone = frozenset(k for table, k in graves if not _there(ours, table, k)) | frozenset(more)
        self._texts = frozenset(k for table, k in graves if table == "version" and _there(ours, table, k))

    def covers(self, table: str, row: Row) -> bool:
        """Whether a row is about something that was erased, or hangs on it."""
        if not self.keys:
            return False
        codec = CODECS[table]
        spec = codec.spec
        if table == "withdrawal":
            return row[codec.columns.index("participant")] in self._gone
        if table in _OF_TEXTS:
            return bool(self.keys.intersection((codec.subject(row), *codec.key(row))))
        if table == "conflict" and self.keys.intersection(json.loads(row[codec.columns.index("place")])):
            return True
        names = {*spec.key, *(column for column, _ in spec.refs if (table, column) not in _LOOSE), *spec.soft}
        hangs_on = {codec.subject(row), *(row[codec.columns.index(name)] for name in names)}
        return bool(hangs_on & (self.keys - self._texts))

    def covers_chunk(self, chunk: Chunk) -> bool:
        """Whether a chunk of history holds anything about something that was erased."""
        if not self.keys or chunk.payload is None:
            return False
        if chunk.subject in self.keys:
            return True
        rows = (row for image in from_chunk(chunk) for row in (image.before, image.after) if row is not None)
        return any(self.covers(chunk.table, row) for row in rows)


def _there(connection: Connection, table: str, k: Key) -> bool:
    found = connection.exec_driver_sql(f"SELECT 1 FROM {quoted(table)} WHERE k = ?", (k,)).fetchone()
    return found is not None
