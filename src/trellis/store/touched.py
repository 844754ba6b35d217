"""What a change was about, from its images: places and names, never the words that were written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store.images import Chunk, from_chunk
from trellis.store.sides import fields_of

MOST_BYTES = 4_096
"""A chunk that is longer as stored holds many rows; of it, only the source or case that it is about is told."""
TOLD = frozenset(
    {
        "statement", "cell", "evidence", "coding", "looked_over", "theme", "kase", "source", "rule", "assignment",
        "attribute_value", "memo", "reading", "wave", "attribute", "wave_change", "provision", "experience",
        "topic_theme",
    }
)  # fmt: skip
"""The tables whose rows say what a change was about."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that a change wrote, as it was afterwards, or before where it went."""

    table: str
    fields: Mapping[str, Any]


def rows_touched(connection: Connection, change: Key) -> list[Touched]:
    """The rows of the told tables that a change wrote, as far as they are few and were not erased."""
    statement = (
        "SELECT chunk, subject, tbl, schema, codec, salt, payload, commitment FROM change_chunk "
        "WHERE change = ? AND length(payload) <= ? ORDER BY chunk"
    )
    found = connection.exec_driver_sql(statement, (change, MOST_BYTES)).fetchall()
    return [touched for row in found if row[2] in TOLD for touched in _rows(Chunk(*row))]


def _rows(chunk: Chunk) -> Iterator[Touched]:
    for image in from_chunk(chunk):
        row = image.after if image.after is not None else image.before
        if row is not None:
            yield Touched(image.table, fields_of(image.table, row))


def subjects_of(connection: Connection, change: Key) -> list[Key]:
    """The sources and cases that a change was about, by key."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT subject FROM change_chunk WHERE change = ? AND subject > 0 ORDER BY chunk", (change,)
    ).fetchall()
    return [row[0] for row in rows]
