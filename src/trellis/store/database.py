"""Opening a study file: the one SQLite library, its settings, its transactions."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import PoolProxiedConnection, QueuePool, StaticPool
from sqlcipher3 import dbapi2 as driver

from trellis.core.errors import Busy, Conflict, NewerFormat, NotAStudy, NotFound, StudyFileError
from trellis.store.address import address, address_to_read
from trellis.store.cipher import CipherKey, key_of, new_key, require_cipher, unlock
from trellis.store.fair_lock import FairLock
from trellis.store.places import Ground, ground_of
from trellis.store.standing import require_log_of_its_own
from trellis.store.tables import SCHEMA

APPLICATION_ID = 0x54524C53  # "TRLS", so that a study is told from any other SQLite file
OLDEST_SQLITE = (3, 51, 3)  # older ones can lose committed pages of the write-ahead log
BUSY_MS = 30_000
"""How long a change waits for another program that writes to the file."""
OPENING_MS = 5_000
"""How long opening waits for one, where it has to write; somebody looks at a blank page meanwhile."""
IDLE_CHECKPOINT_S = 1.0
_WRITING = "trellis_writing"


def require_sqlite() -> None:
    """Nothing, if the SQLite in use is new enough and can search; raises StudyFileError otherwise."""
    found = driver.sqlite_version_info
    if found < OLDEST_SQLITE:
        message = (
            f"the SQLite of the sqlcipher3 package is {driver.sqlite_version}; "
            f"Trellis needs {'.'.join(map(str, OLDEST_SQLITE))} or newer: reinstall sqlcipher3"
        )
        raise StudyFileError(message)
    probe = driver.connect(":memory:")
    try:
        probe.execute("CREATE VIRTUAL TABLE probe USING fts5(body)")
    except driver.OperationalError as error:
        message = "the SQLite of the sqlcipher3 package has no full-text search (FTS5): reinstall sqlcipher3"
        raise StudyFileError(message) from error
    finally:
        probe.close()


class Database:
    """One open study file. Reads see one consistent state; writes are one at a time, `BEGIN IMMEDIATE`."""

    def __init__(
        self, path: Path | None, engine: Engine, ground: Ground, *, writable: bool, key: CipherKey | None = None
    ) -> None:
        self.path = path
        self.key = key
        self.ground = ground
        self.writable = writable
        self._engine = engine
        self._writing = FairLock()
        # A database in memory is one connection; threads take turns with it.
        self._alone: AbstractContextManager[object] = threading.RLock() if path is None else nullcontext()
        self._timing = threading.Lock()
        self._timer: threading.Timer | None = None
        self._last_write = 0.0
        self._closed = False

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees the study as it is now, and goes on seeing just that."""
        with self._alone, _said_plainly(self.path), self._engine.connect() as connection:
            yield connection

    def aside(self) -> PoolProxiedConnection:
        """A bare connection without a transaction, for whoever watches the file; it must be closed."""
        return self._engine.raw_connection()

    @contextmanager
    def write(self, *, patience_ms: int | None = None) -> Iterator[Connection]:
        """A connection that alone may write; committed and on disk when the block ends, else nothing happened.

        patience_ms: how long another program is waited for, `BUSY_MS` if not given. Raises Busy after that.
        """
        if not self.writable:
            message = "this study is open for reading only (an earlier state, or a file without write permission)"
            raise StudyFileError(message)
        with self._writing, _said_plainly(self.path):
            connection = self._engine.connect().execution_options(**{_WRITING: True})
            with connection, _patient(connection, patience_ms), connection.begin():
                yield connection
        self._checkpoint_later()

    def into_memory(self) -> Database:
        """A copy of the study as it is now, in this process's memory only; encrypted there if the study is."""
        copy = memory(self.key)
        _copy(self._engine, copy._engine)  # noqa: SLF001  # same class
        return copy

    def backup_to(self, path: Path) -> None:
        """Writes a consistent copy of the study, while it is open, to a new file. Raises StudyFileError.

        An encrypted study gives an encrypted copy, which the same passphrase opens.
        """
        _require_free(path)
        target = _engine(path, Ground(local=False, why=""), create=True, key=self.key)
        try:
            with _said_plainly(path):
                _copy(self._engine, target)
                with target.connect() as connection:
                    raw: Any = connection.connection.dbapi_connection
                    # One file without side files, whatever the study itself uses.
                    raw.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.dispose()

    def recrypted_to(self, path: Path, passphrase: str | None) -> None:
        """Writes a consistent copy to a new file under another passphrase, or in plain (None). Raises StudyFileError.

        Everything is copied table by table, since an encrypted page and a plain one do not fit each other.
        """
        _require_free(path)
        key = None if passphrase is None else new_key(passphrase)
        with _said_plainly(path), self._engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            require_cipher(raw)
            raw.execute("ATTACH ? AS target KEY ?", (address(path, "rwc"), "" if key is None else key.text))
            try:
                _export(raw)
            finally:
                raw.execute("DETACH target")

    def checkpoint(self) -> None:
        """Moves what the write-ahead log holds into the file itself and empties the log."""
        if self.ground.local and self.writable and self.path is not None:
            with self._writing, self._engine.connect() as connection:
                raw: Any = connection.connection.dbapi_connection
                # Never wait here: where somebody still reads, the next checkpoint will do.
                raw.execute("PRAGMA busy_timeout = 0")
                # On a full disk the log stays beside the file and holds what was answered.
                with suppress(driver.OperationalError):
                    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")

    def _checkpoint_later(self) -> None:
        if not self.ground.local or self.path is None:
            return
        self._last_write = time.monotonic()
        # One timer that waits on, since starting a thread for each commit costs more than the commit.
        if self._timer is None:
            self._wait(IDLE_CHECKPOINT_S)

    def _wait(self, seconds: float) -> None:
        with self._timing:
            if self._closed:
                return
            self._timer = threading.Timer(seconds, self._when_idle)
            self._timer.daemon = True
            self._timer.start()

    def _when_idle(self) -> None:
        left = self._last_write + IDLE_CHECKPOINT_S - time.monotonic()
        if left > 0:
            self._wait(left)
            return
        self._timer = None
        self.checkpoint()

    def close(self) -> None:
        """Empties the log and lets go of the file. Closing twice is the same as once."""
        with self._timing:
            if self._closed:
                return
            self._closed = True
            timer = self._timer
        if timer is not None:
            timer.cancel()
            timer.join()
        self.checkpoint()
        self._engine.dispose()

    def vacuum(self) -> bool:
        """Writes the file anew without free pages and empties the log; whether both could be done.

        The log stays as it is while another connection reads: then it is to be done again.
        """
        with self._writing, _said_plainly(self.path), self._engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.execute("VACUUM")
            if not self.ground.local or self.path is None:
                return True
            return bool(raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)


@contextmanager
def _patient(connection: Connection, patience_ms: int | None) -> Iterator[None]:
    """Makes a connection wait so long for another program, and as long as any after that."""
    if patience_ms is None:
        yield
        return
    raw: Any = connection.connection.dbapi_connection
    raw.execute(f"PRAGMA busy_timeout = {patience_ms}")
    try:
        yield
    finally:
        raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def _export(raw: Any) -> None:
    """Copies everything into the attached `target`, in one transaction."""
    schema = raw.execute("PRAGMA user_version").fetchone()[0]
    raw.execute("PRAGMA target.synchronous = FULL")
    raw.execute("BEGIN")
    try:
        raw.execute("SELECT sqlcipher_export('target')").fetchall()
        raw.execute(f"PRAGMA target.user_version = {int(schema)}")
        raw.execute(f"PRAGMA target.application_id = {APPLICATION_ID}")
        raw.execute("COMMIT")
    except driver.Error:
        raw.execute("ROLLBACK")
        raise


def _require_free(path: Path) -> None:
    if path.exists():
        message = f"{path} exists already; give a name that is free"
        raise StudyFileError(message)


def _copy(from_engine: Engine, to_engine: Engine) -> None:
    with from_engine.connect() as here, to_engine.connect() as there:
        origin: Any = here.connection.dbapi_connection
        origin.backup(there.connection.dbapi_connection)


@contextmanager
def _said_plainly(path: Path | None) -> Iterator[None]:
    """SQLite's own complaints, as errors that tell the user what to do."""
    try:
        yield
    except (DatabaseError, driver.DatabaseError) as error:
        raise _plainly(path, error.orig if isinstance(error, DatabaseError) else error) from error


def _plainly(path: Path | None, error: BaseException | None) -> StudyFileError | Conflict:
    words = str(error)
    if isinstance(error, driver.IntegrityError):
        return Conflict(f"the change would leave something in the study without what it belongs to ({words})")
    if not isinstance(error, driver.OperationalError):
        return NotAStudy(f"{path} is damaged or not a Trellis study: {words}; `trellis restore` brings a backup back")
    if "locked" in words or "busy" in words:
        return Busy(f"{path} is being written by another program; wait for it to finish and try again")
    if "full" in words or "disk I/O" in words:
        return StudyFileError(
            f"{path} could not be written ({words}): there may be no room left on the disk; nothing of this change "
            "was kept and everything before it is there, so make room and repeat it"
        )
    return StudyFileError(f"{path} could not be read or written: {words}")


def _pragmas(raw: Any, ground: Ground) -> None:
    raw.execute("PRAGMA secure_delete = ON")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA fullfsync = ON")
    raw.execute("PRAGMA checkpoint_fullfsync = ON")
    raw.execute("PRAGMA cache_size = -65536")
    raw.execute(f"PRAGMA busy_timeout = {OPENING_MS}")
    raw.execute(f"PRAGMA journal_mode = {'WAL' if ground.local else 'TRUNCATE'}")
    raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def _engine(
    path: Path, ground: Ground, *, create: bool = False, readonly: bool = False, key: CipherKey | None = None
) -> Engine:
    where = address_to_read(path) if readonly else address(path, "rwc" if create else "rw")

    def connect() -> Any:
        raw = driver.connect(where, uri=True, isolation_level=None, check_same_thread=False)
        try:
            unlock(raw, key)
            raw.execute("PRAGMA temp_store = MEMORY")
            if not readonly:
                _pragmas(raw, ground)
        except driver.Error:
            raw.close()
            raise
        return raw

    return _begun(
        create_engine("sqlite://", module=driver, creator=connect, poolclass=QueuePool, pool_size=4, max_overflow=28)
    )


def _begun(engine: Engine) -> Engine:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def memory(key: CipherKey | None = None) -> Database:
    """An empty database in this process's memory. key: that of the encrypted study which is to be copied into it."""

    def connect() -> Any:
        raw = driver.connect(":memory:", isolation_level=None, check_same_thread=False)
        unlock(raw, key)
        raw.execute("PRAGMA temp_store = MEMORY")
        raw.execute("PRAGMA foreign_keys = ON")
        return raw

    engine = _begun(create_engine("sqlite://", module=driver, creator=connect, poolclass=StaticPool))
    return Database(None, engine, Ground(local=True, why=""), writable=True, key=key)


def create(path: Path, passphrase: str | None = None) -> Database:
    """A new file for a study, encrypted if a passphrase is given; or one whose making was cut short, taken up again.

    Raises StudyFileError if the name is taken or the folder is missing, Invalid for too short a passphrase.
    """
    require_sqlite()
    if not path.parent.is_dir():
        message = f"the folder {path.parent} does not exist; make it first"
        raise StudyFileError(message)
    ground = ground_of(path)
    key = None
    if path.exists():
        key = _key_of_begun(path, passphrase)
    if key is None and passphrase is not None:
        key = new_key(passphrase)
    return Database(path, _engine(path, ground, create=True, key=key), ground, writable=True, key=key)


def _key_of_begun(path: Path, passphrase: str | None) -> CipherKey | None:
    """The key of a file that was begun and holds no study yet. Raises StudyFileError for any other file."""
    taken = f"{path} exists already; choose another name, or open it"
    if not path.is_file():
        raise StudyFileError(taken)
    try:
        key = key_of(path, passphrase)
        # Not removed and made anew: somebody else may be about to finish it, and locks keep the two apart.
        if path.stat().st_size > 0 and ((key is None) != (passphrase is None) or not _is_begun(path, key)):
            raise StudyFileError(taken)
    except (StudyFileError, driver.Error) as error:
        raise StudyFileError(taken) from error
    return key


def _is_begun(path: Path, key: CipherKey | None) -> bool:
    raw = driver.connect(address(path, "ro"), uri=True)
    try:
        unlock(raw, key)
        tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master").fetchall()}
        if not tables:
            return True
        application = raw.execute("PRAGMA application_id").fetchone()[0]
        changes = raw.execute("SELECT count(*) FROM change").fetchone()[0] if application == APPLICATION_ID else None
        return bool(changes == 0)
    finally:
        raw.close()


def open_file(path: Path, *, readonly: bool = False, passphrase: str | None = None) -> Database:
    """An existing study file. Raises NotFound, Locked, WrongPassphrase, NotAStudy or NewerFormat.

    passphrase: needed for an encrypted file, not looked at for another one.
    """
    require_sqlite()
    if not path.is_file():
        message = f"there is no study at {path}; `trellis new` makes one, `trellis demo` makes an example"
        raise NotFound(message)
    ground = ground_of(path)
    key = key_of(path, passphrase)
    require_log_of_its_own(path, key)
    engine = _engine(path, ground, readonly=readonly, key=key)
    database = Database(path, engine, ground, writable=not readonly, key=key)
    with database.read() as connection:
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        schema = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        empty = connection.exec_driver_sql("SELECT count(*) = 0 FROM sqlite_master").scalar_one()
    if application != APPLICATION_ID:
        database.close()
        message = f"{path} is a database, but not a Trellis study"
        if empty:
            message = f"{path} was begun and never finished, there is nothing in it; `trellis new` makes it anew"
        raise NotAStudy(message)
    if schema > SCHEMA:
        database.close()
        message = (
            f"{path} was written by a newer Trellis (format {schema}, this one reads up to {SCHEMA}); update Trellis"
        )
        raise NewerFormat(message)
    return database
