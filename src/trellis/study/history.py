"""The history of a study: listing, undo, redo, checking, copying."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from trellis.analysis.table import Table
from trellis.core.change import Entry
from trellis.core.study import Person
from trellis.store import history as stored
from trellis.store import study_file, undo
from trellis.store.changes import Intent
from trellis.store.dump import Dump
from trellis.store.verify import Problem
from trellis.study.work import Work


class HistoryOfStudy:
    """Every change: who, when, what; and the way back."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def entries(self, newest: int | None = None) -> list[Entry]:
        """The changes, newest first; at most `newest` of them where given."""
        with self._work.read() as reader:
            return stored.entries(reader.connection, newest)

    def table(self, newest: int | None = None) -> Table:
        """The changes as a table, newest first: number, time (UTC), person, action, batch, what became of it."""
        with self._work.read() as reader:
            names = {person.k: person.name for person in reader.all(Person)}
            listed = stored.entries(reader.connection, newest)
            undone = {entry.k: undo.is_undone(reader.connection, entry) for entry in listed}
            seqs = {entry.k: entry.seq for entry in stored.entries(reader.connection)}
        rows = tuple(
            (
                entry.seq,
                _utc(entry.at),
                names.get(entry.person, ""),
                entry.action,
                None if entry.undoes is None else seqs.get(entry.undoes),
                "undone" if undone[entry.k] else "",
                entry.hash.hex()[:12],
            )
            for entry in listed
        )
        return Table(("change", "time", "person", "action", "undoes", "state", "hash"), rows, "History")

    def head(self) -> str:
        """The hash of the newest change, hexadecimal: printed in every export, so that a rewritten past shows."""
        with self._work.read() as reader:
            return stored.head(reader.connection).hash.hex()

    def number(self) -> int:
        """The number of the newest change."""
        with self._work.read() as reader:
            return stored.head(reader.connection).seq

    def undo(self, change: int | None = None) -> int | None:
        """Takes back this person's last change (with its batch), or the one numbered.

        Returns the number of the change that was taken back, None if there was nothing to undo.
        Raises CannotUndo, naming the later change that stands in the way.
        """
        person = self._work.person()
        return self._work.file.undo(Intent(undo.UNDO, person.k, self._work.file.now()), change)

    def redo(self) -> int | None:
        """Brings back what this person's last undo took. The number of that undo, None if there was none."""
        person = self._work.person()
        return self._work.file.redo(Intent(undo.REDO, person.k, self._work.file.now()))

    def check(self) -> list[Problem]:
        """Everything that is wrong with the study file; empty if it is sound."""
        return self._work.file.verify()

    def dump(self) -> Dump:
        """Every row of every study table: what makes two states of a study equal."""
        return self._work.file.dump()

    def backup(self, target: Path) -> None:
        """Writes a consistent copy to a new file while the study stays open. Raises StudyFileError."""
        study_file.backup(self._work.file, target)


def _utc(at: int) -> str:
    return dt.datetime.fromtimestamp(at / 1000, dt.UTC).strftime("%Y-%m-%d %H:%M:%S")
