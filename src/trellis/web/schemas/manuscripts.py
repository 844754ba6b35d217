"""A manuscript's check: what is asked, and the review that comes of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.review import Group, Level
from trellis.web.manuscripts import Part
from trellis.web.schemas.base import Given, Shown


class CheckGiven(Given):
    """How a manuscript is to be checked. k: how many people must share an attribution."""

    k: Annotated[int, Field(ge=1, le=100)] = 2


class FileHeld(Shown):
    """A file that has arrived."""

    part: Part
    n: int
    name: str
    bytes: int


class SpotShown(Shown):
    """A stretch of the manuscript: code points, words, paragraph from 1, page where known, nearest heading."""

    start: int
    end: int
    words: str
    paragraph: int
    page: str | None
    under: str


class SourceWordsShown(Shown):
    """Words of a transcript that stand beside a spot."""

    source: str
    turn: int | None
    speaker: str
    words: str
    change: str


class RemarkShown(Shown):
    """A remark with what its check asks and what usually resolves it."""

    key: str
    check: str
    group: Group
    level: Level
    said: str
    asks: str
    resolves: str
    waived: str
    spots: list[SpotShown]
    sources: list[SourceWordsShown]


class SilentShown(Shown):
    """A check that said nothing, and why."""

    check: str
    why: str


class NoticeShown(Shown):
    """Something about a file that the reader of the review should know."""

    slug: str
    message: str


class ReviewShown(Shown):
    """A review. first_page: its lines in order, each by the keys of the remarks that it stands for."""

    manuscript: str
    words: int
    transcripts: int
    people: int
    k: int
    counts: dict[Level, int]
    first_page: list[list[str]]
    remarks: list[RemarkShown]
    silent: list[SilentShown]
    notices: list[NoticeShown]
    quotations: int
