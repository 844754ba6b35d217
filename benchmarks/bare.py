"""The plainest program that keeps the same things: the same SQLite, no history, no keys of its own, no checks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

TABLES = (
    "CREATE TABLE content (sha TEXT PRIMARY KEY, body TEXT)",
    "CREATE TABLE original (sha TEXT PRIMARY KEY, data BLOB)",
    "CREATE TABLE source (k INTEGER PRIMARY KEY, name TEXT, wave INTEGER, sha TEXT, original TEXT)",
    (
        'CREATE TABLE part (id INTEGER PRIMARY KEY, source INTEGER, n INTEGER, start INTEGER, "end" INTEGER, '
        "words INTEGER, label TEXT, UNIQUE (source, n))"
    ),
    "CREATE INDEX part_start ON part (source, start)",
    (
        'CREATE VIEW part_text AS SELECT p.id AS id, substr(c.body, p.words + 1, p."end" - p.words) AS body '
        "FROM part p JOIN source s ON s.k = p.source JOIN content c ON c.sha = s.sha"
    ),
    (
        "CREATE VIRTUAL TABLE fts USING fts5(body, content='part_text', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 2')"
    ),
    "INSERT INTO fts(fts, rank) VALUES('secure-delete', 1)",
    (
        'CREATE TABLE coding (k INTEGER PRIMARY KEY, source INTEGER, version INTEGER, start INTEGER, "end" INTEGER, '
        "theme INTEGER, coder INTEGER, round INTEGER, framework_version INTEGER, note TEXT, origins TEXT, at INTEGER)"
    ),
    "CREATE INDEX coding_version ON coding (version, start)",
    "CREATE INDEX coding_theme ON coding (theme, source, start)",
)

Part = tuple[int, int, int, int, int, str]
"""Source, number, start, end, start of the words, label."""


def connect(path: Path) -> driver.Connection:
    """A connection with the settings that decide about safety on disk: write-ahead log, a sync at each commit."""
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def reading(path: Path) -> driver.Connection:
    """A connection to a study file for reading it with SQL, its column names known."""
    connection = driver.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def create(path: Path) -> driver.Connection:
    """A new file with the bare tables."""
    connection = connect(path)
    for statement in TABLES:
        connection.execute(statement)
    return connection


def import_all(connection: driver.Connection, waves: list[list[Path]]) -> None:
    """Reads, hashes and stores the transcripts with their turns and search entries, one commit a file."""
    number = 0
    for wave, paths in enumerate(waves):
        for path in paths:
            number += 1
            connection.execute("BEGIN IMMEDIATE")
            _import(connection, number, wave, path)
            connection.execute("COMMIT")


def _import(connection: driver.Connection, number: int, wave: int, path: Path) -> None:
    raw = path.read_bytes()
    body = raw.decode("utf-8")
    sha, original = hashlib.sha256(body.encode()).hexdigest(), hashlib.sha256(raw).hexdigest()
    connection.execute("INSERT INTO original VALUES (?, ?)", (original, raw))
    connection.execute("INSERT INTO content VALUES (?, ?)", (sha, body))
    connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?)", (number, path.stem, wave, sha, original))
    parts = list(turns(number, body))
    first = (connection.execute("SELECT max(id) FROM part").fetchone()[0] or 0) + 1
    connection.executemany('INSERT INTO part (source, n, start, "end", words, label) VALUES (?, ?, ?, ?, ?, ?)', parts)
    connection.executemany(
        "INSERT INTO fts(rowid, body) VALUES (?, ?)",
        [(first + at, body[part[4] : part[3]]) for at, part in enumerate(parts)],
    )


def turns(source: int, body: str) -> Iterator[Part]:
    """The turns of a transcript, by its blank lines and the first colon of each."""
    start = 0
    for n, block in enumerate(body.rstrip("\n").split("\n\n"), 1):
        end = start + len(block)
        colon = block.index(": ")
        yield source, n, start, end, start + colon + 2, block[:colon]
        start = end + 2


def insert_codings(connection: driver.Connection, rows: Sequence[tuple[object, ...]]) -> None:
    """Stores codings in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO coding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.execute("COMMIT")


def delete_codings(connection: driver.Connection) -> None:
    """Removes every coding."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM coding WHERE k >= 0")
    connection.execute("COMMIT")


def delete_wave(connection: driver.Connection, wave: int) -> None:
    """Removes the sources of a wave with their parts, search entries and texts."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM part WHERE source IN (SELECT k FROM source WHERE wave = ?)", (wave,))
    connection.execute("DELETE FROM source WHERE wave = ?", (wave,))
    # Made anew: with words wiped as they go, taking so many parts out one by one takes minutes.
    connection.execute("INSERT INTO fts(fts) VALUES('rebuild')")
    connection.execute("COMMIT")


def into_memory(connection: driver.Connection) -> None:
    """Copies the whole file into memory."""
    copy = driver.connect(":memory:")
    connection.backup(copy)
    copy.close()
