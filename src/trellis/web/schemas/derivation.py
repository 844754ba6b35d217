"""Secondary analysis: a study made from part of another one, and what of it came along."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.derivation import Derivation, Secondary
from trellis.study.deriving import Derived, Part
from trellis.study.parent_words import Context
from trellis.study.study import Study
from trellis.web.schemas.base import Given, Moment, Shown, TableShown
from trellis.web.schemas.studies import FileName, Passphrase, Title

Named = Annotated[str, Field(min_length=1, max_length=300)]
MOST_NAMED = 2_000


class NewDerivation(Given):
    """Which part is to become a study of its own. themes, cases, waves: numbers or names, none for all.

    whole: whether texts come whole; otherwise what was not chosen stands as blocks of the same length.
    """

    title: Title
    purpose: Annotated[str, Field(min_length=1, max_length=10_000)]
    kind: Secondary = Secondary.SUPPLEMENTARY
    themes: Annotated[list[Named], Field(default_factory=list, max_length=MOST_NAMED)]
    cases: Annotated[list[Named], Field(default_factory=list, max_length=MOST_NAMED)]
    waves: Annotated[list[Named], Field(default_factory=list, max_length=MOST_NAMED)]
    whole: bool = False
    passphrase: Passphrase | None = None

    def part(self) -> Part:
        """What was chosen, as the study's call takes it."""
        return Part(themes=self.themes, cases=self.cases, waves=self.waves, whole=self.whole)


class DerivedShown(Shown):
    """The study that was made. left_out: sources in which somebody has not agreed to secondary use."""

    name: FileName
    title: str
    sources: int
    codings: int
    cells: int
    consent: str
    left_out: list[str]

    @classmethod
    def of(cls, done: Derived) -> DerivedShown:
        """What was made, as the page tells it."""
        return cls(
            name=done.path.stem,
            title=done.title,
            sources=done.sources,
            codings=done.codings,
            cells=done.cells,
            consent=done.consent,
            left_out=list(done.left_out),
        )


class OriginShown(Shown):
    """What a study was made from, and how much of each case came along."""

    title: str
    kind: Secondary
    purpose: str
    themes: list[str]
    cases: list[str]
    waves: list[str]
    whole: bool
    consent: str
    at: Moment
    coverage: TableShown

    @classmethod
    def of(cls, origin: Derivation, study: Study) -> OriginShown:
        """Where the study comes from."""
        return cls(
            title=origin.title,
            kind=origin.kind,
            purpose=origin.purpose,
            themes=list(origin.themes),
            cases=list(origin.cases),
            waves=list(origin.waves),
            whole=origin.whole,
            consent=origin.consent,
            at=origin.at,
            coverage=TableShown.of(study.derived.coverage()),
        )


class OriginOrNone(Shown):
    """origin: null for a study that was made from no other."""

    origin: OriginShown | None


class ContextShown(Shown):
    """Words of the parent study around a segment. more_before, more_after: whether the source goes on there."""

    study: str
    source: str
    before: str
    words: str
    after: str
    more_before: bool
    more_after: bool

    @classmethod
    def of(cls, found: Context) -> ContextShown:
        """The words, as they stand there."""
        return cls(
            study=found.study,
            source=found.source,
            before=found.before,
            words=found.words,
            after=found.after,
            more_before=found.goes_on[0],
            more_after=found.goes_on[1],
        )
