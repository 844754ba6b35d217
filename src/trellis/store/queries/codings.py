"""Codings by the columns: under a theme, in sources, in a round."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store.queries.plain import each_of


class CodingRow(NamedTuple):
    """A coding as retrieval reads it."""

    k: Key
    source: Key
    version: Key
    start: int
    end: int
    theme: Key
    coder: Key
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which codings: of a round, and (where not None) under these themes, by these coders, of these sources."""

    round: Key
    themes: tuple[Key, ...] | None = None
    coders: tuple[Key, ...] | None = None
    sources: tuple[Key, ...] | None = None


def subtree(connection: Connection, theme: Key) -> tuple[Key, ...]:
    """The theme and everything below it."""
    rows = connection.exec_driver_sql("SELECT theme FROM theme_path WHERE ancestor = ? ORDER BY theme", (theme,))
    return tuple(row[0] for row in rows.fetchall())


def paths(connection: Connection) -> list[tuple[Key, Key]]:
    """Every (ancestor, theme) pair, each theme with itself included."""
    rows = connection.exec_driver_sql("SELECT ancestor, theme FROM theme_path ORDER BY ancestor, theme").fetchall()
    return [(row[0], row[1]) for row in rows]


def _where(wanted: Wanted) -> tuple[str, list[object]]:
    terms, values = ["round = ?"], [wanted.round]
    for column, keys in (("theme", wanted.themes), ("coder", wanted.coders), ("source", wanted.sources)):
        if keys is not None:
            terms.append(f"{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(keys))  # type: ignore[arg-type]
    return " AND ".join(terms), list(values)


def codings(connection: Connection, wanted: Wanted) -> list[CodingRow]:
    """The codings by source, start, end, theme and key."""
    terms, values = _where(wanted)
    rows = connection.exec_driver_sql(
        f'SELECT k, source, version, start, "end", theme, coder, note FROM coding WHERE {terms} '
        'ORDER BY source, start, "end", theme, k',
        tuple(values),
    ).fetchall()
    return [CodingRow(*row) for row in rows]


def places_coded(connection: Connection, wanted: Wanted) -> Iterator[tuple[int, ...]]:
    """(theme, source, version, start, end) of each coding, in no order: what counts are made of."""
    terms, values = _where(wanted)
    return each_of(connection, f'SELECT theme, source, version, start, "end" FROM coding WHERE {terms}', values)


def coders_of(connection: Connection, round_: Key) -> frozenset[Key]:
    """Who has codings in a round."""
    rows = connection.exec_driver_sql("SELECT DISTINCT coder FROM coding WHERE round = ?", (round_,)).fetchall()
    return frozenset(row[0] for row in rows)


def marks_of(connection: Connection, rounds: Iterable[Key]) -> Iterator[tuple[int, ...]]:
    """(framework version or 0, round, theme, coder, version, start, end) of codings on texts that are read now."""
    statement = (
        'SELECT coalesce(c.framework_version, 0), c.round, c.theme, c.coder, c.version, c.start, c."end" FROM coding c '
        "JOIN source s ON s.current = c.version WHERE c.round IN (SELECT value FROM json_each(?))"
    )
    return each_of(connection, statement, [json.dumps(list(rounds))])


def number_of(connection: Connection, wanted: Wanted) -> int:
    """How many codings there are."""
    terms, values = _where(wanted)
    found = connection.exec_driver_sql(f"SELECT count(*) FROM coding WHERE {terms}", tuple(values)).scalar_one()
    return int(found)


def stretches(connection: Connection, wanted: Wanted) -> list[tuple[Key, int, int]]:
    """The segments of the codings: version, start, end; each once."""
    terms, values = _where(wanted)
    rows = connection.exec_driver_sql(
        f'SELECT DISTINCT version, start, "end" FROM coding WHERE {terms}', tuple(values)
    ).fetchall()
    return [(row[0], row[1], row[2]) for row in rows]


class PlaceRow(NamedTuple):
    """What makes two codings one: text, segment, theme, coder, round."""

    version: Key
    start: int
    end: int
    theme: Key
    coder: Key
    round: Key


def places(connection: Connection, versions: Iterable[Key]) -> list[PlaceRow]:
    """What stands where in the versions, in any round."""
    rows = connection.exec_driver_sql(
        'SELECT version, start, "end", theme, coder, round FROM coding '
        "WHERE version IN (SELECT value FROM json_each(?))",
        (json.dumps(list(versions)),),
    ).fetchall()
    return [PlaceRow(*row) for row in rows]


def twice_coded(connection: Connection) -> list[Key]:
    """Codings that stand on the same segment as another, under the same theme, by the same coder, in one round."""
    same = 'version, start, "end", theme, coder, round'
    rows = connection.exec_driver_sql(
        f"SELECT k FROM coding WHERE ({same}) IN (SELECT {same} FROM coding GROUP BY {same} HAVING count(*) > 1) "
        "ORDER BY k"
    )
    return [row[0] for row in rows.fetchall()]
