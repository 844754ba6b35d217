"""The review of a study as its page shows it."""

from __future__ import annotations

from typing import Any, Self

from pydantic import Field

from trellis.core.review import Group, Level
from trellis.core.study_review import At
from trellis.web.schemas.base import Given, Key, Moment, Shown


class JudgedAtShown(Shown):
    """Where a judgement stands: lens and dimension by id, unit by name, kind and wave ("" for none)."""

    lens: str
    unit: str
    kind: str
    wave: str
    dimension: str


class TargetShown(Shown):
    """A thing that a point is about. case, wave, theme: of a cell; number: of a question; judged: of a judgement."""

    at: At
    words: str
    k: Key
    case: Key
    wave: Key
    theme: Key
    number: int
    judged: JudgedAtShown | None


class WaivedShown(Shown):
    """Why somebody lets a point stand; lapsed: what it rests on has changed since."""

    reason: str
    by: str
    at: Moment
    is_lapsed: bool


class PointShown(Shown):
    """Something that a careful referee would raise."""

    key: str
    check: str
    group: Group
    level: Level
    said: str
    asks: str
    fires: str
    resolves: str
    targets: list[TargetShown]
    waived: WaivedShown | None


class QuietShown(Shown):
    """A check that was not asked, and what it waits for."""

    check: str
    why: str


class StudyReviewShown(Shown):
    """The review. first_page: for each line the keys of the points that it stands for."""

    title: str
    k: int = Field(description="How many must share an attribution.")
    counts: dict[Level, int]
    first_page: list[list[str]]
    points: list[PointShown]
    quiet: list[QuietShown]

    @classmethod
    def of(cls, values: dict[str, Any]) -> Self:
        """The review out of its plain values."""
        return cls.model_validate(values)


class WaiverGiven(Given):
    """Why a point may stand."""

    reason: str = Field(max_length=2000)
