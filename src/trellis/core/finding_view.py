"""A finding as it is read: its cases in their lists, its evidence, who looked for cases against it, what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trellis.core.chart import Side
from trellis.core.chart_rules import Stale
from trellis.core.finding import Done, Finding, Output
from trellis.core.finding_placing import ASKED, Basis, Group
from trellis.core.keys import Key
from trellis.core.segment import Segment


@dataclass(frozen=True, slots=True)
class FindingEvidence:
    """One piece of evidence of a finding, with what stands there.

    A segment has source, version, start and end (code points); a cell has cell_case, wave and theme. cases, case_names:
    whose words a segment is, or the row of a cell. wave: of the source or the cell, 0 for none. reference: as printed;
    words: the segment's, or the cell's summaries. label: of who speaks, "" if not known.
    """

    k: Key
    side: Side
    cases: tuple[Key, ...]
    case_names: tuple[str, ...]
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
    coding: Key | None
    cell_case: Key | None
    theme: Key | None
    label: str


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Where one case stands to a finding. wave: 0 where the finding speaks of no waves.

    in_scope: whether the finding speaks of the case; a case from outside shows where its evidence comes from there.
    note: the reason of whoever placed it. cells: what its cells under the finding's themes say, "" for nothing.
    """

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
    evidence: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class SearchSeen:
    """A record that somebody looked for cases against the finding. by: their name; at: ms since 1970, UTC."""

    k: Key
    rev: Key
    where: str
    found: str
    done: Done
    note: str
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class ThemeNamed:
    """A theme that a finding comes from. number: as printed, "" where the framework has it no more."""

    k: Key
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class FindingNamed:
    """Another finding. number: its place in the list."""

    k: Key
    number: int
    statement: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with everything that belongs to it.

    number: its place in the list, from 1. scope: in words, one line a kind; empty: everybody. speaks_of: keys of what
    those lines name, (kind, key, value). unknown_answers: questions it answers that the study does not ask any more.
    quantifiers: where its statement says how many without a number.
    """

    finding: Finding
    number: int
    by: str
    scope: tuple[str, ...]
    speaks_of: tuple[tuple[str, Key, str], ...]
    themes: tuple[ThemeNamed, ...]
    follows: tuple[FindingNamed, ...]
    followed_by: tuple[FindingNamed, ...]
    unknown_answers: tuple[str, ...]
    places: tuple[FindingPlace, ...]
    evidence: tuple[FindingEvidence, ...]
    searches: tuple[SearchSeen, ...]
    quantifiers: tuple[Segment, ...]
    stale: tuple[str, ...]

    def of(self, group: Group) -> tuple[FindingPlace, ...]:
        """The cases in one list that the finding speaks of."""
        return tuple(place for place in self.places if place.group is group and place.in_scope)

    @property
    def outside(self) -> tuple[FindingPlace, ...]:
        """The cases that the finding does not speak of and whose words or cells are its evidence."""
        return tuple(place for place in self.places if not place.in_scope)

    @property
    def base(self) -> int:
        """How many of its cases were asked: what "most" is most of."""
        return sum(place.in_scope and place.group in ASKED for place in self.places)

    @property
    def is_tested(self) -> bool:
        """Whether anybody recorded that they looked for cases against it."""
        return bool(self.searches)

    @property
    def counter(self) -> tuple[FindingPlace, ...]:
        """The cases that were charted and do not carry the claim: contrary, silent, and those not placed yet."""
        wanted = (Group.CONTRARY, Group.TO_PLACE, Group.SILENT)
        return tuple(place for group in wanted for place in self.of(group))

    @property
    def wanting(self) -> tuple[str, ...]:
        """What an output of its kind needs and this one has not, in words."""
        return tuple(_wanting(self))


def _wanting(view: FindingView) -> Sequence[str]:
    said: list[str] = []
    output = view.finding.output
    if output is Output.RECOMMENDATION:
        if not view.follows:
            said.append("a recommendation follows from findings, and it names none")
    elif not view.evidence:
        said.append("nothing is given as evidence")
    if not view.is_tested and output is not Output.RECOMMENDATION:
        said.append("nobody has recorded a search for cases against it")
    return [*said, *_of_kind(view, output)]


def _of_kind(view: FindingView, output: Output) -> list[str]:
    carrying = {case for one in view.evidence if one.side is not Side.AGAINST for case in one.cases}
    open_cases = len(view.of(Group.TO_PLACE)) + len(view.of(Group.UNCHARTED))
    if output is Output.CONCEPT and len(carrying) == 1:
        return ["a concept needs words from more than one case"]
    if output is Output.RANGE and view.of(Group.UNCHARTED):
        return [f"a range needs every case's cell to be read, and {len(view.of(Group.UNCHARTED))} are not charted"]
    if output is Output.TYPOLOGY and open_cases:
        return [f"a typology needs every case placed or said to be unplaceable, and {open_cases} are open"]
    exceptions = view.of(Group.CONTRARY) or view.of(Group.QUALIFIED)
    if output in {Output.ASSOCIATION, Output.EXPLANATION} and not exceptions and not view.is_tested:
        return [f"an {output.value} needs its exceptions as well as its pattern"]
    return []
