"""Row images: what a change wrote, as chunks of bytes and back.

A chunk is about one table and one subject, by columns:
{"t": table, "c": columns, "b": columns of values before | null, "a": columns of values after | null}.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from trellis.core.change import commitment
from trellis.core.errors import StudyFileError
from trellis.store.mapping import CODECS, Row
from trellis.store.tables import SCHEMA
from trellis.store.upgrades import of_second_schema, of_third_schema

PLAIN, ZLIB = 0, 1
AWAY = 2
"""The codec of a chunk whose payload lies in the file of pseudonyms, to be brought back (`store.putting_away`)."""
COMPRESS_ABOVE_BYTES = 512
SALT_BYTES = 16
# Rows of one chunk beyond which a new one is begun, so that no payload has to be held whole for long.
ROWS_PER_CHUNK = 20_000


class Image(NamedTuple):
    """One row before and after a change; None where it was absent."""

    table: str
    before: Row | None
    after: Row | None

    @property
    def key(self) -> Row:
        """What the row is about."""
        row = self.after if self.after is not None else self.before
        if row is None:
            message = f"an image of a row of {self.table} without before and after"
            raise StudyFileError(message)
        return CODECS[self.table].key(row)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk as stored. payload and salt are None once erased."""

    number: int
    subject: int
    table: str
    schema: int
    codec: int
    salt: bytes | None
    payload: bytes | None
    commitment: bytes


Upgrade = Callable[[str, dict[str, object]], dict[str, object]]


UPGRADES: dict[int, Upgrade] = {1: of_second_schema, 2: of_third_schema}
"""For each schema number, the function that turns a row image of that schema into one of the next."""


def to_chunks(images: list[Image]) -> list[Chunk]:
    """The images grouped by table, subject and shape, each group as committed chunks. Order is stable."""
    groups: dict[tuple[str, int, bool, bool], list[Image]] = {}
    for image in images:
        codec = CODECS[image.table]
        row = image.after if image.after is not None else image.before
        subject = 0 if row is None else codec.subject(row)
        shape = (image.table, subject, image.before is not None, image.after is not None)
        groups.setdefault(shape, []).append(image)
    chunks: list[Chunk] = []
    for (table, subject, _, _), rows in groups.items():
        for at in range(0, len(rows), ROWS_PER_CHUNK):
            chunks.append(_chunk(len(chunks), table, subject, rows[at : at + ROWS_PER_CHUNK]))
    return chunks


def _by_columns(rows: list[Row | None]) -> list[tuple[object, ...]] | None:
    filled = [row for row in rows if row is not None]
    return list(zip(*filled, strict=True)) if filled else None


def _chunk(number: int, table: str, subject: int, images: list[Image]) -> Chunk:
    content = {
        "t": table,
        "c": CODECS[table].columns,
        "b": _by_columns([image.before for image in images]),
        "a": _by_columns([image.after for image in images]),
    }
    payload = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    salt = os.urandom(SALT_BYTES)
    bound = commitment(salt, payload)
    if len(payload) > COMPRESS_ABOVE_BYTES:
        return Chunk(number, subject, table, SCHEMA, ZLIB, salt, zlib.compress(payload, 1), bound)
    return Chunk(number, subject, table, SCHEMA, PLAIN, salt, payload, bound)


def payload_of(chunk: Chunk) -> bytes | None:
    """The bytes that the commitment covers, or None where they were erased."""
    if chunk.payload is None:
        return None
    return zlib.decompress(chunk.payload) if chunk.codec == ZLIB else chunk.payload


def from_chunk(chunk: Chunk) -> Iterator[Image]:
    """The images in a chunk, brought to today's columns. Nothing if the payload was erased."""
    payload = payload_of(chunk)
    if payload is None:
        return
    content = json.loads(payload)
    before = _rows(content["t"], content["c"], content["b"], chunk.schema)
    after = _rows(content["t"], content["c"], content["a"], chunk.schema)
    count = max(len(before), len(after))
    for at in range(count):
        yield Image(content["t"], before[at] if before else None, after[at] if after else None)


def _rows(table: str, columns: list[str], values: list[list[object]] | None, schema: int) -> list[Row]:
    if values is None:
        return []
    if schema == SCHEMA and tuple(columns) == CODECS[table].columns:
        return list(zip(*values, strict=True))
    return [_upgraded(table, dict(zip(columns, row, strict=True)), schema) for row in zip(*values, strict=True)]


def _upgraded(table: str, row: dict[str, object], schema: int) -> Row:
    for number in range(schema, SCHEMA):
        row = UPGRADES[number](table, row)
    return tuple(row[name] for name in CODECS[table].columns)


def folded(images: Iterator[Image]) -> dict[tuple[str, Row], Image]:
    """The net effect of images in order: per row, what it was first and what it was last."""
    net: dict[tuple[str, Row], Image] = {}
    for image in images:
        place = (image.table, image.key)
        earlier = net.get(place)
        net[place] = image if earlier is None else Image(image.table, earlier.before, image.after)
    return net
