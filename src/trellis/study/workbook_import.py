"""Bringing in the workbook that a team has kept its charts in: one change a case, all in one batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from trellis.analysis.table import Table
from trellis.core.chart import CellPlace, CellState
from trellis.core.chart_rules import require_blank_fits
from trellis.core.errors import TrellisError
from trellis.core.framework_operations import add
from trellis.core.framework_tree import Spot
from trellis.core.framework_wording import Wording
from trellis.core.grid import Grid
from trellis.core.keys import NO_KEY, Key
from trellis.core.matching import words_of
from trellis.core.workbook_points import blank_meant, points_of, says_nothing
from trellis.exchange.framework_workbook import MatrixRow, cell_name
from trellis.store.changes import Change
from trellis.study.chart_given import statements_of
from trellis.study.chart_points import same_words, settled
from trellis.study.chart_writing import add_statement, cell_at, touched
from trellis.study.following import Follower
from trellis.study.framework_writing import Why, perform, tree_of
from trellis.study.keeping import case_for
from trellis.study.resolve import main_chart, wave_named
from trellis.study.work import Progress, Step, Work
from trellis.study.workbook_mapping import WorkbookMapping, WorkbookMeant, matching_table, meant_by, require_empty


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in the file that did not go in as it stands. where: sheet and cell; text: what stands there."""

    where: str
    case: str
    head: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a workbook. pending: references that wait for their transcript; already: points there before."""

    matching: Table
    statements: int
    verbatim: int
    comments: int
    evidence: int
    pending: int
    blanks: int
    already: int
    remarks: tuple[Remark, ...]
    dry_run: bool

    def table(self) -> Table:
        """What could not be read, cell by cell, with the reason."""
        rows = tuple((r.where, r.case, r.head, r.reason, r.text) for r in self.remarks)
        did = "would go in" if self.dry_run else "went in"
        note = (
            f"{self.statements} statements ({self.verbatim} verbatim, {self.comments} comments) and {self.blanks} "
            f"blank reasons {did}, with {self.evidence} pieces of evidence; {self.pending} references wait for their "
            f"transcript; {self.already} points were there already; {len(self.remarks)} remarks."
        )
        return Table(("where", "case", "theme", "reason", "text"), rows, "Not as it stands", note)


@dataclass(slots=True)
class _Count:
    statements: int = 0
    verbatim: int = 0
    comments: int = 0
    evidence: int = 0
    pending: int = 0
    blanks: int = 0
    already: int = 0
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of the file that is to be read."""

    sheet: str
    at: int
    line: int
    case: str
    head: str
    text: str

    @property
    def where(self) -> str:
        return f"{self.sheet}, {cell_name(self.line, self.at)}"

    def remark(self, reason: str, text: str | None = None) -> Remark:
        return Remark(self.where, self.case, self.head, reason, self.text if text is None else text)


def bring_workbook(
    work: Work, grids: tuple[Grid, ...], mapping: WorkbookMapping, *, dry_run: bool, told: Progress
) -> Brought:
    """Writes what the sheets say into the chart; see `ChartOfStudy.import_workbook`."""
    with work.read() as reader:
        require_empty(reader, mapping)
        meant = meant_by(reader, grids, mapping)
        matching = matching_table(reader, meant, mapping)
    count = _Count(remarks=list(_unread(meant, mapping)))
    if dry_run:
        _rehearse(work, meant, mapping, count)
    else:
        _write(work, meant, mapping, count, told)
    ordered = tuple(count.remarks)
    return Brought(
        matching, count.statements, count.verbatim, count.comments, count.evidence, count.pending, count.blanks,
        count.already, ordered, dry_run,
    )  # fmt: skip


def _rehearse(work: Work, meant: WorkbookMeant, mapping: WorkbookMapping, count: _Count) -> None:
    with work.rehearsal("chart.workbook") as change:
        places = _Places(change, meant, mapping)
        for case, cells in _by_case(meant, places):
            _write_case(change, places, case, cells, count)


def _write(work: Work, meant: WorkbookMeant, mapping: WorkbookMapping, count: _Count, told: Progress) -> None:
    opened: AbstractContextManager[Change] = work.change("chart.workbook")
    with opened as change:
        batch = change.start_batch()
        places = _Places(change, meant, mapping)
        groups = _by_case(meant, places)
    for done, (case, cells) in enumerate(groups, 1):
        told(Step(done, len(groups), cells[0].case))
        with work.change("chart.workbook", batch=batch) as change:
            _write_case(change, places, case, cells, count)


class _Places:
    """Themes and cases of the workbook, those that were missing made where that was asked for."""

    def __init__(self, change: Change, meant: WorkbookMeant, mapping: WorkbookMapping) -> None:
        self.bare = mapping.bare
        self.chart = main_chart(change).k
        self.wave = NO_KEY if mapping.wave is None else wave_named(change, mapping.wave).k
        self.themes = dict(_themes(change, meant, add_missing=mapping.add_themes))
        self.cases = {words: case.case for words, case in meant.cases.items() if case.case is not None}
        if mapping.add_cases:
            for words, case in meant.cases.items():
                if words not in self.cases:
                    self.cases[words] = case_for(change, case.written)


def _themes(change: Change, meant: WorkbookMeant, *, add_missing: bool) -> Iterator[tuple[tuple[str, int], Key]]:
    for sheet in meant.sheets:
        parent = sheet.main
        if add_missing and parent is None and sheet.fresh:
            parent = _added(change, sheet.fresh, None)
        for column in sheet.columns:
            k = column.theme
            if k is None and add_missing and column.fresh:
                k = _added(change, column.fresh, parent)
            if k is not None:
                yield (column.sheet, column.at), k


def _added(change: Change, name: str, parent: Key | None) -> Key:
    tree = tree_of(change)
    known = [theme for theme in tree.children(parent) if words_of(theme.name) == words_of(name)]
    if known:
        return known[0].k
    k = change.new_key()
    perform(change, add(tree, k, Wording(name), Spot(parent)), Why("from a workbook"))
    return k


def _by_case(meant: WorkbookMeant, places: _Places) -> list[tuple[Key, list[_Cell]]]:
    groups: dict[Key, list[_Cell]] = {}
    for sheet in meant.sheets:
        for row in sheet.matrix.rows:
            case = places.cases.get(words_of(row.case))
            if case is None:
                continue
            cells = [
                _Cell(column.sheet, column.at, row.line, row.case, column.head, row.cells[column.at])
                for column in sheet.columns
                if column.at in row.cells and (column.sheet, column.at) in places.themes
            ]
            if cells:
                groups.setdefault(case, []).extend(cells)
    return list(groups.items())


def _unread(meant: WorkbookMeant, mapping: WorkbookMapping) -> Iterator[Remark]:
    """What is passed over whole: rows outside the matrix, columns without a theme, rows without a case."""
    for passed in meant.passed:
        yield Remark(passed.where, "", "", passed.reason, passed.text)
    for sheet in meant.sheets:
        for column in sheet.columns:
            held = sum(column.at in row.cells for row in sheet.matrix.rows)
            if held and column.theme is None and not (mapping.add_themes and column.fresh):
                reason = f"the column is passed over ({held} cells): {column.how}"
                yield Remark(sheet.matrix.sheet, "", column.head, reason, "")
        yield from _strangers(sheet.matrix.sheet, sheet.matrix.rows, meant, mapping)


def _strangers(
    sheet: str, rows: Iterable[MatrixRow], meant: WorkbookMeant, mapping: WorkbookMapping
) -> Iterator[Remark]:
    for row in rows:
        case = meant.cases.get(words_of(row.case))
        if case is not None and case.case is None and not mapping.add_cases and row.cells:
            text = " | ".join(" ".join(cell.split()) for cell in row.cells.values())
            yield Remark(f"{sheet}, row {row.line}", row.case, "", case.how, text)


def _write_case(change: Change, places: _Places, case: Key, cells: list[_Cell], count: _Count) -> None:
    follower = Follower(change, places.bare)
    for cell in cells:
        place = CellPlace(places.chart, case, places.wave, places.themes[cell.sheet, cell.at])
        reason = blank_meant(cell.text)
        if reason is not None:
            _write_blank(change, place, cell, count)
        elif says_nothing(cell.text):
            count.remarks.append(cell.remark("it does not say why the cell is empty; left uncharted"))
        else:
            _write_points(change, follower, place, cell, count)


def _write_blank(change: Change, place: CellPlace, cell: _Cell, count: _Count) -> None:
    reason = blank_meant(cell.text)
    before = cell_at(change, place)
    if before is not None and before.blank is reason:
        count.already += 1
        return
    try:
        require_blank_fits(statement.layer for statement in statements_of(change, place))
    except TrellisError as error:
        count.remarks.append(cell.remark(str(error)))
        return
    touched(change, place, blank=reason, state=CellState.CHARTED)
    count.blanks += 1


def _write_points(change: Change, follower: Follower, place: CellPlace, cell: _Cell, count: _Count) -> None:
    standing = {same_words(statement.text) for statement in statements_of(change, place)}
    for point in points_of(cell.text):
        if same_words(point.text) in standing:
            count.already += 1
            continue
        made = settled(change, follower, place, point)
        add_statement(change, place, made.layer, made.text, made.evidence, pending=made.pending)
        standing.add(same_words(point.text))
        count.statements += 1
        count.verbatim += made.layer.value == "verbatim"
        count.comments += made.layer.value == "comment"
        count.evidence += len(made.evidence)
        count.pending += len(made.pending)
        count.remarks += [cell.remark(reason, point.printed) for reason in made.remarks]
