"""What judgements rest on and which rows are charted, set-wise, for whole lenses."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store.queries.plain import Row, rows_of


def evidence(connection: Connection, lenses: Sequence[Key]) -> list[Row]:
    """What the judgements under these versions of lenses rest on, in the order it was linked.

    (judgement, k, source, version, start, end, coding, chart, case, wave, theme, star, seen, rev of the coding, side).
    The first fourteen columns are those of `queries.chart.evidence`.
    """
    return rows_of(
        connection,
        'SELECT e.for_k, e.k, e.source, e.version, e.start, e."end", e.coding, e.chart, e."row", e.wave, e.theme, '
        "e.star, e.seen, d.rev, e.side FROM judgement j JOIN evidence e ON e.for_kind = 'judgement' AND e.for_k = j.k "
        "LEFT JOIN coding d ON d.k = e.coding WHERE j.lens IN (SELECT value FROM json_each(?)) ORDER BY e.for_k, e.k",
        [json.dumps(list(lenses))],
    )


def sources_of_cells(connection: Connection, places: Sequence[tuple[Key, Key, Key, Key]]) -> list[Row]:
    """(chart, case, wave, theme, source) of what these cells (chart, case, wave, theme) rest on, each once."""
    # Joined in this order: begun from the evidence of all statements it takes a hundred times as long.
    return rows_of(
        connection,
        'SELECT DISTINCT s.chart, s."row", s.wave, s.theme, e.source FROM json_each(?) p '
        'CROSS JOIN statement s ON s.chart = p.value ->> 0 AND s."row" = p.value ->> 1 AND s.wave = p.value ->> 2 '
        "AND s.theme = p.value ->> 3 CROSS JOIN evidence e ON e.for_kind = 'statement' AND e.for_k = s.k "
        "WHERE e.source IS NOT NULL ORDER BY 1, 2, 3, 4, 5",
        [json.dumps(places)],
    )


def charted(connection: Connection) -> list[Row]:
    """(case, wave) of every row with a statement or a blank that was explained, each once."""
    return rows_of(
        connection,
        'SELECT "row", wave FROM statement UNION SELECT "row", wave FROM cell WHERE blank IS NOT NULL ORDER BY 1, 2',
    )


def first_statement(connection: Connection) -> int | None:
    """When the first statement that is there was written (ms since 1970), None if there is none."""
    found: int | None = connection.exec_driver_sql("SELECT min(at) FROM statement").scalar_one()
    return found
