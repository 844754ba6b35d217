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


def rounds(connection: Connection, adopted: Key) -> list[tuple[Key, int, int]]:
    """For each round with codings: its key, how many coders it had and how many sources.

    Where one person went again over what others had indexed in the adopted round, these count as coders too, and
    sources are those that both had.
    """
    rows = connection.exec_driver_sql(
        "SELECT round, count(DISTINCT coder), count(DISTINCT source) FROM coding GROUP BY round ORDER BY round"
    ).fetchall()
    found = []
    for round_, coders, sources in rows:
        both = _with_adopted(connection, round_, adopted) if coders == 1 and round_ != adopted else None
        found.append((round_, *(both or (coders, sources))))
    return found


def _with_adopted(connection: Connection, round_: Key, adopted: Key) -> tuple[int, int] | None:
    """Coders and sources of a round of one coder together with the adopted one, None where they share no source."""
    row = connection.exec_driver_sql(
        "SELECT count(DISTINCT mine.coder) + count(DISTINCT theirs.coder), count(DISTINCT theirs.source) "
        "FROM (SELECT DISTINCT coder, source FROM coding WHERE round = ?) mine "
        "JOIN (SELECT DISTINCT coder, source FROM coding WHERE round = ?) theirs "
        "ON theirs.source = mine.source AND theirs.coder <> mine.coder",
        (round_, adopted),
    ).one()
    return (row[0], row[1]) if row[1] else None


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
