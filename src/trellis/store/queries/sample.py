"""How long the sources of a study are, in time and in words."""

from __future__ import annotations

from dataclasses import dataclass

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
    roles = _parts_with_roles(connection)
    rows = connection.exec_driver_sql(
        "SELECT s.name, s.kind, v.k, c.body FROM source s JOIN version v ON v.k = s.current "
        "LEFT JOIN content c ON c.sha = v.sha ORDER BY s.name"
    )
    found: list[Words] = []
    for name, kind, version, body in rows:
        counted: dict[str | None, int] = {}
        for role, start, end in roles.get(version, ()):
            # Cut here and not by SQL, which counts from the beginning of the text for every part.
            counted[role] = counted.get(role, 0) + len((body or "")[start:end].split())
        found.append(
            Words(name, kind, sum(counted.values()), counted.get("participant", 0), counted.get("interviewer", 0))
        )
    return found


def _parts_with_roles(connection: Connection) -> dict[int, list[tuple[str | None, int, int]]]:
    """Who speaks in the parts of the versions that are read now, pages apart, and where their words are."""
    rows = connection.exec_driver_sql(
        "SELECT a.version, k.role, a.words, a.end FROM source s JOIN part a ON a.version = s.current "
        "LEFT JOIN speaker k ON k.source = s.k AND k.label = a.label WHERE a.kind <> 'page'"
    ).fetchall()
    found: dict[int, list[tuple[str | None, int, int]]] = {}
    for version, role, start, end in rows:
        found.setdefault(version, []).append((role, start, end))
    return found
