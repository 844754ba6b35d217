"""How SQLite is told where a file lies: for writing, or for reading where nothing may be written."""

from __future__ import annotations

import os
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from trellis.core.errors import StudyFileError
from trellis.store.places import ground_of


def address(path: Path, mode: str) -> str:
    """A file's URI for SQLite. mode: "rw", "rwc", "ro", or "image": the file itself without any log beside it."""
    if mode == "image":
        return f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return f"{path.absolute().as_uri()}?mode={mode}"


def log_of(path: Path) -> Path:
    """Where the write-ahead log of a file lies while it has one."""
    return path.with_name(f"{path.name}-wal")


def is_writable(path: Path) -> bool:
    """Whether this user may write the file and make side files in its folder."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def address_to_read(path: Path) -> str:
    """A file's URI for reading, also from a folder in which SQLite cannot make the side files that it wants.

    Raises StudyFileError where part of the study lies in a log that cannot be taken in.
    """
    plain = address(path, "ro")
    if is_writable(path):
        return plain
    if log_of(path).exists():
        return _with_log(path, plain)
    # On a local disk SQLite would want a log, or leave an empty one behind that later stands in the way.
    if ground_of(path).local or not _opens(plain):
        return address(path, "image")
    return plain


def _with_log(path: Path, plain: str) -> str:
    if log_of(path).stat().st_size == 0:
        return plain if _opens(plain) else address(path, "image")
    if _opens(plain):
        return plain
    message = (
        f"the newest changes of {path} lie in {log_of(path).name} beside it, and they cannot be taken in where nothing "
        "may be written; copy both files into a folder of your own and open the study there"
    )
    raise StudyFileError(message)


def _opens(where: str) -> bool:
    raw = driver.connect(where, uri=True)
    try:
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.OperationalError:
        return False
    except driver.DatabaseError:
        return True  # encrypted, or no database: for the caller to find out
    finally:
        raw.close()
    return True
