"""What goes into a package for somebody: the sources that were chosen, the framework, what the role may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from trellis.core.attribute import Attribute, AttributeValue
from trellis.core.case import Attended, Case, Extent, Membership, Participant, Wave
from trellis.core.chart import Cell, Chart, Evidence, Statement
from trellis.core.coding import Coding, LookedOver, Round, Rule
from trellis.core.consent import Redaction
from trellis.core.disagreement import SettledCoding, Settlement
from trellis.core.finding import Finding
from trellis.core.framework import FrameworkVersion, Theme, ThemeOperation, ThemeTodo
from trellis.core.intent import Experience, Provision
from trellis.core.judgement import DeclaredLens, Judgement, Override
from trellis.core.keys import Key
from trellis.core.memo import About, Memo
from trellis.core.memo import Reading as Read
from trellis.core.sample import Topic, TopicCovered, TopicTheme
from trellis.core.source import Source, Speaker, StoredPart, Version, VersionMap
from trellis.core.study import EXPORTED, NAMES_AWAY, Person, Role, Setting, StudyRecord
from trellis.core.typology import (
    CaseType,
    DimensionValue,
    Placement,
    SetAside,
    TypeValue,
    Typology,
    TypologyDimension,
)
from trellis.core.wave_change import WaveChange
from trellis.core.worksheet import Category, Element, ElementLink
from trellis.store.handout import Package
from trellis.store.mapping import CODEC_OF
from trellis.store.reader import Reader
from trellis.study.blindness import Blindness
from trellis.study.handing_out_findings import handed_findings
from trellis.study.resolve import codings_on

HANDED_OUT = "handed out"
"""How the names of settings begin that say which packages were made."""

_OF_THIS_COPY = (HANDED_OUT, "handout", "derived", EXPORTED, NAMES_AWAY)
"""How the names of settings begin that say what was done with this copy, and nothing of a package."""
_WHOLE: tuple[type, ...] = (StudyRecord, Person, Wave, Theme, FrameworkVersion, Round, Chart, Topic, TopicTheme)
_BEARERS: tuple[type, ...] = (Statement, Judgement, Finding, Provision, Experience, WaveChange)
"""What evidence is for."""
_SEES_CHARTS = frozenset({Role.LEAD, Role.ANALYST})


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who a package is for, and what they are in the study."""

    person: Key
    role: Role

    @property
    def sees_charts(self) -> bool:
        """Whether charts, attributes and others' memos go along."""
        return self.role in _SEES_CHARTS


def package_for(reader: Reader, sources: Iterable[Source], receiver: Receiver) -> Package:
    """The records and texts of a package. Originals stay at home: their names may tell who spoke."""
    chosen = {source.k for source in sources}
    found: dict[type, list[Any]] = {kind: reader.all(kind) for kind in _WHOLE}
    found[Setting] = [s for s in reader.all(Setting) if not s.name.startswith(_OF_THIS_COPY)]
    found[Source] = [
        replace(s, original=None, original_name=None, recording=None) for s in reader.all(Source) if s.k in chosen
    ]
    found[Version] = [
        replace(version, original=None, original_name=None)
        for version in reader.all(Version)
        if version.source in chosen
    ]
    versions = {version.k for version in found[Version]}
    found[StoredPart] = [part for k in sorted(versions) for part in reader.all(StoredPart, version=k)]
    maps = reader.all(VersionMap)
    found[VersionMap] = [map_ for map_ in maps if {map_.from_version, map_.to_version} <= versions]
    about_sources: tuple[Any, ...] = (Extent, Speaker, Redaction, TopicCovered)
    for kind in about_sources:
        found[kind] = [record for record in reader.all(kind) if record.source in chosen]
    _cases(reader, found, receiver)
    _index(reader, found, receiver)
    _memos(reader, found, receiver)
    if receiver.sees_charts:
        handed_findings(reader, found)
        _charts(reader, found)
    records = {CODEC_OF[kind].spec.name: records for kind, records in found.items()}
    return Package(records, sorted({version.sha for version in found[Version]}))


def _cases(reader: Reader, found: dict[type, list[Any]], receiver: Receiver) -> None:
    """The cases that speak or are spoken about in the sources, with what they belong to."""
    linked = {extent.case for extent in found[Extent]} | {
        speaker.case for speaker in found[Speaker] if speaker.case is not None
    }
    memberships = reader.all(Membership)
    while more := {m.parent for m in memberships if m.child in linked} - linked:
        linked |= more
    found[Case] = [case for case in reader.all(Case) if case.k in linked]
    found[Membership] = [m for m in memberships if {m.child, m.parent} <= linked]
    participants = {case.participant for case in found[Case]} | {r.participant for r in found[Redaction]}
    found[Participant] = [one for one in reader.all(Participant) if one.k in participants]
    if receiver.sees_charts:
        found[Attribute] = reader.all(Attribute)
        owners = linked | {source.k for source in found[Source]}
        found[AttributeValue] = [value for value in reader.all(AttributeValue) if value.owner in owners]
        found[Attended] = [attended for attended in reader.all(Attended) if attended.case in linked]


def _index(reader: Reader, found: dict[type, list[Any]], receiver: Receiver) -> None:
    """Codings on the sources; of an open blind round, none that the receiver may not see."""
    blindness = Blindness(reader, reader.get(Person, receiver.person))
    everything = (coding for source in found[Source] for coding in codings_on(reader, source.k))
    found[Coding] = blindness.may_see(everything)
    for kind in (Settlement, SettledCoding):
        about: list[Any] = [one for source in found[Source] for one in reader.all(kind, source=source.k)]
        found[kind] = [one for one in about if one.round not in blindness.hidden]
    codings = {coding.k for coding in found[Coding]}
    found[ThemeTodo] = [todo for todo in reader.all(ThemeTodo) if todo.coding in codings]
    found[LookedOver] = [seen for seen in reader.all(LookedOver) if seen.coding in codings]
    found[ThemeOperation] = reader.all(ThemeOperation)
    found[Rule] = reader.all(Rule)
    chosen = {source.k for source in found[Source]}
    found[Read] = [r for r in reader.all(Read) if r.source in chosen and r.person == receiver.person]


def _memos(reader: Reader, found: dict[type, list[Any]], receiver: Receiver) -> None:
    """Memos on the framework, on what is in the package, and the receiver's own; a decision goes with its operation."""
    decided = {done.memo for done in found[ThemeOperation]}
    versions = {version.k for version in found[Version]}
    there = {record.k for kind in (Source, Case, Coding, Theme) for record in found[kind]}
    shared = {About.SOURCE, About.THEME} if not receiver.sees_charts else {*About}
    found[Memo] = [
        memo
        for memo in reader.all(Memo)
        if memo.k in decided
        or (
            (memo.version is None or memo.version in versions)
            and (memo.about in there or (memo.about_kind is About.STUDY and receiver.sees_charts))
            and (memo.about_kind in shared or memo.by == receiver.person)
        )
    ]
    # A decision may have been written beside a text that does not go along.
    found[Memo] = [
        memo if memo.version is None or memo.version in versions else replace(memo, version=None, start=None, end=None)
        for memo in found[Memo]
    ]


def _charts(reader: Reader, found: dict[type, list[Any]]) -> None:
    """Cells, statements and judgements of the cases, and of their evidence what lies in the package."""
    cases = {case.k for case in found[Case]}
    versions = {version.k for version in found[Version]}
    codings = {coding.k for coding in found[Coding]}
    in_cells: tuple[Any, ...] = (Cell, Statement)
    for kind in in_cells:
        found[kind] = [record for record in reader.all(kind) if record.row in cases]
    found[DeclaredLens] = reader.all(DeclaredLens)
    about_units: tuple[Any, ...] = (Judgement, Override)
    for kind in about_units:
        found[kind] = [record for record in reader.all(kind) if record.case is None or record.case in cases]
    bearers = {record.k for kind in _BEARERS for record in found[kind]}
    found[Evidence] = [
        evidence
        for evidence in reader.all(Evidence)
        if evidence.for_k in bearers
        and (evidence.version is None or evidence.version in versions)
        and (evidence.coding is None or evidence.coding in codings)
        and (evidence.row is None or evidence.row in cases)
    ]
    _worksheets(reader, found, cases)


def _worksheets(reader: Reader, found: dict[type, list[Any]], cases: set[Key]) -> None:
    """Categories and typologies, and what was drawn from the cases and where these are placed."""
    found[Category] = reader.all(Category)
    found[ElementLink] = [link for link in reader.all(ElementLink) if link.row in cases]
    drawn = {link.element for link in found[ElementLink]}
    found[Element] = [element for element in reader.all(Element) if element.k in drawn]
    whole: tuple[type, ...] = (Typology, TypologyDimension, DimensionValue, CaseType, TypeValue)
    for kind in whole:
        found[kind] = reader.all(kind)
    of_cases: tuple[Any, ...] = (Placement, SetAside)
    for kind in of_cases:
        found[kind] = [one for one in reader.all(kind) if one.row in cases]
