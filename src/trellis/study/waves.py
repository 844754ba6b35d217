"""The waves of a study: rounds of data collection, and what became of each case in them."""

from __future__ import annotations

from dataclasses import replace

from trellis.core.case import Attendance, Attended, Case, CaseKind, Wave
from trellis.core.errors import AlreadyThere, Invalid
from trellis.core.membership import iso_date
from trellis.core.order import spread
from trellis.core.source import Source
from trellis.study.attendance import statuses, waves_in_order
from trellis.study.keeping import wave_for
from trellis.study.resolve import case_named, folded, source_named, wave_named
from trellis.study.table import Table, Value
from trellis.study.wave_changes import WaveChanges
from trellis.study.work import Work


class WavesOfStudy(WaveChanges):
    """At referral, at nine months: when people were heard, and who was lost in between."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, name: str) -> None:
        """Adds a wave behind the others. Raises AlreadyThere, Invalid."""
        with self._work.change("wave.add") as change:
            if not name.strip():
                message = "a wave needs a name"
                raise Invalid(message)
            if any(folded(wave.name) == folded(name) for wave in change.all(Wave)):
                message = f"there is a wave “{name}” already"
                raise AlreadyThere(message)
            wave_for(change, name.strip())

    def rename(self, name: str, new: str) -> None:
        """Gives a wave another name. Raises NotFound, Ambiguous."""
        with self._work.change("wave.rename") as change:
            wave = wave_named(change, name)
            change.update(wave, replace(wave, name=new.strip()))

    def order(self, *names: str) -> None:
        """Puts the waves in order of time. Raises NotFound, or Invalid unless every wave is named once."""
        with self._work.change("wave.order") as change:
            waves = [wave_named(change, name) for name in names]
            if sorted(wave.k for wave in waves) != sorted(wave.k for wave in change.all(Wave)):
                listed = ", ".join(wave.name for wave in waves_in_order(change))
                message = f"name every wave once, in order of time; there are: {listed}"
                raise Invalid(message)
            change.update_all([(w, replace(w, pos=pos)) for w, pos in zip(waves, spread(len(waves)), strict=True)])

    def place_sources(self, wave: str | None, *sources: str) -> None:
        """Says in which wave sources were collected; None takes them out of any. Raises NotFound, Ambiguous."""
        with self._work.change("wave.place_sources") as change:
            k = None if wave is None else wave_named(change, wave).k
            found = [source_named(change, source) for source in dict.fromkeys(sources)]
            change.update_all([(source, replace(source, wave=k)) for source in found])

    def attend(self, case: str, wave: str, status: str, *, reason: str = "", on: str | None = None) -> None:
        """Says what became of a case in a wave: completed, not due, refused, lost, died, withdrew consent, missed.

        on: ISO date. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("wave.attend") as change:
            one, at = case_named(change, case), wave_named(change, wave)
            made = Attended(one.k, at.k, 0, _status(status), reason, None if on is None else iso_date(on))
            before = change.find(Attended, one.k, at.k)
            if before is None:
                change.insert(made)
            else:
                change.update(before, replace(made, rev=before.rev))

    def all(self) -> list[Wave]:
        """The waves in order of time."""
        with self._work.read() as reader:
            return sorted(reader.all(Wave), key=lambda wave: (wave.pos, wave.k))

    def listing(self) -> Table:
        """Every wave in order of time, with how many sources it has."""
        with self._work.read() as reader:
            waves = waves_in_order(reader)
            counted = [source.wave for source in reader.all(Source)]
        return Table(("wave", "sources"), tuple((wave.name, counted.count(wave.k)) for wave in waves), "Waves")

    def attendance(self) -> Table:
        """People by waves: what became of each. A row for each pair; status None where nothing is known.

        said: whether somebody said so; without that, a person counts as completed by an interview in the wave.
        """
        with self._work.read() as reader:
            waves = waves_in_order(reader)
            found = statuses(reader)
            said = {(one.case, one.wave): one for one in reader.all(Attended)}
            persons = [case for case in reader.all(Case) if case.kind is CaseKind.PERSON]
        rows: list[tuple[Value, ...]] = []
        for case in sorted(persons, key=lambda case: (case.pos, case.k)):
            for wave in waves:
                status, told = found.get((case.k, wave.k)), said.get((case.k, wave.k))
                why, on = (None, None) if told is None else (told.reason or None, told.on)
                rows.append((case.name, wave.name, None if status is None else status.value, told is not None, why, on))
        return Table(("case", "wave", "status", "said", "reason", "on"), tuple(rows), "Attendance")

    def attrition(self) -> Table:
        """How many people each wave heard, and what became of the others.

        A person without a status counts as completed in a wave that has a source in which they speak.
        """
        with self._work.read() as reader:
            waves = waves_in_order(reader)
            found = statuses(reader)
            persons = [case.k for case in reader.all(Case) if case.kind is CaseKind.PERSON]
        rows: list[tuple[Value, ...]] = []
        for wave in waves:
            here = [found.get((k, wave.k)) for k in persons]
            counts = [here.count(status) for status in Attendance]
            rows.append((wave.name, *counts, here.count(None), len(persons)))
        heads = ("wave", *(status.value for status in Attendance), "not said", "people")
        note = "Completed counts people with an interview in the wave, whether or not it was said."
        return Table(heads, tuple(rows), "Attrition", note)


def _status(given: str) -> Attendance:
    wanted = given.strip().casefold()
    for status in Attendance:
        if wanted == status.value or (wanted == "withdrew" and status is Attendance.WITHDREW):
            return status
    message = f"“{given}” does not say what became of somebody; give one of: {', '.join(s.value for s in Attendance)}"
    raise Invalid(message)
