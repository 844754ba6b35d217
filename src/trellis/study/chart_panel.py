"""One cell with everything that belongs in it, as the panel beside the grid shows it; and passing it to and fro."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from trellis.core.chart import Blank, Cell, CellPlace, CellState, Statement
from trellis.core.chart_progress import by_spot, unsummarised
from trellis.core.chart_rules import WORD_BUDGET, Stale, is_data, marked_together, word_count
from trellis.core.chart_view import ChartColumn, ChartRow, ChartView, StatementView
from trellis.core.chart_words import Landmarks, reference
from trellis.core.coding import Coding
from trellis.core.errors import Invalid, NotFound
from trellis.core.keys import NO_KEY, Key
from trellis.core.memo import About, Memo, MemoKind
from trellis.core.source import Source
from trellis.core.study import Person
from trellis.store.changes import Change
from trellis.store.queries import chart as queries
from trellis.store.reader import Reader
from trellis.study.asked import told_by_guide
from trellis.study.chart_given import OnCell, place_given
from trellis.study.chart_reading import marks_of, read_view
from trellis.study.chart_rows import Wanted, column_of_theme
from trellis.study.resolve import adopted_round, main_chart
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class PanelSegment:
    """A coding of the case under the cell's theme, with its words. summarised: whether a statement rests on it."""

    coding: Key
    source: Key
    source_name: str
    version: Key
    start: int
    end: int
    reference: str
    words: str
    note: str
    summarised: bool


@dataclass(frozen=True, slots=True)
class PanelMemo:
    """A memo on the cell. by: who wrote it; at: ms since 1970, UTC."""

    k: Key
    rev: Key
    text: str
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class CaseSource:
    """A source in which the case speaks or is spoken about."""

    k: Key
    name: str


@dataclass(frozen=True, slots=True)
class CellPanel:
    """A cell, its statements with their evidence in words, what is indexed for it, and the memos on it.

    rev: 0 while it is uncharted. wave: 0 for none. words: of its summaries; budget: how many it usually needs at most.
    guide: for a cell that says nothing, whether the case was asked, by the topic guide; "" where that is not known.
    """

    case: Key
    case_name: str
    wave: Key
    wave_name: str
    theme: Key
    number: str
    name: str
    definition: str
    rev: Key
    state: CellState
    blank: Blank | None
    stale: tuple[Stale, ...]
    statements: tuple[StatementView, ...]
    segments: tuple[PanelSegment, ...]
    memos: tuple[PanelMemo, ...]
    sources: tuple[CaseSource, ...]
    words: int
    guide: str = ""
    budget: int = WORD_BUDGET


class ChartPanels:
    """The calls about one cell that a workbench makes."""

    _work: Work

    def panel(self, case: str, theme: str, *, wave: str | None = None) -> CellPanel:
        """A cell with everything that belongs in it. Raises NotFound, Ambiguous."""
        with self._work.read() as reader:
            view = read_view(reader, Wanted([theme], [case], None if wave is None else [wave]), words=True, title="")
            if not view.rows or not view.columns:
                message = f"there is no cell of {case} and {theme}: the case has no row in that wave"
                raise NotFound(message)
            return _panel(reader, view, view.rows[0], view.columns[0])

    def asked(self, case: str, theme: str, *, wave: str | None = None) -> str:
        """Whether a case was asked about a theme, by the topic guide, in a sentence; "" where that is not known.

        It sets no blank reason. Raises NotFound, Ambiguous.
        """
        with self._work.read() as reader:
            place = place_given(reader, case, theme, wave)
            return told_by_guide(reader, place)

    def statement(self, k: Key) -> Statement | None:
        """A statement by its key, None if it is gone."""
        with self._work.read() as reader:
            return reader.find(Statement, k)

    def mark(
        self, case: str, theme: str, state: CellState | str, *, wave: str | None = None, question: str = ""
    ) -> None:
        """Says how far a cell is; with a question, which is kept as a memo on the cell, it is returned to its writer.

        Raises Invalid for a question with another state than “returned”, NotFound for an uncharted cell.
        """
        with self._work.change("chart.state") as change:
            place = place_given(change, case, theme, wave)
            cell = change.find(Cell, place.chart, place.theme, place.row, place.wave)
            if cell is None:
                message = f"the cell {case} / {theme} is uncharted; write into it or give a blank reason first"
                raise NotFound(message)
            change.update(cell, replace(cell, state=_settable(state, question)))
            if question.strip():
                change.insert(_question(change, cell, question.strip()))

    def mark_all(self, cells: Iterable[OnCell], state: CellState | str) -> int:
        """Marks many cells as charted or as reviewed, in one change; how many were not so before.

        Drafts become charted, drafts and charted ones reviewed; uncharted and returned ones are left alone.
        Raises NotFound, Ambiguous, Invalid if there is nothing to mark.
        """
        with self._work.change("chart.state_all") as change:
            places = [place_given(change, cell.case, cell.theme, cell.wave) for cell in cells]
            found = (change.find(Cell, place.chart, place.theme, place.row, place.wave) for place in places)
            return _marked(change, [cell for cell in found if cell is not None], _settable(state, ""))

    def mark_part(
        self,
        state: CellState | str,
        *,
        cases: Sequence[str] | None = None,
        themes: Sequence[str] | None = None,
        waves: Sequence[str] | None = None,
    ) -> int:
        """The same for the cells of these rows, these columns, or where they meet. See `mark_all`."""
        with self._work.change("chart.state_all") as change:
            view = read_view(change, Wanted(themes, cases, waves), words=False, title="")
            wanted = {(row.case, row.wave or NO_KEY, column.theme) for row in view.rows for column in view.columns}
            cells = change.all(Cell, chart=main_chart(change).k)
            mine = [cell for cell in cells if (cell.row, cell.wave, cell.theme) in wanted]
            return _marked(change, mine, _settable(state, ""))


def _marked(change: Change, cells: Iterable[Cell], to: CellState) -> int:
    """Marks those of the cells that are marked together. Raises Invalid if there are none."""
    found = [cell for cell in cells if marked_together(cell.state, to)]
    if not found:
        message = f"none of these cells can be marked as {to.value}: they are empty, returned, or marked so already"
        raise Invalid(message)
    change.update_all((cell, replace(cell, state=to)) for cell in found)
    return len(found)


def _settable(given: CellState | str, question: str) -> CellState:
    settable = [state for state in CellState if state is not CellState.UNCHARTED]
    if given not in settable:
        message = f"a cell cannot be made “{given}”; it can be {', '.join(settable)}"
        raise Invalid(message)
    state = CellState(given)
    if question.strip() and state is not CellState.RETURNED:
        message = f"a question goes with a cell that is returned, not with one that is {state.value}"
        raise Invalid(message)
    return state


def _question(change: Change, cell: Cell, text: str) -> Memo:
    about = (MemoKind.ANALYTIC, About.CELL_ROW, cell.row, None, None, None, text, (), None, "")
    return Memo(change.new_key(), 0, *about, change.person, change.at, cell.theme, cell.wave)


def _panel(reader: Reader, view: ChartView, row: ChartRow, column: ChartColumn) -> CellPanel:
    cell = view.cell(row, column)
    said = [] if cell is None else [s.text for s in cell.statements if is_data(s.layer)]
    return CellPanel(
        row.case,
        row.name,
        row.wave,
        row.wave_name,
        column.theme,
        column.number,
        column.name,
        column.definition,
        NO_KEY if cell is None else cell.rev,
        CellState.UNCHARTED if cell is None else cell.state,
        None if cell is None else cell.blank,
        () if cell is None else cell.stale,
        () if cell is None else cell.statements,
        _segments(reader, view, row, column),
        _memos(reader, row, column),
        _sources(reader, row),
        word_count(said),
        "" if said else told_by_guide(reader, CellPlace(NO_KEY, row.case, row.wave, column.theme)),
    )


def _segments(reader: Reader, view: ChartView, row: ChartRow, column: ChartColumn) -> tuple[PanelSegment, ...]:
    column_of = column_of_theme(reader, view.themes)
    found = queries.codings(reader.connection, adopted_round(reader).k, sorted(column_of), row.case)
    here = by_spot(found, column_of, waves=view.waves).get((row.case, row.wave, column.theme), [])
    versions = sorted({segment.version for segment in here})
    texts, marks = queries.texts(reader.connection, versions), marks_of(reader, versions)
    waiting = {segment.coding for segment in unsummarised(view.cell(row, column), here)}
    names = {k: reader.get(Source, k).name for k in {segment.source for segment in here}}
    return tuple(
        PanelSegment(
            segment.coding,
            segment.source,
            names[segment.source],
            segment.version,
            segment.start,
            segment.end,
            reference(marks.get(segment.version, Landmarks()), segment.start),
            texts.get(segment.version, "")[segment.start : segment.end],
            reader.get(Coding, segment.coding).note,
            segment.coding not in waiting,
        )
        for segment in here
    )


def _memos(reader: Reader, row: ChartRow, column: ChartColumn) -> tuple[PanelMemo, ...]:
    people = {person.k: person.name for person in reader.all(Person)}
    about = reader.all(Memo, about=row.case)
    here = [m for m in about if m.about_kind is About.CELL_ROW and (m.theme, m.wave) == (column.theme, row.wave)]
    return tuple(PanelMemo(m.k, m.rev, m.text, people.get(m.by, m.author), m.at) for m in sorted(here, key=_when))


def _when(memo: Memo) -> tuple[int, Key]:
    return memo.at, memo.k


def _sources(reader: Reader, row: ChartRow) -> tuple[CaseSource, ...]:
    found = dict.fromkeys(line[0] for line in queries.sources_of_case(reader.connection, row.case, row.wave))
    return tuple(CaseSource(k, reader.get(Source, k).name) for k in found)
