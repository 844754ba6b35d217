"""How far a study is, counted: readings, codings and cells, without reading them one by one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from trellis.core.keys import Key


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """A source with what was done with it. length: code points. readers: keys of people who have read it, by key.

    codings, themes: of the round asked for: how many codings, under how many themes.
    """

    k: Key
    name: str
    kind: str
    wave: str | None
    length: int
    readers: tuple[Key, ...]
    codings: int
    themes: int


def sources(connection: Connection, round_: Key) -> list[SourceCounts]:
    """Every source by name, with its readings and its codings in a round."""
    read: dict[Key, list[Key]] = {}
    for source, person in connection.exec_driver_sql("SELECT DISTINCT source, person FROM reading ORDER BY 1, 2"):
        read.setdefault(source, []).append(person)
    rows = connection.exec_driver_sql(
        "WITH coded AS (SELECT source, count(*) AS codings, count(DISTINCT theme) AS themes FROM coding "
        "WHERE round = ? GROUP BY source) "
        "SELECT s.k, s.name, s.kind, w.name, v.length, coalesce(c.codings, 0), coalesce(c.themes, 0) "
        "FROM source s JOIN version v ON v.k = s.current LEFT JOIN wave w ON w.k = s.wave "
        "LEFT JOIN coded c ON c.source = s.k ORDER BY s.name",
        (round_,),
    ).fetchall()
    return [
        SourceCounts(k, name, kind, wave, length, tuple(read.get(k, ())), codings, themes)
        for k, name, kind, wave, length, codings, themes in rows
    ]


def cells_by_theme(connection: Connection, chart: Key) -> dict[tuple[Key, str, bool], int]:
    """How many cells of a chart there are, by (theme, state, whether it is a blank with a reason)."""
    rows = connection.exec_driver_sql(
        "SELECT theme, state, blank IS NOT NULL, count(*) FROM cell WHERE chart = ? GROUP BY 1, 2, 3", (chart,)
    ).fetchall()
    return {(row[0], row[1], bool(row[2])): row[3] for row in rows}


def cases_with_sources(connection: Connection) -> frozenset[Key]:
    """The cases of whom a source holds words."""
    return frozenset(connection.exec_driver_sql('SELECT DISTINCT "case" FROM extent').scalars())


def cells_of_others(connection: Connection, chart: Key) -> dict[Key, int]:
    """How many cells of a chart, by theme, are of cases that have no source."""
    rows = connection.exec_driver_sql(
        'SELECT theme, count(*) FROM cell WHERE chart = ? AND "row" NOT IN (SELECT "case" FROM extent) GROUP BY 1',
        (chart,),
    ).fetchall()
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits: open assignments, those of one person, cells returned to that person, conflicts, references."""

    assignments: int
    mine: int
    returned: int
    conflicts: int
    references: int


def waiting(connection: Connection, person: Key) -> Waiting:
    """What waits, in a study, for the person who works and for all."""
    row = connection.exec_driver_sql(
        "SELECT (SELECT count(*) FROM assignment WHERE state = 'open'), "
        "(SELECT count(*) FROM assignment WHERE state = 'open' AND person = ?), "
        "(SELECT count(*) FROM cell WHERE state = 'returned' AND \"by\" = ?), "
        "(SELECT count(*) FROM conflict WHERE state = 'open'), "
        "(SELECT count(*) FROM statement WHERE pending <> '[]')",
        (person, person),
    ).one()
    return Waiting(*row)
