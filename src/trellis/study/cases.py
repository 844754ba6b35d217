"""The cases of a study: who and what the rows of the chart are, and where they speak."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from trellis.core.case import Case, Extent, Link, Membership, Participant
from trellis.core.case_table import CaseColumns, CaseRow, Refused, case_kind, columns_of, recruitment, row_of
from trellis.core.errors import AlreadyThere, Invalid, NotFound
from trellis.core.keys import Key
from trellis.core.membership import iso_date, require_in_order, require_no_circle
from trellis.core.name_pattern import NamePattern
from trellis.store.queries import cases as queries
from trellis.study.case_editing import (
    add_case,
    extent_at,
    moved_pos,
    remove_case,
    require_free_name,
    stretch_of,
)
from trellis.study.case_import import CaseImport, CasesIn, ImportHow
from trellis.study.case_index import CaseIndex
from trellis.study.pending import Pending
from trellis.study.resolve import case_named, source_named
from trellis.study.sheet import Sheet, sheet_in
from trellis.study.speaker_labels import assign, role_named, speakers_under
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
        table = case_table(columns_of(sheet.heads, chosen.skip), sheet)
        if dry_run:
            with self._work.read() as reader:
                return taken(CaseImport(CaseIndex(reader), Pending(count(-1, -1).__next__), chosen), table)
        return self._bring_in(table, chosen, "case.import")

    def from_names(self, pattern: str, how: ImportHow | None = None, *, dry_run: bool = False) -> CasesIn:
        """Takes attributes out of the names of the sources, and sets them on the cases that speak there.

        pattern: a name with places such as "{site}-{role}-{n}"; "{case}" is the case's own name, "{_}" is left
        out. Names that do not fit are listed. dry_run: nothing is written. Raises Invalid.
        """
        places = NamePattern.of(pattern)
        chosen = how or ImportHow()
        with self._work.read() as reader:
            table = _from_names(CaseIndex(reader), places, chosen)
            if dry_run:
                return taken(CaseImport(CaseIndex(reader), Pending(count(-1, -1).__next__), chosen), table)
        return self._bring_in(table, chosen, "case.from_names")

    def add(self, name: str, kind: str = "person", *, status: str = "took part", note: str = "") -> Case:
        """Adds a case at the end. Raises AlreadyThere, Invalid."""
        with self._work.change("case.add") as change:
            return add_case(change, name, case_kind(kind), recruitment(status), note)

    def rename(self, name: str, new: str) -> None:
        """Gives a case, and its participant, another name. Raises NotFound, Ambiguous, AlreadyThere."""
        with self._work.change("case.rename") as change:
            case = case_named(change, name)
            require_free_name(change, new, case)
            change.update(case, replace(case, name=new.strip()))
            if case.participant is not None:
                person = change.get(Participant, case.participant)
                change.update(person, replace(person, pseudonym=new.strip()))

    def remove(self, name: str) -> None:
        """Removes a case with its links, values and participant. Raises NotFound, or Invalid if work rests on it."""
        with self._work.change("case.remove") as change:
            remove_case(change, case_named(change, name))

    def move(self, name: str, *, before: str | None = None, after: str | None = None) -> None:
        """Puts a case before or after another one, else at the end. Raises NotFound, Ambiguous, Invalid."""
        with self._work.change("case.move") as change:
            case = case_named(change, name)
            beside = [None if other is None else case_named(change, other) for other in (before, after)]
            change.update(case, replace(case, pos=moved_pos(change, case, before=beside[0], after=beside[1])))

    def set_status(self, name: str, status: str) -> None:
        """Says how far a participant has come: approached, agreed, took part, declined, withdrew. Raises Invalid."""
        with self._work.change("case.set_status") as change:
            case = case_named(change, name)
            if case.participant is None:
                message = f"“{case.name}” is a {case.kind.value} and no participant"
                raise Invalid(message)
            person = change.get(Participant, case.participant)
            change.update(person, replace(person, status=recruitment(status)))

    def belongs(self, child: str, parent: str, *, since: str = "", until: str | None = None) -> None:
        """Says that a case belongs to another one, perhaps for a time (ISO dates). Raises NotFound, Invalid."""
        with self._work.change("case.belongs") as change:
            one, other = case_named(change, child), case_named(change, parent)
            require_no_circle(change.all(Membership), one.k, other.k)
            start = iso_date(since) if since else ""
            end = None if until is None else iso_date(until)
            require_in_order(start, end)
            before = change.find(Membership, one.k, other.k, start)
            if before is None:
                change.insert(Membership(one.k, other.k, start, 0, end))
            else:
                change.update(before, replace(before, until=end))

    def leaves(self, child: str, parent: str) -> None:
        """Takes back that a case belongs to another one, at any time. Raises NotFound."""
        with self._work.change("case.leaves") as change:
            one, other = case_named(change, child), case_named(change, parent)
            found = change.all(Membership, child=one.k, parent=other.k)
            if not found:
                message = f"“{one.name}” does not belong to “{other.name}”"
                raise NotFound(message)
            change.delete(*found)

    def link(
        self,
        case: str,
        source: str,
        *,
        how: str = "speaks",
        segment: tuple[int, int] | None = None,
        turns: tuple[int, int] | None = None,
    ) -> None:
        """Says that a case speaks in a source, or is spoken about in it ("about"), or in a stretch of it.

        segment: start and end in code points of the version that is read now. turns: first and last, counted
        from 1. Raises NotFound, Ambiguous, OutOfRange, AlreadyThere, Invalid.
        """
        with self._work.change("case.link") as change:
            one, other = case_named(change, case), source_named(change, source)
            stretch = stretch_of(change, other, segment, turns)
            kind = _how(how)
            if extent_at(change, one, other, kind, stretch) is not None:
                message = f"“{one.name}” and “{other.name}” are linked so already"
                raise AlreadyThere(message)
            start, end = stretch or (None, None)
            version = None if stretch is None else other.current
            change.insert(Extent(change.new_key(), 0, one.k, other.k, version, start, end, kind))

    def unlink(
        self,
        case: str,
        source: str,
        *,
        how: str = "speaks",
        segment: tuple[int, int] | None = None,
        turns: tuple[int, int] | None = None,
    ) -> None:
        """Takes back a link made so (see `link`). Raises NotFound."""
        with self._work.change("case.unlink") as change:
            one, other = case_named(change, case), source_named(change, source)
            found = extent_at(change, one, other, _how(how), stretch_of(change, other, segment, turns))
            if found is None:
                message = f"“{one.name}” and “{other.name}” are not linked so"
                raise NotFound(message)
            change.delete(found)

    def labels(self) -> Table:
        """The speakers' labels over all sources: how many sources and turns, what role, which case."""
        with self._work.read() as reader:
            listed = queries.labels(reader.connection)
        rows = tuple((one.label, one.role, one.case, one.sources, one.turns) for one in listed)
        return Table(("label", "role", "case", "sources", "turns"), rows, "Speaker labels")

    def set_label(self, label: str, role: str, *, case: str | None = None, source: str | None = None) -> None:
        """Says what a label stands for, in one source or in all; sources brought in later take it over.

        case: who it is, made if need be. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("case.set_label") as change:
            within = None if source is None else source_named(change, source)
            assign(change, speakers_under(change, label, within), role_named(role), case)

    def _bring_in(self, table: CaseTable, how: ImportHow, action: str) -> CasesIn:
        result: CasesIn | None = None
        batch: Key | None = None
        for first in range(0, max(len(table.rows), 1), ROWS_A_CHANGE):
            with self._work.change(action, batch=batch) as change:
                if batch is None and len(table.rows) > ROWS_A_CHANGE:
                    batch = change.start_batch()
                pending = Pending(change.new_key)
                importing = CaseImport(CaseIndex(change), pending, how)
                done = taken(importing, table, slice(first, first + ROWS_A_CHANGE))
                result = done if result is None else result.joined(done)
                pending.write(change)
        return CasesIn() if result is None else result


@dataclass(frozen=True, slots=True)
class CaseTable:
    """A table of cases that was read. refused: what could not even be a row."""

    columns: CaseColumns
    rows: tuple[CaseRow, ...]
    refused: tuple[Refused, ...]


_WHOLE = slice(None)


def taken(importing: CaseImport, table: CaseTable, some: slice = _WHOLE) -> CasesIn:
    """What became of a table's rows (or some of them) once they were taken in. A shared step."""
    importing.prepare(table.columns, table.rows)
    if not some.start:
        importing.refused.extend(table.refused)
    for row in table.rows[some]:
        importing.take(row)
    return importing.result(table.columns.skipped)


def case_table(columns: CaseColumns, sheet: Sheet) -> CaseTable:
    """A sheet as rows about cases; rows that name none are refused. A shared step."""
    read = [(line, row_of(columns, line, row)) for line, row in zip(sheet.lines, sheet.rows, strict=True)]
    nameless = tuple(Refused(line, "case", "", "the row names no case") for line, row in read if row is None)
    return CaseTable(columns, tuple(row for _, row in read if row is not None), nameless)


def _from_names(index: CaseIndex, places: NamePattern, how: ImportHow) -> CaseTable:
    columns = columns_of(("case", "source", *places.names), how.skip)
    rows: list[CaseRow] = []
    refused: list[Refused] = []
    for line, source in enumerate(sorted(index.sources.values(), key=lambda source: source.name), 1):
        values = places.read(source.name)
        if values is None:
            refused.append(Refused(line, "source", source.name, f"the name does not fit {places.pattern}"))
            continue
        speaker = index.only_speaker(source)
        name = values.pop("case", "") or (source.name if speaker is None else speaker.name)
        row = row_of(columns, line, (name, source.name, *(values[place] for place in places.names)))
        if row is not None:
            rows.append(row)
    return CaseTable(columns, tuple(rows), tuple(refused))


def _how(given: str) -> Link:
    wanted = given.strip().casefold()
    if wanted in {"speaks", "about", "is about"}:
        return Link.SPEAKS if wanted == "speaks" else Link.ABOUT
    message = f"“{given}” is no link; a case speaks in a source or is about it: give speaks or about"
    raise Invalid(message)
