"""How a study stands, as its first screen shows it."""

from __future__ import annotations

from pydantic import Field

from trellis.study.overview import Matter, Overview
from trellis.web.schemas.base import Key, Shown


class SourceStandShown(Shown):
    """A source and what was done with it."""

    k: Key
    name: str
    kind: str
    wave: str | None
    length: int = Field(description="Code points.")
    readers: list[str]
    codings: int
    themes: int


class ThemeStandShown(Shown):
    """How far a main theme's chart is."""

    k: Key
    number: str
    name: str
    codings: int
    cells: int = Field(
        description="How many there could be: of cases with sources all, of others those that are there."
    )
    drafts: int
    charted: int
    returned: int
    reviewed: int
    blank: int


class AttentionShown(Shown):
    """Something that wants attention, and how many of it."""

    matter: Matter
    count: int


class OverviewShown(Shown):
    """How a study stands."""

    sources: list[SourceStandShown]
    themes: list[ThemeStandShown]
    attention: list[AttentionShown]

    @classmethod
    def of(cls, found: Overview) -> OverviewShown:
        """The overview as a page draws it."""
        return cls(
            sources=[SourceStandShown.model_validate(one) for one in found.sources],
            themes=[ThemeStandShown.model_validate(one) for one in found.themes],
            attention=[AttentionShown(matter=matter, count=count) for matter, count in found.attention],
        )
