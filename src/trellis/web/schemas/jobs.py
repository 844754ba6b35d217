"""Jobs, uploads, and what became of a batch of files."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.source import SourceKind, SpeakerRole
from trellis.core.speakers import LabelRule
from trellis.study.bringing import BringIn, Brought, Cases, Outcome
from trellis.study.requests import Done
from trellis.web.jobs import Download, Job, JobState
from trellis.web.schemas.base import Given, Key, Problem, Shown, Written

UploadId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{8,64}$")]


class JobShown(Shown):
    """A job: how far it is, and how it ended. written: what it did to the study, as far as the history says."""

    id: str
    study: str
    what: str
    state: JobState
    done: int
    total: int | None
    step: str
    problem: Problem | None
    written: Written
    file: str | None = Field(description="The name of the file that it made: GET …/file gives it.")

    @classmethod
    def of(cls, job: Job, did: Done | None) -> JobShown:
        """The job as it stands now."""
        step = job.step
        return cls(
            id=job.id,
            study=job.study,
            what=job.what,
            state=job.state,
            done=0 if step is None else step.done,
            total=None if step is None else step.total,
            step="" if step is None else step.what,
            problem=job.problem,
            written=Written.of(did),
            file=job.result.name if isinstance(job.result, Download) else None,
        )


class HeldShown(Shown):
    """A file of an upload. n: its number in the batch. bytes: its size."""

    n: int
    name: str
    bytes: int


class UploadShown(Shown):
    """A batch of files that waits to be imported."""

    upload: str
    files: list[HeldShown]


class Label(Given):
    """What one speaker label stands for in the batch. case: the name of the case, empty to let Trellis name it."""

    label: Annotated[str, Field(min_length=1, max_length=300)]
    role: SpeakerRole
    case: Annotated[str, Field(max_length=300)] = ""


class ImportGiven(Given):
    """How a batch is to be brought in. dry_run: only tells what would come in. kind: null to tell it by the turns."""

    upload: UploadId
    dry_run: bool = False
    kind: SourceKind | None = None
    wave: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    labels: list[Label] = Field(default_factory=list, max_length=2000)
    cases: Cases = Cases.AUTO
    again: bool = Field(default=False, description="Bring duplicates in all the same.")

    def how(self) -> BringIn:
        """The same as `study/` takes it."""
        labels = tuple(LabelRule(one.label, one.role, one.case) for one in self.labels)
        return BringIn(self.kind, self.wave, labels, self.cases, self.again)


class ItemShown(Shown):
    """What became of one file."""

    name: str
    outcome: Outcome
    message: str
    source: str
    kind: str
    layout: str
    confidence: float | None
    turns: int
    timed: int
    words: int
    notices: list[str]


class LabelLineShown(Shown):
    """A line of the batch's label table: spellings, what they stand for, in how many texts, how it begins."""

    spellings: str
    role: SpeakerRole
    case: str
    texts: int
    turns: int
    words: int
    first_line: str
    proposed: SpeakerRole | None = Field(description="What it probably stands for instead; before anything came in.")


class BroughtShown(Shown):
    """What became of a batch. batch: the key under which it is undone as one, null if nothing came in."""

    items: list[ItemShown]
    labels: list[LabelLineShown]
    stopped: bool
    batch: Key | None

    @classmethod
    def of(cls, brought: Brought) -> BroughtShown:
        """The report as it is shown."""
        return cls.model_validate(brought)


class ProblemFound(Shown):
    """Something that is wrong with the study file."""

    slug: str
    where: str
    message: str
