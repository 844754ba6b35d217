"""The cases of a study with what they are linked to, found by name: what bringing in a table of cases stands on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from trellis.core.attribute import Attribute, AttributeValue, Owner
from trellis.core.case import Attended, Case, CaseKind, Extent, Link, Membership, Participant, Wave
from trellis.core.chart import Cell, Evidence, Statement
from trellis.core.consent import Consent
from trellis.core.finding import FindingCase, FindingLink
from trellis.core.judgement import Judgement, Override
from trellis.core.keys import Key
from trellis.core.memo import About, Memo
from trellis.core.source import Source, Speaker, SpeakerRole
from trellis.core.speakers import is_generic
from trellis.core.wave_change import WaveChange
from trellis.store.reader import Reader
from trellis.study.resolve import folded

ValuePlace = tuple[Key, Key, Key]


class CaseIndex:
    """Records of one state of the study by what people call them. The importer keeps it up to date as it goes."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.cases = {case.k: case for case in reader.all(Case)}
        self.by_name = {folded(case.name): case.k for case in self.cases.values()}
        self.participants = {person.k: person for person in reader.all(Participant)}
        self.sources = {source.k: source for source in reader.all(Source)}
        self._sources_by_name = _source_names(self.sources.values())
        self.waves = {folded(wave.name): wave for wave in reader.all(Wave)}
        self.attributes = {folded(a.name): a for a in reader.all(Attribute) if a.of is Owner.CASE}
        self.values: dict[ValuePlace, AttributeValue] = {
            (v.attribute, v.owner, v.wave): v for v in reader.all(AttributeValue)
        }
        self.memberships = {(m.child, m.parent) for m in reader.all(Membership)}
        self.consents = {(c.participant, c.wave, c.scope): c for c in reader.all(Consent)}
        self.extents: dict[Key, list[Extent]] = {}
        for extent in reader.all(Extent):
            self.extents.setdefault(extent.source, []).append(extent)
        self.speakers: dict[Key, list[Speaker]] = {}
        for speaker in reader.all(Speaker):
            self.speakers.setdefault(speaker.source, []).append(speaker)

    def case(self, name: str) -> Case | None:
        """The case of that name, spelt alike but for case and accents; None where there is none."""
        k = self.by_name.get(folded(name))
        return None if k is None else self.cases[k]

    def source(self, name: str) -> Source | None:
        """The source of that name, or that came from a file of that name; None where there is none."""
        k = self._sources_by_name.get(folded(name))
        return None if k is None else self.sources[k]

    def keep(self, case: Case) -> None:
        """Notes a case that is new, or that has another name."""
        before = self.cases.get(case.k)
        if before is not None:
            self.by_name.pop(folded(before.name), None)
        self.cases[case.k] = case
        self.by_name[folded(case.name)] = case.k

    def forget(self, case: Case) -> None:
        """Notes that a case goes."""
        del self.cases[case.k]
        self.by_name.pop(folded(case.name), None)

    def only_speaker(self, source: Source) -> Case | None:
        """The one person who speaks in a source; None if several do, or nobody."""
        speaking = {extent.case for extent in self.extents.get(source.k, ()) if extent.how is Link.SPEAKS}
        people = [self.cases[k] for k in sorted(speaking) if self.cases[k].kind is CaseKind.PERSON]
        return people[0] if len(people) == 1 else None

    def taking_part(self, source: Source) -> list[Speaker]:
        """The labels under which participants speak in a source."""
        return [s for s in self.speakers.get(source.k, ()) if s.role is SpeakerRole.PARTICIPANT]

    def is_provisional(self, case: Case, source: Source) -> bool:
        """Whether a case has the name that importing the source gave it: the source's, or its speaker's label."""
        name = folded(case.name)
        labels = {folded(speaker.label) for speaker in self.taking_part(source)}
        return name == folded(source.name) or name in labels or is_generic(case.name)

    def is_bare(self, case: Case) -> bool:
        """Whether nothing but links to sources is known of a case, so that it can go without a loss."""
        reader, k = self._reader, case.k
        told = (
            reader.all(Membership, child=k),
            reader.all(Membership, parent=k),
            reader.all(Cell, row=k),
            reader.all(Statement, row=k),
            reader.all(Evidence, row=k),
            reader.all(Judgement, case=k),
            reader.all(Override, case=k),
            reader.all(Attended, case=k),
            reader.all(FindingCase, case=k),
            reader.all(FindingLink, about=k),
            reader.all(WaveChange, row=k),
            reader.all(Memo, about_kind=About.CASE.value, about=k),
            reader.all(Consent, participant=case.participant) if case.participant is not None else [],
        )
        return not any(told) and not any(owner == k for _, owner, _ in self.values)


def _source_names(sources: Iterable[Source]) -> dict[str, Key]:
    names: dict[str, Key] = {}
    listed = list(sources)
    for source in listed:
        if source.original_name:
            names.setdefault(folded(PurePath(source.original_name).stem), source.k)
            names.setdefault(folded(source.original_name), source.k)
    names.update({folded(source.name): source.k for source in listed})
    return names
