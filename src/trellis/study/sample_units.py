"""Who is counted in a sample, and what they are on an attribute or by the group they belong to. Steps."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.analysis.sample_table import Unit
from trellis.core.attribute import Attribute, AttributeType, AttributeValue, Owner
from trellis.core.attribute_types import CATEGORIES, natural
from trellis.core.case import Case, CaseKind, Extent, Link, Membership, Participant, Recruitment, Wave
from trellis.core.errors import NotFound
from trellis.core.keys import NO_KEY, Key
from trellis.core.sample import Quota
from trellis.core.source import Source, SourceKind
from trellis.store.reader import Reader
from trellis.study.resolve import folded

SEVERAL = "several"
_SPOKEN = frozenset({SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP})
_GROUPS = frozenset({CaseKind.SITE, CaseKind.TEAM, CaseKind.ORGANISATION, CaseKind.GROUP, CaseKind.PAIR})


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that people are sorted by.

    attribute: None where they are sorted by the group cases that they belong to.
    of_case: case and wave (0 for always) -> value; of_source: source -> value, for attributes of sources.
    """

    name: str
    attribute: Attribute | None
    levels: tuple[str, ...]
    of_case: dict[tuple[Key, Key], str]
    of_source: dict[Key, str]

    def of(self, case: Key, wave: Key) -> str | None:
        """A case's value in a wave (0 for its latest), None where it is not known."""
        varies = self.attribute is not None and self.attribute.per_wave
        return self.of_case.get((case, wave if varies else NO_KEY))


def people(reader: Reader) -> list[Case]:
    """The person cases whose participant took part."""
    took_part = {person.k for person in reader.all(Participant) if person.status is Recruitment.TOOK_PART}
    cases = [case for case in reader.all(Case) if case.kind is CaseKind.PERSON and case.participant in took_part]
    return sorted(cases, key=lambda case: (case.pos, case.k))


def trait(reader: Reader, name: str, wave: Key | None = None) -> Trait:
    """What people are sorted by under this name: an attribute, or a kind of group ("site", "team").

    wave: whose values to take as everybody's; None for each one's latest. Raises NotFound.
    """
    attributes = reader.all(Attribute)
    for attribute in attributes:
        if folded(attribute.name) == folded(name):
            return _of_attribute(reader, attribute, wave)
    for kind in _GROUPS:
        if kind.value == folded(name):
            return _of_groups(reader, kind)
    listed = ", ".join(f"“{attribute.name}”" for attribute in attributes) or "none yet"
    message = f"people cannot be sorted by “{name}”: attributes are {listed}; or give a kind of group such as site"
    raise NotFound(message)


def _of_attribute(reader: Reader, attribute: Attribute, wave: Key | None) -> Trait:
    order = {found.k: found.pos for found in reader.all(Wave)}
    values = sorted(
        reader.all(AttributeValue, attribute=attribute.k), key=lambda value: (order.get(value.wave, ""), value.wave)
    )
    of_case: dict[tuple[Key, Key], str] = {}
    of_source: dict[Key, str] = {}
    for value in values:
        if attribute.of is Owner.SOURCE:
            of_source[value.owner] = value.value
            continue
        of_case[value.owner, value.wave] = value.value
        if value.wave != NO_KEY and wave in {None, value.wave}:
            of_case[value.owner, NO_KEY] = value.value
    return Trait(attribute.name, attribute, _levels(attribute, [value.value for value in values]), of_case, of_source)


def _levels(attribute: Attribute, values: list[str]) -> tuple[str, ...]:
    if attribute.type in CATEGORIES:
        return attribute.levels
    if attribute.type is AttributeType.BOOLEAN:
        return ("true", "false")
    return tuple(sorted(set(values), key=natural))


def _of_groups(reader: Reader, kind: CaseKind) -> Trait:
    groups = sorted((case for case in reader.all(Case) if case.kind is kind), key=lambda case: (case.pos, case.k))
    members: dict[Key, list[str]] = {}
    for group in groups:
        for membership in reader.all(Membership, parent=group.k):
            members.setdefault(membership.child, []).append(group.name)
    of_case = {(child, NO_KEY): "; ".join(dict.fromkeys(names)) for child, names in members.items()}
    return Trait(kind.value, None, tuple(group.name for group in groups), of_case, {})


def units_of_people(reader: Reader, traits: tuple[Trait | None, Trait | None, Trait | None]) -> list[Unit]:
    """Each person who took part once."""
    return [Unit(*(None if t is None else t.of(case.k, NO_KEY) for t in traits)) for case in people(reader)]


def units_of_interviews(
    reader: Reader, traits: tuple[Trait | None, Trait | None, Trait | None], wave: Key | None
) -> list[Unit]:
    """Each interview and focus group once, by the values of those who speak in it in its wave."""
    persons = {case.k for case in people(reader)}
    speakers: dict[Key, set[Key]] = {}
    for extent in reader.all(Extent, how=Link.SPEAKS.value):
        if extent.case in persons:
            speakers.setdefault(extent.source, set()).add(extent.case)
    held = [source for source in reader.all(Source) if source.kind in _SPOKEN and (wave is None or source.wave == wave)]
    return [Unit(*(_shared(t, source, speakers.get(source.k, set())) for t in traits)) for source in held]


def _shared(found: Trait | None, source: Source, cases: set[Key]) -> str | None:
    if found is None:
        return None
    if source.k in found.of_source:
        return found.of_source[source.k]
    values = {found.of(case, source.wave or NO_KEY) for case in cases} - {None}
    return SEVERAL if len(values) > 1 else next(iter(values), None)


def ruled_out(reader: Reader, row: Trait, column: Trait) -> frozenset[tuple[str, str]]:
    """The pairs of values that a quota says cannot occur, quotas on one of the two alone included."""
    if row.attribute is None or column.attribute is None:
        return frozenset()
    found: set[tuple[str, str]] = set()
    for quota in reader.all(Quota):
        where = dict(quota.where)
        if quota.exists or not set(where) <= {row.attribute.k, column.attribute.k}:
            continue
        rows = [where[row.attribute.k]] if row.attribute.k in where else row.levels
        columns = [where[column.attribute.k]] if column.attribute.k in where else column.levels
        found.update((one, other) for one in rows for other in columns)
    return frozenset(found)
