"""What is known of codings and cells theme by theme, without reading them one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from trellis.core.framework_todo import Birth, Indexed
from trellis.core.keys import Key


def codings_by_theme(connection: Connection, round_: Key) -> dict[Key, int]:
    """How many codings of a round stand directly under each theme."""
    rows = connection.exec_driver_sql(
        "SELECT theme, count(*) FROM coding WHERE round = ? GROUP BY theme ORDER BY theme", (round_,)
    ).fetchall()
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class UnderTheme:
    """What stands directly under a theme: how many codings, in how many sources."""

    codings: int
    sources: int


def counts_by_theme(connection: Connection, round_: Key) -> dict[Key, UnderTheme]:
    """The codings of a round by theme, with the number of sources that they are in."""
    rows = connection.exec_driver_sql(
        "SELECT theme, sum(n), count(*) FROM (SELECT theme, source, count(*) AS n FROM coding WHERE round = ? "
        "GROUP BY theme, source) GROUP BY theme",
        (round_,),
    ).fetchall()
    return {row[0]: UnderTheme(row[1], row[2]) for row in rows}


def open_by_theme(connection: Connection) -> dict[Key, int]:
    """How many codings under each theme wait on the to-do list."""
    rows = connection.exec_driver_sql(
        "SELECT c.theme, count(DISTINCT d.coding) FROM theme_todo d JOIN coding c ON c.k = d.coding "
        "WHERE d.state = 'open' GROUP BY c.theme"
    ).fetchall()
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class OpenTodo:
    """A coding on the to-do list. operation: what put it there; seq: the number of that change."""

    coding: Key
    theme: Key
    source: Key
    name: str
    version: Key
    start: int
    end: int
    coder: str
    operation: Key


def open_todos(connection: Connection) -> list[OpenTodo]:
    """The codings to look at again, by source and place in it; one line for each operation that asks for it.

    Those of the index and of rounds that are open: a closed round is the record of a reading, and is left as it is.
    """
    rows = connection.exec_driver_sql(
        'SELECT d.coding, c.theme, c.source, s.name, c.version, c.start, c."end", p.name, d.operation '
        "FROM theme_todo d JOIN coding c ON c.k = d.coding JOIN source s ON s.k = c.source "
        "JOIN person p ON p.k = c.coder JOIN round r ON r.k = c.round "
        "WHERE d.state = 'open' AND (r.adopted OR NOT r.closed) "
        'ORDER BY s.name, c.source, c.start, c."end", c.k, d.k'
    ).fetchall()
    return [OpenTodo(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class StaleCell:
    """A cell whose theme was redefined, split or merged after somebody last said that it is right.

    operation: the newest operation that makes it stale. combined: whether a merge gave it statements of
    several themes, or other words for its theme.
    """

    chart: Key
    row: Key
    wave: Key
    theme: Key
    name: str
    wave_name: str | None
    operation: Key
    combined: bool


_EVENTS = (
    "WITH event (theme, seq, operation, kind, into_itself) AS ("
    "SELECT o.theme, h.seq, o.k, o.kind, o.\"into\" = '[' || o.theme || ']' FROM theme_operation o "
    "JOIN change h ON h.k = o.rev JOIN theme t ON t.k = o.theme "
    "WHERE o.kind IN ('split', 'merge') OR (o.kind = 'redefine' AND t.defined = o.rev) "
    'UNION ALL SELECT j.value, h.seq, o.k, o.kind, 0 FROM theme_operation o, json_each(o."into") j '
    "JOIN change h ON h.k = o.rev WHERE o.kind = 'merge' AND j.value <> o.theme), "
    'stale AS (SELECT c.chart, c."row", c.wave, c.theme, e.operation, e.seq, e.kind, e.into_itself, c.state, '
    'row_number() OVER (PARTITION BY c.chart, c.theme, c."row", c.wave ORDER BY e.seq DESC, e.operation DESC) AS nth, '
    "max(e.kind <> 'merge' OR e.into_itself OR c.state = 'returned') "
    'OVER (PARTITION BY c.chart, c.theme, c."row", c.wave) AS other '
    "FROM cell c JOIN event e ON e.theme = c.theme LEFT JOIN change f ON f.k = c.confirmed "
    "WHERE e.seq > coalesce(f.seq, 0)) "
)


def stale_cells(connection: Connection) -> list[StaleCell]:
    """The cells that an operation on their theme made stale, by case, wave and theme."""
    rows = connection.exec_driver_sql(
        f'{_EVENTS} SELECT s.chart, s."row", s.wave, s.theme, k.name, w.name, s.operation, s.other OR ('
        "SELECT count(DISTINCT coalesce(t.origin_theme, t.theme)) FROM statement t WHERE t.chart = s.chart "
        'AND t.theme = s.theme AND t."row" = s."row" AND t.wave = s.wave) > 1 '
        'FROM stale s JOIN kase k ON k.k = s."row" LEFT JOIN wave w ON w.k = s.wave WHERE s.nth = 1 '
        'ORDER BY k.pos, s."row", w.pos, s.wave, s.theme'
    ).fetchall()
    return [replace(StaleCell(*row), combined=bool(row[-1])) for row in rows]


def indexed(connection: Connection, round_: Key) -> list[Indexed]:
    """When each source was last indexed in a round, by the framework version it was indexed under."""
    rows = connection.exec_driver_sql(
        "SELECT source, framework_version, max(at) FROM coding WHERE round = ? GROUP BY 1, 2 ORDER BY 1, 2", (round_,)
    ).fetchall()
    return [Indexed(*row) for row in rows]


def indexed_under(connection: Connection, round_: Key) -> frozenset[tuple[Key, Key]]:
    """(source, theme) wherever a source has a coding of the round directly under the theme."""
    rows = connection.exec_driver_sql("SELECT DISTINCT source, theme FROM coding WHERE round = ?", (round_,)).fetchall()
    return frozenset((row[0], row[1]) for row in rows)


def births(connection: Connection) -> list[Birth]:
    """The active themes that were added when the study had a framework, in the order in which they were."""
    rows = connection.exec_driver_sql(
        "SELECT o.theme, o.at, h.seq FROM theme_operation o JOIN change h ON h.k = o.rev JOIN theme t ON t.k = o.theme "
        "WHERE o.kind = 'add' AND o.was = '[]' AND t.state = 'active' ORDER BY h.seq, o.k"
    ).fetchall()
    return [Birth(*row) for row in rows]


def last_readings(connection: Connection) -> dict[Key, int]:
    """For each source that somebody has read, the number of the change that recorded the last reading."""
    rows = connection.exec_driver_sql(
        "SELECT r.source, max(h.seq) FROM reading r JOIN change h ON h.k = r.rev GROUP BY r.source"
    ).fetchall()
    return {row[0]: row[1] for row in rows}
