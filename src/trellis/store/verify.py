"""Checking every invariant of a study file, and saying what is wrong and where."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from trellis.core.change import Header, chain_hash, commitment, digest_of
from trellis.core.collecting import uncollected
from trellis.core.source import text_sha
from trellis.store import history, sql
from trellis.store.erasing import erased_tables
from trellis.store.images import from_chunk, payload_of
from trellis.store.mapping import CODECS, Row
from trellis.store.queries.plain import each_of
from trellis.store.specs import BEARERS, SPECS


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. slug is stable; where and message are for people."""

    slug: str
    where: str
    message: str


def verify(connection: Connection) -> list[Problem]:
    """Everything that is wrong with the study: file, keys, texts, positions, history, search. Empty if sound."""
    damaged = list(_file(connection))
    if damaged:
        return damaged  # rows out of a broken file may be anything, and say nothing
    found = [problem for check in (_links, _texts, _positions, _chain, _search) for problem in check(connection)]
    if any(problem.slug in {"change-altered", "chunk-altered"} for problem in found):
        return found  # what an altered history says of the rows proves nothing
    with uncollected():
        return [*found, *_images(connection)]


def _file(connection: Connection) -> Iterator[Problem]:
    try:
        lines = connection.exec_driver_sql("PRAGMA integrity_check").fetchall()
    except DatabaseError as error:
        yield Problem("file-damaged", "file", str(error.orig))
        return
    for (line,) in lines:
        if line != "ok":
            yield Problem("file-damaged", "file", line)


def _links(connection: Connection) -> Iterator[Problem]:
    for table, rowid, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        yield Problem("link-broken", f"{table} row {rowid}", f"names a {target} that is not there")
    astray = connection.exec_driver_sql(
        "SELECT s.name FROM source s LEFT JOIN version v ON v.k = s.current AND v.source = s.k WHERE v.k IS NULL"
    )
    for (name,) in astray:
        yield Problem("link-broken", f"source “{name}”", "its current text is not one of its versions")
    for table in sorted(BEARERS):
        orphans = connection.exec_driver_sql(
            f'SELECT e.k FROM evidence e LEFT JOIN "{table}" b ON b.k = e.for_k WHERE e.for_kind = ? AND b.k IS NULL',
            (table,),
        )
        for (k,) in orphans:
            yield Problem("link-broken", f"evidence {k}", f"is for a {table} that is not there")


def _texts(connection: Connection) -> Iterator[Problem]:
    rows = connection.exec_driver_sql(
        "SELECT v.k, v.sha, v.length, c.body FROM version v LEFT JOIN content c ON c.sha = v.sha"
    )
    for k, sha, length, body in rows:
        if body is None:
            yield Problem("text-missing", f"version {k}", f"the text with SHA-256 {sha[:12]}… is not there")
        elif text_sha(body) != sha:
            yield Problem("text-changed", f"version {k}", "the text is not the one that was stored")
        elif len(body) != length:
            yield Problem("text-length", f"version {k}", f"{len(body)} characters where {length} were stored")
    for sha, data in connection.exec_driver_sql("SELECT sha, data FROM content WHERE data IS NOT NULL"):
        if data is not None and hashlib.sha256(data).hexdigest() != sha:
            yield Problem("original-changed", f"original {sha[:12]}…", "the bytes are not the ones that were stored")


HANDOUT = "study.handout"
"""The action of a package's first change."""

_STRETCHES = ("coding", "evidence", "part", "memo", "extent", "redaction", "settled_coding")


def _positions(connection: Connection) -> Iterator[Problem]:
    for table in _STRETCHES:
        rows = connection.exec_driver_sql(
            f'SELECT s.rowid, s.start, s."end", v.length FROM "{table}" s JOIN version v ON v.k = s.version '
            'WHERE s.start IS NOT NULL AND (s.start < 0 OR s."end" > v.length OR s.start > s."end")'
        )
        for rowid, start, end, length in rows:
            where = f"{table} row {rowid}"
            yield Problem("position", where, f"{start}–{end} does not fit a text of {length} characters")
    overlapping = connection.exec_driver_sql(
        'SELECT version, n FROM (SELECT version, n, start, kind, lag("end") OVER (PARTITION BY version '
        "ORDER BY n) AS earlier FROM part WHERE kind <> 'page') WHERE start < earlier"
    )
    for version, n in overlapping:
        yield Problem("parts-overlap", f"version {version} part {n}", "begins before the part before it ends")


def _chain(connection: Connection) -> Iterator[Problem]:
    known = {history.NO_PARENT}
    rows = connection.exec_driver_sql(
        "SELECT k, seq, CAST(head AS BLOB), parent, parent2, digest, hash, "
        "k, at, person, action, batch, undoes, request FROM change ORDER BY seq"
    )
    for k, seq, head, parent, parent2, digest, hashed, *said in rows.fetchall():
        where = f"change {k if seq is None else seq}"
        # A package begins with a change that follows on one of the study it was made from.
        begins = said[3] == HANDOUT
        if (parent not in known and not begins) or (parent2 is not None and parent2 not in known):
            yield Problem("chain-broken", where, "does not follow on any change of this history")
        if chain_hash(parent, parent2, head, digest) != hashed or Header(*said).to_bytes() != head:
            yield Problem("change-altered", where, "its header or digest is not the one that was recorded")
        known.add(hashed)
        chunks = history.chunks_of(connection, k)
        if digest_of((chunk.number, chunk.table, chunk.commitment) for chunk in chunks) != digest:
            yield Problem("change-altered", where, "its chunks are not the ones that were recorded")
        for chunk in chunks:
            payload = payload_of(chunk)
            if payload is not None and commitment(chunk.salt or b"", payload) != chunk.commitment:
                yield Problem("chunk-altered", f"{where}, chunk {chunk.number}", "its rows were altered")


def _images(connection: Connection) -> Iterator[Problem]:
    """Compares every live row with the last image of it, as far as that was not destroyed on purpose."""
    last: dict[tuple[str, Row], tuple[int, Row | None]] = {}
    erased = erased_tables(connection)
    latest: dict[str, int] = {}
    for at, k in enumerate(history.keys_after(connection, 0)):
        latest.update(dict.fromkeys(erased.get(k, ()), at))
        for chunk in history.chunks_of(connection, k):
            for image in from_chunk(chunk):
                last[image.table, image.key] = at, image.after
    yield from _rows(connection, last, erased)
    for (table, key), (at, after) in last.items():
        if after is not None and at >= latest.get(table, 0):
            yield Problem("row-missing", f"{table} {key}", "was written and is not there, and no change removed it")


def _rows(
    connection: Connection, last: dict[tuple[str, Row], tuple[int, Row | None]], erased: dict[int, set[str]]
) -> Iterator[Problem]:
    """Takes every live row out of the last images, and says where the two differ."""
    for spec in SPECS:
        codec = CODECS[spec.name]
        for row in each_of(connection, sql.select(spec.name)):
            place = (spec.name, codec.key(row))
            written = last.pop(place, None)
            if spec.name in erased.get(row[codec.rev_at], ()):
                continue  # the image that the row's rev names is gone
            if written is None:
                yield Problem("row-unrecorded", f"{spec.name} {place[1]}", "no change of the history wrote it")
            elif written[1] != row:
                yield Problem("row-altered", f"{spec.name} {place[1]}", "is not what the last change to it wrote")


def _search(connection: Connection) -> Iterator[Problem]:
    try:
        connection.exec_driver_sql("INSERT INTO fts(fts, rank) VALUES('integrity-check', 1)")
    except DatabaseError as error:
        yield Problem("search-index", "search", f"does not fit the texts ({error.orig}); `trellis check --repair`")
    missing = connection.exec_driver_sql(
        "SELECT count(*) FROM theme t WHERE NOT EXISTS (SELECT 1 FROM theme_path p WHERE p.theme = t.k)"
    ).scalar_one()
    if missing:
        yield Problem("theme-paths", "themes", f"{missing} themes have no path; `trellis check --repair`")
