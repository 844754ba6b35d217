"""The matrix column by column for screens: one theme a query, in the order of its index, without sorting."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection

from trellis.core.chart_columns import FIRST_LETTERS
from trellis.core.keys import Key
from trellis.store.queries.plain import Row, rows_of

_EVIDENCE = "CROSS JOIN evidence e ON e.for_kind = 'statement' AND e.for_k = s.k"


@dataclass(frozen=True, slots=True)
class OneTheme:
    """A column of a chart, of all cases or of these."""

    chart: Key
    theme: Key
    cases: tuple[Key, ...] | None = None


def _of(column: OneTheme, alias: str) -> tuple[str, list[object]]:
    where = f"WHERE {alias}.chart = ? AND {alias}.theme = ?"
    if column.cases is None:
        return where, [column.chart, column.theme]
    only = f'{where} AND {alias}."row" IN (SELECT value FROM json_each(?))'
    return only, [column.chart, column.theme, json.dumps(column.cases)]


def cells(connection: Connection, column: OneTheme) -> list[Row]:
    """(case, wave, theme, rev, state, blank, number of the change that confirmed it) of filled cells, by case, wave."""
    where, values = _of(column, "c")
    return rows_of(
        connection,
        'SELECT c."row", c.wave, c.theme, c.rev, c.state, c.blank, coalesce(h.seq, 0) FROM cell c '
        f'LEFT JOIN change h ON h.k = c.confirmed {where} ORDER BY c."row", c.wave',
        values,
    )


def beginnings(connection: Connection, column: OneTheme) -> list[Row]:
    """The columns of `cells`, the number of statements, and how the first one begins (None where there is none)."""
    where, values = _of(column, "c")
    here = 'FROM statement s WHERE s.chart = c.chart AND s.theme = c.theme AND s."row" = c."row" AND s.wave = c.wave'
    return rows_of(
        connection,
        'SELECT c."row", c.wave, c.theme, c.rev, c.state, c.blank, coalesce(h.seq, 0), '
        f"(SELECT count(*) {here}), "
        f"(SELECT substr(s.text, 1, {FIRST_LETTERS + 1}) {here} ORDER BY s.pos, s.k LIMIT 1) "
        f"FROM cell c LEFT JOIN change h ON h.k = c.confirmed {where}",
        values,
    )


def statements(connection: Connection, column: OneTheme) -> list[Row]:
    """(case, wave, k, rev, pos, layer, text, origin theme, pending as JSON), by case and wave and in their order."""
    where, values = _of(column, "s")
    return rows_of(
        connection,
        'SELECT s."row", s.wave, s.k, s.rev, s.pos, s.layer, s.text, s.origin_theme, s.pending '
        f'FROM statement s {where} ORDER BY s."row", s.wave, s.pos, s.k',
        values,
    )


def evidence(connection: Connection, column: OneTheme) -> list[Row]:
    """What the column's statements rest on, in the order it was linked; columns as in `queries.chart.evidence`."""
    where, values = _of(column, "s")
    return rows_of(
        connection,
        'SELECT e.for_k, e.k, e.source, e.version, e.start, e."end", e.coding, e.chart, e."row", e.wave, e.theme, '
        f"e.star, e.seen, d.rev FROM statement s {_EVIDENCE} LEFT JOIN coding d ON d.k = e.coding {where} "
        'ORDER BY s."row", s.wave, s.pos, s.k, e.k',
        values,
    )


def doubtful_evidence(connection: Connection, chart: Key) -> list[Row]:
    """Evidence in a chart, but for what rests on a coding and a text that are as they were when it was linked.

    Columns as in `queries.chart.evidence`, then case, wave and theme of its statement's cell.
    """
    return rows_of(
        connection,
        'SELECT e.for_k, e.k, e.source, e.version, e.start, e."end", e.coding, e.chart, e."row", e.wave, e.theme, '
        'e.star, e.seen, d.rev, s."row", s.wave, s.theme FROM evidence e LEFT JOIN coding d ON d.k = e.coding '
        "LEFT JOIN source o ON o.k = e.source JOIN statement s ON s.k = e.for_k AND s.chart = ? "
        "WHERE e.for_kind = 'statement' AND (e.chart IS NOT NULL "
        "OR (e.source IS NOT NULL AND NOT (d.rev IS e.seen AND e.version IS o.current)))",
        [chart],
    )


def indexed(connection: Connection, round_k: Key) -> list[Row]:
    """(case, wave or 0, theme, number of different codings) of the round in what the cases' sources say."""
    return rows_of(
        connection,
        'SELECT x."case", coalesce(o.wave, 0), c.theme, count(DISTINCT c.k) FROM coding c '
        "JOIN source o ON o.k = c.source JOIN extent x ON x.source = c.source "
        'AND (x.start IS NULL OR (x.start < c."end" AND c.start < x."end")) WHERE c.round = ? GROUP BY 1, 2, 3',
        [round_k],
    )


def parents(connection: Connection) -> dict[Key, Key | None]:
    """The parent of each theme, whatever its state."""
    return dict(rows_of(connection, "SELECT k, parent FROM theme", []))
