"""How long the sources of a study are, in time and in words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Duration:
    """The length of one interview in seconds, 0 where it is not known."""

    source: str
    seconds: float
    known_from: str
    held_on: str | None


def durations(connection: Connection) -> list[Duration]:
    """Every interview and focus group by name: as recorded, else up to the last time in its transcript."""
    rows = connection.exec_driver_sql(
        "WITH last AS (SELECT version, max(max(coalesce(to_ms, 0), coalesce(from_ms, 0))) AS ms FROM part "
        "GROUP BY version) SELECT s.name, coalesce(s.duration_s, l.ms / 1000.0, 0), "
        "CASE WHEN s.duration_s IS NULL THEN 'transcript' ELSE 'recorded' END, s.held_on "
        "FROM source s LEFT JOIN last l ON l.version = s.current "
        "WHERE s.kind IN ('interview', 'focus group') ORDER BY s.name"
    ).fetchall()
    return [Duration(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Words:
    """How many words one source has, by white space, without labels and time stamps."""

    source: str
    kind: str
    words: int
    participants: int
    interviewers: int


def words(connection: Connection) -> list[Words]:
    """Every source by name."""
    rows = connection.exec_driver_sql(
        "SELECT s.name, s.kind, p.role, t.body FROM source s LEFT JOIN (SELECT a.id, a.version, k.role, a.start "
        "FROM part a JOIN version v ON v.k = a.version LEFT JOIN speaker k ON k.source = v.source AND "
        "k.label = a.label WHERE a.kind <> 'page') p ON p.version = s.current "
        "LEFT JOIN part_text t ON t.id = p.id ORDER BY s.name, p.start"
    )
    found: list[Words] = []
    for (name, kind), parts in groupby(rows, key=lambda row: (row[0], row[1])):
        counted: dict[str | None, int] = {}
        for _, _, role, body in parts:
            counted[role] = counted.get(role, 0) + len((body or "").split())
        found.append(
            Words(name, kind, sum(counted.values()), counted.get("participant", 0), counted.get("interviewer", 0))
        )
    return found
