"""Findings: the list, one finding with its cases and evidence, and what is written to them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.chart import Side
from trellis.core.chart_rules import Stale
from trellis.core.finding import Done, FindingStatus, LinkKind, Output, Stance
from trellis.core.finding_placing import Basis, Group
from trellis.core.finding_view import FindingView
from trellis.study.finding_scope import About
from trellis.study.resolve import handle
from trellis.web.schemas.base import Given, Key, Moment, Rev, Shown
from trellis.web.schemas.chart import EvidenceGiven

Claim = Annotated[str, Field(min_length=1, max_length=5_000)]
Words = Annotated[str, Field(max_length=20_000)]
Name = Annotated[str, Field(max_length=300)]
Some = Annotated[list[Key], Field(max_length=500)]


class FindingLine(Shown):
    """One finding in the list. counts: how many of its cases stand in which list; base: how many were asked."""

    k: Key
    rev: Rev
    number: int
    statement: str
    output: Output
    status: FindingStatus
    answers: list[str]
    scope: list[str]
    counts: dict[Group, int]
    base: int
    evidence: int
    tested: bool
    stale: list[str]
    wanting: list[str]

    @classmethod
    def of(cls, view: FindingView) -> FindingLine:
        """The finding as the list shows it."""
        said = view.finding
        return cls(
            k=said.k,
            rev=said.rev,
            number=view.number,
            statement=said.statement,
            output=said.output,
            status=said.status,
            answers=list(said.answers),
            scope=list(view.scope),
            counts={group: len(view.of(group)) for group in Group},
            base=view.base,
            evidence=len(view.evidence),
            tested=view.is_tested,
            stale=list(view.stale),
            wanting=list(view.wanting),
        )


class FindingEvidenceShown(Shown):
    """One piece of evidence: a segment (source, start, end in code points) or a cell (cell_case, theme, wave)."""

    k: Key
    side: Side
    cases: list[Key]
    case_names: list[str]
    wave: Key
    reference: str
    words: str
    star: bool
    stale: Stale | None
    source: Key | None
    source_name: str
    version: Key | None
    start: int | None
    end: int | None
    cell_case: Key | None
    theme: Key | None
    label: str


class FindingPlaceShown(Shown):
    """Where one case stands, and what that rests on. cells: what its cells under the themes say."""

    case: Key
    name: str
    kind: str
    wave: Key
    wave_name: str
    group: Group
    basis: Basis
    in_scope: bool
    note: str
    cells: str
    evidence: list[Key]


class SearchShown(Shown):
    """A record that somebody looked for cases against the finding."""

    k: Key
    rev: Rev
    where: str
    found: str
    done: Done
    note: str
    by: str
    at: Moment


class ThemeNamedShown(Shown):
    """A theme that the finding comes from."""

    k: Key
    number: str
    name: str


class FindingNamedShown(Shown):
    """Another finding."""

    k: Key
    number: int
    statement: str


class StretchShown(Shown):
    """Words of the statement, by their place. Code points, half-open."""

    start: int
    end: int


class SpeaksOfShown(Shown):
    """One thing that it speaks of: a case, a wave, or an attribute with a value."""

    kind: LinkKind
    about: Key
    value: str


class FindingShown(Shown):
    """A finding with everything that belongs to it.

    quantifiers: where its statement says how many without a number.
    """

    line: FindingLine
    account: str
    numbers: bool
    by: str
    at: Moment
    speaks_of: list[SpeaksOfShown]
    themes: list[ThemeNamedShown]
    follows: list[FindingNamedShown]
    followed_by: list[FindingNamedShown]
    unknown_answers: list[str]
    places: list[FindingPlaceShown]
    evidence: list[FindingEvidenceShown]
    searches: list[SearchShown]
    quantifiers: list[StretchShown]

    @classmethod
    def of(cls, view: FindingView) -> FindingShown:
        """The finding as its page shows it."""
        return cls(
            line=FindingLine.of(view),
            account=view.finding.account,
            numbers=view.finding.numbers,
            by=view.by,
            at=view.finding.at,
            speaks_of=[SpeaksOfShown(kind=LinkKind(kind), about=k, value=value) for kind, k, value in view.speaks_of],
            themes=[ThemeNamedShown.model_validate(one) for one in view.themes],
            follows=[FindingNamedShown.model_validate(one) for one in view.follows],
            followed_by=[FindingNamedShown.model_validate(one) for one in view.followed_by],
            unknown_answers=list(view.unknown_answers),
            places=[FindingPlaceShown.model_validate(one) for one in view.places],
            evidence=[FindingEvidenceShown.model_validate(one) for one in view.evidence],
            searches=[SearchShown.model_validate(one) for one in view.searches],
            quantifiers=[StretchShown(start=one.start, end=one.end) for one in view.quantifiers],
        )


class AboutGiven(Given):
    """What a finding is tied to, by keys; null leaves as it is. where: attributes by name, with their values."""

    cases: Some | None = None
    waves: Some | None = None
    where: Annotated[dict[Name, list[Name]], Field(max_length=20)] | None = None
    themes: Some | None = None
    follows: Some | None = None

    def about(self) -> About:
        """The ties as `study.findings` takes them."""
        return About(
            cases=_handles(self.cases),
            waves=_handles(self.waves),
            where=None if self.where is None else list(self.where.items()),
            themes=_handles(self.themes),
            follows=_handles(self.follows),
        )


def _handles(keys: list[int] | None) -> list[str] | None:
    return None if keys is None else [handle(k) for k in keys]


class NewFinding(AboutGiven):
    """A finding to stand behind the others."""

    statement: Claim
    output: Output = Output.RANGE


class FindingEdit(Given):
    """A finding in other words; null leaves as it is."""

    statement: Claim | None = None
    account: Words | None = None
    output: Output | None = None


class StatusGiven(Given):
    """How far a finding is."""

    status: FindingStatus


class AnswersGiven(Given):
    """The research questions it answers, in their own words."""

    questions: Annotated[list[Words], Field(max_length=50)]


class NumbersGiven(Given):
    """Whether counts of cases go into print."""

    on: bool


class OrderGiven(Given):
    """The place in the list, from 1."""

    to: Annotated[int, Field(ge=1, le=10_000)]


class PlacedGiven(Given):
    """How a case stands to the finding, in a wave or (0) in all; null takes back what was said."""

    case: Key
    wave: Key = 0
    stance: Stance | None
    note: Words = ""


class FindingEvidenceGiven(EvidenceGiven):
    """Evidence with the way it points."""

    side: Side = Side.FOR


class SideGiven(Given):
    """The way that evidence points."""

    side: Side


class SearchGiven(Given):
    """That somebody looked for cases against the finding."""

    where: Annotated[str, Field(min_length=1, max_length=5_000)]
    found: Annotated[str, Field(min_length=1, max_length=5_000)]
    done: Done
    note: Words = ""
