"""Everything in the matrix, set-wise: cells, statements, evidence and what it points at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store.queries.plain import Row, rows_of


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a chart to read: these themes; of these cases, or of all where None."""

    chart: Key
    themes: tuple[Key, ...]
    cases: tuple[Key, ...] | None = None


def _within(part: Part, table: str, alias: str) -> tuple[str, list[object]]:
    """The FROM that walks a table theme by theme, which is how it is indexed, and its values."""
    # CROSS JOIN keeps SQLite from turning the order round, which would read the whole chart for one theme.
    walk = f"json_each(?) t CROSS JOIN {table} {alias} ON {alias}.chart = ? AND {alias}.theme = t.value"
    values: list[object] = [json.dumps(part.themes), part.chart]
    if part.cases is not None:
        walk += f' AND {alias}."row" IN (SELECT value FROM json_each(?))'
        values.append(json.dumps(part.cases))
    return walk, values


def cells(connection: Connection, part: Part) -> list[Row]:
    """(case, wave, theme, rev, state, blank, number of the change that confirmed it) of each filled cell."""
    walk, values = _within(part, "cell", "c")
    return rows_of(
        connection,
        'SELECT c."row", c.wave, c.theme, c.rev, c.state, c.blank, coalesce(h.seq, 0) '
        f"FROM {walk} LEFT JOIN change h ON h.k = c.confirmed",
        values,
    )


def statements(connection: Connection, part: Part) -> list[Row]:
    """(case, wave, theme, k, rev, layer, text, origin theme) of each statement, in the order of its cell."""
    walk, values = _within(part, "statement", "s")
    return rows_of(
        connection,
        'SELECT s."row", s.wave, s.theme, s.k, s.rev, s.layer, s.text, s.origin_theme '
        f'FROM {walk} ORDER BY s.chart, s.theme, s."row", s.wave, s.pos, s.k',
        values,
    )


def evidence(connection: Connection, part: Part) -> list[Row]:
    """What each statement rests on, in the order it was linked.

    (statement, k, source, version, start, end, coding, chart, case, wave, theme, star, seen, rev of the coding).
    """
    walk, values = _within(part, "statement", "s")
    return rows_of(
        connection,
        'SELECT e.for_k, e.k, e.source, e.version, e.start, e."end", e.coding, e.chart, e."row", e.wave, e.theme, '
        f"e.star, e.seen, d.rev FROM {walk} CROSS JOIN evidence e ON e.for_kind = 'statement' AND e.for_k = s.k "
        "LEFT JOIN coding d ON d.k = e.coding",
        values,
    )


def current_versions(connection: Connection) -> dict[Key, tuple[str, Key, Key]]:
    """The name, current version and rev of that version of each source."""
    found = rows_of(connection, "SELECT o.k, o.name, v.k, v.rev FROM source o JOIN version v ON v.k = o.current", [])
    return {k: (name, version, rev) for k, name, version, rev in found}


def lines_of_cells(connection: Connection, places: Sequence[tuple[Key, Key, Key, Key]]) -> list[Row]:
    """(chart, case, wave, theme, blank, layer, text) line by line of these cells (chart, case, wave, theme).

    A cell without statements has one row, with layer None; one that is gone has none.
    """
    return rows_of(
        connection,
        'SELECT c.chart, c."row", c.wave, c.theme, c.blank, s.layer, s.text FROM json_each(?) p '
        'JOIN cell c ON c.chart = p.value ->> 0 AND c."row" = p.value ->> 1 AND c.wave = p.value ->> 2 '
        'AND c.theme = p.value ->> 3 LEFT JOIN statement s ON s.chart = c.chart AND s."row" = c."row" '
        "AND s.wave = c.wave AND s.theme = c.theme ORDER BY 1, 2, 3, 4, s.pos, s.k",
        [json.dumps(places)],
    )


def theme_events(connection: Connection) -> list[Row]:
    """(theme, number of the change, kind of operation, themes that came out as JSON) of what makes cells stale."""
    return rows_of(
        connection,
        'SELECT o.theme, coalesce(h.seq, 0), o.kind, o."into" FROM theme_operation o '
        "LEFT JOIN change h ON h.k = o.rev WHERE o.kind IN ('split', 'merge') "
        "UNION ALL SELECT t.k, coalesce(h.seq, 0), 'redefine', '[]' FROM theme t LEFT JOIN change h ON h.k = t.defined",
        [],
    )


def codings(connection: Connection, round_k: Key, themes: Sequence[Key], case: Key | None = None) -> list[Row]:
    """(case, wave or 0, theme, k, source, version, start, end) of the round's codings in what the cases' sources say.

    A coding of two cases (a person and the group) comes once for each.
    """
    only = "" if case is None else ' AND x."case" = ?'
    values: list[object] = [round_k, json.dumps(themes)]
    return rows_of(
        connection,
        'SELECT DISTINCT x."case", coalesce(o.wave, 0), c.theme, c.k, c.source, c.version, c.start, c."end" '
        "FROM coding c JOIN source o ON o.k = c.source JOIN extent x ON x.source = c.source "
        'AND (x.start IS NULL OR (x.start < c."end" AND c.start < x."end")) '
        f"WHERE c.round = ? AND c.theme IN (SELECT value FROM json_each(?)){only} "
        "ORDER BY c.source, c.start, c.k",
        values if case is None else [*values, case],
    )


def themes_in_use(connection: Connection, chart: Key, round_k: Key) -> set[Key]:
    """The themes that hold cells of the chart or codings of the round themselves."""
    rows = rows_of(
        connection,
        "SELECT t.k FROM theme t WHERE EXISTS (SELECT 1 FROM cell c WHERE c.chart = ? AND c.theme = t.k) "
        "OR EXISTS (SELECT 1 FROM coding d WHERE d.theme = t.k AND d.round = ?)",
        [chart, round_k],
    )
    return {row[0] for row in rows}


def waves_of_cases(connection: Connection, chart: Key) -> list[Row]:
    """(case, wave) wherever a case has a source of the wave, a cell in it, or a record of attending."""
    return rows_of(
        connection,
        'SELECT x."case", o.wave FROM extent x JOIN source o ON o.k = x.source WHERE o.wave IS NOT NULL '
        'UNION SELECT c."row", c.wave FROM cell c WHERE c.chart = ? '
        "UNION SELECT a.\"case\", a.wave FROM attendance a WHERE a.status = 'completed'",
        [chart],
    )


def attribute_values(connection: Connection, attributes: Sequence[Key]) -> dict[tuple[Key, Key, Key], str]:
    """The values of these attributes by (attribute, case, wave or 0)."""
    rows = rows_of(
        connection,
        "SELECT attribute, owner, wave, value FROM attribute_value WHERE attribute IN (SELECT value FROM json_each(?))",
        [json.dumps(attributes)],
    )
    return {(attribute, case, wave): value for attribute, case, wave, value in rows}


def texts(connection: Connection, versions: Sequence[Key]) -> dict[Key, str]:
    """The texts of these versions; a text that was erased is left out."""
    rows = rows_of(
        connection,
        "SELECT v.k, c.body FROM version v JOIN content c ON c.sha = v.sha "
        "WHERE v.k IN (SELECT value FROM json_each(?)) AND c.body IS NOT NULL",
        [json.dumps(versions)],
    )
    return dict(rows)


def parts(connection: Connection, versions: Sequence[Key]) -> list[Row]:
    """(version, kind, start, n, number, from_ms) of the parts of these versions, in order of start."""
    return rows_of(
        connection,
        "SELECT version, kind, start, n, number, from_ms FROM part WHERE version IN (SELECT value FROM json_each(?)) "
        "ORDER BY version, start, n",
        [json.dumps(versions)],
    )


def evidence_on_codings(connection: Connection, codings: Sequence[Key]) -> list[Key]:
    """Keys of the evidence that points at these codings, whatever it is for."""
    rows = rows_of(
        connection,
        "SELECT k FROM evidence WHERE coding IN (SELECT value FROM json_each(?)) ORDER BY k",
        [json.dumps(codings)],
    )
    return [row[0] for row in rows]


def sources_of_cases(connection: Connection, cases: Sequence[Key]) -> list[Row]:
    """(case, wave or 0, source) of all that these cases say and is said of them."""
    return rows_of(
        connection,
        'SELECT DISTINCT x."case", coalesce(o.wave, 0), x.source FROM extent x JOIN source o ON o.k = x.source '
        'WHERE x."case" IN (SELECT value FROM json_each(?))',
        [json.dumps(cases)],
    )


def sources_of_case(connection: Connection, case: Key, wave: Key) -> list[Row]:
    """(source, version, from, to) of what the case says and is said of it in a wave (0: any wave), in order of name.

    from, to: code points, None for the whole text.
    """
    return rows_of(
        connection,
        'SELECT o.k, o.current, x.start, x."end" FROM extent x JOIN source o ON o.k = x.source '
        'WHERE x."case" = ? AND (? = 0 OR o.wave IS NULL OR o.wave = ?) ORDER BY o.name, o.k, x.start',
        [case, wave, wave],
    )
