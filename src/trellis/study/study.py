"""A study, open for work: what a notebook, the command line and the workbench use."""

from __future__ import annotations

import uuid
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from trellis.core.chart import Chart
from trellis.core.coding import Purpose, Round
from trellis.core.errors import AlreadyThere
from trellis.core.study import EXPORTED, Person, Role, Setting, StudyRecord, described
from trellis.core.template import Template
from trellis.store.changes import Intent
from trellis.store.glance import Glance, glance_at
from trellis.store.study_file import StudyFile
from trellis.study.beginning import begin
from trellis.study.nouns_of_mapping import Mapping
from trellis.study.overview import Overview, overview
from trellis.study.requests import marked
from trellis.study.sight import BY_SETTING, Sight, is_narrow
from trellis.study.watching import StudyWatch
from trellis.study.work import Work

if TYPE_CHECKING:
    from trellis.study.attributes import AttributesOfStudy
    from trellis.study.audit import AuditOfStudy
    from trellis.study.cases import CasesOfStudy
    from trellis.study.chart import ChartOfStudy
    from trellis.study.consents import ConsentsOfStudy
    from trellis.study.deriving import DerivingStudy
    from trellis.study.exploring import ExploreOfStudy
    from trellis.study.findings import FindingsOfStudy
    from trellis.study.framework import FrameworkOfStudy
    from trellis.study.guide import GuideOfStudy
    from trellis.study.history import HistoryOfStudy
    from trellis.study.index import IndexOfStudy
    from trellis.study.intent import IntentOfStudy
    from trellis.study.lenses import LensesOfStudy
    from trellis.study.memos import MemosOfStudy
    from trellis.study.pseudonyms import PseudonymsOfStudy
    from trellis.study.readings import ReadingsOfStudy
    from trellis.study.recordings import RecordingsOfStudy
    from trellis.study.reporting import ReportOfStudy
    from trellis.study.retention import RetentionOfStudy
    from trellis.study.reviewing import ReviewOfStudy
    from trellis.study.rounds import RoundsOfStudy
    from trellis.study.sample import SampleOfStudy
    from trellis.study.search import SearchOfStudy
    from trellis.study.sources import SourcesOfStudy
    from trellis.study.surveys import SurveysOfStudy
    from trellis.study.team import Team
    from trellis.study.waves import WavesOfStudy
    from trellis.study.withdrawing import WithdrawalsOfStudy
    from trellis.study.working_apart import ApartOfStudy


class Study(Mapping):
    """An open study. Its nouns are attributes; each of their calls that writes is one change in history.

    What a noun can do is imported when it is first asked for: reading documents, counting and writing Word files each
    need libraries that most work does without.
    """

    def __init__(self, file: StudyFile, person: str, sight: Sight = BY_SETTING) -> None:
        self._work = Work(file, person, sight)

    @cached_property
    def sources(self) -> SourcesOfStudy:
        """The texts: bringing them in, reading, correcting."""
        from trellis.study import sources

        return sources.SourcesOfStudy(self._work)

    @cached_property
    def surveys(self) -> SurveysOfStudy:
        """Answers to open questions of a survey."""
        from trellis.study import surveys

        return surveys.SurveysOfStudy(self._work)

    @cached_property
    def framework(self) -> FrameworkOfStudy:
        """The themes, the operations on them, their versions."""
        from trellis.study import framework

        return framework.FrameworkOfStudy(self._work)

    @cached_property
    def history(self) -> HistoryOfStudy:
        """Every change in words: undo, redo, check, backup."""
        from trellis.study import history

        return history.HistoryOfStudy(self._work)

    @cached_property
    def chart(self) -> ChartOfStudy:
        """The framework matrix: cases by sub-themes."""
        from trellis.study import chart

        return chart.ChartOfStudy(self._work)

    @cached_property
    def findings(self) -> FindingsOfStudy:
        """What the study claims, on which words, for which cases."""
        from trellis.study import findings

        return findings.FindingsOfStudy(self._work)

    @cached_property
    def derived(self) -> DerivingStudy:
        """Studies made from part of this one, and what this one was made from."""
        from trellis.study import deriving

        return deriving.DerivingStudy(self._work)

    @cached_property
    def explore(self) -> ExploreOfStudy:
        """Looking across cases: saturation, voices, ranges, groups, information power."""
        from trellis.study import exploring

        return exploring.ExploreOfStudy(self._work)

    @cached_property
    def intent(self) -> IntentOfStudy:
        """What documents say is to happen, beside how it is told."""
        from trellis.study import intent

        return intent.IntentOfStudy(self._work)

    @cached_property
    def cases(self) -> CasesOfStudy:
        """People, sites, groups, and the sources that are theirs."""
        from trellis.study import cases

        return cases.CasesOfStudy(self._work)

    @cached_property
    def attributes(self) -> AttributesOfStudy:
        """What is known of cases and sources, with its type."""
        from trellis.study import attributes

        return attributes.AttributesOfStudy(self._work)

    @cached_property
    def waves(self) -> WavesOfStudy:
        """The rounds of data collection, and who took part in which."""
        from trellis.study import waves

        return waves.WavesOfStudy(self._work)

    @cached_property
    def consents(self) -> ConsentsOfStudy:
        """What participants agreed to."""
        from trellis.study import consents

        return consents.ConsentsOfStudy(self._work)

    @cached_property
    def audit(self) -> AuditOfStudy:
        """The audit trail as a document."""
        from trellis.study import audit

        return audit.AuditOfStudy(self._work)

    @cached_property
    def pseudonyms(self) -> PseudonymsOfStudy:
        """Names replaced in the texts, and who may see which text."""
        from trellis.study import pseudonyms

        return pseudonyms.PseudonymsOfStudy(self._work)

    @cached_property
    def recordings(self) -> RecordingsOfStudy:
        """Recordings of what was said, linked where they lie."""
        from trellis.study import recordings

        return recordings.RecordingsOfStudy(self._work)

    @cached_property
    def retention(self) -> RetentionOfStudy:
        """How long originals are kept, and their disposal."""
        from trellis.study import retention

        return retention.RetentionOfStudy(self._work)

    @cached_property
    def withdrawals(self) -> WithdrawalsOfStudy:
        """Withdrawal of participants, at three levels."""
        from trellis.study import withdrawing

        return withdrawing.WithdrawalsOfStudy(self._work)

    @cached_property
    def report(self) -> ReportOfStudy:
        """The report of the study, for readers outside it."""
        from trellis.study import reporting

        return reporting.ReportOfStudy(self._work)

    @cached_property
    def sample(self) -> SampleOfStudy:
        """The sampling frame, quotas, the sample table."""
        from trellis.study import sample

        return sample.SampleOfStudy(self._work)

    @cached_property
    def index(self) -> IndexOfStudy:
        """Codings, rounds, rules, retrieval, counts."""
        from trellis.study import index

        return index.IndexOfStudy(self._work)

    @cached_property
    def team(self) -> Team:
        """Who works in the study, and in which role."""
        from trellis.study import team

        return team.Team(self._work)

    @cached_property
    def rounds(self) -> RoundsOfStudy:
        """Rounds of coding: compared, settled, carried into the index."""
        from trellis.study import rounds

        return rounds.RoundsOfStudy(self._work)

    @cached_property
    def search(self) -> SearchOfStudy:
        """Words in context, in all texts."""
        from trellis.study import search

        return search.SearchOfStudy(self._work)

    @cached_property
    def apart(self) -> ApartOfStudy:
        """Copies for others, and bringing them back."""
        from trellis.study import working_apart

        return working_apart.ApartOfStudy(self._work)

    @cached_property
    def guide(self) -> GuideOfStudy:
        """The topic guide and what of it was covered."""
        from trellis.study import guide

        return guide.GuideOfStudy(self._work)

    @cached_property
    def review(self) -> ReviewOfStudy:
        """What a careful referee would ask, what somebody lets stand, and with what the review asks."""
        from trellis.study import reviewing

        return reviewing.ReviewOfStudy(self._work)

    @cached_property
    def lenses(self) -> LensesOfStudy:
        """Declared ways to classify or test, judgements under them, what comes out."""
        from trellis.study import lenses

        return lenses.LensesOfStudy(self._work)

    @cached_property
    def memos(self) -> MemosOfStudy:
        """Notes on anything."""
        from trellis.study import memos

        return memos.MemosOfStudy(self._work)

    @cached_property
    def readings(self) -> ReadingsOfStudy:
        """Who has read what."""
        from trellis.study import readings

        return readings.ReadingsOfStudy(self._work)

    @property
    def title(self) -> str:
        """The study's title."""
        return self.about().title

    def about(self) -> StudyRecord:
        """What the study is: title, questions, notice, GUID."""
        with self._work.read() as reader:
            return reader.all(StudyRecord)[0]

    @property
    def notice(self) -> str:
        """What to know before working on: the file was put back, or is another copy. Empty if all is as it was."""
        return self._work.file.standing.notice

    @property
    def place(self) -> str:
        """Why the file's folder asks for care (synchronised, network, removable). Empty for a plain local disk."""
        return self._work.file.database.ground.why

    def overview(self) -> Overview:
        """What is done and what is open, source by source and theme by theme, and what wants attention."""
        with self._work.read() as reader:
            me = self._work.person_name.casefold()
            mine = next((one for one in reader.all(Person) if one.name.casefold() == me), None)
            return overview(reader, mine)

    def glance(self) -> Glance:
        """Title and counts, as a library's list shows them."""
        with self._work.read() as reader:
            return glance_at(reader.connection)

    def describe(
        self, *, title: str | None = None, questions: tuple[str, ...] | None = None, notice: str | None = None
    ) -> None:
        """Gives the study another title, other questions or another notice; None leaves as it is. Raises Invalid."""
        with self._work.change("study.describe") as change:
            before = change.all(StudyRecord)[0]
            change.update(before, described(before, title=title, questions=questions, notice=notice))

    def is_me(self, person: Person) -> bool:
        """Whether this is the person who works here."""
        return person.name.casefold() == self._work.person_name.casefold()

    def under(self, person: str) -> Study:
        """The same open study, as somebody else works in it. Closing one closes both."""
        return Study(self._work.file, person, self._work.sight)

    def watch(self) -> StudyWatch:
        """Looks for changes made from now on, by this process or another one; to be closed before the study is."""
        return StudyWatch(self._work)

    def at(self, change: int) -> Study:
        """The study as it was right after change number `change`, for reading only. Raises NotFound."""
        with self._work.file.read() as reader:
            sight = Sight(always=self._work.sight.always or is_narrow(reader, self._work.person_name))
        return Study(self._work.file.at(change), self._work.person_name, sight)

    def identified(self, what: str) -> Study:
        """The study with its names put back, in memory, for reading only. The lead's alone, and a change in history.

        The key must be open (`pseudonyms.open`). Names stand in texts, labels and verbatim statements again, and
        everything rests on the same words; what colleagues wrote and how they call the cases stays as it is.
        what: which export it is for, as the audit trail will say. Raises Locked, NotAllowed.
        """
        from trellis.study.identified import put_names_back

        book = self._work.require_key().book()
        with self._work.change("export.identified") as change:
            change.insert(Setting(f"{EXPORTED} {change.key}", 0, what))
        intent = Intent("export.identified", self._work.person().k, self._work.file.now())
        return Study(
            self._work.file.imagined(intent, lambda change: put_names_back(change, book)), self._work.person_name
        )

    def close(self) -> None:
        """Lets go of the file; what was acknowledged is on disk already."""
        self._work.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def found(
    file: StudyFile,
    title: str,
    person: str,
    *,
    questions: tuple[str, ...] = (),
    notice: str = "",
    template: Template = Template.BLANK,
) -> Study:
    """Makes an empty file into a study: its record, its first person (the lead), its main round, its chart.

    template: what it begins with besides.
    Raises AlreadyThere if somebody else made it into one meanwhile.
    """
    with marked(Intent("study.create", 0, file.now())) as mark, file.change(mark.intent) as change:
        if change.all(StudyRecord):
            message = "somebody else has just made this study; open it"
            raise AlreadyThere(message)
        study, lead, main, chart = change.new_keys(4)
        change.insert(
            StudyRecord(study, 0, str(uuid.uuid4()), title, questions, notice),
            Person(lead, 0, person, Role.LEAD),
            Round(main, 0, "main", Purpose.MAIN, None, blind=False, closed=False, adopted=True),
            Chart(chart, 0, "main"),
        )
        begin(change, template)
    return Study(file, person)
