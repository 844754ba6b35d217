"""Rounds of coding: opened, closed, compared, settled, carried into the study's index. `study.rounds` in a notebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from trellis.analysis.table import Table
from trellis.core.coding import Purpose, Round
from trellis.core.disagreement import TOLERANCE, Outcome, Standing
from trellis.core.errors import AlreadyThere, Invalid
from trellis.core.framework import FrameworkVersion
from trellis.store.changes import Change
from trellis.store.queries.codings import Wanted, number_of
from trellis.store.reader import Reader
from trellis.study.agreement import Asked, RoundAgreement, agreement_of
from trellis.study.blindness import blindness_of, require_unblinded
from trellis.study.chart_export import export_note, keep
from trellis.study.comparing import RoundCompared, compare
from trellis.study.disagreement_export import written
from trellis.study.disagreements import Disagreements, disagreements_of, only
from trellis.study.index_carrying import Carried, IndexOf, put_agreed
from trellis.study.new_use import closed_sources
from trellis.study.resolve import (
    adopted_round,
    folded,
    framework_version_named,
    newest_framework_version,
    round_named,
    source_named,
)
from trellis.study.round_settling import Settling
from trellis.study.settling import follow
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class CarriedRound:
    """What carrying a round into the index did, or would do, in codings.

    agreed: on which all coders agree, once each. single: of sources that one coder alone indexed. settled: by
    disagreements. waiting: disagreements that are open, reopened, deferred or wait for a definition, and whose
    codings stay out. withheld: sources of people who withdrew from new use, of which nothing comes in.
    """

    round: str
    index: str
    agreed: Carried
    single: Carried
    settled: Carried
    waiting: int
    withheld: tuple[str, ...] = ()

    @property
    def added(self) -> int:
        """How many codings came into the index."""
        return self.agreed.added + self.single.added + self.settled.added

    def table(self) -> Table:
        """What came from where, one row a kind."""
        kinds = (("agreed", self.agreed), ("by one coder alone", self.single), ("settled", self.settled))
        rows = tuple((name, done.added, done.removed, done.already) for name, done in kinds)
        waits = f"{self.waiting} disagreements are not settled; what is in dispute in them stays out."
        closed = f"Nothing comes in of {', '.join(self.withheld)}: somebody who speaks there withdrew from new use."
        note = " ".join([waits] * bool(self.waiting) + [closed] * bool(self.withheld))
        title = f"“{self.round}” into “{self.index}”"
        return Table(("codings", "added", "taken out", "there already"), rows, title, note)


@dataclass(frozen=True, slots=True)
class AdoptedRound:
    """Which round is the study's index, and which one was; with their numbers of codings."""

    now: str
    codings: int
    before: str
    codings_before: int


@dataclass(frozen=True, slots=True)
class RoundNow:
    """A round with the name of its framework version, and how many codings of it the person who works may see."""

    round: Round
    framework: str | None
    codings: int


class RoundsOfStudy(Settling):
    """The calls about rounds."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def listing(self) -> Table:
        """Every round: purpose, framework version, blind or not, open or closed, adopted, number of codings.

        Of a blind round that is open, the number of those that the person who works may see.
        """
        rows = tuple(
            (
                one.round.name,
                one.round.purpose.value,
                one.framework,
                "blind" if one.round.blind else "",
                "closed" if one.round.closed else "open",
                "adopted" if one.round.adopted else "",
                one.codings,
            )
            for one in self.now()
        )
        return Table(("round", "purpose", "framework", "blind", "state", "index", "codings"), rows, "Rounds")

    def now(self) -> list[RoundNow]:
        """Every round as it stands, in the order in which they were opened; the main one first."""
        with self._work.read() as reader:
            versions = {version.k: version.name for version in reader.all(FrameworkVersion)}
            blindness = blindness_of(reader, self._work.person_name)
            return [
                RoundNow(
                    found,
                    None if found.framework_version is None else versions[found.framework_version],
                    number_of(reader.connection, blindness.narrowed(Wanted(round=found.k))),
                )
                for found in reader.all(Round)
            ]

    def open(
        self, name: str, purpose: str = Purpose.DOUBLE.value, *, blind: bool = False, version: str | None = None
    ) -> Round:
        """Opens a round. purpose: main, calibration or double coding. version: of the framework, newest if not given.

        blind: until it is closed, whoever codes in it sees only their own codings. A closed round is not opened
        again, since everybody has seen it; `history.undo` takes back a close. Raises AlreadyThere, Invalid, NotFound.
        """
        with self._work.change("round.new") as change:
            if any(folded(found.name) == folded(name) for found in change.all(Round)):
                message = f"there is a round “{name}” already; choose another name"
                raise AlreadyThere(message)
            if not name.strip():
                message = "a round needs a name; give one, such as “double coding, spring”"
                raise Invalid(message)
            named = newest_framework_version(change) if version is None else framework_version_named(change, version)
            made = Round(
                change.new_key(),
                change.key,
                name.strip(),
                purpose_given(purpose),
                None if named is None else named.k,
                blind=blind,
                closed=False,
                adopted=False,
            )
            change.insert(made)
            return made

    def close(self, name: str) -> Round:
        """Closes a round: nothing is indexed in it any more, and everybody sees it. Raises NotFound, Invalid."""
        with self._work.change("round.close") as change:
            found = round_named(change, name)
            if found.closed:
                message = f"the round “{found.name}” is closed already"
                raise Invalid(message)
            after = replace(found, closed=True)
            change.update(found, after)
            return after

    def adopt(self, name: str, *, dry_run: bool = False) -> AdoptedRound:
        """Makes a round's codings the study's index, which charts, retrieval and coverage read.

        dry_run: only says which round would take the place of which. Raises NotFound, NotAllowed while the round
        is blind and open.
        """
        with (self._work.rehearsal if dry_run else self._work.change)("round.adopt") as change:
            chosen, before = round_named(change, name), adopted_round(change)
            require_unblinded(chosen, "codings as the index")
            change.update_all((found, replace(found, adopted=found.k == chosen.k)) for found in change.all(Round))
            counts = [number_of(change.connection, Wanted(round=found.k)) for found in (chosen, before)]
            return AdoptedRound(chosen.name, counts[0], before.name, counts[1])

    def disagreements(
        self,
        round: str,
        *,
        standing: str | None = None,
        source: str | None = None,
        tolerance: int = TOLERANCE,
    ) -> Disagreements:
        """Where the coders of a round differ, with words, definitions, context, and what was settled.

        Sources with codings by two coders or more are compared. Where one person alone coded in the round, the
        adopted index gives the other reading. standing: "open" (with what was reopened), "settled" or "reopened".
        tolerance: code points by which bounds may differ and count as the same. Raises NotFound, Ambiguous,
        NotAllowed while the round is blind and open.
        """
        with self._work.read() as reader:
            return _listed(reader, round, (standing, source), tolerance)

    def write_disagreements(
        self,
        round: str,
        path: str | Path,
        *,
        standing: str | None = None,
        source: str | None = None,
        tolerance: int = TOLERANCE,
        overwrite: bool = False,
    ) -> Path:
        """Writes the disagreements to a .docx or .csv: the same study, the same bytes.

        Raises as `disagreements` does; NotSupported for another kind of file, AlreadyThere, StudyFileError.
        """
        target = Path(path)
        with self._work.read() as reader:
            found = _listed(reader, round, (standing, source), tolerance)
            content = written(found, target, export_note(reader))
        keep(target, content, replace=overwrite)
        return target

    def agreement(
        self,
        round: str,
        *,
        theme: str | None = None,
        said: bool = False,
        main: bool = False,
        units: bool = False,
    ) -> RoundAgreement:
        """Figures of agreement by character, theme by theme and for all themes, for those who ask for them.

        Compared is what `disagreements` compares, within each framework version: figures of two versions say nothing
        about each other. theme: only this one and its sub-themes. said: only what participants said counts, not
        every character of the texts. main: sub-themes count as their main theme. units: with alpha of the stretches
        as units, which counts all characters. Where nobody's choices vary, a coefficient is None.
        Raises NotFound, Ambiguous, Invalid, NotAllowed while the round is blind and open.
        """
        if units and said:
            message = "stretches as units are laid on the whole text; ask for either `units` or `said`"
            raise Invalid(message)
        with self._work.read() as reader:
            found = round_named(reader, round)
            require_unblinded(found, "agreement")
            return agreement_of(reader, found, Asked(theme, said=said, main=main, units=units))

    def carry(self, round: str, *, dry_run: bool = False) -> CarriedRound:
        """Brings a closed round into the adopted index, in one change.

        What all coders agree on comes in once; what one coder alone indexed, as it is; of what was settled, what
        stands. What is in dispute stays out. Carrying again brings only what is new. dry_run: only tells.
        Raises NotFound, Invalid for a round that is open or is the index itself.
        """
        with (self._work.rehearsal if dry_run else self._work.change)("round.carry") as change:
            chosen, index = round_named(change, round), adopted_round(change)
            if chosen.k == index.k or not chosen.closed:
                why = "is the index itself" if chosen.k == index.k else "is still open; close it first"
                message = f"a closed round is carried into the index, and “{chosen.name}” {why}"
                raise Invalid(message)
            return _carried(change, compare(change, chosen), index)


def _listed(reader: Reader, name: str, wanted: tuple[str | None, str | None], tolerance: int) -> Disagreements:
    found, (standing, source) = round_named(reader, name), wanted
    require_unblinded(found, "disagreements")
    named = None if source is None else source_named(reader, source).name
    everything = disagreements_of(reader, compare(reader, found, tolerance))
    return replace(everything, items=only(everything.items, standing=standing, source=named))


def purpose_given(name: str) -> Purpose:
    """The purpose of that name. Raises Invalid."""
    try:
        return Purpose(folded(name))
    except ValueError as error:
        message = f"“{name}” is no purpose of a round; there are: {', '.join(purpose.value for purpose in Purpose)}"
        raise Invalid(message) from error


_DECIDED = frozenset({Outcome.ADOPTED, Outcome.BOTH})


def _carried(change: Change, compared: RoundCompared, index: Round) -> CarriedRound:
    agreed = single = settled = Carried()
    for sheet in compared.sheets:
        here = IndexOf(change, index.k, sheet.source.k)
        if not sheet.is_double:
            for coding in sheet.codings.values():
                single += put_agreed(change, here, [coding])
        for cluster in sheet.compared.agreed:
            agreed += put_agreed(change, here, [sheet.codings[mark.k] for mark in cluster.marks])
    closed = closed_sources(change, change.at)
    withheld = tuple(sheet.source.name for sheet in compared.sheets if sheet.source.k in closed)
    waiting = 0
    for found in compared.found:
        if found.standing is Standing.SETTLED and found.settled and found.settled.settlement.outcome in _DECIDED:
            settled += follow(change, found.settled.settlement, found.codings)
        else:
            waiting += 1
    return CarriedRound(compared.round.name, index.name, agreed, single, settled, waiting, withheld)
