"""The reading log and the assignments: who has read what, who should do what."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from trellis.core.case import Case
from trellis.core.errors import Invalid, NotFound
from trellis.core.framework import Theme
from trellis.core.keys import Key, split_key
from trellis.core.membership import iso_date
from trellis.core.memo import Assignment, AssignmentState, Reading
from trellis.core.source import Source, StoredPart
from trellis.core.study import Person
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.reading_room import ReadingRoom
from trellis.study.resolve import case_named, person_named, source_named, theme_given, wave_named
from trellis.study.table import Table
from trellis.study.work import Work

HOW = ("whole", "skimmed", "listened")


class ReadingsOfStudy(ReadingRoom):
    """Familiarisation, as far as it can be written down: no share and no score, only who read what and when."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def mark(
        self,
        source: str,
        *,
        on: str | None = None,
        how: str = "whole",
        person: str | None = None,
        turn: int | None = None,
    ) -> None:
        """Notes that somebody (the person who works, if nobody is named) has read a source.

        on: ISO date, today if none is given. how: whole, skimmed or listened. turn: number of the part up to which,
        None for all of it. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("reading.mark") as change:
            if how not in HOW:
                message = f"“{how}” does not say how it was read; give one of: {', '.join(HOW)}"
                raise Invalid(message)
            reader = change.person if person is None else person_named(change, person).k
            day = _today(change) if on is None else iso_date(on)
            read = source_named(change, source)
            if turn is not None and change.find(StoredPart, read.current, turn) is None:
                message = f"“{read.name}” has no turn {turn}"
                raise NotFound(message)
            made = Reading(reader, read.k, day, 0, how, turn)
            before = change.find(Reading, made.person, made.source, made.on)
            if before is None:
                change.insert(made)
            else:
                change.update(before, replace(made, rev=before.rev))

    def unmark(self, source: str, *, on: str | None = None, person: str | None = None) -> None:
        """Takes back that somebody has read a source, on one day or at all. Raises NotFound."""
        with self._work.change("reading.unmark") as change:
            reader = change.person if person is None else person_named(change, person).k
            found = change.all(Reading, person=reader, source=source_named(change, source).k)
            gone = [reading for reading in found if on is None or reading.on == iso_date(on)]
            if not gone:
                message = f"the reading log does not say that “{source}” was read"
                raise NotFound(message)
            change.delete(*gone)

    def table(self) -> Table:
        """Sources by people: when and how each was last read, empty where it was not."""
        with self._work.read() as reader:
            people, sources = _people(reader), _sources(reader)
            last: dict[tuple[Key, Key], Reading] = {}
            for reading in reader.all(Reading):
                before = last.get((reading.source, reading.person))
                if before is None or before.on < reading.on:
                    last[reading.source, reading.person] = reading
        rows = tuple((source.name, *(_said(last.get((source.k, one.k))) for one in people)) for source in sources)
        return Table(("source", *(person.name for person in people)), rows, "Who has read what")

    def unread(self, person: str | None = None) -> Table:
        """The sources that somebody has not read; without a name, those that nobody has. Raises NotFound."""
        with self._work.read() as reader:
            wanted = None if person is None else person_named(reader, person).k
            done = {r.source for r in reader.all(Reading) if wanted in {None, r.person}}
            rows = tuple((source.name, source.kind.value) for source in _sources(reader) if source.k not in done)
        return Table(("source", "kind"), rows, f"Not read by {person or 'anybody'}")

    def assign(
        self,
        person: str,
        task: str,
        *,
        source: str | None = None,
        theme: str | None = None,
        case: str | None = None,
        wave: str | None = None,
        due: str | None = None,
    ) -> Key:
        """Notes what somebody should do, by a day (ISO date); the assignment's key.

        With a source, a theme, a case (a row of the chart), or a case and a theme (a cell); wave: of the row or cell.
        Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("assignment.add") as change:
            if not task.strip():
                message = "say what is to be done, as in “read” or “index”"
                raise Invalid(message)
            made = Assignment(
                change.new_key(),
                0,
                person_named(change, person).k,
                task.strip(),
                None if source is None else source_named(change, source).k,
                None if theme is None else theme_given(change, theme).k,
                None if due is None else iso_date(due),
                AssignmentState.OPEN,
                None if case is None else case_named(change, case).k,
                None if wave is None else wave_named(change, wave).k,
            )
            change.insert(made)
            return made.k

    def done(self, number: Key, *, again: bool = False) -> None:
        """Notes that an assignment is done; again: that it is open once more. Raises NotFound."""
        with self._work.change("assignment.done") as change:
            before = _assignment(change, number)
            change.update(before, replace(before, state=AssignmentState.OPEN if again else AssignmentState.DONE))

    def assignments(self, person: str | None = None, *, everything: bool = False) -> Table:
        """What is open, for one person or all; everything: what is done as well. Raises NotFound."""
        with self._work.read() as reader:
            wanted = None if person is None else person_named(reader, person).k
            names = {one.k: one.name for one in reader.all(Person)}
            sources = {source.k: source.name for source in reader.all(Source)}
            cases = {case.k: case.name for case in reader.all(Case)}
            themes = {theme.k: theme.name for theme in reader.all(Theme)}
            listed = [
                a
                for a in reader.all(Assignment)
                if wanted in {None, a.person} and (everything or a.state is AssignmentState.OPEN)
            ]
        listed.sort(key=lambda a: (a.due or "9999", a.k))
        rows = tuple(
            (
                split_key(a.k).count,
                names[a.person],
                a.task,
                None if a.source is None else sources[a.source],
                None if a.theme is None else themes[a.theme],
                None if a.case is None else cases.get(a.case),
                a.due,
                a.state.value,
            )
            for a in listed
        )
        return Table(("assignment", "person", "task", "source", "theme", "case", "due", "state"), rows, "Assignments")


def _assignment(change: Change, number: Key) -> Assignment:
    found = [a for a in change.all(Assignment) if number in {a.k, split_key(a.k).count}]
    if len(found) == 1:
        return found[0]
    message = f"there is no assignment {number}; `trellis memo assignments` shows the numbers"
    raise NotFound(message)


def _today(change: Change) -> str:
    return dt.datetime.fromtimestamp(change.at / 1000, dt.UTC).date().isoformat()


def _people(reader: Reader) -> list[Person]:
    return sorted(reader.all(Person), key=lambda person: person.k)


def _sources(reader: Reader) -> list[Source]:
    return sorted(reader.all(Source), key=lambda source: source.name)


def _said(reading: Reading | None) -> str | None:
    if reading is None:
        return None
    told = [] if reading.how == HOW[0] else [reading.how]
    told += [] if reading.turn is None else [f"to turn {reading.turn}"]
    return f"{reading.on} ({', '.join(told)})" if told else reading.on
