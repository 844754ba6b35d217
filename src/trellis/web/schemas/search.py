"""What a search finds, what it can be narrowed to, and what becomes of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.attribute import Owner
from trellis.core.source import SourceKind
from trellis.study.rules import Widen
from trellis.study.search import Hit
from trellis.study.search_facets import Facets
from trellis.web.schemas.base import Given, Key, Shown
from trellis.web.schemas.reading import CaseNamed, CodePoints

Query = Annotated[str, Field(max_length=1_000, description="Words, phrases, AND, OR, NOT, NEAR, or /a pattern/.")]


class HitShown(Shown):
    """One place: the words found and those around them within the turn; positions in code points."""

    source_key: Key
    source: str
    start: CodePoints
    end: CodePoints
    left: str
    words: str
    right: str
    part: int
    speaker: str | None
    cases: list[str]
    from_ms: int | None

    @classmethod
    def of(cls, hit: Hit) -> HitShown:
        """The hit as it is listed."""
        return cls.model_validate(hit)


class CountShown(Shown):
    """How much a search finds: places, turns that hold them, sources."""

    hits: int
    parts: int
    sources: int


class AttributeFacetShown(Shown):
    """An attribute of cases or sources, with the values that occur."""

    name: str
    of: Owner
    values: list[str]


class FacetsShown(Shown):
    """Everything that filters can name."""

    sources: list[CaseNamed]
    cases: list[CaseNamed]
    kinds: list[SourceKind]
    waves: list[str]
    speakers: list[str]
    attributes: list[AttributeFacetShown]

    @classmethod
    def of(cls, facets: Facets) -> FacetsShown:
        """All of it."""
        return cls(
            sources=[CaseNamed(k=k, name=name) for k, name in facets.sources],
            cases=[CaseNamed(k=k, name=name) for k, name in facets.cases],
            kinds=list(facets.kinds),
            waves=list(facets.waves),
            speakers=list(facets.speakers),
            attributes=[AttributeFacetShown.model_validate(one) for one in facets.attributes],
        )


class FiltersGiven(Given):
    """What a search is narrowed to: keys of sources and cases, names of the rest; attributes as "name=value"."""

    source: Annotated[list[Key], Field(max_length=2_000)] = Field(default_factory=list)
    case: Annotated[list[Key], Field(max_length=2_000)] = Field(default_factory=list)
    kind: Annotated[list[str], Field(max_length=20)] = Field(default_factory=list)
    wave: Annotated[list[str], Field(max_length=200)] = Field(default_factory=list)
    speaker: Annotated[list[str], Field(max_length=200)] = Field(default_factory=list)
    theme: Key | None = None
    attribute: Annotated[list[str], Field(max_length=200)] = Field(default_factory=list)


class HitChosen(Given):
    """A hit that was chosen."""

    source: Key
    start: CodePoints
    end: CodePoints


class SearchSuggested(FiltersGiven):
    """A search that is to suggest codings under a theme. only: these hits; null for everything that it finds."""

    q: Query
    under: Key
    widen: Widen = Widen.SENTENCE
    only: Annotated[list[HitChosen], Field(max_length=10_000)] | None = None
