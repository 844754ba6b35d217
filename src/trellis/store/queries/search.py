"""The search index: hits of an expression in the current texts, chunk of sources by chunk of sources."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store.queries.plain import rows_of

OPENED, CLOSED = "\ufdd0", "\ufdd1"
"""What marks a hit in the words of a part: two code points that Unicode keeps out of every text."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A part in which something was found. words: offset of its body; body: its words, hits between marks."""

    source: Key
    version: Key
    n: int
    words: int
    body: str


def few(connection: Connection, expression: str, most: int) -> dict[Key, list[int]] | None:
    """Where all that fits the expression is, by version: row numbers of parts; None if there are more than `most`."""
    matching = "SELECT rowid FROM fts WHERE fts MATCH ? LIMIT ?"
    ids = [row[0] for row in rows_of(connection, matching, [expression, most + 1])]
    if len(ids) > most:
        return None
    parts = "SELECT id, version FROM part WHERE id IN (SELECT value FROM json_each(?))"
    found: dict[Key, list[int]] = {}
    for row, version in rows_of(connection, parts, [json.dumps(ids)]):
        found.setdefault(version, []).append(row)
    return found


def marked(
    connection: Connection, expression: str, versions: Sequence[Key], bounds: tuple[int, int] | None = None
) -> list[Marked]:
    """The parts of the versions that fit the expression, in the order of the versions, then of the text.

    bounds: lowest and highest row number of these parts, where they are known; looking them up reads every part.
    """
    wanted = json.dumps(list(versions))
    known = "(SELECT min(p.id) AS low, max(p.id) AS high FROM part p WHERE p.version IN (SELECT version FROM wanted)) "
    rows = connection.exec_driver_sql(
        "WITH wanted AS MATERIALIZED (SELECT value AS version, key AS place FROM json_each(?)), "
        f"bounds AS MATERIALIZED {known if bounds is None else '(SELECT ? AS low, ? AS high) '}"
        "SELECT v.source, p.version, p.n, p.words, highlight(fts, 0, char(64976), char(64977)) "
        "FROM fts JOIN part p ON p.id = fts.rowid JOIN wanted w ON w.version = p.version "
        "JOIN version v ON v.k = p.version "
        "WHERE fts MATCH ? AND fts.rowid >= (SELECT low FROM bounds) AND fts.rowid <= (SELECT high FROM bounds) "
        "ORDER BY w.place, p.start",
        (wanted, *(bounds or ()), expression),
    ).fetchall()
    return [Marked(*row) for row in rows]


def fitting(connection: Connection, expression: str, versions: Sequence[Key]) -> set[tuple[Key, int]]:
    """Which parts of the versions fit the expression: version and number."""
    rows = connection.exec_driver_sql(
        "SELECT p.version, p.n FROM fts JOIN part p ON p.id = fts.rowid "
        "WHERE fts MATCH ? AND p.version IN (SELECT value FROM json_each(?))",
        (expression, json.dumps(list(versions))),
    ).fetchall()
    return {(row[0], row[1]) for row in rows}


def hits_in(part: Marked) -> tuple[str, list[tuple[int, int]]]:
    """The part's words without marks, and where its hits begin and end in the source's text (code points)."""
    pieces = part.body.split(OPENED)
    clean = [pieces[0]]
    at = part.words + len(pieces[0])
    hits: list[tuple[int, int]] = []
    for piece in pieces[1:]:
        hit, _, rest = piece.partition(CLOSED)
        hits.append((at, at + len(hit)))
        at += len(hit) + len(rest)
        clean += (hit, rest)
    return "".join(clean), hits
