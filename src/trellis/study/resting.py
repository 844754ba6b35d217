"""What of a study rests on one participant: sources, codings, cells, quotations, memos. Steps that take a reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from trellis.core.attribute import AttributeValue
from trellis.core.case import Attended, Case, CaseKind, Extent, Link, Membership, Participant
from trellis.core.chart import Cell, Evidence, Layer, Statement
from trellis.core.coding import Coding, LookedOver
from trellis.core.consent import Redaction
from trellis.core.disagreement import SettledCoding, Settlement
from trellis.core.errors import NotFound
from trellis.core.finding import Finding, FindingCase, FindingLink, FindingStatus, LinkKind
from trellis.core.framework import ThemeTodo
from trellis.core.judgement import Judgement, Override
from trellis.core.keys import Key
from trellis.core.memo import About, Assignment, Memo, Reading
from trellis.core.sample import TopicCovered
from trellis.core.source import Source, Speaker, SpeakerRole, StoredPart, Version, VersionMap
from trellis.core.typology import Placement, SetAside
from trellis.core.wave_change import WaveChange
from trellis.core.worksheet import Element, ElementLink
from trellis.store.reader import Reader

Stretches = dict[Key, list[tuple[int, int]]]
"""version -> half-open stretches in code points, in order."""


@dataclass(frozen=True)
class Person:
    """A participant with what leads to them: their cases, the sources that are theirs, those shared with others.

    stretches: by version, what they say in shared sources. unclear: shared sources in which nothing says which
    words are theirs.
    """

    participant: Participant
    cases: tuple[Case, ...]
    own: tuple[Source, ...]
    shared: tuple[Source, ...]
    stretches: Stretches
    unclear: tuple[Source, ...]


def person(reader: Reader, participant: Participant) -> Person:
    """The participant's cases and sources. A source is theirs alone if no other person speaks in it."""
    cases = tuple(case for case in reader.all(Case) if case.participant == participant.k)
    theirs = {case.k for case in cases}
    people = {case.k for case in reader.all(Case) if case.kind is CaseKind.PERSON}
    speaks = [extent for extent in reader.all(Extent) if extent.how is Link.SPEAKS]
    speakers = [one for one in reader.all(Speaker) if one.case is not None]
    mine = {e.source for e in speaks if e.case in theirs} | {s.source for s in speakers if s.case in theirs}
    others = {e.source for e in speaks if e.case in people - theirs}
    others |= {s.source for s in speakers if s.case in people - theirs}
    sources = {source.k: source for source in reader.all(Source)}
    own = [sources[k] for k in sorted(mine - others)]
    # The same text or file brought in twice is theirs wherever it stands.
    texts = {v.sha for source in own for v in reader.all(Version, source=source.k)}
    files = {source.original for source in own} - {None}
    copies = {v.source for v in reader.all(Version) if v.sha in texts}
    copies |= {source.k for source in sources.values() if source.original in files}
    own = [sources[k] for k in sorted((mine - others) | (copies - others))]
    shared = [sources[k] for k in sorted(mine & others)]
    stretches: Stretches = {}
    unclear: list[Source] = []
    for source in shared:
        found = _said(reader, source, theirs, speaks)
        stretches.update(found)
        if not found:
            unclear.append(source)
    return Person(participant, cases, tuple(own), tuple(shared), stretches, tuple(unclear))


def _said(reader: Reader, source: Source, theirs: set[Key], speaks: list[Extent]) -> Stretches:
    """By version of a shared source, the stretches that the person says."""
    labels = {one.label for one in reader.all(Speaker, source=source.k) if one.case in theirs}
    found: Stretches = {}
    for version in reader.all(Version, source=source.k):
        parts = [(p.start, p.end) for p in reader.all(StoredPart, version=version.k) if p.label in labels and p.label]
        marked = [
            (e.start, e.end)
            for e in speaks
            if e.case in theirs and e.version == version.k and e.start is not None and e.end is not None
        ]
        if parts or marked:
            found[version.k] = sorted({*parts, *marked})
    return found


def participant_named(reader: Reader, name: str) -> Participant:
    """The participant of that pseudonym, or behind the case of that name. Raises NotFound."""
    people = {one.k: one for one in reader.all(Participant)}
    for one in people.values():
        if one.pseudonym == name:
            return one
    for case in reader.all(Case, name=name):
        if case.participant is not None:
            return people[case.participant]
    folded = [one for one in people.values() if one.pseudonym.casefold() == name.strip().casefold()]
    if len(folded) == 1:
        return folded[0]
    known = ", ".join(one.pseudonym for one in people.values())
    message = f"there is no participant “{name}” in this study; there are: {known or 'none'}"
    raise NotFound(message)


def words_of(reader: Reader, person: Person) -> list[str]:
    """What the person said, text by text: their sources but for the interviewer's turns, their turns in shared ones."""
    said: list[str] = []
    for source in person.own:
        asks = {s.label for s in reader.all(Speaker, source=source.k) if s.role is SpeakerRole.INTERVIEWER}
        for version in reader.all(Version, source=source.k):
            text = reader.text(version.sha)
            turns = [p for p in reader.all(StoredPart, version=version.k) if p.label is not None]
            said += [text[p.words : p.end] for p in turns if p.label not in asks] if turns else [text]
    for k, stretches in person.stretches.items():
        text = reader.text(reader.get(Version, k).sha)
        said += [text[start:end] for start, end in stretches]
    return said


def names_of(reader: Reader, person: Person) -> list[str]:
    """The names that the study has for the person and their sources, with the names of the files."""
    names = [person.participant.pseudonym, *(case.name for case in person.cases)]
    names += [name for source in person.own for name in (source.name, source.original_name) if name]
    versions = [version for source in person.own for version in reader.all(Version, source=source.k)]
    return [*names, *(version.original_name for version in versions if version.original_name)]


class Resting:
    """The records that go when a person's data are removed."""

    def __init__(self, reader: Reader, person: Person, marked: frozenset[Key] = frozenset()) -> None:
        """marked: keys of codings, statements, evidence and memos that go in any case."""
        self._reader = reader
        self._marked = marked
        self._person = person
        self._sources = {source.k for source in person.own}
        self._cases = {case.k for case in person.cases}

    def _said(self, version: Key | None, start: int | None, end: int | None) -> bool:
        """Whether a stretch lies wholly in what the person says in a shared source."""
        if version is None or start is None or end is None:
            return False
        return any(a <= start and end <= b for a, b in self._person.stretches.get(version, ()))

    @cached_property
    def versions(self) -> list[Version]:
        """Versions of the person's own sources."""
        return [v for k in sorted(self._sources) for v in self._reader.all(Version, source=k)]

    @cached_property
    def codings(self) -> list[Coding]:
        """Codings of the person's words."""
        return [
            c
            for c in self._reader.all(Coding)
            if c.source in self._sources or self._said(c.version, c.start, c.end) or c.k in self._marked
        ]

    @cached_property
    def cells(self) -> list[Cell]:
        """Cells in the person's rows."""
        return [cell for k in sorted(self._cases) for cell in self._reader.all(Cell, row=k)]

    @cached_property
    def statements(self) -> list[Statement]:
        """Statements in the person's rows, and verbatim ones elsewhere that rest on the person's words."""
        quoting = {e.for_k for e in self._pointing}
        return [
            s
            for s in self._reader.all(Statement)
            if s.row in self._cases or (s.layer is Layer.VERBATIM and s.k in quoting) or s.k in self._marked
        ]

    @cached_property
    def judgements(self) -> list[Judgement]:
        """Judgements of the person's cases."""
        return [one for k in sorted(self._cases) for one in self._reader.all(Judgement, case=k)]

    @cached_property
    def changes(self) -> list[WaveChange]:
        """What was said to have changed between waves for the person's cases."""
        return [one for k in sorted(self._cases) for one in self._reader.all(WaveChange, row=k)]

    @cached_property
    def weakened_changes(self) -> list[WaveChange]:
        """Changes between waves of others that lose evidence."""
        lost = {e.for_k for e in self._pointing}
        return [one for one in self._reader.all(WaveChange) if one.k in lost and one.row not in self._cases]

    @cached_property
    def _pointing(self) -> list[Evidence]:
        """Evidence that points at the person's words or cells."""
        codings = {coding.k for coding in self.codings}
        return [
            e
            for e in self._reader.all(Evidence)
            if e.source in self._sources
            or e.coding in codings
            or e.row in self._cases
            or self._said(e.version, e.start, e.end)
        ]

    @cached_property
    def evidence(self) -> list[Evidence]:
        """Evidence that points at the person's words or cells, or stands below what of theirs goes."""
        gone = {k for listed in (self.statements, self.judgements, self.changes) for k in _keys(listed)}
        pointing = {e.k for e in self._pointing} | self._marked
        return [e for e in self._reader.all(Evidence) if e.k in pointing or e.for_k in gone]

    @cached_property
    def weakened(self) -> list[Cell]:
        """Cells of others that lose evidence: to be looked at again."""
        lost = {e.for_k for e in self._pointing} - {s.k for s in self.statements}
        places = {s.place for s in self._reader.all(Statement) if s.k in lost}
        return [cell for cell in self._reader.all(Cell) if cell.place in places]

    @cached_property
    def weakened_findings(self) -> list[Finding]:
        """Findings that lose evidence or a case, and are no draft: to be looked at again."""
        lost = {e.for_k for e in self._pointing} | {one.finding for one in self._of_findings()}
        return [one for one in self._reader.all(Finding) if one.k in lost and one.status is FindingStatus.READY]

    def _of_findings(self) -> list[FindingCase | FindingLink]:
        """What findings say of the person's cases."""
        links = [one for one in self._reader.all(FindingLink) if one.what is LinkKind.CASE and one.about in self._cases]
        return [*(one for one in self._reader.all(FindingCase) if one.case in self._cases), *links]

    @cached_property
    def element_links(self) -> list[ElementLink]:
        """What was drawn from the person's rows, and from statements that go."""
        gone = {statement.k for statement in self.statements}
        return [one for one in self._reader.all(ElementLink) if one.row in self._cases or one.statement in gone]

    @cached_property
    def elements(self) -> list[Element]:
        """Elements of worksheets that were drawn from nothing else."""
        going = {one.element for one in self.element_links}
        links = {(one.element, one.statement) for one in self.element_links}
        held = {one.element for one in self._reader.all(ElementLink) if (one.element, one.statement) not in links}
        return [one for one in self._reader.all(Element) if one.k in going - held]

    @cached_property
    def memos(self) -> list[Memo]:
        """Memos about the person's cases, sources, codings and cells, and memos about those."""
        versions = {version.k for version in self.versions}
        about = self._cases | self._sources | {coding.k for coding in self.codings}
        everything = self._reader.all(Memo)
        gone = {
            m.k
            for m in everything
            if m.k in self._marked
            or m.version in versions
            or (m.about in about and m.about_kind is not About.MEMO)
            or self._said(m.version, m.start, m.end)
        }
        while more := {m.k for m in everything if m.about_kind is About.MEMO and m.about in gone} - gone:
            gone |= more
        return [m for m in everything if m.k in gone]

    def _settled(self) -> list[object]:
        """What was settled about the person's words, with the codings as they were."""
        codings = [
            one
            for one in self._reader.all(SettledCoding)
            if one.source in self._sources or self._said(one.version, one.start, one.end)
        ]
        about = {(one.round, one.about) for one in codings}
        settlements = [
            one
            for one in self._reader.all(Settlement)
            if one.source in self._sources or (one.round, one.about) in about
        ]
        places = {(one.round, one.about) for one in settlements}
        more = [one for one in self._reader.all(SettledCoding) if (one.round, one.about) in places]
        return [*dict.fromkeys((*codings, *more)), *settlements]

    def rest(self) -> list[object]:
        """Everything else of theirs that goes: parts, speakers, links, values, maps, readings, to-dos, settlements."""
        read = self._reader
        versions = {version.k for version in self.versions}
        codings = {coding.k for coding in self.codings}
        owners = self._cases | self._sources
        maps = [m for m in read.all(VersionMap) if m.from_version in versions or m.to_version in versions]
        return [
            *self._settled(),
            *self._of_findings(),
            *self.changes,
            *(todo for todo in read.all(ThemeTodo) if todo.coding in codings),
            *(seen for seen in read.all(LookedOver) if seen.coding in codings),
            *_of(read.all(Override), self._cases, "case"),
            *_of(read.all(Redaction), self._sources, "source"),
            *_of(read.all(TopicCovered), self._sources, "source"),
            *_of(read.all(Reading), self._sources, "source"),
            *(one for one in read.all(Placement) if one.row in self._cases),
            *(one for one in read.all(SetAside) if one.row in self._cases),
            *(a for a in read.all(Assignment) if a.source in self._sources or a.case in self._cases),
            *_of(read.all(AttributeValue), owners, "owner"),
            *_of(read.all(Attended), self._cases, "case"),
            *_of(read.all(Membership), self._cases, "child"),
            *_of(read.all(Membership), self._cases, "parent"),
            *(e for e in read.all(Extent) if e.case in self._cases or e.source in self._sources),
            *(s for s in read.all(Speaker) if s.case in self._cases or s.source in self._sources),
            *maps,
            *(part for version in self.versions for part in read.all(StoredPart, version=version.k)),
        ]


def _keys(records: Iterable[Statement | Judgement | WaveChange]) -> set[Key]:
    return {record.k for record in records}


def _of(records: Iterable[object], keys: set[Key], column: str) -> list[object]:
    return [record for record in records if getattr(record, column) in keys]
