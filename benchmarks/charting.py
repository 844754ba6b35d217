"""The framework matrix: all of it as JSON, and as a screen asks for it."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import partial
from typing import Any

from sqlcipher3 import dbapi2 as driver

from benchmarks import bare, large
from benchmarks.measure import Figure, Place, Row, Target, best
from trellis.core.chart_view import CellView, ChartView

ONE_CHART, WHOLE_CHART = "one theme's chart (481 × 3 × 8) to JSON", "the whole chart (481 × 3 × 60) to JSON"
SKELETON, WINDOW = "skeleton of the whole chart to JSON", "window of 40 rows × 10 columns to JSON"
ROWS_SHOWN, COLUMNS_SHOWN = 40, 10


def matrix_side(place: Place) -> list[Figure]:
    """`study.chart.window` with all evidence, as JSON; a skeleton and a window as a screen asks for them.

    Beside them `study.chart.matrix`, which makes a record of each cell, statement and piece of evidence.
    """
    with large.opened(large.stage(place, "full")) as study:
        chart = study.chart
        skeleton = chart.skeleton()
        one = [column.theme for column in skeleton.themes[0].columns]
        rows = [(row.case, row.wave) for row in skeleton.rows][:ROWS_SHOWN]
        shown = skeleton.columns[:COLUMNS_SHOWN]
        figures = [
            best(place, ONE_CHART, lambda: _columns(chart.window(None, one, evidence=True))),
            best(place, WHOLE_CHART, lambda: _columns(chart.window(evidence=True))),
            best(place, SKELETON, lambda: _columns(chart.skeleton())),
            best(place, WINDOW, lambda: _columns(chart.window(rows, shown))),
            best(place, "one theme's chart as records to JSON", lambda: _records(chart.matrix(["1"]))),
            best(place, "the whole chart as records to JSON", lambda: _records(chart.matrix())),
        ]
        size = len(_columns(skeleton).encode())
    notes = {WHOLE_CHART: f"{len(skeleton.cells.column):,} cells", SKELETON: f"{size / 1e6:.1f} MB"}
    return [Figure(figure.name, figure.wall_s, figure.cpu_s, notes.get(figure.name, "")) for figure in figures]


def _columns(value: object) -> str:
    return json.dumps(value, default=_fields, ensure_ascii=False, separators=(",", ":"))


def _fields(record: Any) -> dict[str, object]:  # noqa: ANN401 - any of the dataclasses within
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _records(view: ChartView) -> str:
    return json.dumps([[row.name, row.wave_name, column.number, *_cell(cell)] for row, column, cell in view.filled()])


def _cell(cell: CellView) -> tuple[object, ...]:
    lines = [
        (line.k, line.layer, line.text, [(e.source_name, e.start, e.end, e.star, e.stale) for e in line.evidence])
        for line in cell.statements
    ]
    return cell.rev, cell.state, cell.blank, cell.stale, lines


_LINES = """
SELECT c."row", c.wave, c.theme, c.state, c.rev, s.k, s.text, e.k, e.source, e.start, e."end" FROM cell c
JOIN statement s ON s.chart = c.chart AND s.theme = c.theme AND s."row" = c."row" AND s.wave = c.wave
LEFT JOIN evidence e ON e.for_kind = 'statement' AND e.for_k = s.k
WHERE c.theme IN (SELECT theme FROM theme_path WHERE ancestor IN (SELECT value FROM json_each(?)))
ORDER BY c."row", c.wave, c.theme, s.pos"""


def _as_json(connection: driver.Connection, mains: list[int]) -> str:
    return json.dumps(connection.execute(_LINES, (json.dumps(mains),)).fetchall())


def bare_matrix_side(place: Place) -> list[Figure]:
    """One statement that joins cells, statements and evidence, written as JSON."""
    connection = bare.reading(large.stage(place, "full"))
    try:
        mains = [row[0] for row in connection.execute("SELECT k FROM theme WHERE parent IS NULL ORDER BY pos")]
        return [
            best(place, name, partial(_as_json, connection, keys))
            for name, keys in ((ONE_CHART, mains[:1]), (WHOLE_CHART, mains))
        ]
    finally:
        connection.close()


CHART = Row(
    "chart",
    "The framework matrix from disk",
    matrix_side,
    bare_matrix_side,
    targets={ONE_CHART: Target(cpu_s=0.15), WHOLE_CHART: Target(cpu_s=1.5), WINDOW: Target(cpu_s=0.02)},
)
