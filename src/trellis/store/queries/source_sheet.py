"""What lies on one text, column by column."""

from __future__ import annotations

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store.queries.plain import Row, rows_of


def parts(connection: Connection, version: Key) -> list[Row]:
    """(n, kind, start, words, end, label, level, number, from_ms, to_ms) of the parts of a version, by start."""
    return rows_of(
        connection,
        'SELECT n, kind, start, words, "end", label, level, number, from_ms, to_ms FROM part '
        "WHERE version = ? ORDER BY start, n",
        [version],
    )


_CODING = 'SELECT k, rev, start, "end", theme, coder, note, origins, at FROM coding'


def codings(connection: Connection, version: Key, round_k: Key) -> list[Row]:
    """(k, rev, start, end, theme, coder, note, origins as JSON, at) of a round's codings on a version, by place."""
    return rows_of(
        connection,
        f'{_CODING} WHERE version = ? AND round = ? ORDER BY start, "end", theme, k',
        [version, round_k],
    )


def codings_elsewhere(connection: Connection, source: Key, version: Key, round_k: Key) -> list[Row]:
    """The round's codings on other versions of the source than this one; columns as in `codings`."""
    return rows_of(
        connection,
        f"{_CODING} WHERE version IN (SELECT k FROM version WHERE source = ? AND k <> ?) AND round = ?",
        [source, version, round_k],
    )


def voices(connection: Connection, source: Key) -> list[Row]:
    """(label, role, case, name of the case or "") of the labels in a source."""
    return rows_of(
        connection,
        "SELECT s.label, s.role, s.\"case\", coalesce(c.name, '') FROM speaker s "
        'LEFT JOIN kase c ON c.k = s."case" WHERE s.source = ? ORDER BY s.label',
        [source],
    )


def cases(connection: Connection, source: Key) -> list[Row]:
    """(case, name) of each case that is linked to a source, in the order of the cases."""
    return rows_of(
        connection,
        'SELECT c.k, c.name FROM kase c WHERE c.k IN (SELECT "case" FROM extent WHERE source = ?) ORDER BY c.pos, c.k',
        [source],
    )


def memos(connection: Connection, source: Key, version: Key) -> list[Row]:
    """(key, what kind of thing it is about, its key) of the memos on a source, on a version and on its codings."""
    return rows_of(
        connection,
        "SELECT k, about_kind, about FROM memo WHERE version = ? UNION "
        "SELECT k, about_kind, about FROM memo WHERE about_kind = 'source' AND about = ? UNION "
        "SELECT m.k, m.about_kind, m.about FROM coding d CROSS JOIN memo m "
        "ON m.about = d.k AND m.about_kind = 'coding' WHERE d.version = ? ORDER BY 1",
        [version, source, version],
    )
