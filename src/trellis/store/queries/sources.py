"""What is known of the sources of a study without reading their texts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from trellis.core.keys import Key


@dataclass(frozen=True, slots=True)
class Known:
    """A source that is in the study already: its name, and the hashes of its bytes and of its text."""

    k: Key
    name: str
    original: str | None
    text: str


def known(connection: Connection) -> list[Known]:
    """Every source with what duplicates are recognised by."""
    rows = connection.exec_driver_sql(
        "SELECT s.k, s.name, s.original, v.sha FROM source s JOIN version v ON v.k = s.current ORDER BY s.k"
    ).fetchall()
    return [Known(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Listed:
    """A source as lists show it. length: code points. turns, timed: parts of kind turn, and those with a time."""

    k: Key
    name: str
    kind: str
    wave: str | None
    length: int
    turns: int
    timed: int
    labels: int
    codings: int
    held_on: str | None
    original_name: str | None


def listed(connection: Connection) -> list[Listed]:
    """Every source by name, with counts of its turns and codings."""
    rows = connection.exec_driver_sql(
        "WITH turn AS (SELECT version, count(*) AS turns, count(from_ms) AS timed, count(DISTINCT label) AS labels "
        "FROM part WHERE kind = 'turn' GROUP BY version), "
        "coded AS (SELECT version, count(*) AS codings FROM coding GROUP BY version) "
        "SELECT s.k, s.name, s.kind, w.name, v.length, coalesce(t.turns, 0), coalesce(t.timed, 0), "
        "coalesce(t.labels, 0), coalesce(c.codings, 0), s.held_on, s.original_name "
        "FROM source s JOIN version v ON v.k = s.current LEFT JOIN wave w ON w.k = s.wave "
        "LEFT JOIN turn t ON t.version = v.k LEFT JOIN coded c ON c.version = v.k ORDER BY s.name"
    ).fetchall()
    return [Listed(*row) for row in rows]


def original(connection: Connection, sha: str) -> bytes | None:
    """The bytes of an imported file, None once destroyed."""
    data = connection.exec_driver_sql("SELECT data FROM content WHERE sha = ?", (sha,)).scalar()
    return None if data is None else bytes(data)
