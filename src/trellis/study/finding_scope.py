"""What a finding speaks of: given in names, kept as links, and the cases that it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trellis.core.attribute import Attribute, Owner
from trellis.core.case import Attended, Case, CaseKind, Extent, Link, Membership, Wave
from trellis.core.errors import Invalid
from trellis.core.finding import Finding, FindingLink, LinkKind
from trellis.core.framework import Theme
from trellis.core.keys import NO_KEY, Key
from trellis.core.source import Source
from trellis.store.reader import Reader
from trellis.study.attribute_steps import attribute_named
from trellis.study.resolve import case_named, keyed, one_named, theme_given, wave_named
from trellis.study.scope import values_at, values_given

GATHERED = frozenset({CaseKind.SITE, CaseKind.ORGANISATION, CaseKind.TEAM, CaseKind.GROUP, CaseKind.PAIR})
"""Kinds of case that stand for the people who belong to them, where any do."""
SCOPE = (LinkKind.CASE, LinkKind.WAVE, LinkKind.ATTRIBUTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a finding is tied to, in names; None leaves as it is, an empty list takes away.

    cases: people, or sites, teams and the like, which mean the people who belong to them. where: (attribute, values).
    themes: numbers or names. follows: other findings, as a recommendation rests on them.
    """

    cases: Sequence[str] | None = None
    waves: Sequence[str] | None = None
    where: Sequence[tuple[str, Sequence[str]]] | None = None
    themes: Sequence[str] | None = None
    follows: Sequence[str | int] | None = None


def links_given(reader: Reader, finding: Key, about: About) -> dict[LinkKind, list[FindingLink]]:
    """The links that the names mean, kind by kind, for the kinds that were given. Raises NotFound, Ambiguous."""
    found: dict[LinkKind, list[FindingLink]] = {}
    if about.cases is not None:
        found[LinkKind.CASE] = [_link(finding, LinkKind.CASE, case_named(reader, name).k) for name in about.cases]
    if about.waves is not None:
        found[LinkKind.WAVE] = [_link(finding, LinkKind.WAVE, wave_named(reader, name).k) for name in about.waves]
    if about.where is not None:
        found[LinkKind.ATTRIBUTE] = list(_of_attributes(reader, finding, about.where))
    if about.themes is not None:
        found[LinkKind.THEME] = [_link(finding, LinkKind.THEME, theme_given(reader, one).k) for one in about.themes]
    if about.follows is not None:
        found[LinkKind.FINDING] = [_follows(reader, finding, one) for one in about.follows]
    return {kind: list(dict.fromkeys(links)) for kind, links in found.items()}


def _link(finding: Key, what: LinkKind, about: Key, value: str = "") -> FindingLink:
    return FindingLink(finding, what, about, value, 0)


def _of_attributes(reader: Reader, finding: Key, where: Sequence[tuple[str, Sequence[str]]]) -> Iterable[FindingLink]:
    for name, values in where:
        attribute = attribute_named(reader, name)
        if attribute.of is not Owner.CASE:
            message = (
                f"“{attribute.name}” is known of sources; a finding speaks of cases, so give what is known of them"
            )
            raise Invalid(message)
        for value in sorted(values_given(attribute, values)):
            yield _link(finding, LinkKind.ATTRIBUTE, attribute.k, value)


def _follows(reader: Reader, finding: Key, given: str | int) -> FindingLink:
    other = finding_given(reader, given)
    if other.k == finding:
        message = "a finding cannot follow from itself"
        raise Invalid(message)
    return _link(finding, LinkKind.FINDING, other.k)


def in_order(reader: Reader) -> list[Finding]:
    """The findings in their order."""
    return sorted(reader.all(Finding), key=lambda finding: (finding.pos, finding.k))


def finding_given(reader: Reader, given: str | int) -> Finding:
    """A finding by its number in the list, by "#KEY", or by how its statement begins. Raises NotFound, Ambiguous."""
    if isinstance(given, int):
        given = str(given)
    by_key = keyed(reader, Finding, given)
    if by_key is not None:
        return by_key
    listed = in_order(reader)
    number = given.strip().lstrip("Ff")
    if number.isdigit() and 1 <= int(number) <= len(listed):
        return listed[int(number) - 1]
    return one_named(listed, given, lambda finding: finding.statement, "finding")


@dataclass(frozen=True, slots=True)
class InScope:
    """A case that a finding speaks of, in one wave where it speaks of waves (else 0)."""

    case: Case
    wave: Key


class Scoping:
    """The cases, waves, memberships and values of a study, read once, to say what findings speak of."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.cases = {case.k: case for case in reader.all(Case)}
        self.waves = {wave.k: wave for wave in sorted(reader.all(Wave), key=lambda wave: (wave.pos, wave.k))}
        self.attributes = {attribute.k: attribute for attribute in reader.all(Attribute)}
        self.themes = {theme.k: theme for theme in reader.all(Theme)}
        self._below: dict[Key, set[Key]] = {}
        for membership in reader.all(Membership):
            self._below.setdefault(membership.parent, set()).add(membership.child)
        self._heard = _heard(reader)
        self._values: dict[tuple[Key, Key], Mapping[Key, str]] = {}

    def meant(self, links: Iterable[FindingLink]) -> list[InScope]:
        """The cases that the links speak of, in the order of the study; of waves, those in which a case was heard."""
        listed = list(links)
        cases = self._named([link.about for link in listed if link.what is LinkKind.CASE])
        wanted = {link.about for link in listed if link.what is LinkKind.WAVE}
        waves = [k for k in self.waves if k in wanted] or [NO_KEY]
        values: dict[Key, set[str]] = {}
        for link in listed:
            if link.what is LinkKind.ATTRIBUTE:
                values.setdefault(link.about, set()).add(link.value)
        return [
            InScope(case, wave)
            for case in sorted(cases, key=lambda case: (case.pos, case.k))
            for wave in waves
            if (wave == NO_KEY or (case.k, wave) in self._heard)
            and all(self._value(attribute, case.k, wave) in fitting for attribute, fitting in values.items())
        ]

    def _named(self, keys: Sequence[Key]) -> list[Case]:
        """The cases named, sites and the like as the people who belong to them; everybody where none is named."""
        if not keys:
            people = [case for case in self.cases.values() if case.kind is CaseKind.PERSON]
            return people or [case for case in self.cases.values() if case.kind is not CaseKind.DOCUMENT]
        found: dict[Key, Case] = {}
        for k in keys:
            case = self.cases.get(k)
            if case is not None:
                found.update((one.k, one) for one in self._people_in(case) or [case])
        return list(found.values())

    def _people_in(self, case: Case) -> list[Case]:
        if case.kind not in GATHERED:
            return []
        seen, ahead = {case.k}, [case.k]
        while ahead:
            more = self._below.get(ahead.pop(), set()) - seen
            seen |= more
            ahead += sorted(more)
        return [self.cases[k] for k in seen if k in self.cases and self.cases[k].kind is CaseKind.PERSON]

    def _value(self, attribute: Key, case: Key, wave: Key) -> str:
        place = (attribute, wave)
        if place not in self._values:
            known = self.attributes.get(attribute)
            self._values[place] = {} if known is None else values_at(self._reader, known, wave)
        return self._values[place].get(case, "")

    def in_words(self, links: Iterable[FindingLink]) -> tuple[str, ...]:
        """What the links speak of, one line a kind: "role: STR worker, CSW", "cases: North", "waves: at referral"."""
        said: dict[str, list[str]] = {}
        for link in links:
            if link.what is LinkKind.CASE and link.about in self.cases:
                said.setdefault("cases", []).append(self.cases[link.about].name)
            elif link.what is LinkKind.WAVE and link.about in self.waves:
                said.setdefault("waves", []).append(self.waves[link.about].name)
            elif link.what is LinkKind.ATTRIBUTE and link.about in self.attributes:
                said.setdefault(self.attributes[link.about].name, []).append(link.value)
        return tuple(f"{what}: {', '.join(values)}" for what, values in said.items())


def _heard(reader: Reader) -> set[tuple[Key, Key]]:
    """(case, wave) wherever a case speaks in a source of the wave or is said to have taken part."""
    wave_of = {source.k: source.wave for source in reader.all(Source)}
    found = {
        (extent.case, wave)
        for extent in reader.all(Extent, how=Link.SPEAKS.value)
        if (wave := wave_of.get(extent.source)) is not None
    }
    return found | {(one.case, one.wave) for one in reader.all(Attended, status="completed")}
