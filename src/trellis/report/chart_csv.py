"""The matrix as CSV: long (a line a statement and what it rests on) or wide (a line a case, a column a sub-theme)."""

from __future__ import annotations

from collections.abc import Iterator

from trellis.analysis.table import Table, Value
from trellis.core.chart_rules import is_data
from trellis.core.chart_text import cell_text
from trellis.core.chart_view import CellView, ChartColumn, ChartRow, ChartView, EvidenceView, StatementView
from trellis.report.note import Choices, ExportNote

LONG = (
    "case", "wave", "theme", "theme name", "n", "layer", "text", "source", "start", "end", "quote", "star", "state",
    "blank", "rests_on", "reference", "look again", "study",
)  # fmt: skip


def chart_csv(view: ChartView, note: ExportNote, choices: Choices) -> bytes:
    """The file's bytes, UTF-8 with a byte-order mark so that spreadsheets read it as such."""
    table = wide(view, note, choices) if choices.wide else long(view, note, choices)
    return ("\ufeff" + table.to_csv()).encode("utf-8", "replace")


def long(view: ChartView, note: ExportNote, choices: Choices) -> Table:
    """A line for each thing a statement rests on, and one for a statement or a blank cell that rests on nothing."""
    lines = [line for found in view.filled() for line in _cell_lines(*found, comments=choices.comments)]
    return Table(LONG, tuple((*line, note.line()) for line in lines), view.title)


def wide(view: ChartView, note: ExportNote, choices: Choices) -> Table:
    """A line for each row of the chart, a column for each sub-theme; cells as the workbook shows them."""
    heads = ("case", *(("wave",) if view.waves else ()), *view.attributes)
    columns = tuple(f"{column.number} {column.name}" for column in view.columns)
    lines = tuple(
        (
            row.name,
            *((row.wave_name,) if view.waves else ()),
            *row.header,
            *(cell_text(view.cell(row, column), comments=choices.comments) for column in view.columns),
            note.line(),
        )
        for row in view.rows
    )
    return Table((*heads, *columns, "study"), lines, view.title)


def _cell_lines(row: ChartRow, column: ChartColumn, cell: CellView, *, comments: bool) -> Iterator[tuple[Value, ...]]:
    place = (row.name, row.wave_name, column.number, column.name)
    again = "; ".join(reason.value for reason in cell.stale)
    blank = "" if cell.blank is None else cell.blank.value
    shown = [(n, s) for n, s in enumerate(cell.statements, 1) if comments or is_data(s.layer)]
    if not shown:
        yield (*place, None, "", "", "", None, None, "", "", cell.state.value, blank, "", "", again)
    for n, statement in shown:
        for evidence in statement.evidence or (None,):
            rests = _resting(evidence)
            yield (*place, n, *_said(statement), *rests[:5], cell.state.value, blank, *rests[5:], again)


def _said(statement: StatementView) -> tuple[Value, ...]:
    return statement.layer.value, statement.text


def _resting(evidence: EvidenceView | None) -> tuple[Value, ...]:
    if evidence is None:
        return "", None, None, "", "", "", ""
    star = "yes" if evidence.star else ""
    if evidence.cell is not None:
        return "", None, None, "", "", evidence.reference.removeprefix("→ "), evidence.reference
    if evidence.source is None:
        return "", None, None, "", "", "all", evidence.reference
    return evidence.source_name, evidence.start, evidence.end, evidence.words, star, "", evidence.reference
