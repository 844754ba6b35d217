"""How much of everything a study has, for its report: counted, without reading rows one by one."""

from __future__ import annotations

from sqlalchemy import Connection

from trellis.core.keys import Key


def codings_by_coder(connection: Connection, round_: Key) -> dict[Key, int]:
    """How many codings each person made in a round."""
    rows = connection.exec_driver_sql(
        "SELECT coder, count(*) FROM coding WHERE round = ? GROUP BY coder ORDER BY coder", (round_,)
    ).fetchall()
    return {row[0]: row[1] for row in rows}


def rounds(connection: Connection) -> list[tuple[Key, int, int]]:
    """For each round with codings: its key, how many coders it had and how many sources."""
    rows = connection.exec_driver_sql(
        "SELECT round, count(DISTINCT coder), count(DISTINCT source) FROM coding GROUP BY round ORDER BY round"
    ).fetchall()
    return [(row[0], row[1], row[2]) for row in rows]


def cells(connection: Connection, chart: Key) -> list[tuple[str, str | None, int]]:
    """How many cells of a chart there are by state and by the reason for a blank (None for a filled one)."""
    rows = connection.exec_driver_sql(
        "SELECT state, blank, count(*) FROM cell WHERE chart = ? GROUP BY 1, 2 ORDER BY 1, 2", (chart,)
    ).fetchall()
    return [(row[0], row[1], row[2]) for row in rows]


def statements(connection: Connection, chart: Key) -> int:
    """How many statements the cells of a chart hold."""
    row = connection.exec_driver_sql("SELECT count(*) FROM statement WHERE chart = ?", (chart,)).fetchone()
    return 0 if row is None else int(row[0])


def timed_sources(connection: Connection) -> int:
    """How many interviews and focus groups have a recording, a length, or times in their transcript."""
    row = connection.exec_driver_sql(
        "SELECT count(*) FROM source s WHERE s.kind IN ('interview', 'focus group') AND (s.recording IS NOT NULL "
        "OR s.duration_s IS NOT NULL "
        "OR EXISTS (SELECT 1 FROM part p WHERE p.version = s.current AND p.from_ms IS NOT NULL))"
    ).fetchone()
    return 0 if row is None else int(row[0])
