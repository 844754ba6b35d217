"""The framework matrix as a grid reads it, and one cell with everything that belongs in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from trellis.core.case import Attendance, CaseKind
from trellis.core.chart import Blank, CellState, Layer
from trellis.core.chart_columns import ChartSkeleton, ChartWindow
from trellis.core.chart_filling import Fate
from trellis.core.chart_rules import Stale
from trellis.core.chart_view import Spot
from trellis.study.chart_export import Choices, Paper
from trellis.study.chart_fill import Filling
from trellis.study.chart_given import Given as Evidence
from trellis.study.chart_given import Indexed, OnCell, Stretch, Whole
from trellis.study.chart_panel import CellPanel
from trellis.study.resolve import handle
from trellis.web.schemas.base import Given, InVersion, Key, Rev, Shown
from trellis.web.schemas.jobs import UploadId

Text = Annotated[str, Field(max_length=20_000)]


class ChartColumnShown(Shown):
    """A column: a sub-theme, or a theme without any."""

    theme: Key
    number: str
    name: str
    definition: str


class ChartThemeShown(Shown):
    """A main theme with its columns."""

    theme: Key
    number: str
    name: str
    columns: list[ChartColumnShown]


class ChartRowShown(Shown):
    """A row: a case, in one wave where the study has waves (0: none)."""

    case: Key
    name: str
    kind: CaseKind
    wave: Key
    wave_name: str
    header: list[str]
    groups: list[str]


class ChartWaveShown(Shown):
    """A wave of the study."""

    wave: Key
    name: str


class ChartAbsenceShown(Shown):
    """What became of a case in a wave of which it has no row."""

    case: Key
    wave: Key
    status: Attendance
    reason: str


class SkeletonCellsShown(Shown):
    """The cells with something in them, row after row; see `core.chart_columns.SkeletonCells`."""

    first: list[int]
    column: list[int]
    rev: list[Rev]
    state: list[int]
    blank: list[int]
    statements: list[int]
    indexed: list[int]
    stale: list[int]
    words: list[str]


class SkeletonShown(Shown):
    """All rows and columns of a chart, and of each cell what a grid shows before anybody looks at it."""

    change: int
    attributes: list[str]
    grouping: list[str]
    waves: bool
    rows: list[ChartRowShown]
    themes: list[ChartThemeShown]
    cells: SkeletonCellsShown
    states: list[CellState]
    blanks: list[Blank | None]
    in_time: list[ChartWaveShown] = Field(description="The study's waves, in order of time.")
    absences: list[ChartAbsenceShown]

    @classmethod
    def of(cls, skeleton: ChartSkeleton) -> SkeletonShown:
        """The skeleton as it goes over the wire."""
        return cls.model_validate(skeleton)


class CellColumnsShown(Shown):
    """Full cells, in columns; see `core.chart_columns.CellColumns`."""

    case: list[Key]
    wave: list[Key]
    theme: list[Key]
    rev: list[Rev]
    state: list[CellState]
    blank: list[Blank | None]
    stale: list[list[Stale]]
    first: list[int]


class StatementColumnsShown(Shown):
    """Their statements, cell after cell; see `core.chart_columns.StatementColumns`."""

    k: list[Key]
    rev: list[Rev]
    layer: list[Layer]
    text: list[str]
    origin: list[str]
    pending: list[list[str]]
    evidence: list[int]
    stars: list[int]
    stale: list[list[Stale]]


class WindowShown(Shown):
    """Full cells of a part of a chart."""

    change: int
    cells: CellColumnsShown
    statements: StatementColumnsShown

    @classmethod
    def of(cls, window: ChartWindow) -> WindowShown:
        """The window as it goes over the wire."""
        return cls.model_validate(window)


class EvidenceShown(Shown):
    """One thing that a statement rests on: words of a source, another cell (case, wave, theme), or all of its own."""

    k: Key
    source: Key | None
    source_name: str
    version: Key | None
    start: int | None = Field(description="Code points.")
    end: int | None
    coding: Key | None
    cell: list[Key] | None = Field(description="Case, wave and theme of another cell.")
    star: bool
    stale: Stale | None
    reference: str
    words: str


class StatementShown(Shown):
    """One line of a cell with what it rests on."""

    k: Key
    rev: Rev
    layer: Layer
    text: str
    origin: str
    evidence: list[EvidenceShown]


class SegmentShown(Shown):
    """A coding of the case under the cell's theme, with its words."""

    coding: Key
    source: Key
    source_name: str
    version: Key
    start: int = Field(description="Code points.")
    end: int
    reference: str
    words: str
    note: str
    summarised: bool = Field(description="Whether a statement of the cell rests on it.")


class QuestionShown(Shown):
    """A memo on the cell: a question with which it was returned, an answer, a thought."""

    k: Key
    rev: Rev
    text: str
    by: str
    at: int


class CaseSourceShown(Shown):
    """A source in which the case speaks or is spoken about."""

    k: Key
    name: str


class CellShown(Shown):
    """A cell with everything that belongs in it; rev is 0 while it is uncharted."""

    case: Key
    case_name: str
    wave: Key
    wave_name: str
    theme: Key
    number: str
    name: str
    definition: str
    rev: Rev
    state: CellState
    blank: Blank | None
    stale: list[Stale]
    statements: list[StatementShown]
    segments: list[SegmentShown]
    memos: list[QuestionShown]
    sources: list[CaseSourceShown]
    words: int = Field(description="How many words its summaries run to.")
    budget: int = Field(description="How many it usually needs at most.")
    guide: str = Field(description="Of an empty cell: whether the case was asked, by the topic guide, if known.")

    @classmethod
    def of(cls, panel: CellPanel) -> CellShown:
        """The cell as the panel beside the grid shows it."""
        return cls.model_validate(panel)


class PlaceGiven(Given):
    """A cell. wave: 0 where the row has none."""

    case: Key
    theme: Key
    wave: Key = 0

    def names(self) -> tuple[str, str]:
        """Case and theme as `study.chart` takes them."""
        return handle(self.case), handle(self.theme)

    def when(self) -> str | None:
        """The wave as `study.chart` takes it."""
        return None if self.wave == 0 else handle(self.wave)


class EvidenceGiven(Given):
    """What a statement rests on: a coding, words of a source (code points), another cell, or none of these: all."""

    coding: Key | None = None
    source: Key | None = None
    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None
    version: InVersion = None
    cell: PlaceGiven | None = None
    star: bool = False

    def evidence(self) -> Evidence:
        """The evidence as `study.chart` takes it."""
        if self.coding is not None:
            return Indexed(self.coding, self.star)
        if self.source is not None and self.start is not None and self.end is not None:
            return Stretch(handle(self.source), self.start, self.end, self.star, self.version)
        if self.cell is not None:
            case, theme = self.cell.names()
            return OnCell(case, theme, self.cell.when())
        return Whole()


class NewStatement(PlaceGiven):
    """A statement to stand at the end of a cell."""

    text: Text
    layer: Layer = Layer.SUMMARY
    evidence: Annotated[list[EvidenceGiven], Field(max_length=200)] = Field(default_factory=list)


class StatementEdit(Given):
    """A statement in other words, or on another layer."""

    text: Text
    layer: Layer | None = None


class StatementOrder(Given):
    """The place in its cell that a statement goes to, from 1."""

    to: Annotated[int, Field(ge=1, le=10_000)]


class Starred(Given):
    """Whether a segment is a quotation to use."""

    on: bool


class Blanked(PlaceGiven):
    """Why a cell is empty; null takes the reason away."""

    reason: Blank | None


class Marked(PlaceGiven):
    """How far a cell is. question: what it is returned with."""

    state: CellState
    question: Text = ""


class MarkedTogether(Given):
    """Cells that are marked as charted or as reviewed at once."""

    cells: Annotated[list[PlaceGiven], Field(min_length=1, max_length=5_000)]
    state: CellState

    def named(self) -> list[OnCell]:
        """The cells as `study.chart` takes them."""
        return [OnCell(*cell.names(), cell.when()) for cell in self.cells]


class ExportForm(StrEnum):
    """What a chart is written as."""

    XLSX = "xlsx"
    DOCX = "docx"
    HTML = "html"
    CSV = "csv"


class ExportGiven(Given):
    """Which chart is written, and how. themes: all if none are named; comments: the analyst's as well."""

    form: ExportForm
    themes: Annotated[list[Key], Field(max_length=500)] = Field(default_factory=list)
    group: Annotated[list[str], Field(max_length=5)] = Field(default_factory=list)
    comments: bool = False
    paper: Paper = Paper.A4

    def choices(self) -> Choices:
        """How it is written, as `study.chart` takes it."""
        return Choices(paper=self.paper, comments=self.comments)


class FillGiven(Given):
    """A filled-in workbook that was uploaded. theirs: cells in which its text wins over what was written here."""

    upload: UploadId
    dry_run: bool = False
    theirs: Annotated[list[PlaceGiven], Field(max_length=5_000)] = Field(default_factory=list)

    def spots(self) -> list[Spot]:
        """The cells as `study.chart` takes them."""
        return [(place.case, place.wave, place.theme) for place in self.theirs]


class FilledLineShown(Shown):
    """One cell of the workbook that is not the same as in the study. spot: case, wave and theme."""

    spot: list[Key] | None
    case: str
    wave: str
    theme: str
    fate: Fate
    theirs: str
    mine: str
    note: str
    written: bool


class FillingShown(Shown):
    """What a filled-in workbook brings, or brought. same: how many of its cells need nothing."""

    lines: list[FilledLineShown]
    same: int
    dry_run: bool

    @classmethod
    def of(cls, filling: Filling) -> FillingShown:
        """The report as it is shown."""
        return cls.model_validate(filling)
