"""Statements from a long table: checked line by line, written one change a case, all in one batch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trellis.analysis.table import Table
from trellis.core.chart import CellPlace, CellState, Layer, Statement
from trellis.core.chart_rules import blank_from, one_line, require_blank_fits
from trellis.core.errors import Ambiguous, Invalid, NotFound, TrellisError
from trellis.core.keys import NO_KEY, Key
from trellis.exchange.chart_lines import ChartLine
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_given import (
    Given,
    OnCell,
    Stretch,
    Whole,
    Words,
    evidence_for,
    evidence_of,
    statements_of,
)
from trellis.study.chart_writing import add_statement, cell_at, touched
from trellis.study.resolve import case_named, main_chart, theme_given, wave_named
from trellis.study.work import Progress, Step, Work


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of the table that did not go in. number: as a spreadsheet counts rows."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in. already: statements and blanks that stood in their cells before."""

    statements: int
    evidence: int
    blanks: int
    already: int
    bad: tuple[BadLine, ...]

    def table(self) -> Table:
        """The lines that did not go in, with their reasons."""
        note = (
            f"{self.statements} statements with {self.evidence} pieces of evidence and {self.blanks} blank reasons "
            f"went in; {self.already} were there already; {len(self.bad)} lines did not go in."
        )
        return Table(("line", "reason"), tuple((b.number, b.reason) for b in self.bad), "Lines left out", note)


@dataclass(slots=True)
class _Count:
    statements: int = 0
    evidence: int = 0
    blanks: int = 0
    already: int = 0


def import_lines(work: Work, lines: list[ChartLine], told: Progress) -> Imported:
    """Writes the statements of a long table. Cells that rest on other cells go last, in the table's order."""
    bad: list[BadLine] = []
    count = _Count()
    batch: Key | None = None
    groups = _by_case(lines)
    for done, (case, own) in enumerate(groups):
        told(Step(done, len(groups), case))
        with work.change("chart.import", batch=batch) as change:
            batch = change.start_batch() if batch is None else batch
            for same in _by_statement(own):
                bad += _import_statement(change, same, count)
    return Imported(count.statements, count.evidence, count.blanks, count.already, tuple(sorted(bad, key=_number)))


def _number(bad: BadLine) -> int:
    return bad.number


def _by_case(lines: list[ChartLine]) -> list[tuple[str, list[ChartLine]]]:
    groups: dict[tuple[bool, str], list[ChartLine]] = {}
    resting = {line.case for line in lines if any(on.casefold() != "all" for on in line.rests_on)}
    for line in lines:
        groups.setdefault((line.case in resting, line.case), []).append(line)
    return [(case, own) for (_, case), own in sorted(groups.items(), key=lambda item: item[0][0])]


def _by_statement(lines: list[ChartLine]) -> list[list[ChartLine]]:
    """Lines of one statement together; a line without n is a statement by itself."""
    groups: dict[tuple[str, ...], list[ChartLine]] = {}
    for line in lines:
        own = (str(line.number),) if not line.n else ()
        groups.setdefault((line.wave, line.theme, line.n, *own), []).append(line)
    return list(groups.values())


def _import_statement(change: Change, lines: list[ChartLine], count: _Count) -> list[BadLine]:
    first = next((line for line in lines if line.text), lines[0])
    try:
        place = _place(change, first)
        state = None if not first.state else _state(first.state)
        if first.blank and not first.text:
            _import_blank(change, place, first.blank, state, count)
            return []
        layer = _layer(first.layer)
        text = one_line(first.text)
    except TrellisError as error:
        return [BadLine(line.number, str(error)) for line in lines]
    given, bad = _evidence(change, lines, place, layer)
    if bad and not given:
        return bad
    try:
        _import_words(change, place, _Statement(layer, text, tuple(given)), count)
        if state is not None:
            _set_state(change, place, state)
    except TrellisError as error:
        return [BadLine(line.number, str(error)) for line in lines]
    return bad


def _place(reader: Reader, line: ChartLine) -> CellPlace:
    wave = wave_named(reader, line.wave).k if line.wave else NO_KEY
    return CellPlace(main_chart(reader).k, case_named(reader, line.case).k, wave, theme_given(reader, line.theme).k)


def _layer(given: str) -> Layer:
    try:
        return Layer(given.casefold() or Layer.SUMMARY)
    except ValueError as error:
        message = f"“{given}” is no layer; a statement is a summary, verbatim or a comment"
        raise Invalid(message) from error


def _state(given: str) -> CellState:
    try:
        return CellState(given.casefold())
    except ValueError as error:
        message = f"“{given}” is no state; a cell is draft, charted, returned or reviewed"
        raise Invalid(message) from error


def _import_blank(change: Change, place: CellPlace, reason: str, state: CellState | None, count: _Count) -> None:
    blank = blank_from(reason)
    require_blank_fits(statement.layer for statement in statements_of(change, place))
    before = cell_at(change, place)
    if before is not None and before.blank is blank:
        count.already += 1
        return
    touched(change, place, blank=blank, state=state or CellState.CHARTED)
    count.blanks += 1


def _evidence(
    change: Change, lines: Iterable[ChartLine], place: CellPlace, layer: Layer
) -> tuple[list[Given], list[BadLine]]:
    """What the lines say that the statement rests on, each tried by itself."""
    probe = Statement(0, 0, place.chart, place.row, place.wave, place.theme, "", layer, "-", None, change.person, 0)
    found: list[Given] = []
    bad: list[BadLine] = []
    for line in lines:
        try:
            for given in _given(change, line):
                evidence_for(change, probe, given)
                found.append(given)
        except TrellisError as error:
            bad.append(BadLine(line.number, str(error)))
    return found, bad


def _given(reader: Reader, line: ChartLine) -> list[Given]:
    found: list[Given] = []
    if line.source and line.quote and not line.start:
        found.append(Words(line.source, line.quote, line.star))
    elif line.source and line.start:
        if not (line.start.isdigit() and line.end.isdigit()):
            message = f"start “{line.start}” and end “{line.end}” are not both whole numbers"
            raise Invalid(message)
        found.append(Stretch(line.source, int(line.start), int(line.end), line.star))
    elif line.source or line.quote:
        message = "a source needs a quote, or start and end, to say which words are meant; a quote needs its source"
        raise Invalid(message)
    return found + [_on_cell(reader, on, line) for on in line.rests_on]


def _on_cell(reader: Reader, on: str, line: ChartLine) -> Given:
    """The cell that "Dan" (same theme) or "Dan/2.3" or "Dan 2.3" means; "all" is the cell's own segments."""
    if on.casefold() == "all":
        return Whole()
    wave = line.wave or None
    if "/" in on:
        case, theme = on.rsplit("/", 1)
        return OnCell(case.strip(), theme.strip(), wave)
    try:
        return OnCell(case_named(reader, on).name, line.theme, wave)
    except (NotFound, Ambiguous):
        case, space, theme = on.rpartition(" ")
        if not space:
            raise
        return OnCell(case, theme, wave)


@dataclass(frozen=True, slots=True)
class _Statement:
    layer: Layer
    text: str
    evidence: tuple[Given, ...]


def _import_words(change: Change, place: CellPlace, said: _Statement, count: _Count) -> None:
    if any(s.layer is said.layer and s.text == said.text for s in statements_of(change, place)):
        count.already += 1
        return
    statement = add_statement(change, place, said.layer, said.text, said.evidence)
    count.statements += 1
    count.evidence += len(evidence_of(change, statement.k))


def _set_state(change: Change, place: CellPlace, state: CellState) -> None:
    cell = cell_at(change, place)
    if cell is not None and cell.state is not state:
        touched(change, place, blank=cell.blank, state=state)
