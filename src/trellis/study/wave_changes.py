"""Waves beside each other: one case in the order of time, many cases with what changed, and what may only seem so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from trellis.analysis.wave_changes import Instrument, compared, tally
from trellis.core.case import Attendance, Case, CaseKind, Wave
from trellis.core.chart_rules import Stale
from trellis.core.keys import Key
from trellis.core.wave_change import REINTERPRETED, ChangeType, change_type_from
from trellis.store.queries import evidence as queries
from trellis.store.reader import Reader
from trellis.study.attendance import statuses, waves_in_order
from trellis.study.chart_rows import columns
from trellis.study.evidence_reading import Seen, resting_in_words
from trellis.study.resolve import case_named, main_chart
from trellis.study.table import Table, Value
from trellis.study.wave_evidence import WaveEvidence, read_changes, unsay_change
from trellis.study.wave_instrument import Instruments
from trellis.study.wave_saying import change_said, say_change, two_waves
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class ThemeIn:
    """A column of the chart. number: as printed."""

    k: Key
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class CaseIn:
    """A case. status: what became of it in each wave, in order; None where nothing is known."""

    k: Key
    name: str
    status: tuple[Attendance | None, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a cell of one wave says. blank: why it is empty, "" if it is not or nobody said; charted: whether it is."""

    words: str = ""
    blank: str = ""
    charted: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What became of a theme for a case from one wave to a later one.

    kind: what somebody said, None if nobody did; comparable: whether the case was heard in both waves. instrument: why
    a difference may come from the study and not from the case; then it is not counted as a change of the case.
    stale: why it is to be looked at again; evidence: what it rests on of its own, beside the two cells.
    """

    case: Key
    theme: Key
    earlier: Key
    later: Key
    before: Told
    after: Told
    comparable: bool
    kind: ChangeType | None
    text: str
    stale: tuple[Stale, ...]
    instrument: frozenset[Instrument]
    rev: Key
    evidence: tuple[Seen, ...] = ()

    @property
    def is_reinterpreted(self) -> bool:
        """Whether it was told or read in another way, which is no change of what happened."""
        return self.kind in REINTERPRETED


@dataclass(frozen=True, slots=True)
class TimeOrdered:
    """One case: themes by waves in the order of time. told: by theme and wave; steps: between waves that follow."""

    case: CaseIn
    waves: tuple[Wave, ...]
    themes: tuple[ThemeIn, ...]
    told: dict[tuple[Key, Key], Told]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Longitudinal:
    """Many cases from one wave to a later one: themes by cases, each with what became of it.

    cases: all that were heard in one of the two; compared: how many were heard in both.
    """

    earlier: Wave
    later: Wave
    themes: tuple[ThemeIn, ...]
    cases: tuple[CaseIn, ...]
    compared: int
    steps: tuple[Step, ...]

    def table(self) -> Table:
        """Each theme of each case, as one row."""
        cases, themes = {case.k: case.name for case in self.cases}, {theme.k: theme for theme in self.themes}
        rows = tuple(
            (
                themes[one.theme].number,
                themes[one.theme].name,
                cases[one.case],
                "" if one.kind is None else one.kind.value,
                one.text,
                one.before.words or one.before.blank,
                one.after.words or one.after.blank,
                "; ".join(sorted(why.value for why in one.instrument)),
                "; ".join(one.stale),
                "; ".join(resting_in_words(piece) for piece in one.evidence),
            )
            for one in self.steps
        )
        heads = (
            "number",
            "theme",
            "case",
            "change",
            "in words",
            self.earlier.name,
            self.later.name,
            "may be the study's",
            "stale",
            "also rests on",
        )
        return Table(heads, rows, f"From {self.earlier.name} to {self.later.name}", self.base)

    def tallies(self) -> Table:
        """Theme by theme, how many cases changed in which way."""
        rows: list[tuple[Value, ...]] = []
        for theme in self.themes:
            own = [one for one in self.steps if one.theme == theme.k and one.comparable]
            found = tally((one.kind, one.instrument) for one in own if one.kind is not None)
            by_kind = (found.counts.get(kind, 0) for kind in ChangeType)
            unsaid = sum(one.kind is None for one in own)
            rows.append(
                (theme.number, theme.name, found.changed, *by_kind, found.reread, found.instrument, unsaid, len(own))
            )
        heads = (
            "number", "theme", "changed", *(kind.value for kind in ChangeType), "reinterpreted",
            "may be the study's", "not said", "heard in both",
        )  # fmt: skip
        return Table(heads, tuple(rows), f"Changes from {self.earlier.name} to {self.later.name}", self.base)

    @property
    def base(self) -> str:
        """Who is compared, and who is not, in a sentence."""
        gone = [case for case in self.cases if not compared(case.status[0], case.status[1])]
        said = "1 case was heard" if self.compared == 1 else f"{self.compared} cases were heard"
        said += " in both waves"
        if gone:
            reasons = sorted({_absent(case) for case in gone})
            said += f"; {len(gone)} in one of them only ({', '.join(reasons)}), which says nothing of change"
        return said + "."


def _absent(case: CaseIn) -> str:
    """What became of a case in the wave in which it was not heard."""
    missed = next(status for status in case.status if status is not Attendance.COMPLETED)
    return "not said" if missed is None else missed.value


class WaveChanges(WaveEvidence):
    """The calls on what changed between waves."""

    _work: Work

    def time_ordered(self, case: str, themes: Sequence[str] | None = None) -> TimeOrdered:
        """One case in the order of time: what its cells say in each wave, and what became of it from each to the next.

        Raises NotFound, Ambiguous.
        """
        with self._work.read() as reader:
            who = case_named(reader, case)
            reading = _Reading(reader, themes)
            waves = reading.waves
            steps = tuple(
                reading.step(who.k, theme.k, one.k, other.k)
                for theme in reading.themes
                for one, other in pairwise(waves)
            )
            told = {(t.k, wave.k): reading.told(who.k, wave.k, t.k) for t in reading.themes for wave in waves}
            return TimeOrdered(reading.case(who, waves), tuple(waves), reading.themes, told, steps)

    def longitudinal(
        self, themes: Sequence[str] | None = None, *, earlier: str | None = None, later: str | None = None
    ) -> Longitudinal:
        """Cases from one wave to a later one, the first and the last unless others are named.

        Raises NotFound, Ambiguous, or Invalid where there are no two waves or they stand in the wrong order.
        """
        with self._work.read() as reader:
            one, other = two_waves(reader, earlier, later)
            reading = _Reading(reader, themes)
            found = [
                case
                for case in sorted(reader.all(Case), key=lambda case: (case.pos, case.k))
                if case.kind is not CaseKind.DOCUMENT and reading.was_heard(case.k, one.k, other.k)
            ]
            cases = tuple(reading.case(case, [one, other]) for case in found)
            steps = tuple(reading.step(case.k, theme.k, one.k, other.k) for theme in reading.themes for case in cases)
            both = sum(compared(*case.status) for case in cases)
            return Longitudinal(one, other, reading.themes, cases, both, steps)

    def say(
        self,
        case: str,
        theme: str,
        kind: ChangeType | str,
        text: str = "",
        *,
        earlier: str | None = None,
        later: str | None = None,
    ) -> None:
        """Says what became of a theme for a case from one wave to a later one; saying it again replaces.

        kind: emerges, increases, constant, decreases, ceases, turning point, reverses, reinterpreted by participant,
        reinterpreted by researcher, missing. Raises NotFound, Ambiguous, Invalid.
        """
        what = change_type_from(kind)
        with self._work.change("wave.say") as change:
            say_change(change, case, theme, what, text, waves=(earlier, later))

    def unsay(self, case: str, theme: str, *, earlier: str | None = None, later: str | None = None) -> None:
        """Takes back what was said of a theme for a case, with its evidence. Raises NotFound, Ambiguous, Invalid."""
        with self._work.change("wave.unsay") as change:
            unsay_change(change, change_said(change, case, theme, waves=(earlier, later)))


class _Reading:
    """Cells, changes and attendance of a study, read once."""

    def __init__(self, reader: Reader, themes: Sequence[str] | None) -> None:
        self.waves = waves_in_order(reader)
        groups = columns(reader, themes)
        self.themes = tuple(ThemeIn(c.theme, c.number, c.name) for group in groups for c in group.columns)
        self._chart = main_chart(reader).k
        self._status = statuses(reader)
        self._instruments = Instruments(reader)
        keys = [theme.k for theme in self.themes]
        self._told = {
            (case, wave, theme): Told(words, blank or "", charted=True)
            for case, wave, theme, blank, words in queries.cells_under(reader.connection, self._chart, keys)
        }
        said = ((read, read.change) for read in read_changes(reader))
        self._said = {(one.row, one.theme, one.earlier, one.later): read for read, one in said}

    def case(self, case: Case, waves: Sequence[Wave]) -> CaseIn:
        """A case with what became of it in these waves."""
        return CaseIn(case.k, case.name, tuple(self._status.get((case.k, wave.k)) for wave in waves))

    def was_heard(self, case: Key, *waves: Key) -> bool:
        """Whether a case was heard in one of these waves."""
        return any(self._status.get((case, wave)) is Attendance.COMPLETED for wave in waves)

    def told(self, case: Key, wave: Key, theme: Key) -> Told:
        """What the cell says."""
        return self._told.get((case, wave, theme), Told())

    def step(self, case: Key, theme: Key, earlier: Key, later: Key) -> Step:
        """What became of a theme for a case."""
        said = self._said.get((case, theme, earlier, later))
        before, after = self.told(case, earlier, theme), self.told(case, later, theme)
        both = compared(self._status.get((case, earlier)), self._status.get((case, later)))
        instrument = self._instruments.of(case, theme, earlier, later) if both else frozenset()
        if said is None:
            return Step(case, theme, earlier, later, before, after, both, None, "", (), instrument, 0)
        kind, text, rev = said.change.kind, said.change.text, said.change.rev
        place = (case, theme, earlier, later, before, after, both)
        return Step(*place, kind, text, said.stale, instrument, rev, said.evidence)
