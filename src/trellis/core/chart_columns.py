"""The chart as a screen reads it: in columns instead of an object for each cell.

A whole chart of a large study has 86,000 places and 180,000 statements. A screen reads a skeleton of all of them once,
and the full cells of the window that is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.chart import Blank, CellState, Layer
from trellis.core.chart_rules import Stale
from trellis.core.chart_view import ChartAbsence, ChartRow, ChartTheme, ChartWave, Spot
from trellis.core.keys import Key

FIRST_LETTERS = 60
"""How many characters of a cell's first statement a skeleton shows at most."""
STATES = tuple(CellState)
BLANKS: tuple[Blank | None, ...] = (None, *Blank)


@dataclass(frozen=True, slots=True)
class SkeletonCells:
    """The cells in which something is written, marked or indexed: row after row, in each row by column.

    The cells of row r are the places `first[r]` to `first[r + 1]` (half-open) of all other columns.
    column: place in `ChartSkeleton.columns`. rev: of the cell, 0 while it is uncharted. state, blank: places in
    `STATES` and `BLANKS`. statements, indexed: how many. stale: 1 where it should be looked at again, else 0.
    words: how its first statement begins, at most `FIRST_LETTERS` characters, "" where there is none.
    """

    first: tuple[int, ...]
    column: tuple[int, ...]
    rev: tuple[Key, ...]
    state: tuple[int, ...]
    blank: tuple[int, ...]
    statements: tuple[int, ...]
    indexed: tuple[int, ...]
    stale: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartSkeleton:
    """All rows and columns of a chart, and of each cell what a grid shows before anybody looks at it.

    change: number of the newest change that it knows. Rows, themes, attributes, grouping and waves as in `ChartView`.
    states, blanks: what the places in `cells.state` and `cells.blank` stand for.
    in_time: the study's waves in order of time; absences: what became of cases in waves of which they have no row.
    """

    change: int
    attributes: tuple[str, ...]
    grouping: tuple[str, ...]
    waves: bool
    rows: tuple[ChartRow, ...]
    themes: tuple[ChartTheme, ...]
    cells: SkeletonCells
    states: tuple[CellState, ...] = STATES
    blanks: tuple[Blank | None, ...] = BLANKS
    in_time: tuple[ChartWave, ...] = ()
    absences: tuple[ChartAbsence, ...] = ()

    @property
    def columns(self) -> tuple[Key, ...]:
        """The themes of all columns, from left to right."""
        return tuple(column.theme for theme in self.themes for column in theme.columns)


@dataclass(frozen=True, slots=True)
class CellColumns:
    """Cells that are not uncharted, theme by theme as they were asked for, in each by key of case and wave.

    The statements of cell n are the places `first[n]` to `first[n + 1]` (half-open) of `StatementColumns`.
    stale: why it should be looked at again, in the order of `Stale`.
    """

    case: tuple[Key, ...]
    wave: tuple[Key, ...]
    theme: tuple[Key, ...]
    rev: tuple[Key, ...]
    state: tuple[CellState, ...]
    blank: tuple[Blank | None, ...]
    stale: tuple[tuple[Stale, ...], ...]
    first: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StatementColumns:
    """Statements, cell after cell in their order. pos: fractional position in the cell.

    origin: number or name of the theme that a merge brought it from, else "". evidence, stars: how many pieces of
    evidence it rests on, and how many of them are quotations to use. pending: references that wait for their
    transcript. stale: why its evidence should be looked at again. Without evidence columns `first` is empty; with them
    the evidence of statement n is the places `first[n]` to `first[n + 1]`.
    """

    k: tuple[Key, ...]
    rev: tuple[Key, ...]
    pos: tuple[str, ...]
    layer: tuple[Layer, ...]
    text: tuple[str, ...]
    origin: tuple[str, ...]
    pending: tuple[tuple[str, ...], ...]
    evidence: tuple[int, ...]
    stars: tuple[int, ...]
    stale: tuple[tuple[Stale, ...], ...]
    first: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceColumns:
    """What the statements rest on, statement after statement, as in `EvidenceView`.

    A segment has source, version, start, end (code points) and perhaps coding; a cell has `cell`; neither: the cell's
    segments as a whole.
    """

    k: tuple[Key, ...]
    source: tuple[Key | None, ...]
    version: tuple[Key | None, ...]
    start: tuple[int | None, ...]
    end: tuple[int | None, ...]
    coding: tuple[Key | None, ...]
    cell: tuple[Spot | None, ...]
    star: tuple[int, ...]
    stale: tuple[Stale | None, ...]


@dataclass(frozen=True, slots=True)
class ChartWindow:
    """Full cells of a part of a chart. change: number of the newest change that it knows.

    A place that was asked for and is not among the cells is uncharted. evidence: None unless it was asked for.
    """

    change: int
    cells: CellColumns
    statements: StatementColumns
    evidence: EvidenceColumns | None


def first_words(text: str, most: int = FIRST_LETTERS) -> str:
    """How a statement begins: whole words up to `most` characters, with an ellipsis where it goes on."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    whole = cut if text[most - 1].isspace() else cut.rpartition(" ")[0]
    return (whole or cut).rstrip() + "…"
