"""What is known of codings and cells theme by theme, without reading them one by one."""

from __future__ import annotations

from sqlalchemy import Connection

from trellis.core.keys import Key


def codings_by_theme(connection: Connection, round_: Key) -> dict[Key, int]:
    """How many codings of a round stand directly under each theme."""
    rows = connection.exec_driver_sql(
        "SELECT theme, count(*) FROM coding WHERE round = ? GROUP BY theme ORDER BY theme", (round_,)
    ).fetchall()
    return {row[0]: row[1] for row in rows}
