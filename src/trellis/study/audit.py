"""The audit trail: what a reviewer asks of how a study came to be."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trellis.analysis.table import Table
from trellis.core.actions import in_words
from trellis.core.chart import Cell
from trellis.core.framework import FrameworkVersion, Theme, ThemeOperation
from trellis.core.keys import Key
from trellis.core.memo import Memo, MemoKind
from trellis.core.study import Person
from trellis.report.audit_docx import audit_docx
from trellis.report.note import ExportNote
from trellis.store import history
from trellis.store.reader import Reader
from trellis.study.audit_people import people_sections, without_quotations
from trellis.study.audit_rounds import round_sections
from trellis.study.chart_export import export_note, keep
from trellis.study.known_names import without_names
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class Trail:
    """What the trail holds: its sections, and what an export of the study says of itself."""

    note: ExportNote
    sections: tuple[Table, ...]


class AuditOfStudy:
    """The trail from the first change to the last, in a few pages."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def sections(self) -> list[Table]:
        """Framework versions, operations, who did what, decisions, rounds, what was settled, blanks, what of people."""
        with self._work.read() as reader:
            return self._told(reader)

    def trail(self) -> Trail:
        """The sections, with the line and the head that stand above them."""
        with self._work.read() as reader:
            return Trail(export_note(reader), tuple(self._told(reader)))

    def written(self) -> bytes:
        """The trail as a Word document: the same study, the same bytes.

        Names that are left in what colleagues wrote become pseudonyms if the file of pseudonyms is open.
        """
        trail = self.trail()
        return audit_docx(trail.sections, trail.note)

    def write(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Writes the document to a file. Raises AlreadyThere, StudyFileError."""
        target = Path(path)
        keep(target, self.written(), replace=overwrite)
        return target

    def _told(self, reader: Reader) -> list[Table]:
        told = without_quotations(reader, [*_sections(reader), *people_sections(reader)])
        return told if self._work.key is None else without_names(told, self._work.key.book())


def _sections(reader: Reader) -> list[Table]:
    people = {person.k: person.name for person in reader.all(Person)}
    versions = tuple(
        (v.name, _day(v.at), people.get(v.by, ""), len(v.themes), v.reason) for v in reader.all(FrameworkVersion)
    )
    made = sorted(reader.all(ThemeOperation), key=lambda one: (one.at, one.k))
    called = _called(reader, made)
    operations = tuple(
        (_day(o.at), people.get(o.by, ""), o.kind.value, called[o.k], o.reason) for o in made if o.reason
    )
    done: Counter[tuple[str, str]] = Counter()
    days: dict[tuple[str, str], list[str]] = {}
    for entry in reversed(history.entries(reader.connection)):
        deed = (people.get(entry.person, ""), in_words(entry.action))
        done[deed] += 1
        days.setdefault(deed, []).append(_day(entry.at))
    deeds = tuple((who, what, many, days[who, what][0], days[who, what][-1]) for (who, what), many in done.items())
    memos = sorted(reader.all(Memo), key=lambda memo: (memo.at, memo.k))
    decisions = tuple(
        (m.on or _day(m.at), people.get(m.by, ""), ", ".join(m.present), m.text)
        for m in memos
        if m.kind is MemoKind.DECISION
    )
    blanks = Counter(cell.blank.value for cell in reader.all(Cell) if cell.blank is not None)
    return [
        Table(("version", "named", "by", "themes", "reason"), versions, "Framework versions"),
        Table(("when", "who", "operation", "theme", "reason"), operations, "Operations on the framework, with reasons"),
        Table(("who", "what", "times", "first", "last"), deeds, "Who did what"),
        Table(("when", "who", "present", "decision"), decisions, "Decisions"),
        *round_sections(reader),
        Table(("reason", "cells"), tuple(sorted(blanks.items())), "Blank cells by reason"),
    ]


def _called(reader: Reader, made: Sequence[ThemeOperation]) -> dict[Key, str]:
    """By operation: what its theme was called before it, or what one that it added was called at first.

    made: in the order of their making.
    """
    then = {theme.k: theme.name for theme in reader.all(Theme)}
    called: dict[Key, str] = {}
    for one in reversed(made):
        if one.was:
            then[one.theme] = one.was[0]
        called[one.k] = then.get(one.theme, "")
    return called


def _day(at: int) -> str:
    return dt.datetime.fromtimestamp(at / 1000, dt.UTC).date().isoformat()
