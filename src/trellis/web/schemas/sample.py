"""The sample: quotas, waves, consent, the topic guide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from trellis.core.case import Attendance
from trellis.core.consent import ConsentScope
from trellis.core.sample import Covered, Topic
from trellis.web.schemas.base import Given, Key, Rev, Shown

Name = Annotated[str, Field(max_length=300)]
Prompt = Annotated[str, Field(max_length=5_000)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A date, such as 2026-03-31.")]
Where = Annotated[
    dict[Name, Name], Field(min_length=1, max_length=10, description="Attributes by name, and their values.")
]


class PrintedByShown(Shown):
    """What the sample table counts by in the report, "" for none."""

    rows: str
    columns: str


class QuotaGiven(Given):
    """How many are wanted of one sort. exists: false where there can be nobody of it."""

    where: Where
    target: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    exists: bool = True


class QuotaNamed(Given):
    """One sort of the frame."""

    where: Where


class AttendanceGiven(Given):
    """What became of a case in a wave."""

    case: Name
    wave: Name
    status: Attendance
    reason: Annotated[str, Field(max_length=5_000)] = ""
    on: Day | None = None


class ConsentGiven(Given):
    """What a participant agreed to, or did not. wave: null for all."""

    case: Name
    scope: ConsentScope
    given: bool
    wave: Name | None = None
    on: Day | None = None


class TopicShown(Shown):
    """A topic of the guide. parent: the topic that it stands under; themes: those that it feeds, by key."""

    k: Key
    rev: Rev
    parent: Key | None
    number: str
    name: str
    prompt: str
    themes: list[Key]

    @classmethod
    def of(cls, topic: Topic, themes: Sequence[int]) -> TopicShown:
        """The topic as JSON."""
        return cls(
            k=topic.k,
            rev=topic.rev,
            parent=topic.parent,
            number=topic.number,
            name=topic.name,
            prompt=topic.prompt,
            themes=list(themes),
        )


class TopicFeeds(Given):
    """The themes that a topic feeds, by key, in place of those that it fed."""

    themes: Annotated[list[Key], Field(max_length=500)]


class TopicGiven(Given):
    """A topic to add. under: the topic that it is to stand under, by key."""

    name: Annotated[Name, Field(min_length=1)]
    prompt: Prompt = ""
    under: Key | None = None


class TopicEdited(Given):
    """What is to be other of a topic. null leaves what is there."""

    name: Annotated[Name, Field(min_length=1)] | None = None
    prompt: Prompt | None = None


class TopicMoved(Given):
    """Where a topic is to stand among those beside it, from 1."""

    to: Annotated[int, Field(ge=1, le=10_000)]


class CoverageGiven(Given):
    """How far a source covered a topic, which is given by its number. note: null leaves the note that is there."""

    source: Name
    topic: Name
    covered: Covered
    note: Annotated[str, Field(max_length=5_000)] | None = None
