"""Noticing what is written to a study file, by this process or another one, without asking the file much."""

from __future__ import annotations

from typing import Any

from sqlcipher3 import dbapi2 as driver

from trellis.core.change import Entry
from trellis.core.errors import StudyFileError
from trellis.store import history
from trellis.store.database import Database

MOST_AT_ONCE = 500


class Watch:
    """Looks whether the file was written since the last look. One connection of its own, and no transaction on it.

    For one thread at a time.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._held = database.aside()
        self._version: int | None = None
        with database.read() as connection:
            self._number = history.newest(connection)

    def news(self) -> list[tuple[Entry, str | None]]:
        """The changes made in this file since the last look, oldest first, each with the mark of its request.

        What a merge brought from another copy is not news; the merge is. At most 500 at once: look again for more.
        """
        version = self._version_now()
        if version == self._version:
            return []
        with self._database.read() as connection:
            found = history.after(connection, self._number, MOST_AT_ONCE)
        if len(found) < MOST_AT_ONCE:
            self._version = version
        if found:
            self._number = found[-1][0].seq
        return [(entry, request) for entry, request in found if entry.brought is None]

    def _version_now(self) -> int:
        raw: Any = self._held.dbapi_connection
        try:
            return int(raw.execute("PRAGMA data_version").fetchone()[0])
        except driver.Error as error:
            message = f"{self._database.path} could not be read: {error}"
            raise StudyFileError(message) from error

    def close(self) -> None:
        """Lets go of the connection."""
        self._held.close()
