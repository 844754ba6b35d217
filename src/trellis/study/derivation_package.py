"""What of a study goes into one that is made from part of it. Steps that take a reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from trellis.core.attribute import Attribute, AttributeValue
from trellis.core.case import Attended, Case, Extent, Membership, Participant, Wave
from trellis.core.chart import Cell, Chart, Evidence, EvidenceFor, Layer, Statement
from trellis.core.coding import Coding
from trellis.core.consent import Consent
from trellis.core.derivation import Derivation
from trellis.core.framework import FrameworkVersion, Theme, ThemeOperation
from trellis.core.keys import Key
from trellis.core.source import Source, Speaker, StoredPart, Version, text_sha
from trellis.core.study import Person, Role, StudyRecord
from trellis.core.traces import blotted
from trellis.store.deriving import Child
from trellis.store.mapping import CODEC_OF
from trellis.store.queries import codings as queries
from trellis.store.reader import Reader
from trellis.study.resolve import adopted_round, main_chart

Stretches = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to come along: sources, cases (None: all in them), themes with all below them (None: all)."""

    sources: tuple[Source, ...]
    cases: frozenset[Key] | None
    themes: frozenset[Key] | None
    whole: bool


def child_of(reader: Reader, chosen: Chosen, record: StudyRecord, said: Derivation, person: Key) -> Child:
    """The records and texts of the study that is made. person: who makes it, its lead."""
    found: dict[type, list[Any]] = {StudyRecord: [record], Derivation: [said]}
    found[Person] = [replace(one, role=Role.LEAD) if one.k == person else one for one in reader.all(Person)]
    for kind in (Wave, Theme, FrameworkVersion):
        found[kind] = reader.all(kind)
    # Memos stay with the parent, so the operations that one decided name none.
    found[ThemeOperation] = [replace(one, memo=None) for one in reader.all(ThemeOperation)]
    found[type(adopted_round(reader))] = [adopted_round(reader)]
    found[Chart] = [main_chart(reader)]
    _cases(reader, found, chosen)
    _index(reader, found, chosen)
    _charts(reader, found, chosen)
    texts = _texts(reader, found, chosen)
    return Child({CODEC_OF[kind].spec.name: records for kind, records in found.items()}, texts)


def _cases(reader: Reader, found: dict[type, list[Any]], chosen: Chosen) -> None:
    sources = {source.k for source in chosen.sources}
    links = [one for one in reader.all(Extent) if one.source in sources and one.version is None]
    speakers = [one for one in reader.all(Speaker) if one.source in sources]
    linked = {one.case for one in links} | {one.case for one in speakers if one.case is not None}
    memberships = reader.all(Membership)
    while more := {one.parent for one in memberships if one.child in linked} - linked:
        linked |= more
    found[Case] = [case for case in reader.all(Case) if case.k in linked]
    people = {case.participant for case in found[Case]}
    found[Participant] = [one for one in reader.all(Participant) if one.k in people]
    found[Consent] = [one for one in reader.all(Consent) if one.participant in people]
    found[Membership] = [one for one in memberships if {one.child, one.parent} <= linked]
    found[Extent], found[Speaker] = links, speakers
    found[Attribute] = reader.all(Attribute)
    found[AttributeValue] = [one for one in reader.all(AttributeValue) if one.owner in linked | sources]
    found[Attended] = [one for one in reader.all(Attended) if one.case in linked]


def _index(reader: Reader, found: dict[type, list[Any]], chosen: Chosen) -> None:
    current = {source.current for source in chosen.sources}
    listed = reader.all(Coding, round=adopted_round(reader).k)
    found[Coding] = [
        one for one in listed if one.version in current and (chosen.themes is None or one.theme in chosen.themes)
    ]


def _charts(reader: Reader, found: dict[type, list[Any]], chosen: Chosen) -> None:
    """Cells under the themes with their statements; evidence on what comes along; verbatim words only with theirs."""
    cases = {case.k for case in found[Case]} if chosen.cases is None else chosen.cases
    current = {source.current for source in chosen.sources}
    codings = {coding.k for coding in found[Coding]}
    waves = {source.wave for source in chosen.sources}

    def comes(one: Cell | Statement) -> bool:
        in_theme = chosen.themes is None or one.theme in chosen.themes
        return one.row in cases and in_theme and (not one.wave or one.wave in waves)

    found[Cell] = [one for one in reader.all(Cell) if comes(one)]
    places = {one.place for one in found[Cell]}
    statements = {one.k: one for one in reader.all(Statement) if comes(one)}
    evidence = [
        one for one in reader.all(Evidence) if one.for_kind is EvidenceFor.STATEMENT and one.for_k in statements
    ]
    kept = [
        one
        for one in evidence
        if (one.version is None or one.version in current)
        and (one.coding is None or one.coding in codings)
        and (one.chart is None or _place_of(one) in {(p.chart, p.row, p.wave, p.theme) for p in places})
    ]
    lost = {one.for_k for one in evidence} - {one.for_k for one in kept}
    gone = {k for k in lost if statements[k].layer is Layer.VERBATIM}
    found[Statement] = [one for k, one in statements.items() if k not in gone]
    found[Evidence] = [one for one in kept if one.for_k not in gone]


def _place_of(one: Evidence) -> tuple[Key | None, ...]:
    return one.chart, one.row, one.wave, one.theme


def _texts(reader: Reader, found: dict[type, list[Any]], chosen: Chosen) -> list[str]:
    """The texts, with a block for each character that was not chosen; versions and parts that go with them."""
    texts: list[str] = []
    found[Source], found[Version], found[StoredPart] = [], [], []
    for source in chosen.sources:
        version = reader.get(Version, source.current)
        text = reader.text(version.sha)
        if not chosen.whole:
            text = blotted(text, without(_kept(found, version.k), version.length))
        texts.append(text)
        bare = replace(version, sha=text_sha(text), parent=None, original=None, original_name=None)
        found[Version].append(bare)
        found[Source].append(replace(source, original=None, original_name=None, recording=None))
        found[StoredPart] += reader.all(StoredPart, version=version.k)
    return texts


def _kept(found: dict[type, list[Any]], version: Key) -> Stretches:
    records = [*found[Coding], *found[Evidence]]
    return [(one.start, one.end) for one in records if one.version == version and one.start is not None]


def without(kept: Iterable[tuple[int, int]], length: int) -> Stretches:
    """The stretches of a text of that length that are in none of those kept."""
    gone: Stretches = []
    at = 0
    for start, end in sorted(kept):
        if start > at:
            gone.append((at, start))
        at = max(at, end)
    if at < length:
        gone.append((at, length))
    return gone


def below(reader: Reader, themes: Sequence[Key]) -> frozenset[Key]:
    """These themes with everything below them."""
    return frozenset(k for theme in themes for k in queries.subtree(reader.connection, theme))
