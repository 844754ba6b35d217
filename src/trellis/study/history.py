"""The history of a study: listing, undo, redo, checking, copying."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from trellis.analysis.table import Table
from trellis.core.change import Entry
from trellis.core.keys import Key
from trellis.core.study import require
from trellis.store import history as stored
from trellis.store import study_file, undo
from trellis.store.changes import Intent
from trellis.store.dump import Dump
from trellis.store.verify import Problem
from trellis.study.blindness import blindness_of
from trellis.study.history_lines import HistoryLine, line_of, lines
from trellis.study.requests import Done, Request, done, marked
from trellis.study.watching import MOST_AFTER, Happened, happened
from trellis.study.work import Work

_EVERY = 2**53
"""More changes than a history can have."""


class HistoryOfStudy:
    """Every change: who, when, what; and the way back."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def entries(self, newest: int | None = None) -> list[Entry]:
        """The changes, newest first; at most `newest` of them where given."""
        with self._work.read() as reader:
            return stored.entries(reader.connection, newest)

    def table(self, newest: int | None = None) -> Table:
        """The changes as a table, newest first, a batch as one line.

        Columns: the newest change's number, how many changes, time (UTC), person, what was done, what it was about,
        the number of what was undone, whether it has been undone, the beginning of the hash. What a change was about
        is told as the person may see it: in a blind round nothing of another's codings.
        """
        with self._work.read() as reader:
            blind = blindness_of(reader, self._work.person_name)
            found = lines(reader, blind, None, _EVERY if newest is None else newest)
        rows = tuple(
            (
                line.number,
                line.changes,
                utc(line.at),
                line.person,
                line.words,
                line.about,
                line.undoes,
                "undone" if line.undone else "",
                line.hash[:12],
            )
            for line in found
        )
        heads = ("change", "changes", "time", "person", "what", "about", "of change", "state", "hash")
        return Table(heads, rows, "History")

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
        Raises CannotUndo, naming the later change that stands in the way; NotAllowed where this person could not
        have made the change.
        """
        person = self._work.person()
        for entry in self._work.file.deeds_to_undo(person.k, change):
            require(person, entry.action)
        with marked(Intent(undo.UNDO, person.k, self._work.file.now())) as mark:
            return self._work.file.undo(mark.intent, change)

    def redo(self) -> int | None:
        """Brings back what this person's last undo took. The number of that undo, None if there was none.

        Raises CannotUndo, and NotAllowed, as `undo` does.
        """
        person = self._work.person()
        for entry in self._work.file.deeds_to_redo(person.k):
            require(person, entry.action)
        with marked(Intent(undo.REDO, person.k, self._work.file.now())) as mark:
            return self._work.file.redo(mark.intent)

    def page(self, before: int | None = None, most: int = 50) -> list[HistoryLine]:
        """Lines of the history in words, newest first, a batch as one; those whose number is below `before`."""
        with self._work.read() as reader:
            return lines(reader, blindness_of(reader, self._work.person_name), before, most)

    def line(self, change: int) -> HistoryLine:
        """One change by its number, with its batch. Raises NotFound."""
        with self._work.read() as reader:
            blind = blindness_of(reader, self._work.person_name)
            return line_of(reader, blind, stored.entry_at(reader.connection, change))

    def after(self, k: Key) -> list[Happened] | None:
        """What was done in this file after the change with this key, oldest first; None if it is not in the history."""
        with self._work.read() as reader:
            found = stored.find(reader.connection, k)
            return None if found is None else happened(reader, stored.after(reader.connection, found.seq, MOST_AFTER))

    def carried_out(self, request: Request) -> Done | None:
        """What a request of a client did, None if it was not carried out here. Raises RequestReused."""
        with self._work.read() as reader:
            return done(reader, request)

    def check(self) -> list[Problem]:
        """Everything that is wrong with the study file; empty if it is sound."""
        return self._work.file.verify()

    def further_elsewhere(self) -> int:
        """How many changes more another copy on this computer has: what a copy made while open may lack."""
        return self._work.file.further_elsewhere()

    def rebuild(self) -> None:
        """Makes the search index and the theme paths anew from the study's own tables."""
        self._work.file.rebuild()

    def dump(self) -> Dump:
        """Every row of every study table: what makes two states of a study equal. Raises NotAllowed."""
        self._work.require_full_sight("a dump")
        return self._work.file.dump()

    def backup(self, target: Path) -> None:
        """Writes a consistent copy to a new file while the study stays open. Raises StudyFileError, NotAllowed."""
        self._work.require_full_sight("a copy")
        study_file.backup(self._work.file, target)

    def recrypt(self, target: Path, passphrase: str | None) -> None:
        """Writes the study to a new file, encrypted under this passphrase, or in plain (None), and verifies it.

        The file that is open stays as it is. Raises StudyFileError, NotAllowed, Invalid for too short a passphrase.
        """
        self._work.require_full_sight("a copy")
        study_file.recrypt(self._work.file, target, passphrase)

    def is_encrypted(self) -> bool:
        """Whether the study's file is encrypted."""
        return self._work.file.database.key is not None


def utc(at: int) -> str:
    """A time in ms since 1970 as people read it, UTC."""
    return dt.datetime.fromtimestamp(at / 1000, dt.UTC).strftime("%Y-%m-%d %H:%M:%S")
