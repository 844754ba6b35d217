"""A lens with all its judgements and what they rest on, read once: what outcomes, tables and pages stand on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from trellis.analysis.lens_outcomes import Derived, Opinion, answers_of, derive, summarised
from trellis.analysis.lens_resting import (
    EvidenceBase,
    Ground,
    Grounded,
    Rests,
    Stands,
    Support,
    UnitBasis,
    evidence_base,
    left_out,
    rests_on,
)
from trellis.core.case import Case, CaseKind, Membership
from trellis.core.chart import Side
from trellis.core.chart_rules import Stale
from trellis.core.errors import NotFound
from trellis.core.judgement import DeclaredLens, Judgement, Override, UnitPlace
from trellis.core.keys import NO_KEY, Key
from trellis.core.source import Source
from trellis.core.study import Person
from trellis.store.queries import judgements as queries
from trellis.store.queries.plain import Row
from trellis.store.reader import Reader
from trellis.study.chart_staleness import Staleness
from trellis.study.lens_steps import fits, judgements_under, lens_of, newest_lenses, versions_of
from trellis.study.lens_units import Units
from trellis.study.sample_units import trait
from trellis.study.voices import Voices

_PLACES = frozenset({CaseKind.SITE, CaseKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence. cases: whose words a segment is, or the row of a cell.

    sources: that of a segment; those that a cell's statements rest on.
    """

    k: Key
    side: Side
    cases: tuple[Key, ...]
    sources: tuple[Key, ...]
    stale: Stale | None


class Bench:
    """A lens and its judgements as they stand. Judgements that no longer fit its newest version are set aside."""

    def __init__(self, reader: Reader, record: DeclaredLens) -> None:
        self.reader = reader
        self.record = record
        self.lens = lens_of(record)
        self.versions = versions_of(reader, record.ident)
        made = judgements_under(reader, record.ident)
        self.judgements = [one for one in made if fits(self.lens, one)]
        self.aside = [one for one in made if not fits(self.lens, one)]
        self.people = {person.k: person.name for person in reader.all(Person)}
        self.by_place: dict[UnitPlace, list[Judgement]] = {}
        for one in self.judgements:
            self.by_place.setdefault(one.place, []).append(one)

    @cached_property
    def units(self) -> Units:
        """What may be judged, by name."""
        return Units(self.reader, self.lens)

    @cached_property
    def places(self) -> list[UnitPlace]:
        """The units that were judged or overridden, in order."""
        return sorted({*self.by_place, *self.overrides}, key=self.units.order)

    @cached_property
    def overrides(self) -> dict[UnitPlace, Override]:
        """The override of each unit that has one; of two, written in copies, the later."""
        found = [one for version in self.versions for one in self.reader.all(Override, lens=version.k)]
        return {one.place: one for one in sorted(found, key=lambda one: (one.at, one.k))}

    @cached_property
    def pieces(self) -> dict[Key, tuple[Piece, ...]]:
        """What each judgement rests on, in the order it was linked; judgements that rest on nothing are left out."""
        rows = queries.evidence(self.reader.connection, [version.k for version in self.versions])
        stale = Staleness(self.reader, rows).of_all(rows) if rows else []
        cases = _cases_of(self.reader, rows)
        sources = _sources_of(self.reader, rows)
        found: dict[Key, list[Piece]] = {}
        for n, row in enumerate(rows):
            found.setdefault(row[0], []).append(Piece(row[1], Side(row[14]), cases[n], sources[n], stale[n]))
        return {k: tuple(listed) for k, listed in found.items()}

    def evidence(self, judgement: Judgement, side: Side) -> tuple[Piece, ...]:
        """What a judgement rests on, on one side."""
        return tuple(piece for piece in self.pieces.get(judgement.k, ()) if piece.side is side)

    @cached_property
    def sites(self) -> dict[Key, frozenset[str]]:
        """The sites of each case, by name: those it belongs to, through whatever groups, else its attribute “site”."""
        above: dict[Key, set[Key]] = {}
        for link in self.reader.all(Membership):
            above.setdefault(link.child, set()).add(link.parent)
        said = _said_sites(self.reader)
        cases = self.units.cases
        return {
            k: frozenset(cases[site].name for site in _sites(k, above, cases)) or frozenset(said.get(k, ()))
            for k in cases
        }

    @cached_property
    def site_names(self) -> list[str]:
        """Every site, sorted; grounds name a site by its place in this list."""
        return sorted({name for names in self.sites.values() for name in names})

    def _of_sites(self, case: Key) -> set[Stands]:
        return {(Ground.SITE, self.site_names.index(name)) for name in self.sites.get(case, ())}

    def grounded(self, judgement: Judgement) -> Grounded:
        """A judgement as what it says and what it rests on."""
        opinion = Opinion(judgement.dimension, judgement.values, judgement.judge, judgement.whose)
        return Grounded(opinion, tuple(self._support(piece) for piece in self.evidence(judgement, Side.FOR)))

    def _support(self, piece: Piece) -> Support:
        sources: list[set[Stands]] = [{(Ground.SOURCE, source)} for source in piece.sources] or [set()]
        whose: list[set[Stands]] = [{(Ground.CASE, case)} | self._of_sites(case) for case in piece.cases] or [set()]
        ways = [frozenset(source | case) for source in sources for case in whose]
        return Support(tuple(way for way in ways if way))

    @cached_property
    def _grounded(self) -> dict[UnitPlace, tuple[Grounded, ...]]:
        return {place: tuple(self.grounded(one) for one in listed) for place, listed in self.by_place.items()}

    @cached_property
    def _other(self) -> dict[str, Bench]:
        """The lenses that dimensions of this one follow from, where the study has them."""
        wanted = {one.taken_from for one in self.lens.dimensions if one.taken_from}
        return {
            record.ident: Bench(self.reader, record)
            for record in (newest_lenses(self.reader) if wanted else ())
            if record.ident in wanted
        }

    def summary(self, without: Stands | None = None) -> str:
        """What all units of this lens come to, perhaps without one thing; "" where it sums up nothing."""
        summary = self.lens.summary
        if summary is None:
            return ""
        order = self.lens.dimension(summary.dimension).values
        answers = []
        for grounded in self._grounded.values():
            opinions = [one.opinion for one in grounded] if without is None else left_out(grounded, without)
            answers.append(answers_of(opinions, {}).get(summary.dimension, ()))
        return summarised(summary, order, answers)

    def taken(self, without: Stands | None = None) -> dict[str, str]:
        """The values of dimensions that follow from other lenses."""
        found = {}
        for one in self.lens.dimensions:
            other = self._other.get(one.taken_from)
            value = "" if other is None else other.summary(without)
            if value in one.values:
                found[one.id] = value
        return found

    def basis(self, place: UnitPlace) -> UnitBasis:
        """The opinions on a unit, and what it is itself."""
        own: set[Stands] = set()
        if place.case:
            own.add((Ground.CASE, place.case))
            own |= self._of_sites(place.case)
            # A site or organisation that is judged is its own people's site.
            own |= {(Ground.SITE, at) for at, name in enumerate(self.site_names) if name == self.units.label(place)}
        return UnitBasis(self._grounded.get(place, ()), frozenset(own), self.taken())

    def derived(self, place: UnitPlace) -> Derived:
        """What comes out for a unit, overrides aside."""
        basis = self.basis(place)
        return derive(self.lens, [one.opinion for one in basis.opinions], basis.taken)

    def rests(self, place: UnitPlace) -> tuple[Rests, ...]:
        """What the outcome of a unit depends on by itself."""
        basis = self.basis(place)
        return rests_on(self.lens, basis, self.taken if self._other else None)

    def base(self, place: UnitPlace) -> EvidenceBase:
        """How broad the ground of a unit's judgements is."""
        return evidence_base(self.lens, self._grounded.get(place, ()))

    @cached_property
    def _charted(self) -> frozenset[tuple[Key, Key]]:
        rows = queries.charted(self.reader.connection)
        return frozenset((case, wave) for case, wave in rows) | frozenset((case, NO_KEY) for case, _ in rows)

    def is_uncharted(self, place: UnitPlace) -> bool:
        """Whether a unit is a case, or stands for cases, of which nothing is charted."""
        members = self.units.members(place)
        return bool(members) and not any((case, place.wave) in self._charted for case in members)

    def stale(self, judgement: Judgement) -> tuple[Stale, ...]:
        """Why a judgement should be looked at again."""
        reasons = {piece.stale for piece in self.pieces.get(judgement.k, ())}
        return tuple(reason for reason in Stale if reason in reasons)

    @cached_property
    def sources(self) -> Mapping[Key, str]:
        """Names of sources."""
        return {source.k: source.name for source in self.reader.all(Source)}

    def called(self, left: Stands) -> str:
        """What is left out, in words: "case Bev", "judge Cleo"."""
        ground, key = left
        if ground is Ground.JUDGE:
            return f"judge {self.people.get(key, '')}"
        if ground is Ground.SITE:
            return f"site {self.site_names[key]}"
        name = self.sources.get(key, "") if ground is Ground.SOURCE else self.units.cases[key].name
        return f"{ground} {name}"


def _cases_of(reader: Reader, rows: list[Row]) -> list[tuple[Key, ...]]:
    """Whose words each piece of evidence is, or the row of a cell."""
    segments = {n: row[2:6] for n, row in enumerate(rows) if row[3] is not None}
    voices = Voices(reader, ((version, start, end) for _, version, start, end in segments.values()))
    belongs = dict(zip(segments, voices.cases_of(list(segments.values())), strict=True)) if segments else {}
    return [belongs.get(n, ()) if row[7] is None else (row[8],) for n, row in enumerate(rows)]


def _sources_of(reader: Reader, rows: list[Row]) -> list[tuple[Key, ...]]:
    """The source of each segment, and those that each cell rests on."""
    cells: dict[tuple[Key, ...], list[Key]] = {}
    places = sorted({row[7:11] for row in rows if row[7] is not None})
    for *place, source in queries.sources_of_cells(reader.connection, places) if places else ():
        cells.setdefault(tuple(place), []).append(source)
    return [tuple(cells.get(row[7:11], ())) if row[2] is None else (row[2],) for row in rows]


def _said_sites(reader: Reader) -> dict[Key, set[str]]:
    """The values of the attribute “site”, where people are told apart by one."""
    try:
        found = trait(reader, CaseKind.SITE.value)
    except NotFound:
        return {}
    said: dict[Key, set[str]] = {}
    for (case, _), value in found.of_case.items():
        said.setdefault(case, set()).add(value)
    return said


def _sites(case: Key, above: Mapping[Key, Iterable[Key]], cases: Mapping[Key, Case]) -> frozenset[Key]:
    reached: set[Key] = set()
    ahead = [case]
    while ahead:
        more = set(above.get(ahead.pop(), ())) - reached
        reached |= more
        ahead += more
    sites = {k for k in reached if k in cases and cases[k].kind is CaseKind.SITE}
    return frozenset(sites or {k for k in reached if k in cases and cases[k].kind in _PLACES})
