"""What goes on paper: a chart under the rules of an export, and the foot of every sheet."""

from __future__ import annotations

from collections.abc import Iterator

from trellis.core.case import Attendance
from trellis.core.chart import Blank, CellState, Layer
from trellis.core.chart_rules import is_data
from trellis.core.chart_text import references_of
from trellis.core.chart_view import CellView, ChartView
from trellis.study.chart_export import ExportNote
from trellis.study.chart_printing import PrintedChart
from trellis.web.schemas.base import Key, Shown
from trellis.web.schemas.chart import ChartRowShown, ChartThemeShown, ChartWaveShown


class FootShown(Shown):
    """What every sheet says of the study. withheld: what was left out for want of consent, "" for nothing."""

    title: str
    notice: str
    framework: str
    date: str
    pseudonyms: str
    withheld: str
    state: str

    @classmethod
    def of(cls, note: ExportNote) -> FootShown:
        """The foot of an export, in its pieces."""
        return cls(
            title=note.title,
            notice=note.notice,
            framework=note.framework,
            date=note.date,
            pseudonyms=note.pseudonyms,
            withheld=note.withheld,
            state=note.short_head,
        )


class PrintedLine(Shown):
    """A statement as it is printed. references: "turn 43*; turn 51", "" for none."""

    layer: Layer
    text: str
    references: str


class PrintedCell(Shown):
    """A cell with something in it. row, column: its places among the rows and columns."""

    row: int
    column: int
    state: CellState
    blank: Blank | None
    stale: bool
    lines: list[PrintedLine]


class AbsencePrinted(Shown):
    """What became of a case in a wave of which it has no row."""

    case: Key
    wave: Key
    status: Attendance


class PrintedChartShown(Shown):
    """A chart for paper: rows and columns, and the cells with something in them, row after row."""

    foot: FootShown
    attributes: list[str]
    grouping: list[str]
    rows: list[ChartRowShown]
    themes: list[ChartThemeShown]
    cells: list[PrintedCell]
    in_time: list[ChartWaveShown]
    absences: list[AbsencePrinted]

    @classmethod
    def of(cls, printed: PrintedChart, *, comments: bool) -> PrintedChartShown:
        """The chart as the page prints it. comments: with the analyst's comments."""
        view = printed.view
        return cls(
            foot=FootShown.of(printed.note),
            attributes=list(view.attributes),
            grouping=list(view.grouping),
            rows=[ChartRowShown.model_validate(row) for row in view.rows],
            themes=[ChartThemeShown.model_validate(theme) for theme in view.themes],
            cells=list(_cells(view, comments=comments)),
            in_time=[ChartWaveShown.model_validate(wave) for wave in printed.in_time],
            absences=[AbsencePrinted.model_validate(one) for one in printed.absences],
        )


def _cells(view: ChartView, *, comments: bool) -> Iterator[PrintedCell]:
    columns = view.columns
    for row, line in enumerate(view.rows):
        for column, head in enumerate(columns):
            cell = view.cell(line, head)
            if cell is not None:
                yield _cell(cell, row, column, comments=comments)


def _cell(cell: CellView, row: int, column: int, *, comments: bool) -> PrintedCell:
    shown = [statement for statement in cell.statements if comments or is_data(statement.layer)]
    lines = [PrintedLine(layer=one.layer, text=one.text, references=references_of(one)) for one in shown]
    return PrintedCell(row=row, column=column, state=cell.state, blank=cell.blank, stale=bool(cell.stale), lines=lines)
