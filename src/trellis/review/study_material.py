"""What the rules of a study's review look at: findings, judgements, chart, index and sample as frozen records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from trellis.core.chart import Side
from trellis.core.chart_rules import Stale
from trellis.core.finding import FindingStatus
from trellis.core.finding_view import FindingEvidence, FindingPlace, FindingView
from trellis.core.keys import Key
from trellis.core.study_review import At, JudgedAt, Target
from trellis.core.wave_change import ChangeType
from trellis.review.attributions import ROLE_NOUNS, Lexicon, Named
from trellis.review.people import Person, Sample, tokens_of

DEFAULT_K = 2


@dataclass(frozen=True, slots=True)
class CaseSeen:
    """A person of the sample. values: attribute and value; waves: in which they speak; may_be_quoted: None: not asked.

    has_source: whether any source is theirs.
    """

    k: Key
    name: str
    values: tuple[tuple[str, str], ...]
    waves: frozenset[Key] = frozenset()
    may_be_quoted: bool | None = None
    has_source: bool = True


@dataclass(frozen=True, slots=True)
class ThemeSeen:
    """A theme of the framework. charted: cells under it that say something; above: keys of the themes over it."""

    k: Key
    number: str
    name: str
    charted: int
    above: tuple[Key, ...] = ()

    @property
    def told(self) -> str:
        """Number and name."""
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class SourceSeen:
    """An interview or group. length: code points; codings: of the adopted index."""

    k: Key
    name: str
    length: int
    codings: int
    wave: Key = 0


@dataclass(frozen=True, slots=True)
class Bare:
    """A statement that rests on nothing, in a cell that is charted or reviewed."""

    k: Key
    case: Key
    wave: Key
    theme: Key
    text: str


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A cell that is charted or reviewed, says nothing and does not say why. asked: by the topic guide, if known."""

    case: Key
    wave: Key
    theme: Key
    asked: bool | None = None


@dataclass(frozen=True, slots=True)
class CellsTold:
    """What is known of a theme's cells in a wave: how many are filled or blank, and in which version the oldest was."""

    theme: Key
    wave: Key
    filled: int
    not_asked: int
    oldest_version: Key | None


@dataclass(frozen=True, slots=True)
class JudgementSeen:
    """What a judge said of a unit. evidence: how many pieces, for and against; is_open: unknown or not evidenced.

    at: where it stands.
    """

    k: Key
    lens: str
    unit: str
    dimension: str
    value: str
    evidence: int
    stale: tuple[str, ...]
    is_open: bool
    rationale: str
    at: JudgedAt | None = None


@dataclass(frozen=True, slots=True)
class SideSeen:
    """One of the two cells that a change between waves compares. lines: what is charted; resting: on something.

    own: pieces of evidence of the change itself from that wave, which do not point against it.
    """

    wave: Key
    name: str
    lines: int
    resting: int
    own: int = 0


@dataclass(frozen=True, slots=True)
class ChangeSeen:
    """What became of a theme for a case from one wave to a later one. stale: what changed since it was said."""

    case: Key
    theme: Key
    kind: ChangeType
    text: str
    earlier: SideSeen
    later: SideSeen
    stale: tuple[Stale, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """Where evidence stands: the interviewer's turn before it, "" for none, and the turn that it is in."""

    question: str
    turn: str


@dataclass(frozen=True)
class StudyMaterial:
    """Everything that the rules of a study's review may ask about.

    talks: by evidence. versions: of the framework, key and the themes that it had. order: attributes in the order in
    which they may be coarsened. population: post-holders by value. printed: attributes that the report prints of
    somebody who is quoted; k: how many must share them. table: what the report's sample table counts by, rows and
    columns, "" for none. unasked: (case, wave, theme) of silent cases of ready findings that the topic guide says were
    not asked about the theme.
    """

    title: str
    questions: tuple[str, ...]
    findings: tuple[FindingView, ...] = ()
    cases: tuple[CaseSeen, ...] = ()
    attributes: tuple[str, ...] = ()
    themes: tuple[ThemeSeen, ...] = ()
    sources: tuple[SourceSeen, ...] = ()
    bare: tuple[Bare, ...] = ()
    unexplained: tuple[Unexplained, ...] = ()
    cells: tuple[CellsTold, ...] = ()
    judgements: tuple[JudgementSeen, ...] = ()
    waves: tuple[tuple[Key, str], ...] = ()
    talks: Mapping[Key, Talk] = field(default_factory=dict)
    versions: tuple[tuple[Key, frozenset[Key]], ...] = ()
    printed: tuple[str, ...] = ()
    k: int = DEFAULT_K
    order: tuple[str, ...] = ()
    population: tuple[tuple[str, int], ...] = ()
    table: tuple[str, str] = ("", "")
    changes: tuple[ChangeSeen, ...] = ()
    unasked: frozenset[tuple[Key, Key, Key]] = frozenset()

    @cached_property
    def ready(self) -> tuple[FindingView, ...]:
        """The findings that are marked ready: no other is asked about."""
        return tuple(view for view in self.findings if view.finding.status is FindingStatus.READY)

    @cached_property
    def by_case(self) -> dict[Key, CaseSeen]:
        """The people of the sample by their keys."""
        return {case.k: case for case in self.cases}

    @cached_property
    def sample(self) -> Sample:
        """The people as the manuscript's rules know them."""
        people = tuple(Person((case.name,), case.values, may_be_quoted=case.may_be_quoted) for case in self.cases)
        return Sample(people, self.attributes)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words by which the people of the sample may be called."""
        return Lexicon(self.sample)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The attributes whose values say what people are."""
        return frozenset(
            attribute
            for attribute, values in self.sample.values.items()
            if any(ROLE_NOUNS & set(tokens_of(value)) for value in values)
        )

    def having(self, named: Named) -> frozenset[Key]:
        """The people who have one of the values that some words mean."""
        return frozenset(
            case.k for case in self.cases if any(a == named.attribute and v in named.values for a, v in case.values)
        )

    def values(self, cases: Iterable[Key], attribute: str) -> frozenset[str]:
        """All values that some people have of an attribute."""
        seen = (self.by_case[k] for k in cases if k in self.by_case)
        return frozenset(value for case in seen for name, value in case.values if name == attribute)

    def theme(self, k: Key) -> str:
        """A theme's number and name."""
        return next((theme.told for theme in self.themes if theme.k == k), "a theme that is gone")

    def case(self, k: Key) -> str:
        """A person's name."""
        return self.by_case[k].name if k in self.by_case else "a case"


def of_finding(view: FindingView) -> Target:
    """A finding as what a point is about."""
    return Target(At.FINDING, f"Finding {view.number}: {view.finding.statement}", view.finding.k)


def carrying(view: FindingView, *sides: Side) -> tuple[FindingEvidence, ...]:
    """The evidence that speaks for a finding, or qualifies it; with sides: that of those sides."""
    wanted = sides or (Side.FOR, Side.QUALIFIES)
    return tuple(one for one in view.evidence if one.side in wanted)


def voices(evidence: Iterable[FindingEvidence]) -> frozenset[Key]:
    """Whose words some evidence is."""
    return frozenset(case for one in evidence for case in one.cases)


def places_told(places: Iterable[FindingPlace], most: int = 4) -> str:
    """Names of cases for print, the first few of many."""
    names = list(dict.fromkeys(place.name for place in places))
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{rest}"


def ground_of(view: FindingView) -> str:
    """What a finding rests on, so that it shows when any of it changes: words, scope, cases, evidence."""
    told = [view.finding.statement, view.finding.account, *view.scope]
    told += sorted(f"{place.case}.{place.wave} {place.group.value}" for place in view.places)
    told += sorted(f"{one.k} {one.side.value} {one.words}" for one in view.evidence)
    told += sorted(f"{search.k} {search.done.value}" for search in view.searches)
    return "\n".join(told)
