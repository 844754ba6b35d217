"""The framework matrix of a study: writing cells, linking evidence, reading charts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from trellis.analysis.table import Table
from trellis.core.chart import Cell, CellPlace, CellState, Evidence, EvidenceFor, Layer, Statement
from trellis.core.chart_rules import blank_from, require_blank_fits
from trellis.core.chart_view import ChartColumn, ChartRow, ChartView, next_empty
from trellis.core.errors import Invalid, NotFound
from trellis.core.keys import Key
from trellis.core.order import between
from trellis.core.study import Setting, StudyRecord
from trellis.report.note import Choices
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_bringing import ChartBringing
from trellis.study.chart_export import keep, writer_for
from trellis.study.chart_given import (
    Given,
    Line,
    Support,
    evidence_for,
    evidence_given,
    evidence_of,
    place_given,
    statement_given,
    statements_of,
)
from trellis.study.chart_panel import ChartPanels
from trellis.study.chart_printing import ChartPrinting, for_others
from trellis.study.chart_progress import CellSheet, cell_sheet, progress_table, sheet_of
from trellis.study.chart_reading import read_view
from trellis.study.chart_rows import HEADER_SETTING, Wanted
from trellis.study.chart_screen import ChartScreens
from trellis.study.chart_writing import (
    add_statement,
    cell_at,
    confirm_cell,
    remove_statement,
    require_verbatim,
    rewrite,
    settle,
    touched,
)
from trellis.study.work import Work


class ChartOfStudy(ChartScreens, ChartPanels, ChartBringing, ChartPrinting):
    """The matrix: cases (in their waves) by sub-themes, each cell resting on what was said."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def write(
        self,
        case: str,
        theme: str,
        text: str,
        *,
        layer: Layer | str = Layer.SUMMARY,
        wave: str | None = None,
        evidence: Iterable[Given] = (),
        star: bool = False,
    ) -> Key:
        """Writes a statement at the end of a cell, and returns its key.

        layer: "summary", "verbatim" (its words must stand in the evidence; without evidence they are looked up in
        the case's sources) or "comment". star: marks its segments as quotations to use.
        Raises NotFound, Ambiguous, QuoteNotFound, Invalid.
        """
        with self._work.change("chart.write") as change:
            place = place_given(change, case, theme, wave)
            return add_statement(change, place, _layer(layer), text, evidence, star=star).k

    def edit(self, statement: Key | Line, text: str, *, layer: Layer | str | None = None) -> None:
        """Puts a statement in other words; its evidence stays. Raises NotFound, QuoteNotFound."""
        with self._work.change("chart.edit") as change:
            before = statement_given(change, statement)
            rewrite(change, before, text, before.layer if layer is None else _layer(layer))

    def reorder(self, statement: Key | Line, to: int) -> None:
        """Moves a statement to the place `to` in its cell, from 1; past the end means last. Raises NotFound."""
        with self._work.change("chart.reorder") as change:
            moved = statement_given(change, statement)
            others = [other for other in statements_of(change, moved.place) if other.k != moved.k]
            at = max(0, min(to - 1, len(others)))
            low = others[at - 1].pos if at else None
            high = others[at].pos if at < len(others) else None
            change.update(moved, replace(moved, pos=between(low, high)))
            _renew(change, moved.place)

    def remove(self, statement: Key | Line) -> None:
        """Takes a statement out of its cell; a cell in which nothing is left is uncharted again. Raises NotFound."""
        with self._work.change("chart.remove") as change:
            gone = statement_given(change, statement)
            remove_statement(change, gone)
            settle(change, gone.place)

    def link(self, statement: Key | Line, evidence: Given) -> Key:
        """Adds what a statement rests on, and returns the key of the link. Raises NotFound, QuoteNotFound."""
        with self._work.change("chart.link") as change:
            resting = statement_given(change, statement)
            record = evidence_for(change, resting, evidence)
            change.insert(record)
            _renew(change, resting.place)
            return record.k

    def unlink(self, evidence: Key | Support) -> None:
        """Takes a link away. Raises NotFound, or QuoteNotFound if a verbatim statement would stand on nothing."""
        with self._work.change("chart.unlink") as change:
            gone = evidence_given(change, evidence)
            statement = _statement_on(change, gone)
            change.delete(gone)
            require_verbatim(change, statement, evidence_of(change, statement.k))
            _renew(change, statement.place)

    def star(self, evidence: Key | Support, *, on: bool = True) -> None:
        """Marks a segment as a quotation to use, or takes the mark away. Raises NotFound, Invalid."""
        with self._work.change("chart.star") as change:
            before = evidence_given(change, evidence)
            if before.source is None:
                message = "a star marks a segment as a quotation to use; this evidence is a cell"
                raise Invalid(message)
            change.update(before, replace(before, star=on))

    def blank(self, case: str, theme: str, reason: str | None, *, wave: str | None = None) -> None:
        """Says why a cell is empty ("not asked" …), or takes the reason away (None).

        Raises Invalid if the cell holds summaries or verbatim words.
        """
        with self._work.change("chart.blank") as change:
            place = place_given(change, case, theme, wave)
            if reason is None:
                _clear_blank(change, place)
                return
            require_blank_fits(statement.layer for statement in statements_of(change, place))
            before = cell_at(change, place)
            state = CellState.CHARTED if before is None or before.state is CellState.DRAFT else None
            touched(change, place, blank=blank_from(reason), state=state)

    def set_state(self, case: str, theme: str, state: CellState | str, *, wave: str | None = None) -> None:
        """Says how far a cell is: draft, charted, returned or reviewed. Raises Invalid for an uncharted cell."""
        with self._work.change("chart.state") as change:
            place = place_given(change, case, theme, wave)
            cell = _cell_there(change, place, case, theme)
            change.update(cell, replace(cell, state=_state(state)))

    def confirm(self, case: str, theme: str, *, wave: str | None = None) -> None:
        """Says that a cell is still right, after what it rests on changed. Raises NotFound if it is uncharted."""
        with self._work.change("chart.confirm") as change:
            place = place_given(change, case, theme, wave)
            confirm_cell(change, _cell_there(change, place, case, theme))

    def set_header(self, attributes: Sequence[str]) -> None:
        """Chooses the attributes that stand beside a case's name in every chart."""
        with self._work.change("chart.header") as change:
            before = change.find(Setting, HEADER_SETTING)
            after = Setting(HEADER_SETTING, 0, json.dumps(list(attributes), ensure_ascii=False))
            if before is None:
                change.insert(after)
            else:
                change.update(before, replace(before, value=after.value))

    def matrix(
        self,
        themes: Sequence[str] | None = None,
        cases: Sequence[str] | None = None,
        waves: Sequence[str] | None = None,
        *,
        header: Sequence[str] | None = None,
        sort: Sequence[str] = (),
        group: Sequence[str] = (),
        words: bool = False,
    ) -> ChartView:
        """The chart of these themes, cases and waves (None: all), with every filled cell.

        themes: numbers or names; a main theme stands for its sub-themes. header, sort, group: names of case attributes.
        words: whether evidence carries its words and printed references. Raises NotFound, Ambiguous.
        """
        with self._work.read() as reader:
            wanted = Wanted(themes, cases, waves, header, sort, group)
            return read_view(reader, wanted, words=words, title=reader.all(StudyRecord)[0].title)

    def cell(self, case: str, theme: str, *, wave: str | None = None) -> CellSheet:
        """A cell with its statements, their words, and what is indexed for it and not yet summarised.

        Raises NotFound, Ambiguous.
        """
        with self._work.read() as reader:
            return cell_sheet(reader, Wanted([theme], [case], None if wave is None else [wave]))

    def progress(self, *, only_open: bool = False) -> Table:
        """How far each cell is: indexed and not summarised, not evidenced, stale, blank. only_open: what needs work."""
        with self._work.read() as reader:
            return progress_table(reader, Wanted(header=()), only_open=only_open)

    def export(
        self,
        path: str | Path,
        *,
        themes: Sequence[str] | None = None,
        cases: Sequence[str] | None = None,
        waves: Sequence[str] | None = None,
        sort: Sequence[str] = (),
        group: Sequence[str] = (),
        choices: Choices | None = None,
        overwrite: bool = False,
    ) -> Path:
        """Writes a chart to a file, its form by its ending: .xlsx .docx .html .csv. The same study, the same bytes.

        Verbatim statements and quotations of people who have not agreed to be quoted are left out, with a note, and so
        are attributes that say who somebody is. Names that are left in statements and names of cases become pseudonyms
        if the file of pseudonyms is open.
        themes, cases, waves, sort, group: see `matrix`. overwrite: whether a file of that name may go.
        Raises NotSupported, AlreadyThere, NotFound, StudyFileError.
        """
        target = Path(path)
        content = self.written(
            target.name, themes=themes, cases=cases, waves=waves, sort=sort, group=group, choices=choices
        )
        keep(target, content, replace=overwrite)
        return target

    def written(
        self,
        name: str,
        *,
        themes: Sequence[str] | None = None,
        cases: Sequence[str] | None = None,
        waves: Sequence[str] | None = None,
        sort: Sequence[str] = (),
        group: Sequence[str] = (),
        choices: Choices | None = None,
    ) -> bytes:
        """The bytes of a chart as `export` would write it to a file of this name. Raises NotSupported, NotFound."""
        writer = writer_for(Path(name))
        with self._work.read() as reader:
            wanted = Wanted(themes, cases, waves, None, sort, group)
            view, note = for_others(self._work, reader, wanted)
        return writer(view, note, choices or Choices())

    def next_empty(self, case: str | None = None) -> tuple[ChartRow, ChartColumn] | None:
        """The next uncharted cell of a case (or of all), in the order of the chart; None when there is none."""
        with self._work.read() as reader:
            view = read_view(reader, Wanted(cases=None if case is None else [case]), words=False, title="")
            return next_empty(view)

    def next_sheet(self, case: str | None = None) -> CellSheet | None:
        """The next uncharted cell with what is indexed for it, None when there is none. See `next_empty`."""
        with self._work.read() as reader:
            view = read_view(reader, Wanted(cases=None if case is None else [case]), words=False, title="")
            found = next_empty(view)
            return None if found is None else sheet_of(reader, *found)


def _layer(given: Layer | str) -> Layer:
    try:
        return Layer(given)
    except ValueError as error:
        message = f"“{given}” is no layer; a statement is a summary, verbatim or a comment"
        raise Invalid(message) from error


def _state(given: CellState | str) -> CellState:
    settable = [state for state in CellState if state is not CellState.UNCHARTED]
    if given in settable:
        return CellState(given)
    message = f"a cell cannot be made “{given}”; it can be {', '.join(settable)} (remove its statements to clear it)"
    raise Invalid(message)


def _cell_there(reader: Reader, place: CellPlace, case: str, theme: str) -> Cell:
    cell = reader.find(Cell, place.chart, place.theme, place.row, place.wave)
    if cell is None:
        message = f"the cell {case} / {theme} is uncharted; write into it or give a blank reason first"
        raise NotFound(message)
    return cell


def _renew(change: Change, place: CellPlace) -> None:
    cell = cell_at(change, place)
    touched(change, place, blank=None if cell is None else cell.blank)


def _clear_blank(change: Change, place: CellPlace) -> None:
    cell = cell_at(change, place)
    if cell is None or cell.blank is None:
        return
    if statements_of(change, place):
        touched(change, place)
    else:
        change.delete(cell)


def _statement_on(reader: Reader, evidence: Evidence) -> Statement:
    if evidence.for_kind is not EvidenceFor.STATEMENT:
        message = "this evidence belongs to a judgement or finding, not to a cell"
        raise NotFound(message)
    return reader.get(Statement, evidence.for_k)
