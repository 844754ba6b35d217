"""Whether a study file is the one that was seen here last, further on, put back, or another line of work.

Asked when a file is opened. What a copy or a synchronising service may do to a file in use cannot be prevented; but
writing on top of it can be, and nothing that was answered is then lost without a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as driver

from trellis.core.errors import StudyFileError
from trellis.store import history
from trellis.store.address import address, log_of
from trellis.store.cipher import CipherKey, unlock
from trellis.store.installation import Seen

_NEWEST = "SELECT hash FROM change WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a user should know of a file that is opened. apart: it may be read, and must not be written."""

    notice: str = ""
    apart: bool = False


def standing(path: Path, connection: Connection, seen: Seen | None) -> Standing:
    """How the file's history stands to what was last seen at its place here."""
    here = history.head(connection)
    # The usual case first: the whole history is looked through only where somebody else has been at work.
    if seen is None or seen.head == here.hash.hex() or knows(connection, seen.head):
        return Standing()
    if here.seq < seen.seq:
        return Standing(
            f"{path} is an earlier state than the one that was here last: {here.seq} changes where there were "
            f"{seen.seq}; it was put back from a backup, or copied without the file {log_of(path).name} beside it"
        )
    return Standing(
        f"{path} is not what was here last: its {here.seq} changes do not contain change {seen.seq} that was made "
        "here, so another copy has taken its place. It can be read and is not written to. Give the copy another name "
        "and open that, and bring your own version back (`trellis restore BACKUP STUDY`, or from the synchronising "
        "service)",
        apart=True,
    )


def knows(connection: Connection, head: str) -> bool:
    """Whether a change of this hash (hexadecimal) is in the file's history."""
    found = connection.exec_driver_sql("SELECT 1 FROM change WHERE hash = ?", (bytes.fromhex(head),)).fetchone()
    return found is not None


def require_log_of_its_own(path: Path, key: CipherKey | None) -> None:
    """Nothing, if the write-ahead log beside the file grew out of it; raises StudyFileError for an older one.

    SQLite itself does not notice: it would show the log's old pages over the newer file and then write them into it.
    """
    log = log_of(path)
    if not log.exists() or log.stat().st_size == 0:
        return
    newest = _newest(path, "image", key)
    # What cannot be read for another reason is for the opening itself to say.
    if newest is None or _has(path, key, newest):
        return
    message = (
        f"{path} and the file {log.name} beside it do not belong together: the study was replaced by another copy "
        f"while it was open, or after a crash. Nothing was opened or changed. Keep a copy of both files; then move "
        f"{log.name} and the -shm file away to open the newer study, or bring a backup back (`trellis restore`)"
    )
    raise StudyFileError(message)


def _newest(path: Path, mode: str, key: CipherKey | None) -> bytes | None:
    """The head of a file's history, None if it cannot be read."""
    raw = driver.connect(address(path, mode), uri=True)
    try:
        unlock(raw, key)
        row = raw.execute(_NEWEST).fetchone()
    except driver.Error:
        return None
    finally:
        raw.close()
    return None if row is None else row[0]


def _has(path: Path, key: CipherKey | None, newest: bytes) -> bool:
    """Whether the file with its log has that change. A reader, so that closing it moves nothing into the file."""
    raw = driver.connect(address(path, "ro"), uri=True)
    try:
        unlock(raw, key)
        found = raw.execute("SELECT 1 FROM change NOT INDEXED WHERE hash = ?", (newest,)).fetchone()
    except driver.OperationalError:
        return True
    except driver.DatabaseError:
        return False  # pages of two files mixed
    finally:
        raw.close()
    return found is not None
