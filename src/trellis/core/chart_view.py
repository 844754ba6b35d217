"""A chart as it is read: rows, columns and the cells that are filled, in one frozen value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from trellis.core.case import Attendance, CaseKind
from trellis.core.chart import Blank, CellState, Layer
from trellis.core.chart_rules import Stale, is_data
from trellis.core.keys import Key

Spot = tuple[Key, Key, Key]
"""Where a cell is in a view: case, wave (0 for none), theme."""


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """A sub-theme, or a theme without any. number: as printed, "2.3"."""

    theme: Key
    number: str
    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class ChartTheme:
    """A main theme with its columns: one chart on paper, one sheet in a workbook."""

    theme: Key
    number: str
    name: str
    columns: tuple[ChartColumn, ...]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A case, in one wave where the study has waves.

    header: values of the view's header attributes, "" where there is none; groups: values of its grouping attributes.
    """

    case: Key
    name: str
    kind: CaseKind
    wave: Key
    wave_name: str
    header: tuple[str, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartWave:
    """A wave that a chart may have rows of."""

    wave: Key
    name: str


@dataclass(frozen=True, slots=True)
class ChartAbsence:
    """What somebody said became of a case in a wave of which it has no row."""

    case: Key
    wave: Key
    status: Attendance
    reason: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One thing that a statement rests on.

    A segment has source, version, start, end (code points); a cell has `cell`; neither: the cell's segments as a whole.
    reference: as printed ("turn 43, 00:12:26"); words: what stands there; both "" unless the view was asked for words.
    """

    k: Key
    source: Key | None
    source_name: str
    version: Key | None
    start: int | None
    end: int | None
    coding: Key | None
    cell: Spot | None
    star: bool
    stale: Stale | None
    reference: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class StatementView:
    """One line of a cell with what it rests on. origin: number or name of the theme that a merge brought it from."""

    k: Key
    rev: Key
    layer: Layer
    text: str
    origin: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell that somebody has written in or marked. stale: why it should be looked at again."""

    rev: Key
    state: CellState
    blank: Blank | None
    statements: tuple[StatementView, ...]
    stale: tuple[Stale, ...]

    @property
    def is_evidenced(self) -> bool:
        """Whether every summary and verbatim statement rests on something."""
        return all(statement.evidence for statement in self.statements if is_data(statement.layer))

    @property
    def has_data(self) -> bool:
        """Whether it says anything of the case, comments apart."""
        return any(is_data(statement.layer) for statement in self.statements)


@dataclass(frozen=True, slots=True)
class ChartView:
    """The matrix: rows × columns, with the cells that are not uncharted.

    attributes, grouping: names of the attributes whose values the rows carry.
    waves: whether rows are told apart by wave. words: whether evidence carries its words and references.
    """

    title: str
    attributes: tuple[str, ...]
    grouping: tuple[str, ...]
    waves: bool
    words: bool
    rows: tuple[ChartRow, ...]
    themes: tuple[ChartTheme, ...]
    cells: Mapping[Spot, CellView] = field(repr=False)

    @property
    def columns(self) -> tuple[ChartColumn, ...]:
        """All columns, theme after theme."""
        return tuple(column for theme in self.themes for column in theme.columns)

    def cell(self, row: ChartRow, column: ChartColumn) -> CellView | None:
        """The cell of a row and column, None if it is uncharted."""
        return self.cells.get((row.case, row.wave, column.theme))

    def filled(self) -> Iterator[tuple[ChartRow, ChartColumn, CellView]]:
        """The cells that are not uncharted, row after row."""
        columns = self.columns
        for row in self.rows:
            for column in columns:
                found = self.cells.get((row.case, row.wave, column.theme))
                if found is not None:
                    yield row, column, found


def next_empty(view: ChartView) -> tuple[ChartRow, ChartColumn] | None:
    """The first uncharted cell, row after row; None when all is charted."""
    columns = view.columns
    for row in view.rows:
        for column in columns:
            if (row.case, row.wave, column.theme) not in view.cells:
                return row, column
    return None
