"""Who is quoted how often: in findings, or among all starred quotations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from trellis.analysis.voices import GroupVoice, by_group, by_person, share_of_most_quoted
from trellis.core.case import Case, CaseKind
from trellis.core.chart import Evidence, EvidenceFor
from trellis.core.errors import Invalid
from trellis.core.filters import NOT_KNOWN
from trellis.core.finding import Finding, FindingStatus
from trellis.core.keys import NO_KEY, Key
from trellis.store.reader import Reader
from trellis.study.scope import attribute_named, values_at
from trellis.study.table import Table
from trellis.study.voices import Voices
from trellis.study.work import Work


class Quoted(StrEnum):
    """Which quotations count."""

    FINDINGS = "findings"
    """Segments that are evidence of a finding that was not dropped."""
    PRINTED = "printed"
    """Those of them that are starred."""
    STARRED = "starred"
    """Every starred segment, in the chart as well."""


@dataclass(frozen=True, slots=True)
class PersonVoice:
    """One person who was heard. group: their value of the attribute that was asked for, "" without one."""

    case: Key
    name: str
    group: str
    quotations: int


@dataclass(frozen=True, slots=True)
class VoicesOfStudy:
    """Quotations by person and by group. attribute: the one that groups; most: share of the three most quoted, or None.

    quotations: different segments, each counted once however often it is used.
    """

    attribute: str
    quotations: int
    people: tuple[PersonVoice, ...]
    groups: tuple[GroupVoice, ...]
    most: float | None

    def table(self) -> Table:
        """Group by group where an attribute groups, else person by person."""
        said = f"{self.quotations} quotations."
        if self.most is not None:
            said += f" The three most quoted people have {self.most:.0%} of them."
        if not self.attribute:
            rows = tuple((one.name, one.quotations) for one in self.people)
            return Table(("case", "quotations"), rows, "Voices", said)
        silent = [one.group for one in self.groups if not one.quotations]
        said += f" Nobody is quoted of: {', '.join(silent)}." if silent else ""
        heads = (self.attribute, "people", "people quoted", "quotations")
        return Table(heads, tuple((g.group, g.heard, g.quoted, g.quotations) for g in self.groups), "Voices", said)


class Voicing:
    """The call that counts voices."""

    _work: Work

    def voices(self, attribute: str | None = None, *, of: Quoted | str = Quoted.FINDINGS) -> VoicesOfStudy:
        """How often each person is quoted, and each group; those with no quotation are listed with 0.

        attribute: groups people by their value of it. of: "findings" (segments that findings rest on), "printed" (those
        of them with a star) or "starred" (every star, in the chart too). Raises NotFound, Ambiguous, Invalid.
        """
        wanted = _quoted(of)
        with self._work.read() as reader:
            people = sorted(
                (case for case in reader.all(Case) if case.kind is CaseKind.PERSON), key=lambda case: (case.pos, case.k)
            )
            named = None if attribute is None else attribute_named(reader, attribute)
            values = {} if named is None else values_at(reader, named, NO_KEY)
            segments = sorted(set(_segments(reader, wanted)))
            voices = Voices(reader, ((version, start, end) for _, version, start, end in segments))
            spoken = voices.cases_of(segments)
        groups = {case.k: values.get(case.k, NOT_KNOWN) for case in people}
        counts = by_person(groups, spoken)
        return VoicesOfStudy(
            "" if named is None else named.name,
            len(segments),
            tuple(PersonVoice(c.k, c.name, "" if named is None else groups[c.k], counts[c.k]) for c in people),
            () if named is None else by_group(groups, spoken),
            share_of_most_quoted(counts.values()),
        )


def _segments(reader: Reader, wanted: Quoted) -> Iterable[tuple[Key, Key, int, int]]:
    """(source, version, start, end) of what is quoted."""
    kept = {finding.k for finding in reader.all(Finding) if finding.status is not FindingStatus.DROPPED}
    for one in reader.all(Evidence):
        if one.source is None or one.version is None or one.start is None or one.end is None:
            continue
        in_finding = one.for_kind is EvidenceFor.FINDING and one.for_k in kept
        if (in_finding and (one.star or wanted is Quoted.FINDINGS)) or (one.star and wanted is Quoted.STARRED):
            yield one.source, one.version, one.start, one.end


def _quoted(given: Quoted | str) -> Quoted:
    try:
        return Quoted(str(given).strip().casefold())
    except ValueError as error:
        message = f"“{given}” is no kind of quotation to count; there are: {', '.join(Quoted)}"
        raise Invalid(message) from error
