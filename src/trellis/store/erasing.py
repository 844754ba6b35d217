"""Destroying on purpose: history payloads, texts, originals, suggestions; what stays is that they were destroyed.

The commitments of erased chunks stay, so that the chain of the history still verifies. A tombstone for each thing
that went tells a merge not to bring it back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store import derived, history, recordings, requests
from trellis.store.images import Chunk, payload_of

Holds = Callable[[str, str], bool]
"""Asked with a table and one text of an image: whether it holds what must go."""


def holds_nothing(_table: str, _text: str) -> bool:
    """For an erasure that looks at subjects only."""
    return False


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is to be destroyed.

    subjects: keys whose history chunks go. about: (table, subject) of further chunks that go.
    holds: finds chunks of other subjects that go as well.
    contents: SHA-256 of texts and originals; those that something else still names stay.
    originals: SHA-256 of files whose bytes go while their digest stays.
    graves: (table, key) of what is gone or was emptied. sources: whose suggestions go.
    changes: whose chunks are looked at, those of every change for None.
    """

    subjects: frozenset[Key] = frozenset()
    about: frozenset[tuple[str, Key]] = frozenset()
    holds: Holds = holds_nothing
    contents: frozenset[str] = frozenset()
    originals: frozenset[str] = frozenset()
    graves: tuple[tuple[str, Key], ...] = ()
    sources: frozenset[Key] = frozenset()
    changes: frozenset[Key] | None = None


def erase(connection: Connection, change: Key, erasure: Erasure) -> None:
    """Destroys it, inside the transaction of the change that says so."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    for k, chunk in doomed(connection, erasure):
        connection.exec_driver_sql(
            "UPDATE change_chunk SET payload = NULL, salt = NULL WHERE change = ? AND chunk = ?", (k, chunk.number)
        )
    for sha in sorted(erasure.contents):
        connection.exec_driver_sql(
            "DELETE FROM content WHERE sha = ?1 AND NOT EXISTS (SELECT 1 FROM version WHERE ?1 IN (sha, original)) "
            "AND NOT EXISTS (SELECT 1 FROM source WHERE original = ?1)",
            (sha,),
        )
    recordings.forget_places(connection, sorted(erasure.contents))
    for sha in sorted(erasure.originals):
        connection.exec_driver_sql("UPDATE content SET data = NULL WHERE sha = ?", (sha,))
    for source in sorted(erasure.sources):
        connection.exec_driver_sql("DELETE FROM suggestion WHERE source = ?", (source,))
    requests.forget(connection)
    for table, k in erasure.graves:
        connection.exec_driver_sql("DELETE FROM guid WHERE k = ?", (k,))
        connection.exec_driver_sql(
            "INSERT INTO tombstone (kind, k, change) VALUES (?, ?, ?) ON CONFLICT (kind, k) DO NOTHING",
            (table, k, change),
        )
    if erasure.subjects:
        derived.rebuild_search(connection)


def doomed(connection: Connection, erasure: Erasure) -> Iterator[tuple[Key, Chunk]]:
    """The chunks that would go, each with the key of its change, oldest first."""
    for (k,) in connection.exec_driver_sql("SELECT k FROM change ORDER BY seq IS NULL DESC, seq").fetchall():
        if erasure.changes is not None and k not in erasure.changes:
            continue
        for chunk in history.chunks_of(connection, k):
            if chunk.payload is not None and _is_doomed(chunk, erasure):
                yield k, chunk


def _is_doomed(chunk: Chunk, erasure: Erasure) -> bool:
    if chunk.subject in erasure.subjects or (chunk.table, chunk.subject) in erasure.about:
        return True
    if erasure.holds is holds_nothing:
        return False
    return any(erasure.holds(chunk.table, text) for text in texts_in(chunk))


def texts_in(chunk: Chunk) -> Iterator[str]:
    """Every text in the images of a chunk, nothing once they are gone."""
    payload = payload_of(chunk)
    if payload is not None:
        content = json.loads(payload)
        yield from _texts([content["b"], content["a"]])


def _texts(value: Any) -> Iterator[str]:
    """Every text in an image, also those inside columns that hold lists or, as conflicts do, fields of a row."""
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        inside = _inside(value)
        yield from (value,) if inside is None else _texts(inside)


def _inside(value: str) -> list[Any] | dict[str, Any] | None:
    """What a text says as JSON, if it is a list or an object."""
    if not value.startswith(("[", "{")):
        return None
    try:
        found = json.loads(value)
    except ValueError:
        return None
    return found if isinstance(found, list | dict) else None


def buried(connection: Connection) -> set[tuple[str, Key]]:
    """(table, key) of everything that was destroyed on purpose: no merge may bring it back."""
    return {(row[0], row[1]) for row in connection.exec_driver_sql("SELECT kind, k FROM tombstone").fetchall()}


def erased_tables(connection: Connection) -> dict[Key, set[str]]:
    """For each change, the tables of which it has an erased chunk."""
    found: dict[Key, set[str]] = {}
    for change, table in connection.exec_driver_sql("SELECT change, tbl FROM change_chunk WHERE payload IS NULL"):
        found.setdefault(change, set()).add(table)
    return found
