"""What a study knows of how it was done: the numbers of a report's method section and of its checklists."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counted:
    """How many there are of one sort."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class WaveHeard:
    """A round of data collection: how many interviews and focus groups, and how many people speak in them."""

    name: str
    sources: int
    people: int


@dataclass(frozen=True, slots=True)
class RoundMade:
    """A round of coding. settled: disagreements that ended with an outcome."""

    name: str
    purpose: str
    is_blind: bool
    coders: int
    sources: int
    settled: int

    @property
    def is_double(self) -> bool:
        """Whether the same words were indexed by several people on purpose."""
        return self.coders > 1 and self.purpose != "main"


@dataclass(frozen=True, slots=True)
class VersionNamed:
    """A version of the framework. on: ISO date. main, sub: how many themes and sub-themes it has."""

    name: str
    on: str
    main: int
    sub: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """Counts of a study as it is.

    people: who took part; recruitment: others who were asked, by what became of it. sources: by kind.
    minutes: lengths of interviews, as far as known, rising. recorded: interviews whose recording or times are known.
    words: in all sources. repeats: people heard in more than one interview. topics: main topics of the guide.
    coders: codings in the study's index, by coder. readers: sources read whole, by reader. cells: filled ones by state;
    blanks: by reason. quotations: printed in findings; quoted: of how many people.
    saturation: whether and where themes settled, in a sentence.
    """

    title: str
    questions: tuple[str, ...] = ()
    people: int = 0
    recruitment: tuple[Counted, ...] = ()
    withdrawn: int = 0
    cases: tuple[Counted, ...] = ()
    sources: tuple[Counted, ...] = ()
    words: int = 0
    minutes: tuple[float, ...] = ()
    recorded: int = 0
    repeats: int = 0
    waves: tuple[WaveHeard, ...] = ()
    topics: tuple[str, ...] = ()
    readers: tuple[Counted, ...] = ()
    codings: int = 0
    indexed: int = 0
    coders: tuple[Counted, ...] = ()
    rounds: tuple[RoundMade, ...] = ()
    versions: tuple[VersionNamed, ...] = ()
    main_themes: int = 0
    sub_themes: int = 0
    origins: tuple[Counted, ...] = ()
    operations: tuple[Counted, ...] = ()
    memos: tuple[Counted, ...] = ()
    cells: tuple[Counted, ...] = ()
    blanks: tuple[Counted, ...] = ()
    statements: int = 0
    findings: int = 0
    searched: int = 0
    quotations: int = 0
    quoted: int = 0
    saturation: str = ""
    software: str = ""

    def of_kind(self, kind: str) -> int:
        """How many sources there are of a kind ("interview")."""
        return sum(each.number for each in self.sources if each.name == kind)

    @property
    def interviews(self) -> int:
        """Interviews and focus groups."""
        return self.of_kind("interview") + self.of_kind("focus group")
