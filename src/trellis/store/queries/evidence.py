"""What findings, provisions and experiences rest on, set-wise, in the columns in which charts read theirs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store.queries.plain import Row, rows_of


def evidence_for(connection: Connection, kind: str, keys: Sequence[Key]) -> list[Row]:
    """What things of one kind rest on, in the order it was linked.

    (for what, k, source, version, start, end, coding, chart, case, wave, theme, star, seen, rev of the coding, side).
    The first fourteen columns are those of `queries.chart.evidence`.
    """
    return rows_of(
        connection,
        'SELECT e.for_k, e.k, e.source, e.version, e.start, e."end", e.coding, e.chart, e."row", e.wave, e.theme, '
        "e.star, e.seen, d.rev, e.side FROM evidence e LEFT JOIN coding d ON d.k = e.coding "
        "WHERE e.for_kind = ? AND e.for_k IN (SELECT value FROM json_each(?)) ORDER BY e.for_k, e.k",
        [kind, json.dumps(keys)],
    )


def cells_under(connection: Connection, chart: Key, themes: Sequence[Key]) -> list[Row]:
    """(case, wave, theme, blank, words of its lines) of each filled cell under these themes.

    Summaries stand bare and verbatim words between quotation marks, as in every export; comments are left out.
    """
    return rows_of(
        connection,
        "SELECT c.\"row\", c.wave, c.theme, c.blank, coalesce((SELECT group_concat(s.text, ' ') FROM (SELECT "
        "CASE l.layer WHEN 'verbatim' THEN '“' || l.text || '”' ELSE l.text END AS text FROM "
        'statement l WHERE l.chart = c.chart AND l.theme = c.theme AND l."row" = c."row" AND l.wave = c.wave '
        "AND l.layer <> 'comment' ORDER BY l.pos, l.k) s), '') FROM cell c "
        'WHERE c.chart = ? AND c.theme IN (SELECT value FROM json_each(?)) ORDER BY c."row", c.wave, c.theme',
        [chart, json.dumps(themes)],
    )
