"""One cell with all that belongs in it, and how far the whole chart is."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.analysis.table import Table
from trellis.core.chart_progress import IndexedSegment, by_spot, progress_of, unsummarised
from trellis.core.chart_rules import WORD_BUDGET, is_data, word_count
from trellis.core.chart_view import CellView, ChartColumn, ChartRow, ChartView
from trellis.core.chart_words import Landmarks, reference
from trellis.core.coding import Coding
from trellis.core.errors import NotFound
from trellis.core.keys import Key
from trellis.core.source import Source
from trellis.store.queries import chart as queries
from trellis.store.reader import Reader
from trellis.study.chart_reading import marks_of, read_view
from trellis.study.chart_rows import Wanted, column_of_theme
from trellis.study.resolve import adopted_round


@dataclass(frozen=True, slots=True)
class Waiting:
    """A coding of the case under the theme that the cell does not summarise yet, with its words."""

    coding: Key
    source: str
    reference: str
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class CellSheet:
    """A cell with all that belongs in it. cell: None while it is uncharted.

    waiting: what is indexed and not yet summarised. words: how many its summaries run to, budget: how many it
    usually needs at most.
    """

    row: ChartRow
    column: ChartColumn
    cell: CellView | None
    waiting: tuple[Waiting, ...]
    words: int
    budget: int = WORD_BUDGET


def cell_sheet(reader: Reader, wanted: Wanted) -> CellSheet:
    """The one cell that is wanted. Raises NotFound if the case has no such row or the theme is no column."""
    view = read_view(reader, wanted, words=True, title="")
    if not view.rows or not view.columns:
        message = f"there is no cell of {wanted.cases} and {wanted.themes}: the case has no row in that wave"
        raise NotFound(message)
    return _sheet(reader, view, view.rows[0], view.columns[0])


def sheet_of(reader: Reader, row: ChartRow, column: ChartColumn) -> CellSheet:
    """The sheet of an uncharted cell that a view showed."""
    view = read_view(reader, Wanted([column.number], [row.name]), words=False, title="")
    return _sheet(reader, view, row, column)


def _sheet(reader: Reader, view: ChartView, row: ChartRow, column: ChartColumn) -> CellSheet:
    cell = view.cell(row, column)
    codings = _codings(reader, view, row.case).get((row.case, row.wave, column.theme), [])
    said = [] if cell is None else [s.text for s in cell.statements if is_data(s.layer)]
    waiting = tuple(_waiting(reader, unsummarised(cell, codings)))
    return CellSheet(row, column, cell, waiting, word_count(said))


def _waiting(reader: Reader, codings: list[IndexedSegment]) -> list[Waiting]:
    versions = sorted({coding.version for coding in codings})
    texts = queries.texts(reader.connection, versions)
    marks = marks_of(reader, versions)
    return [
        Waiting(
            coding.coding,
            reader.get(Source, coding.source).name,
            reference(marks.get(coding.version, Landmarks()), coding.start),
            texts.get(coding.version, "")[coding.start : coding.end],
            reader.get(Coding, coding.coding).note,
        )
        for coding in codings
    ]


def _codings(
    reader: Reader, view: ChartView, case: Key | None = None
) -> dict[tuple[Key, Key, Key], list[IndexedSegment]]:
    column_of = column_of_theme(reader, view.themes)
    found = queries.codings(reader.connection, adopted_round(reader).k, sorted(column_of), case)
    return by_spot(found, column_of, waves=view.waves)


def progress_table(reader: Reader, wanted: Wanted, *, only_open: bool) -> Table:
    """How far each cell is, cell by cell: rows for what is filled or indexed; only what needs work if asked."""
    view = read_view(reader, wanted, words=False, title="")
    codings = _codings(reader, view)
    lines: list[tuple[str | int | bool | None, ...]] = []
    for row in view.rows:
        for column in view.columns:
            spot = (row.case, row.wave, column.theme)
            cell, indexed = view.cells.get(spot), codings.get(spot, [])
            done = progress_of(cell, indexed)
            if (cell is None and not indexed) or (only_open and not done.needs_work):
                continue
            wave = [row.wave_name] if view.waves else []
            lines.append(
                (
                    row.name,
                    *wave,
                    f"{column.number} {column.name}",
                    "uncharted" if cell is None else cell.state.value,
                    done.indexed,
                    done.open,
                    "yes" if done.unevidenced else "",
                    "" if cell is None else "; ".join(reason.value for reason in cell.stale),
                    "" if cell is None or cell.blank is None else cell.blank.value,
                )
            )
    heads = ("case", *(("wave",) if view.waves else ()), "theme", "state", "indexed", "not summarised")
    title = "What is to do in the chart" if only_open else "How far the chart is"
    return Table((*heads, "not evidenced", "look again", "blank"), tuple(lines), title, _note(view, len(lines)))


def _note(view: ChartView, shown: int) -> str:
    every = len(view.rows) * len(view.columns)
    return f"{len(view.cells)} of {every} cells are charted or blank for a reason; {shown} cells listed."
