"""The search index: hits of an expression in the current texts, chunk of sources by chunk of sources."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from trellis.core.keys import Key

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


def marked(connection: Connection, expression: str, versions: Sequence[Key]) -> list[Marked]:
    """The parts of the versions that fit the expression, in the order of the versions, then of the text."""
    wanted = json.dumps(list(versions))
    rows = connection.exec_driver_sql(
        "WITH wanted AS MATERIALIZED (SELECT value AS version, key AS place FROM json_each(?)), "
        "bounds AS MATERIALIZED (SELECT min(p.id) AS low, max(p.id) AS high FROM part p "
        "WHERE p.version IN (SELECT version FROM wanted)) "
        "SELECT v.source, p.version, p.n, p.words, highlight(fts, 0, char(64976), char(64977)) "
        "FROM fts JOIN part p ON p.id = fts.rowid JOIN wanted w ON w.version = p.version "
        "JOIN version v ON v.k = p.version "
        "WHERE fts MATCH ? AND fts.rowid >= (SELECT low FROM bounds) AND fts.rowid <= (SELECT high FROM bounds) "
        "ORDER BY w.place, p.start",
        (wanted, expression),
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
