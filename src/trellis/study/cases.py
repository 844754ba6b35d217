"""The cases of a study: who and what the rows of the chart are, and where they speak."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from trellis.core.case_table import CaseColumns, CaseRow, Refused, columns_of, row_of
from trellis.core.keys import Key
from trellis.store.queries import cases as queries
from trellis.study.case_import import CaseImport, CasesIn, ImportHow
from trellis.study.case_index import CaseIndex
from trellis.study.pending import Pending
from trellis.study.sheet import sheet_in
from trellis.study.table import Table
from trellis.study.work import Work

ROWS_A_CHANGE = 5_000


class CasesOfStudy:
    """People, pairs, groups, teams, sites, organisations and documents."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def listing(self) -> Table:
        """Every case in its order: kind, the sources it speaks in and is spoken of in, what it belongs to."""
        with self._work.read() as reader:
            rows = tuple(
                (c.name, c.kind, c.status, c.speaks, c.about, c.belongs) for c in queries.listed(reader.connection)
            )
        return Table(("case", "kind", "status", "speaks in", "spoken of in", "belongs to"), rows, "Cases")

    def import_table(self, path: Path, how: ImportHow | None = None, *, dry_run: bool = False) -> CasesIn:
        """Brings in cases, the sources they speak in and their attributes from a .csv or .xlsx file.

        Columns `case`, `source`, `kind`, `wave`, `status`, `date`, `duration_min` and consents are recognised,
        every other one is an attribute. Values that are there stay: equal ones are left, others are listed in
        the result. Up to 5,000 rows are one change, more are one batch. dry_run: nothing is written.
        Raises Unreadable, BadTable, Invalid.
        """
        sheet = sheet_in(path)
        chosen = how or ImportHow()
        columns = columns_of(sheet.heads, chosen.skip)
        read = [row_of(columns, line, row) for line, row in zip(sheet.lines, sheet.rows, strict=True)]
        nameless = tuple(
            Refused(line, "case", "", "the row names no case")
            for line, row in zip(sheet.lines, read, strict=True)
            if row is None
        )
        rows = [row for row in read if row is not None]

        if dry_run:
            with self._work.read() as reader:
                pending = Pending(count(-1, -1).__next__)
                return _taken(CaseImport(CaseIndex(reader), pending, chosen), columns, rows, rows).refusing(nameless)
        result = CasesIn().refusing(nameless)
        batch: Key | None = None
        for first in range(0, max(len(rows), 1), ROWS_A_CHANGE):
            with self._work.change("case.import", batch=batch) as change:
                if batch is None and len(rows) > ROWS_A_CHANGE:
                    batch = change.start_batch()
                pending = Pending(change.new_key)
                importing = CaseImport(CaseIndex(change), pending, chosen)
                result = result.joined(_taken(importing, columns, rows, rows[first : first + ROWS_A_CHANGE]))
                pending.write(change)
        return result


def _taken(importing: CaseImport, columns: CaseColumns, rows: list[CaseRow], now: list[CaseRow]) -> CasesIn:
    importing.prepare(columns, rows)
    for row in now:
        importing.take(row)
    return importing.result(columns.skipped)
