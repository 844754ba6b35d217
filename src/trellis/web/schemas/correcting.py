"""A corrected text: what it would move, and what could not move."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.study.correcting import Corrected
from trellis.study.correction_review import ReviewItem
from trellis.web.schemas.base import Given, Shown


class CorrectedText(Given):
    """The whole corrected text. replace: take it even if it keeps less than half of the words."""

    text: Annotated[str, Field(min_length=1, max_length=20_000_000)]
    replace: bool = False


class ReviewItemShown(Shown):
    """Something that stands on words: its words in the old text, and in the new one where it would stand."""

    item: str = Field(description='As it is settled by: "coding:123".')
    what: str
    about: str
    old: str
    new: str
    start: int | None
    end: int | None

    @classmethod
    def of(cls, one: ReviewItem) -> ReviewItemShown:
        """The item as it is listed."""
        return cls.model_validate(one)


class MisquotedShown(Shown):
    """A verbatim statement of the chart that the new text no longer bears out."""

    case: str
    text: str


class CorrectedShown(Shown):
    """What a correction would do: how much of the words it keeps, what moves, what cannot."""

    version: int
    words_kept: int
    words_before: int
    words_now: int
    moved: int
    changes: list[ReviewItemShown]
    review: list[ReviewItemShown]
    misquoted: list[MisquotedShown]
    labels: list[str]

    @classmethod
    def of(cls, told: Corrected) -> CorrectedShown:
        """What would become of everything that stands on the text."""
        return cls(
            version=told.version,
            words_kept=told.words.words,
            words_before=told.words.old,
            words_now=told.words.new,
            moved=told.moved,
            changes=[ReviewItemShown.of(one) for one in told.changes],
            review=[ReviewItemShown.of(one) for one in told.review],
            misquoted=[MisquotedShown.model_validate(one) for one in told.misquoted],
            labels=list(told.labels),
        )


class Settling(Given):
    """What becomes of something that could not move: put on the proposed words or on others, or dropped."""

    item: Annotated[str, Field(pattern=r"^[a-z ]{1,20}:[0-9]{1,16}$")]
    drop: bool = False
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)
