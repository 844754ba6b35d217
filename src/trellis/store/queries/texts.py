"""Texts, parts and who speaks in them, by the columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store.queries.plain import each_of


@dataclass(frozen=True, slots=True)
class Text:
    """A source and the version of it that is read now."""

    source: Key
    name: str
    kind: str
    wave: Key | None
    version: Key


def texts(connection: Connection) -> list[Text]:
    """Every source with its current version, by name: the order in which results are given."""
    rows = connection.exec_driver_sql("SELECT k, name, kind, wave, current FROM source ORDER BY name, k").fetchall()
    return [Text(*row) for row in rows]


def bodies(connection: Connection, versions: Iterable[Key]) -> dict[Key, str]:
    """The canonical text of each version."""
    rows = connection.exec_driver_sql(
        "SELECT v.k, c.body FROM version v JOIN content c ON c.sha = v.sha "
        "WHERE v.k IN (SELECT value FROM json_each(?)) AND c.body IS NOT NULL",
        (json.dumps(list(versions)),),
    ).fetchall()
    return {row[0]: row[1] for row in rows}


class PartRow(NamedTuple):
    """A part with who speaks in it: role and case of the speaker, None where not known."""

    source: Key
    version: Key
    n: int
    kind: str
    start: int
    words: int
    end: int
    label: str | None
    from_ms: int | None
    role: str | None
    case: Key | None


_PART_COLUMNS = (
    'SELECT v.source, p.version, p.n, p.kind, p.start, p.words, p."end", p.label, p.from_ms, s.role, s."case" '
)
_PART_JOINS = "JOIN version v ON v.k = p.version LEFT JOIN speaker s ON s.source = v.source AND s.label = p.label "


def parts(connection: Connection, versions: Iterable[Key]) -> list[PartRow]:
    """The parts of the versions (pages aside) with who speaks in them, by version and start."""
    rows = connection.exec_driver_sql(
        f"{_PART_COLUMNS} FROM part p {_PART_JOINS} "
        "WHERE p.version IN (SELECT value FROM json_each(?)) AND p.kind <> 'page' ORDER BY p.version, p.start",
        (json.dumps(list(versions)),),
    ).fetchall()
    return [PartRow(*row) for row in rows]


def spoken(connection: Connection, versions: Iterable[Key]) -> Iterator[tuple[int, ...]]:
    """(version, where the words begin, end, case of the speaker or 0, 1 for an interviewer) of parts with words."""
    return each_of(
        connection,
        'SELECT p.version, p.words, p."end", coalesce(s."case", 0), coalesce(s.role = \'interviewer\', 0) '
        f"FROM part p {_PART_JOINS} WHERE p.version IN (SELECT value FROM json_each(?)) "
        "AND p.kind <> 'page' AND p.\"end\" > p.words",
        [json.dumps(list(versions))],
    )


def parts_at(connection: Connection, segments: Iterable[tuple[Key, int, int]]) -> list[PartRow]:
    """The parts (pages aside) from the one in which each segment (version, start, end) begins to its end.

    By version and start, each part once. For a few segments; `parts` is faster for many.
    """
    rows = connection.exec_driver_sql(
        f"{_PART_COLUMNS} FROM (SELECT DISTINCT p.id AS id FROM json_each(?) g JOIN part p "
        "ON p.version = g.value ->> 0 AND p.start < g.value ->> 2 AND p.start >= coalesce((SELECT q.start FROM part q "
        "WHERE q.version = g.value ->> 0 AND q.start <= g.value ->> 1 AND q.kind <> 'page' "
        f"ORDER BY q.start DESC LIMIT 1), 0)) t JOIN part p ON p.id = t.id {_PART_JOINS} "
        "WHERE p.kind <> 'page' ORDER BY p.version, p.start",
        (json.dumps(list(dict.fromkeys(segments))),),
    ).fetchall()
    return [PartRow(*row) for row in rows]


class RowOfPart(NamedTuple):
    """A part with everything that is kept of it, and who speaks in it."""

    n: int
    kind: str
    start: int
    words: int
    end: int
    label: str | None
    level: int | None
    number: str | None
    from_ms: int | None
    to_ms: int | None
    role: str | None
    case: Key | None


def whole_parts(connection: Connection, version: Key) -> list[RowOfPart]:
    """Every part of one version, pages included, by start."""
    rows = connection.exec_driver_sql(
        'SELECT p.n, p.kind, p.start, p.words, p."end", p.label, p.level, p.number, p.from_ms, p.to_ms, s.role, '
        f's."case" FROM part p {_PART_JOINS} WHERE p.version = ? ORDER BY p.start, p.n',
        (version,),
    ).fetchall()
    return [RowOfPart(*row) for row in rows]


def pages(connection: Connection, versions: Iterable[Key]) -> list[tuple[Key, int, int, str | None]]:
    """The pages of the versions: version, start, end, printed number; by version and start."""
    rows = connection.exec_driver_sql(
        "SELECT version, start, \"end\", number FROM part WHERE kind = 'page' "
        "AND version IN (SELECT value FROM json_each(?)) ORDER BY version, start",
        (json.dumps(list(versions)),),
    ).fetchall()
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def speaks_links(connection: Connection) -> list[tuple[Key, Key, Key | None, int | None, int | None]]:
    """Every "speaks" link: source, case, and version, start, end where it is to a stretch."""
    rows = connection.exec_driver_sql(
        'SELECT source, "case", version, start, "end" FROM extent WHERE how = \'speaks\' ORDER BY k'
    ).fetchall()
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]


def speaking_cases(connection: Connection) -> list[tuple[Key, Key]]:
    """Every source with each case for which a label stands in it."""
    rows = connection.exec_driver_sql(
        'SELECT DISTINCT source, "case" FROM speaker WHERE "case" IS NOT NULL ORDER BY source, "case"'
    ).fetchall()
    return [(row[0], row[1]) for row in rows]


def sources_of_cases(connection: Connection, cases: Iterable[Key]) -> set[Key]:
    """The sources in which any of the cases may speak, by link or by label."""
    wanted = json.dumps(sorted(cases))
    rows = connection.exec_driver_sql(
        "SELECT source FROM extent WHERE how = 'speaks' AND \"case\" IN (SELECT value FROM json_each(?)) "
        'UNION SELECT source FROM speaker WHERE "case" IN (SELECT value FROM json_each(?))',
        (wanted, wanted),
    ).fetchall()
    return {row[0] for row in rows}


def values(connection: Connection, attribute: Key) -> list[tuple[Key, Key, str]]:
    """Every value of an attribute: owner, wave (0 for none), value."""
    rows = connection.exec_driver_sql(
        "SELECT owner, wave, value FROM attribute_value WHERE attribute = ? ORDER BY owner, wave", (attribute,)
    ).fetchall()
    return [(row[0], row[1], row[2]) for row in rows]
