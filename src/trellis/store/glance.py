"""What a library's list tells of a study without opening it for work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from trellis.core.errors import NotAStudy
from trellis.store import database as databases
from trellis.store.address import is_writable

PAGE_BYTES = 4096
"""Size of a page of an encrypted study: its file is a whole number of them."""
_OTHERS = (b"PK", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"ID3", b"{\\rtf", b"\xd0\xcf\x11\xe0")
"""How files begin that are plainly something else."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A study's title and how much is in it. changed_at: of the newest change, ms since 1970, UTC."""

    title: str
    changed_at: int
    changes: int
    sources: int
    cases: int
    themes: int
    codings: int


def glance(path: Path, passphrase: str | None = None) -> Glance:
    """A look into a study file, of which nothing is changed. Raises NotFound, Locked, NotAStudy, NewerFormat."""
    # A connection that may only read would leave its side files behind, and the library's folder full of them.
    database = databases.open_file(path, readonly=not is_writable(path), passphrase=passphrase)
    try:
        with database.read() as connection:
            return glance_at(connection)
    finally:
        database.close()


def guid_of(path: Path, passphrase: str | None = None) -> str:
    """Which study a file holds. Raises as `glance` does."""
    database = databases.open_file(path, readonly=not is_writable(path), passphrase=passphrase)
    try:
        with database.read() as connection:
            found = connection.exec_driver_sql("SELECT guid FROM study LIMIT 1").scalar()
    finally:
        database.close()
    if found is None:
        message = "this study was begun and never finished, there is nothing in it"
        raise NotAStudy(message)
    return str(found)


def may_be_study(head: bytes, size: int) -> bool:
    """Whether a file may be a study, by its first bytes and its size: a database, or one that is encrypted."""
    if head.startswith(b"SQLite format 3\x00"):
        return True
    return size >= PAGE_BYTES and size % PAGE_BYTES == 0 and not head.startswith(_OTHERS)


def glance_at(connection: Connection) -> Glance:
    """The same of a study that is open. Raises NotAStudy for one that was begun and never finished."""
    title = connection.exec_driver_sql("SELECT title FROM study LIMIT 1").scalar()
    if title is None:
        message = "this study was begun and never finished, there is nothing in it; `trellis new` makes it anew"
        raise NotAStudy(message)
    newest = connection.exec_driver_sql(
        "SELECT at, seq FROM change WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    changed_at, changes = (0, 0) if newest is None else (newest[0], newest[1])
    counts = [
        int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())
        for table in ("source", "kase", "theme", "coding")
    ]
    return Glance(str(title), changed_at, changes, *counts)
