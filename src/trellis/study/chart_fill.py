"""Bringing back a workbook that somebody filled in: what changed is written, what both sides changed is listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from enum import StrEnum

from trellis.analysis.table import Table
from trellis.core.case import Case
from trellis.core.chart import CellPlace, Evidence, Layer, Statement
from trellis.core.chart_filling import Fate, Placed, Prints, fate_of, placed_lines
from trellis.core.chart_rules import is_data, one_line
from trellis.core.chart_text import CellText, read_cell_text, sheet_text, text_print
from trellis.core.chart_view import ChartView, Spot
from trellis.core.chart_words import check_verbatim
from trellis.core.errors import Ambiguous, Invalid, NotFound, QuoteNotFound
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.order import spread
from trellis.core.segment import Segment
from trellis.core.source import Version
from trellis.exchange.chart_workbook import Exported, FilledBook, FilledCell
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_given import evidence_of, found_in_case, on_segment, statements_of, words_of
from trellis.study.chart_reading import read_view
from trellis.study.chart_rows import Wanted
from trellis.study.chart_writing import add_statement, cell_at, remove_statement, settle, touched
from trellis.study.resolve import main_chart
from trellis.study.work import Work


class Take(StrEnum):
    """Whose text wins where both sides wrote: the file's or the study's."""

    THEIRS = "theirs"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class FilledLine:
    """One cell of the file that is not the same as in the study. written: whether the study now says what it says.

    spot: its keys, None for a row that nobody knows. note: why it is a problem, otherwise sheet and row.
    """

    spot: Spot | None
    case: str
    wave: str
    theme: str
    fate: Fate
    theirs: str
    mine: str
    note: str
    written: bool


@dataclass(frozen=True, slots=True)
class Filling:
    """What came of bringing a file back. same: how many cells needed nothing."""

    lines: tuple[FilledLine, ...]
    same: int
    dry_run: bool

    @property
    def conflicts(self) -> tuple[FilledLine, ...]:
        """The cells that both sides wrote in and that were left as they are."""
        return tuple(line for line in self.lines if line.fate is Fate.CONFLICT and not line.written)

    def table(self) -> Table:
        """The cells that differ, one a line."""
        heads = ("case", "wave", "theme", "what", "written", "in the file", "in the study", "note")
        rows = tuple(
            (a.case, a.wave, a.theme, a.fate.value, "yes" if a.written else "", a.theirs, a.mine, a.note)
            for a in self.lines
        )
        note = f"{self.same} cells are the same." + (
            " Nothing was written: this was a dry run." if self.dry_run else ""
        )
        return Table(heads, rows, "What the file brings", note)


@dataclass(frozen=True, slots=True)
class _Found:
    """A cell of the file that differs, with what the study says."""

    cell: FilledCell
    place: CellPlace
    fate: Fate
    mine: str
    wanted: CellText
    note: str


def fill(work: Work, book: FilledBook, *, dry_run: bool, theirs: Callable[[Spot], bool]) -> Filling:
    """Brings the cells of a filled-in workbook into the study: one change a case, one batch.

    theirs: whether the file's text wins in a cell that is a conflict or that the file empties.
    """
    with work.read() as reader:
        view = read_view(reader, Wanted(header=()), words=True, title="")
        names = _Names(reader, view)
        differing = [found for cell in book.cells if (found := _found(reader, view, book, cell)) is not None]
    chosen = {id(found): _is_chosen(found, theirs) for found in differing}
    if not dry_run:
        _write(work, [found for found in differing if chosen[id(found)]], comments=book.comments)
    lines = [names.line(found, written=chosen[id(found)] and not dry_run) for found in differing]
    lost = [FilledLine(None, where, "", "", Fate.PROBLEM, "", "", _LOST, written=False) for where in book.lost]
    return Filling((*lines, *lost), len(book.cells) - len(differing), dry_run)


_LOST = "the row has no key, so nobody knows whose it is; add the case to the study and export again"


class _Names:
    """The names of cases, waves and themes as a view shows them."""

    def __init__(self, reader: Reader, view: ChartView) -> None:
        self._cases = {case.k: case.name for case in reader.all(Case)}
        self._waves = {row.wave: row.wave_name for row in view.rows}
        self._themes = {theme.k: theme.name for theme in reader.all(Theme)}
        self._numbers = {column.theme: column.number for column in view.columns}

    def line(self, found: _Found, *, written: bool) -> FilledLine:
        """A cell as the list shows it."""
        case, wave, theme = found.cell.spot
        return FilledLine(
            found.cell.spot,
            self._cases.get(case, "?"),
            self._waves.get(wave, ""),
            f"{self._numbers.get(theme, '')} {self._themes.get(theme, '?')}".strip(),
            found.fate,
            found.cell.text,
            found.mine,
            found.note or found.cell.where,
            written,
        )


def _is_chosen(found: _Found, theirs: Callable[[Spot], bool]) -> bool:
    if found.fate in {Fate.NEW, Fate.CHANGED}:
        return True
    return found.fate in {Fate.CONFLICT, Fate.EMPTIED} and theirs(found.cell.spot)


def _found(reader: Reader, view: ChartView, book: FilledBook, cell: FilledCell) -> _Found | None:
    """A cell of the file, if it differs from what was exported and from what the study says."""
    case, wave, theme = cell.spot
    place = CellPlace(main_chart(reader).k, case, wave, theme)
    mine = view.cells.get(cell.spot)
    text = sheet_text(mine, comments=book.comments)
    exported = book.exported.get(cell.spot, Exported(0, text_print("")))
    prints = Prints(
        exported.print,
        text_print(cell.text),
        text_print(text),
        exported.rev,
        0 if mine is None else mine.rev,
        not cell.text.strip(),
        exported.print == text_print(""),
    )
    fate = fate_of(prints)
    if fate is Fate.SAME:
        return None
    wanted = read_cell_text(cell.text)
    problem = _problem(reader, cell, place, wanted, comments=book.comments)
    return _Found(cell, place, Fate.PROBLEM if problem else fate, text, wanted, problem)


def _problem(reader: Reader, cell: FilledCell, place: CellPlace, wanted: CellText, *, comments: bool) -> str:
    """Why a cell of the file cannot be written, "" if it can."""
    if reader.find(Case, place.row) is None or reader.find(Theme, place.theme) is None:
        return "the study no longer has this case or theme"
    if cell.is_cut:
        return "its text was cut when it was exported; change it in the study"
    try:
        for placed in placed_lines(wanted.lines, _shown(reader, place, comments=comments)):
            _support(reader, place, placed)
    except (QuoteNotFound, Ambiguous, Invalid, NotFound) as error:
        return str(error)
    return ""


def _shown(reader: Reader, place: CellPlace, *, comments: bool) -> list[Statement]:
    return [s for s in statements_of(reader, place) if comments or is_data(s.layer)]


def _support(reader: Reader, place: CellPlace, placed: Placed) -> tuple[Version, Segment] | None:
    """The segment that a verbatim line needs beside the evidence it has; None if it needs none."""
    text = one_line(placed.line.text)
    if placed.line.layer is not Layer.VERBATIM or not (placed.statement is None or placed.is_changed):
        return None
    if placed.statement is not None:
        words = [words_of(reader, record) for record in evidence_of(reader, placed.statement.k)]
        try:
            check_verbatim(text, [said for said in words if said is not None])
        except QuoteNotFound:
            return found_in_case(reader, place, text)
        return None
    return found_in_case(reader, place, text)


def _write(work: Work, chosen: list[_Found], *, comments: bool) -> None:
    by_case: dict[Key, list[_Found]] = {}
    for found in chosen:
        by_case.setdefault(found.place.row, []).append(found)
    batch: Key | None = None
    for cells in by_case.values():
        opened: AbstractContextManager[Change] = work.change("chart.fill", batch=batch)
        with opened as change:
            batch = change.start_batch() if batch is None else batch
            for found in cells:
                _write_cell(change, found.place, found.wanted, comments=comments)


def _write_cell(change: Change, place: CellPlace, wanted: CellText, *, comments: bool) -> None:
    """Makes a cell say what is wanted; statements that stay keep their evidence."""
    before = _shown(change, place, comments=comments)
    placed = placed_lines(wanted.lines, before)
    kept = {each.statement.k for each in placed if each.statement is not None}
    for statement in before:
        if statement.k not in kept:
            remove_statement(change, statement)
    written = [_write_line(change, place, each) for each in placed]
    _in_order(change, place, written)
    if wanted.blank is not None or any(is_data(line.layer) for line in wanted.lines):
        touched(change, place, blank=wanted.blank)
        return
    cell = cell_at(change, place)
    if cell is not None and cell.blank is not None:
        touched(change, place)
    settle(change, place)


def _write_line(change: Change, place: CellPlace, placed: Placed) -> Key:
    support = _support(change, place, placed)
    if placed.statement is None:
        return add_statement(change, place, placed.line.layer, placed.line.text, ()).k
    if placed.is_changed:
        after = replace(placed.statement, text=one_line(placed.line.text), layer=placed.line.layer)
        change.update(placed.statement, after)
        if support is not None:
            record: Evidence = on_segment(change, after, *support, star=False)
            change.insert(record)
    return placed.statement.k


def _in_order(change: Change, place: CellPlace, keys: Sequence[Key]) -> None:
    """Puts statements in the order of the lines they came from, if they are not; what the file left out goes last."""
    every = {statement.k: statement for statement in statements_of(change, place)}
    places = [every[k].pos for k in keys]
    if places == sorted(places):
        return
    ordered = [*(every[k] for k in keys), *(s for k, s in every.items() if k not in keys)]
    change.update_all((old, replace(old, pos=pos)) for old, pos in zip(ordered, spread(len(ordered)), strict=True))
