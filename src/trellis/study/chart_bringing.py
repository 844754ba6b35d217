"""Bringing charts in: long tables, workbooks that a colleague filled in, workbooks that a team kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from trellis.core.chart_view import Spot
from trellis.core.printed_reference import ReferenceKind
from trellis.exchange.chart_lines import read_chart_lines
from trellis.exchange.chart_workbook import read_filled
from trellis.reading import read_grids
from trellis.study.chart_fill import Filling, Take, fill
from trellis.study.chart_import import Imported, import_lines
from trellis.study.resolve import case_named, theme_given
from trellis.study.resolving import Resolved, resolve
from trellis.study.tabular import grids_of, rows_of
from trellis.study.work import Progress, Work, silent
from trellis.study.workbook_import import Brought, bring_workbook
from trellis.study.workbook_mapping import WorkbookMapping


class ChartBringing:
    """The calls that bring statements in from files."""

    _work: Work

    def import_statements(self, path: str | Path, told: Progress = silent) -> Imported:
        """Statements, blanks and evidence from a long table (.csv, .tsv, .xlsx); one change a case, undone as one.

        Columns: case, theme, and any of wave, n, layer, text, source, quote, start, end, star, state, blank, rests_on.
        Lines with the same case, wave, theme and n are one statement with several pieces of evidence. What stands in
        its cell already is passed over; a bad line is listed with its number and reason, the others go in.
        Raises Unreadable, BadTable.
        """
        return import_lines(self._work, read_chart_lines(Path(path).name, rows_of(Path(path))), told)

    def import_filled(
        self,
        path: str | Path,
        *,
        dry_run: bool = False,
        take: Take | str | None = None,
        cells: Sequence[tuple[str, str]] = (),
    ) -> Filling:
        """Brings back a workbook that `export` wrote and somebody filled in; one change a case, undone as one.

        A cell that both sides wrote in since the export is a conflict, listed and left as it is; so is a cell that
        the file empties. take="theirs" takes the file's text for these, for the `cells` (case, theme) given or for all.
        Raises Unreadable, BadTable, NotFound.
        """
        book = read_filled(Path(path).name, grids_of(Path(path)))
        with self._work.read() as reader:
            only = [(case_named(reader, case).k, theme_given(reader, theme).k) for case, theme in cells]
        wins = Take(take) is Take.THEIRS if take is not None else False

        def theirs(spot: Spot) -> bool:
            return wins and (not only or (spot[0], spot[2]) in only)

        return fill(self._work, book, dry_run=dry_run, theirs=theirs)

    def import_filled_given(
        self, name: str, content: bytes, *, dry_run: bool = False, theirs: Collection[Spot] = ()
    ) -> Filling:
        """The same for a file that lies nowhere. name: as it is told; theirs: the cells in which the file's text wins.

        A cell that was written in here since the export is a conflict by what the study says when this is called, not
        by what a dry run showed before. Raises Unreadable, BadTable.
        """
        book = read_filled(name, read_grids(name, content))
        return fill(self._work, book, dry_run=dry_run, theirs=frozenset(theirs).__contains__)

    def import_workbook(
        self,
        path: str | Path,
        mapping: WorkbookMapping | None = None,
        *,
        dry_run: bool = False,
        told: Progress = silent,
    ) -> Brought:
        """The charts that a team kept in a workbook: a sheet a theme, a row a case, several points in a cell.

        Sheets, heads and first column are matched by number and name (see the result's `matching`; `mapping` puts it
        right). Quotations are checked against the transcripts, references such as "p7" become evidence or wait for
        theirs, and what could not be read is listed. One change a case, undone as one; nothing comes in twice.
        Raises Unreadable, NotFound, Invalid.
        """
        return bring_workbook(
            self._work, grids_of(Path(path)), mapping or WorkbookMapping(), dry_run=dry_run, told=told
        )

    def resolve_references(self, *, bare: ReferenceKind | str = ReferenceKind.PAGE, dry_run: bool = False) -> Resolved:
        """Follows references that waited for their transcript; one change a case, undone as one.

        bare: what a number alone counts in. A quotation whose words are found becomes verbatim.
        """
        return resolve(self._work, bare=ReferenceKind(bare), dry_run=dry_run)
