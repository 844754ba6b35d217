"""What the review of a study looks at, read out of the study as frozen records. Steps that take a reader."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from trellis.core.attribute import Attribute, AttributeType, AttributeValue, Owner
from trellis.core.attribute_types import CATEGORIES
from trellis.core.attributed import fields_of
from trellis.core.case import Case, CaseKind, Membership, Wave
from trellis.core.chart import Side
from trellis.core.consent import Consent, ConsentScope
from trellis.core.finding import FindingStatus
from trellis.core.finding_placing import Group
from trellis.core.finding_view import FindingView
from trellis.core.framework import FrameworkVersion, Theme
from trellis.core.judgement import UnitPlace
from trellis.core.keys import NO_KEY, Key
from trellis.core.numbering import numbered_themes
from trellis.core.permission import Permission
from trellis.core.pseudonym import is_naming
from trellis.core.source import SourceKind, SpeakerRole
from trellis.core.study import Setting, StudyRecord
from trellis.core.study_review import JudgedAt
from trellis.review.study_material import (
    Bare,
    CaseSeen,
    CellsTold,
    ChangeSeen,
    JudgementSeen,
    SideSeen,
    SourceSeen,
    StudyMaterial,
    Talk,
    ThemeSeen,
    Unexplained,
)
from trellis.store.queries import overview as overview_queries
from trellis.store.queries import review as queries
from trellis.store.queries import texts as text_queries
from trellis.store.queries.texts import PartRow
from trellis.store.reader import Reader
from trellis.study.asked import AskedByGuide
from trellis.study.chart_rows import header_names
from trellis.study.finding_reading import read_findings
from trellis.study.lens_bench import Bench
from trellis.study.lens_steps import newest_lenses
from trellis.study.report_templates import kept_template
from trellis.study.resolve import adopted_round, main_chart
from trellis.study.sample_counting import printed_by
from trellis.study.sample_units import people
from trellis.study.speaking import spoken_in
from trellis.study.wave_evidence import read_changes

ORDER, POPULATION = "review order", "review population"
"""Names of the settings: attributes in the order in which they may be left out, and post-holders by value."""

_SPOKEN = frozenset({SourceKind.INTERVIEW.value, SourceKind.FOCUS_GROUP.value})
_SORTING = frozenset({*CATEGORIES, AttributeType.BOOLEAN, AttributeType.TEXT})


def material_of_study(reader: Reader) -> StudyMaterial:
    """Everything that the rules may ask about, of one state of the study."""
    record = reader.all(StudyRecord)[0]
    chart, findings = main_chart(reader).k, tuple(read_findings(reader))
    attributes, cases = _sample(reader)
    told = [CellsTold(*row) for row in queries.cells_told(reader.connection, chart)]
    settings = {setting.name: setting.value for setting in reader.all(Setting)}
    template = kept_template(reader)[0]
    return StudyMaterial(
        record.title,
        record.questions,
        findings,
        cases,
        attributes,
        tuple(_themes(reader, told)),
        tuple(_sources(reader)),
        tuple(Bare(*row) for row in queries.resting_on_nothing(reader.connection, chart)),
        tuple(_unexplained(reader, chart)),
        tuple(told),
        tuple(_judgements(reader)),
        tuple((wave.k, wave.name) for wave in sorted(reader.all(Wave), key=lambda wave: (wave.pos, wave.k))),
        _talks(reader, findings),
        tuple((version.k, frozenset(row[0] for row in version.themes)) for version in reader.all(FrameworkVersion)),
        tuple(name for name in _printed(reader, template.attribution) if not is_naming(name)),
        template.k,
        tuple(json.loads(settings.get(ORDER, "[]"))),
        tuple((value, int(n)) for value, n in json.loads(settings.get(POPULATION, "[]"))),
        printed_by(reader, template),
        tuple(_changes(reader)),
        frozenset(_unasked(reader, findings)),
    )


def _printed(reader: Reader, pattern: str) -> Sequence[str]:
    """The attributes that the report prints of somebody who is quoted."""
    return fields_of(pattern) if pattern else header_names(reader)


def _sample(reader: Reader) -> tuple[tuple[str, ...], tuple[CaseSeen, ...]]:
    """The attributes by which people are sorted, and the people with what is known of them."""
    persons = people(reader)
    values: dict[Key, list[tuple[str, str]]] = {case.k: [] for case in persons}
    names: list[str] = []
    for attribute in sorted(reader.all(Attribute), key=lambda one: (one.pos, one.k)):
        if attribute.of is Owner.SOURCE or attribute.type not in _SORTING:
            continue
        names.append(attribute.name)
        for value in reader.all(AttributeValue, attribute=attribute.k):
            if value.owner in values and (attribute.name, value.value) not in values[value.owner]:
                values[value.owner].append((attribute.name, value.value))
    names += _groups(reader, values, names)
    spoken, agreed = _speaking(reader), _Agreed(reader)
    return tuple(names), tuple(
        CaseSeen(
            case.k,
            case.name,
            tuple(values[case.k]),
            frozenset(wave for _, wave in spoken.get(case.k, ())),
            agreed(case, {wave for _, wave in spoken.get(case.k, ())}),
            bool(spoken.get(case.k)) or not spoken,
        )
        for case in persons
    )


def _groups(reader: Reader, values: dict[Key, list[tuple[str, str]]], names: list[str]) -> list[str]:
    """Adds the sites, teams and organisations to which people belong; the kinds that were added."""
    cases = {case.k: case for case in reader.all(Case)}
    known = {name.casefold() for name in names}
    added: list[str] = []
    for link in reader.all(Membership):
        group = cases.get(link.parent)
        if group is None or group.kind is CaseKind.PERSON or link.child not in values or group.kind.value in known:
            continue
        if group.kind.value not in added:
            added.append(group.kind.value)
        values[link.child].append((group.kind.value, group.name))
    return added


def _speaking(reader: Reader) -> dict[Key, set[tuple[Key, Key]]]:
    """For each case the sources in which it speaks, with their waves."""
    spoken = spoken_in(reader)
    waves = {source.k: source.wave or NO_KEY for source in spoken.sources}
    found: dict[Key, set[tuple[Key, Key]]] = {}
    pairs = [(one.case, one.source) for one in spoken.extents]
    pairs += [(one.case, one.source) for one in spoken.speakers if one.case is not None]
    for case, source in pairs:
        if source in waves:
            found.setdefault(case, set()).add((source, waves[source]))
    return found


class _Agreed:
    """Whether people may be quoted, None where nobody was asked."""

    def __init__(self, reader: Reader) -> None:
        self._allowed = Permission(reader.all(Consent), ConsentScope.QUOTE)

    def __call__(self, case: Case, waves: set[Key]) -> bool | None:
        if not self._allowed.is_recorded or case.participant is None:
            return None
        return all(self._allowed.given(case.participant, wave) for wave in waves or {NO_KEY})


def _themes(reader: Reader, told: list[CellsTold]) -> Iterator[ThemeSeen]:
    """The themes of the framework in their order, with how many cells under each say something."""
    every = {theme.k: theme for theme in reader.all(Theme)}
    filled: dict[Key, int] = {}
    for cell in told:
        filled[cell.theme] = filled.get(cell.theme, 0) + cell.filled
    for number, theme in numbered_themes(every.values()):
        yield ThemeSeen(theme.k, number, theme.name, filled.get(theme.k, 0), tuple(_above(theme, every)))


def _above(theme: Theme, every: dict[Key, Theme]) -> Iterator[Key]:
    while theme.parent is not None and theme.parent in every:
        theme = every[theme.parent]
        yield theme.k


def _sources(reader: Reader) -> Iterator[SourceSeen]:
    counts = overview_queries.sources(reader.connection, adopted_round(reader).k)
    for one in counts:
        if one.kind in _SPOKEN:
            yield SourceSeen(one.k, one.name, one.length, one.codings)


def _judgements(reader: Reader) -> Iterator[JudgementSeen]:
    for record in newest_lenses(reader):
        bench = Bench(reader, record)
        for one in bench.judgements:
            yield JudgementSeen(
                one.k,
                bench.lens.title,
                bench.units.label(one.place),
                one.dimension,
                "; ".join(one.values),
                len(bench.pieces.get(one.k, ())),
                tuple(reason.value for reason in bench.stale(one)),
                one.is_open,
                one.rationale,
                JudgedAt(bench.lens.id, *_unit(bench, one.place), one.dimension),
            )


def _unit(bench: Bench, place: UnitPlace) -> tuple[str, str, str]:
    """A unit as its sheet is asked for: name, kind, wave."""
    return bench.units.label(place), place.unit.value, bench.units.wave(place)


def _changes(reader: Reader) -> Iterator[ChangeSeen]:
    """What was said of changes between waves, with what is charted of both."""
    names = {wave.k: wave.name for wave in reader.all(Wave)}
    told = {tuple(row[:4]): row[4:] for row in queries.under_changes(reader.connection)}
    for read in read_changes(reader):
        one = read.change
        own = [piece.wave for piece in read.evidence if piece.side is not Side.AGAINST]
        lines = [told.get((one.chart, one.row, one.theme, wave), (0, 0)) for wave in (one.earlier, one.later)]
        earlier, later = (
            SideSeen(wave, names[wave], charted, resting, own.count(wave))
            for wave, (charted, resting) in zip((one.earlier, one.later), lines, strict=True)
        )
        yield ChangeSeen(one.row, one.theme, one.kind, one.text, earlier, later, read.stale)


def _unexplained(reader: Reader, chart: Key) -> Iterator[Unexplained]:
    """Cells that say nothing and not why, with what the topic guide says of them."""
    guide = AskedByGuide(reader)
    for theme, case, wave in queries.unexplained(reader.connection, chart):
        told = guide.of(case, wave, theme)
        yield Unexplained(case, wave, theme, None if told is None else told.asked)


def _unasked(reader: Reader, findings: tuple[FindingView, ...]) -> Iterator[tuple[Key, Key, Key]]:
    """(case, wave, theme) of silent cases of ready findings whom nobody asked, by the topic guide."""
    guide = AskedByGuide(reader)
    ready = [view for view in findings if view.finding.status is FindingStatus.READY]
    places = [(p.case, p.wave, theme.k) for view in ready for p in view.of(Group.SILENT) for theme in view.themes]
    for place in places:
        told = guide.of(*place)
        if told is not None and not told.asked:
            yield place


def _talks(reader: Reader, findings: tuple[FindingView, ...]) -> dict[Key, Talk]:
    """The turn in which each piece of evidence of a ready finding stands, and the interviewer's turn before it."""
    ready = (view for view in findings if view.finding.status is FindingStatus.READY)
    stretches = [
        (one.k, one.version, one.start)
        for view in ready
        for one in view.evidence
        if one.version is not None and one.start is not None
    ]
    versions = sorted({version for _, version, _ in stretches})
    if not versions:
        return {}
    texts = text_queries.bodies(reader.connection, versions)
    parts: dict[Key, list[PartRow]] = {}
    for row in text_queries.parts(reader.connection, versions):
        parts.setdefault(row.version, []).append(row)
    found = ((k, _talk(texts.get(version, ""), parts.get(version, []), at)) for k, version, at in stretches)
    return {k: talk for k, talk in found if talk is not None}


def _talk(text: str, parts: list[PartRow], at: int) -> Talk | None:
    """The turn at a place and the question before it, where the turn is not the interviewer's."""
    n = bisect_right([part.start for part in parts], at) - 1
    if n < 1 or parts[n].role == SpeakerRole.INTERVIEWER.value:
        return None
    turn, before = parts[n], parts[n - 1]
    asked = before.role == SpeakerRole.INTERVIEWER.value
    return Talk(text[before.words : before.end] if asked else "", text[turn.words : turn.end])
