"""Moving a study file to another place in the same file system, as one file without side files."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from trellis.core.errors import StudyFileError
from trellis.store.address import address, log_of


def move_study(path: Path, target: Path) -> None:
    """Moves the file, its log emptied into it first. The target must be free.

    Raises StudyFileError if another program has it open, or if it cannot be moved.
    """
    if target.exists():
        message = f"{target} exists already; move it away first"
        raise StudyFileError(message)
    _close_log(path)
    try:
        path.rename(target)
        # What could not be emptied (an encrypted study that nobody opened) goes along.
        if log_of(path).exists():
            log_of(path).rename(log_of(target))
    except OSError as error:
        message = f"{path.name} could not be moved: {error.strerror}"
        raise StudyFileError(message) from error
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def _close_log(path: Path) -> None:
    """Takes the log into the file and away. SQLite refuses where anybody else has the file open."""
    raw = driver.connect(address(path, "rw"), uri=True, isolation_level=None)
    try:
        raw.execute("PRAGMA busy_timeout = 0")
        raw.execute("PRAGMA journal_mode = DELETE").fetchone()
    except driver.OperationalError as error:
        message = f"{path.name} is open in another program; close it there and try again"
        raise StudyFileError(message) from error
    except driver.DatabaseError:
        return  # encrypted, or no study: moved as it is
    finally:
        raw.close()
