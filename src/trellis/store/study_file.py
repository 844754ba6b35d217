"""A study file as the use cases see it: opened, with its replica, ready for changes."""

from __future__ import annotations

import secrets
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from trellis.core.change import Entry
from trellis.core.errors import Busy, NotAStudy, StudyFileError
from trellis.core.keys import MOST_REPLICAS, Key
from trellis.store import database as databases
from trellis.store import derived, history, past, rekeying, undo
from trellis.store.changes import Change, Intent
from trellis.store.database import APPLICATION_ID, Database
from trellis.store.dump import Dump, dump
from trellis.store.installation import Installation, Seen
from trellis.store.lineage import require_same_study
from trellis.store.migrate import migrate, schema_of
from trellis.store.places import home
from trellis.store.reader import Reader
from trellis.store.standing import Standing, knows, standing
from trellis.store.tables import SCHEMA
from trellis.store.verify import Problem, verify
from trellis.store.watching import Watch

Clock = Callable[[], int]


def now_ms() -> int:
    """Milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


class StudyFile:
    """One study file, open at one place."""

    def __init__(self, database: Database, installation: Installation, clock: Clock = now_ms) -> None:
        self.database = database
        self._installation = installation
        self._clock = clock
        self._replica: int | None = None
        self._guid: str | None = None
        self._place = "" if database.path is None else installation.place(database.path)
        self.standing = Standing()

    def now(self) -> int:
        """The time as changes record it, ms since 1970, UTC."""
        return self._clock()

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A reader over one consistent state."""
        with self.database.read() as connection:
            yield Reader(connection)

    @contextmanager
    def change(self, intent: Intent) -> Iterator[Change]:
        """An open change; recorded and on disk when the block ends, undone as a whole if it raises."""
        if self.standing.apart:
            raise StudyFileError(self.standing.notice)
        written: history.Head | None = None
        try:
            with self.database.write() as connection:
                change = Change(connection, self._own_replica(connection), intent)
                yield change
                written = change.close()
        except BaseException:
            # A replica drawn in this transaction went with it.
            self._replica = None
            raise
        if written is not None:
            self._remember(change, written)

    def _remember(self, change: Change, written: history.Head) -> None:
        if self._guid is not None and self._replica is not None:
            seen = Seen(self._replica, change.next_count, written.hash.hex(), written.seq)
            self._installation.remember(self._guid, self._place, seen)

    def _own_replica(self, connection: Connection) -> int:
        """The replica that this place writes as: the one it had, unless the file went back in time."""
        if self._replica is not None:
            return self._replica
        self._guid = connection.exec_driver_sql("SELECT guid FROM study LIMIT 1").scalar()
        row = connection.exec_driver_sql(
            "SELECT number, next FROM replica WHERE place = ? ORDER BY made_at DESC, number DESC LIMIT 1",
            (self._place,),
        ).fetchone()
        seen = None if self._guid is None else self._installation.seen(self._guid, self._place)
        if row is not None and not (seen is not None and seen.replica == row[0] and seen.next > row[1]):
            self._replica = int(row[0])
        else:
            self._replica = self._new_replica(connection)
        return self._replica

    def look_around(self) -> None:
        """Compares the file with what this installation saw of it last; `standing` tells what was found."""
        with self.database.read() as connection:
            guid = connection.exec_driver_sql("SELECT guid FROM study LIMIT 1").scalar()
            if guid is not None and self.database.path is not None:
                seen = self._installation.seen(guid, self._place)
                self.standing = standing(self.database.path, connection, seen)

    def further_elsewhere(self) -> int:
        """How many changes more a copy at another path of this installation has, 0 if none has more."""
        with self.database.read() as connection:
            guid = connection.exec_driver_sql("SELECT guid FROM study LIMIT 1").scalar()
            seen = None if guid is None else self._installation.furthest(guid)
            if seen is None or knows(connection, seen.head):
                return 0
            return max(0, seen.seq - history.head(connection).seq)

    def _new_replica(self, connection: Connection) -> int:
        taken = {row[0] for row in connection.exec_driver_sql("SELECT number FROM replica").fetchall()}
        number = _free_number(taken)
        connection.exec_driver_sql(
            "INSERT INTO replica (number, guid, place, made_at, next) VALUES (?, ?, ?, ?, 1)",
            (number, str(uuid.uuid4()), self._place, self._clock()),
        )
        return number

    def deeds_to_undo(self, person: Key, seq: int | None = None) -> list[Entry]:
        """The changes that `undo` would take back; none if there is nothing. Raises NotFound for a number."""
        with self.read() as reader:
            target = _to_undo(reader.connection, person, seq)
            return [] if target is None else undo.deeds_of(reader.connection, target)

    def deeds_to_redo(self, person: Key) -> list[Entry]:
        """The changes that `redo` would bring back; none if there is nothing."""
        with self.read() as reader:
            target = undo.last_to_redo(reader.connection, person)
            return [] if target is None else undo.deeds_of(reader.connection, target)

    def undo(self, intent: Intent, seq: int | None = None) -> int | None:
        """Takes back the person's last change, or the one named. The number of what was undone, None if nothing."""
        with self.read() as reader:
            target = _to_undo(reader.connection, intent.person, seq)
        return None if target is None else self._take_back(intent, target.k)

    def redo(self, intent: Intent) -> int | None:
        """Brings the person's last undone change back. The number of the undo that was undone, None if nothing."""
        with self.read() as reader:
            target = undo.last_to_redo(reader.connection, intent.person)
        return None if target is None else self._take_back(intent, target.k)

    def _take_back(self, intent: Intent, k: int) -> int:
        with self.read() as reader:
            target = history.entry(reader.connection, k)
            newest = undo.group_of(reader.connection, target)[-1]
        naming = replace(intent, undoes=newest.k)
        with self.change(naming) as change:
            undo.take_back(change, target)
        return newest.seq

    def at(self, seq: int) -> StudyFile:
        """The study as it was right after change number `seq`, read-only, in memory."""
        return StudyFile(past.at(self.database, seq), self._installation, self._clock)

    def imagined(self, intent: Intent, write: Callable[[Change], None]) -> StudyFile:
        """A copy in memory on which something more was written, read-only; neither file nor history tells of it."""

        def written(connection: Connection) -> None:
            number = connection.exec_driver_sql("SELECT number FROM replica ORDER BY made_at LIMIT 1").scalar_one()
            write(Change(connection, number, intent))

        return StudyFile(past.with_written(self.database, written), self._installation, self._clock)

    def note_copy(self, path: Path) -> None:
        """Notes that a copy of the study (backup, package) was written here; a withdrawal names those still there."""
        with self.database.read() as connection:
            guid = connection.exec_driver_sql("SELECT guid FROM study LIMIT 1").scalar()
        if guid is not None:
            self._installation.note_copy(guid, path)

    def copies(self) -> list[str]:
        """The copies of the study that were written here and are still there, oldest first."""
        with self.database.read() as connection:
            guid = connection.exec_driver_sql("SELECT guid FROM study LIMIT 1").scalar()
        own = None if self.database.path is None else str(self.database.path.resolve())
        listed = [] if guid is None else self._installation.copies(guid)
        return [path for path in listed if path != own and Path(path).exists()]

    def beside(self, path: Path, passphrase: str | None = None) -> StudyFile:
        """Another copy of a study, opened for reading only. Raises NotFound, NotAStudy, NewerFormat, Locked."""
        return open_study(path, self._installation, self._clock, readonly=True, passphrase=passphrase)

    def opened_beside(self, path: Path, passphrase: str | None = None) -> StudyFile:
        """Another copy of a study, opened to be written. Raises as `beside` does."""
        return open_study(path, self._installation, self._clock, passphrase=passphrase)

    def create_beside(self, path: Path, passphrase: str | None = None) -> StudyFile:
        """A new, empty study file of the same installation. Raises StudyFileError if the name is taken."""
        return create(path, self._installation, self._clock, passphrase=passphrase)

    def watch(self) -> Watch:
        """Looks for what is written to the file from now on, here or by another process; to be closed."""
        return Watch(self.database)

    def dump(self) -> Dump:
        """The canonical dump of the study tables."""
        with self.database.read() as connection:
            return dump(connection)

    def verify(self) -> list[Problem]:
        """Everything that is wrong with the file."""
        if not self.database.writable:
            with self.database.into_memory().read() as connection:
                return verify(connection)
        found: list[Problem] = []
        try:
            with self.database.write() as connection:
                found = verify(connection)
        except NotAStudy:
            if not found:  # else the file is too broken to end a transaction on, and that has been found
                raise
        return found

    def rebuild(self) -> None:
        """Makes everything that is derived from the study tables anew; no change of the study."""
        with self.database.write() as connection:
            derived.rebuild(connection)

    def close(self) -> None:
        """Lets go of the file."""
        self.database.close()


def create(
    path: Path, installation: Installation | None = None, clock: Clock = now_ms, *, passphrase: str | None = None
) -> StudyFile:
    """A new, empty study file with today's tables, encrypted if a passphrase is given.

    Raises StudyFileError if the name is taken, Invalid for too short a passphrase.
    """
    fresh = not path.exists()
    database = databases.create(path, passphrase)
    try:
        with database.write() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection)
    except BaseException:
        database.close()
        if fresh:
            path.unlink(missing_ok=True)
        raise
    return StudyFile(database, installation or Installation(home()), clock)


def open_study(
    path: Path,
    installation: Installation | None = None,
    clock: Clock = now_ms,
    *,
    readonly: bool = False,
    passphrase: str | None = None,
) -> StudyFile:
    """An existing study file, brought to today's tables, and compared with what was here last (`standing`).

    Raises NotFound, Locked, WrongPassphrase, NotAStudy, NewerFormat.
    """
    database = databases.open_file(path, readonly=readonly, passphrase=passphrase)
    if not readonly:
        _bring_up(database)
    file = StudyFile(database, installation or Installation(home()), clock)
    file.look_around()
    return file


def _bring_up(database: Database) -> None:
    """Brings a file to today's tables. One that has them is only read, so that another program may be writing to it."""
    with database.read() as connection:
        if schema_of(connection) == SCHEMA:
            return
    try:
        with database.write(patience_ms=databases.OPENING_MS) as connection:
            migrate(connection)
    except Busy as error:
        database.close()
        message = (
            f"{database.path} has the tables of an older Trellis and has to be brought to today's, but another program "
            "(another Trellis, a backup, a synchronising service) is writing to it; let that finish, or close it, and "
            "open the study again"
        )
        raise Busy(message) from error


def backup(file: StudyFile, target: Path) -> None:
    """A consistent copy of an open study. Raises StudyFileError if the target exists."""
    file.database.backup_to(target)
    file.note_copy(target)


def restore(saved: Path, target: Path, passphrase: str | None = None) -> None:
    """Puts a backup back as a new file, which draws keys of its own from then on.

    passphrase: that of an encrypted backup; it opens the new file too.
    Raises StudyFileError if the target exists or the backup is not sound.
    """
    origin = databases.open_file(saved, readonly=True, passphrase=passphrase)
    try:
        origin.backup_to(target)
    finally:
        origin.close()
    _settle(saved, target, passphrase)


def recrypt(file: StudyFile, target: Path, passphrase: str | None) -> None:
    """Writes the study to a new file under another passphrase, or in plain (None), and verifies what was written.

    Raises StudyFileError if the target exists or the copy is not sound, Invalid for too short a passphrase.
    """
    file.database.recrypted_to(target, passphrase)
    file.note_copy(target)
    _settle(target, target, passphrase)


def rekeyed(file: StudyFile, other: StudyFile, target: Path, passphrase: str | None = None) -> str:
    """Writes the study to a new file, its own work under new keys, so that it can be merged with the other copy.

    Returns the name of the setting that the new file has to keep: which work it holds under other keys.
    passphrase: that of the study, if it is encrypted. Raises StudyFileError if the target exists or the new file is
    not sound, Invalid if no keys collide.
    """
    with file.database.read() as ours, other.database.read() as theirs:
        require_same_study(ours, theirs, "the other copy")
        rows = [each.exec_driver_sql("SELECT number FROM replica").fetchall() for each in (ours, theirs)]
        plan = rekeying.planned(ours, theirs, _free_number({row[0] for numbers in rows for row in numbers}))
    file.database.backup_to(target)
    made = databases.open_file(target, passphrase=passphrase)
    try:
        with made.write() as connection:
            rekeying.rekey(connection, plan, str(uuid.uuid4()))
    except BaseException:
        made.close()
        target.unlink(missing_ok=True)
        raise
    made.close()
    _settle(target, target, passphrase)
    file.note_copy(target)
    return f"{rekeying.REKEYED} {plan.old.hex()}"


def _to_undo(connection: Connection, person: Key, seq: int | None) -> Entry | None:
    return undo.last_to_undo(connection, person) if seq is None else history.entry_at(connection, seq)


def _free_number(taken: set[int]) -> int:
    number = 1 + secrets.randbelow(MOST_REPLICAS - 1)
    while number in taken:
        number = 1 + secrets.randbelow(MOST_REPLICAS - 1)
    return number


def _settle(origin: Path, target: Path, passphrase: str | None) -> None:
    """Verifies a copy and makes it draw keys of its own; takes it away again if it is not sound."""
    copy = databases.open_file(target, passphrase=passphrase)
    try:
        with copy.write() as connection:
            problems = verify(connection)
            connection.exec_driver_sql("UPDATE replica SET place = ''")
    finally:
        copy.close()
    if problems:
        target.unlink()
        message = f"{origin} is not sound ({problems[0].where}: {problems[0].message}); no new study was made"
        raise StudyFileError(message)
