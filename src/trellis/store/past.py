"""The study as it was at an earlier change."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from trellis.store import history
from trellis.store.database import Database
from trellis.store.images import Image, folded
from trellis.store.writer import Writer


def at(database: Database, seq: int) -> Database:
    """A copy in memory of the study right after change number `seq` of this file, to be read only.

    Made by copying the file as it is and putting every row that was written since back to its first
    before-image. Raises NotFound if there is no such change.
    """
    snapshot = database.into_memory()
    with snapshot.write() as connection:
        history.entry_at(connection, seq)
        later = history.keys_after(connection, seq)
        net = folded(history.images_of(connection, later))
        # The writer keeps the search index and the theme paths up to date as it goes.
        Writer(connection).apply([Image(i.table, i.after, i.before) for i in net.values() if i.before != i.after])
        connection.exec_driver_sql(
            "DELETE FROM change_chunk WHERE change IN (SELECT k FROM change WHERE seq > ?)", (seq,)
        )
        connection.exec_driver_sql("DELETE FROM change WHERE seq > ?", (seq,))
    snapshot.writable = False
    return snapshot


def with_written(database: Database, write: Callable[[Connection], None]) -> Database:
    """A copy in memory of the study on which something more was written, to be read only. No history tells of it."""
    snapshot = database.into_memory()
    with snapshot.write() as connection:
        write(connection)
    snapshot.writable = False
    return snapshot
