"""What is known of the cases of a study, for lists and counts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from trellis.core.keys import Key


@dataclass(frozen=True, slots=True)
class Listed:
    """A case as lists show it. speaks, about: how many sources. belongs: names of the cases it belongs to."""

    k: Key
    name: str
    kind: str
    status: str | None
    speaks: int
    about: int
    belongs: str | None


def listed(connection: Connection) -> list[Listed]:
    """Every case in its order."""
    rows = connection.exec_driver_sql(
        "WITH linked AS (SELECT \"case\" AS k, count(DISTINCT CASE WHEN how = 'speaks' THEN source END) AS speaks, "
        "count(DISTINCT CASE WHEN how = 'is about' THEN source END) AS about FROM extent GROUP BY \"case\"), "
        "parents AS (SELECT child, group_concat(name, '; ') AS names FROM (SELECT DISTINCT m.child, p.name "
        "FROM case_in m JOIN kase p ON p.k = m.parent ORDER BY m.child, p.pos) GROUP BY child) "
        "SELECT c.k, c.name, c.kind, s.status, coalesce(l.speaks, 0), coalesce(l.about, 0), p.names FROM kase c "
        "LEFT JOIN participant s ON s.k = c.participant LEFT JOIN linked l ON l.k = c.k "
        "LEFT JOIN parents p ON p.child = c.k ORDER BY c.pos, c.k"
    ).fetchall()
    return [Listed(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Label:
    """One speaker's label as it stands for one case in one role, over all sources."""

    label: str
    role: str
    case: str | None
    sources: int
    turns: int


def labels(connection: Connection) -> list[Label]:
    """Every label by name."""
    rows = connection.exec_driver_sql(
        "WITH said AS (SELECT s.k AS source, p.label, count(*) AS turns FROM source s JOIN part p "
        "ON p.version = s.current WHERE p.kind = 'turn' GROUP BY s.k, p.label) "
        "SELECT k.label, k.role, c.name, count(*), coalesce(sum(t.turns), 0) FROM speaker k "
        'LEFT JOIN kase c ON c.k = k."case" LEFT JOIN said t ON t.source = k.source AND t.label = k.label '
        "GROUP BY k.label, k.role, c.name ORDER BY k.label, k.role, c.name"
    ).fetchall()
    return [Label(*row) for row in rows]
