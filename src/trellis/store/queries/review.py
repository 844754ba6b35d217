"""What the review of a study asks of chart and index, set-wise."""

from __future__ import annotations

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.store.queries.plain import Row, rows_of

_READY = "('charted', 'reviewed')"


def unexplained(connection: Connection, chart: Key) -> list[Row]:
    """(theme, case, wave) of cells that are charted or reviewed, hold no statement and give no reason for it."""
    return rows_of(
        connection,
        f'SELECT c.theme, c."row", c.wave FROM cell c WHERE c.chart = ? AND c.state IN {_READY} AND c.blank IS NULL '
        'AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.chart = c.chart AND s."row" = c."row" AND s.wave = c.wave '
        "AND s.theme = c.theme) ORDER BY 1, 2, 3",
        [chart],
    )


def resting_on_nothing(connection: Connection, chart: Key) -> list[Row]:
    """(statement, case, wave, theme, text) of summaries in charted or reviewed cells that rest on nothing.

    Those whose references wait for a transcript are left out.
    """
    return rows_of(
        connection,
        'SELECT s.k, s."row", s.wave, s.theme, s.text FROM statement s JOIN cell c ON c.chart = s.chart AND '
        f'c."row" = s."row" AND c.wave = s.wave AND c.theme = s.theme WHERE s.chart = ? AND c.state IN {_READY} '
        "AND s.layer = 'summary' AND s.pending = '[]' AND NOT EXISTS (SELECT 1 FROM evidence e WHERE "
        "e.for_kind = 'statement' AND e.for_k = s.k) ORDER BY s.theme, 2, 3, 1",
        [chart],
    )


def under_changes(connection: Connection) -> list[Row]:
    """(chart, case, theme, wave, statements, those with evidence) of the cells that a change between waves compares.

    A cell in which nothing is charted is left out; comments are not counted.
    """
    return rows_of(
        connection,
        'SELECT c.chart, c."row", c.theme, s.wave, count(*), sum(EXISTS (SELECT 1 FROM evidence e WHERE e.for_kind = '
        "'statement' AND e.for_k = s.k)) FROM (SELECT DISTINCT chart, \"row\", theme, earlier AS wave FROM wave_change "
        'UNION SELECT chart, "row", theme, later FROM wave_change) c JOIN statement s ON s.chart = c.chart '
        'AND s.theme = c.theme AND s."row" = c."row" AND s.wave = c.wave WHERE s.layer <> \'comment\' '
        "GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
        [],
    )


def cells_told(connection: Connection, chart: Key) -> list[Row]:
    """(theme, wave, filled, not asked, oldest framework version) over the cells of each theme and wave."""
    return rows_of(
        connection,
        "SELECT c.theme, c.wave, sum(c.blank IS NULL), sum(c.blank = 'not asked'), min(c.framework_version) "
        "FROM cell c WHERE c.chart = ? AND c.state <> 'uncharted' GROUP BY 1, 2 ORDER BY 1, 2",
        [chart],
    )
