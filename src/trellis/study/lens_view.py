"""A lens and its judgements as a page shows them: whole records, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trellis.analysis.lens_outcomes import Derived, Weighed
from trellis.analysis.lens_resting import EvidenceBase
from trellis.core.case import Case
from trellis.core.chart import EvidenceFor, Layer, Side, Statement
from trellis.core.judgement import Judgement, UnitPlace
from trellis.core.keys import NO_KEY, Key
from trellis.core.lens import Lens
from trellis.store.reader import Reader
from trellis.study.chart_reading import names_of_themes
from trellis.study.evidence_reading import Seen, read_evidence
from trellis.study.lens_bench import Bench
from trellis.study.lens_files import units_of
from trellis.study.lens_results import bench_answers, blank_cells, day, note_of, outcome_of, rests_words
from trellis.study.resolve import main_chart


@dataclass(frozen=True, slots=True)
class LensCard:
    """A lens in a list. kind: how outcomes follow. declared: ISO date."""

    ident: str
    title: str
    version: str
    label: str
    question: str
    units: str
    kind: str
    declared: str
    judgements: int
    judged: int


@dataclass(frozen=True, slots=True)
class UnitShown:
    """A unit with what came out. answers: by dimension, what was said, judges who differ apart by a stroke.

    k: key of the case, 0 for what is none. override_rev: of the override, 0 for none. rests: each dependence as a
    sentence. nearest: the nearest other outcome and how many of its criteria are met.
    """

    unit: str
    k: Key
    name: str
    wave: str
    wave_k: Key
    outcome: str
    outcomes: tuple[str, ...]
    override: str
    override_rev: Key
    derived: str
    qualifier: str
    nearest: str
    missing: tuple[str, ...]
    answers: Mapping[str, str]
    supports: Mapping[str, int]
    counters: Mapping[str, int]
    base: EvidenceBase
    judges: tuple[str, ...]
    differing: tuple[str, ...]
    rests: tuple[str, ...]
    taken: tuple[str, ...]
    uncharted: bool
    stale: int


@dataclass(frozen=True, slots=True)
class LensNow:
    """A lens with every unit that was judged, and what it could still judge (names, with kind and key).

    rev: the revision of the lens as declared, on which naming its cells rests.
    """

    k: Key
    rev: Key
    lens: Lens
    card: LensCard
    note: str
    summary: str
    units: tuple[UnitShown, ...]
    candidates: tuple[tuple[str, Key, str], ...]
    waves: tuple[tuple[Key, str], ...]
    blank: tuple[str, ...]
    aside: int


@dataclass(frozen=True, slots=True)
class JudgementShown:
    """One judgement with what it rests on, and why it should be looked at again ("" if not)."""

    k: Key
    rev: Key
    dimension: str
    values: tuple[str, ...]
    confidence: str
    judge: str
    words: tuple[str, ...]
    rationale: str
    on: str
    version: int
    evidence: tuple[Seen, ...]
    against: tuple[Seen, ...]
    look: str


@dataclass(frozen=True, slots=True)
class SheetShown:
    """The judgement sheet of a unit: what came out, criterion by criterion, and every judgement. members: its cases."""

    unit: UnitShown
    weighed: tuple[Weighed, ...]
    judgements: tuple[JudgementShown, ...]
    members: tuple[tuple[Key, str], ...]


@dataclass(frozen=True, slots=True)
class CellBeside:
    """A charted cell of a case, to judge by: its summaries, and the segments that they rest on."""

    case: Key
    wave: Key
    theme: Key
    number: str
    lines: tuple[str, ...]
    segments: tuple[Seen, ...]


def card(bench: Bench) -> LensCard:
    """The lens in a list."""
    lens = bench.lens
    return LensCard(
        lens.id,
        lens.title,
        lens.version,
        lens.label,
        lens.question,
        units_of(lens),
        lens.rule.kind.value,
        day(bench.versions[0].at),
        len(bench.judgements) + len(bench.aside),
        len(bench.by_place),
    )


def lens_now(bench: Bench) -> LensNow:
    """The lens with everything that came out."""
    units = bench.units
    return LensNow(
        bench.record.k,
        bench.record.rev,
        bench.lens,
        card(bench),
        note_of(bench),
        bench.summary(),
        tuple(unit_shown(bench, place) for place in bench.places),
        tuple((units.label(place), place.case, place.unit.value) for place in units.candidates()),
        tuple((wave.k, wave.name) for wave in units.waves.values()),
        tuple(blank_cells(bench)),
        len(bench.aside),
    )


def unit_shown(bench: Bench, place: UnitPlace) -> UnitShown:
    """One unit with what came out for it."""
    derived, override = bench.derived(place), bench.overrides.get(place)
    made = bench.by_place.get(place, ())
    nearest = derived.runner_up
    return UnitShown(
        place.unit.value,
        place.case,
        bench.units.label(place),
        bench.units.wave(place),
        place.wave,
        outcome_of(bench, place),
        derived.outcomes if override is None else (override.outcome,),
        "" if override is None else override.reason,
        NO_KEY if override is None else override.rev,
        derived.label,
        derived.qualifier,
        "" if nearest is None else f"{nearest.label} ({nearest.met} of {len(nearest.criteria)} criteria met)",
        _missing(derived),
        {name: spoken(answers) for name, answers in bench_answers(bench, place).items()},
        _counts(bench, made, Side.FOR),
        _counts(bench, made, Side.AGAINST),
        bench.base(place),
        tuple(sorted({bench.people.get(one.judge, "") for one in made})),
        derived.differing,
        tuple(rests_words(bench, place, one) for one in bench.rests(place)),
        tuple(
            f"{name}: {value}" for name, value in bench.taken().items() if name not in {one.dimension for one in made}
        ),
        bench.is_uncharted(place),
        sum(bool(bench.stale(one)) for one in made),
    )


def spoken(answers: tuple[frozenset[str], ...]) -> str:
    """What judges said of one dimension: several values of one answer with commas, different answers apart."""
    return " / ".join(", ".join(sorted(answer)) for answer in answers)


def _missing(derived: Derived) -> tuple[str, ...]:
    nearest = derived.runner_up
    lacking = () if nearest is None else nearest.missing
    return tuple(f"{one.text} ({one.state}{f': {one.found}' if one.found else ''})" for one in lacking)


def evidence_counts(bench: Bench, place: UnitPlace, dimension: str) -> tuple[int, int]:
    """How many pieces of evidence stand for and against what was judged of a unit on a dimension."""
    made = [one for one in bench.by_place.get(place, ()) if one.dimension == dimension]
    pro, contra = (sum(len(bench.evidence(one, side)) for one in made) for side in (Side.FOR, Side.AGAINST))
    return pro, contra


def _counts(bench: Bench, made: list[Judgement] | tuple[()], side: Side) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in made:
        found[one.dimension] = found.get(one.dimension, 0) + len(bench.evidence(one, side))
    return found


def sheet(bench: Bench, place: UnitPlace) -> SheetShown:
    """The judgement sheet of a unit, judged or not yet."""
    made = bench.by_place.get(place, [])
    seen = read_evidence(bench.reader, EvidenceFor.JUDGEMENT, [one.k for one in made]) if made else {}
    derived = bench.derived(place)
    cases = bench.units.cases
    return SheetShown(
        unit_shown(bench, place),
        derived.weighed,
        tuple(_judgement(bench, one, seen.get(one.k, ())) for one in made),
        tuple((k, cases[k].name) for k in bench.units.members(place)),
    )


def own_judgement(bench: Bench, place: UnitPlace, dimension: str, judge: str) -> JudgementShown | None:
    """What the judge of that name says of a unit on one dimension, None for nothing."""
    known = bench.lens.dimension(dimension).id
    own = {k for k, name in bench.people.items() if name == judge}
    made = [one for one in bench.by_place.get(place, ()) if one.dimension == known and one.judge in own]
    seen = read_evidence(bench.reader, EvidenceFor.JUDGEMENT, [one.k for one in made])
    return next((_judgement(bench, one, seen.get(one.k, ())) for one in made), None)


def _judgement(bench: Bench, one: Judgement, seen: tuple[Seen, ...]) -> JudgementShown:
    look = [reason.value for reason in bench.stale(one)]
    if not one.is_open and not any(piece.side is Side.FOR for piece in seen):
        look.append("rests on nothing")
    return JudgementShown(
        one.k,
        one.rev,
        one.dimension,
        one.values,
        one.confidence.value,
        bench.people.get(one.judge, ""),
        one.word_of,
        one.rationale,
        day(one.at),
        next(version.number for version in bench.versions if version.k == one.lens),
        tuple(piece for piece in seen if piece.side is not Side.AGAINST),
        tuple(piece for piece in seen if piece.side is Side.AGAINST),
        "; ".join(look),
    )


def material(reader: Reader, case: Case, wave: Key) -> tuple[CellBeside, ...]:
    """The charted cells of a case, themes in order, with the segments they rest on. wave: NO_KEY for every wave."""
    chart = main_chart(reader).k
    found = [one for one in reader.all(Statement, chart=chart, row=case.k) if wave in {NO_KEY, one.wave}]
    lines = sorted((one for one in found if one.layer is not Layer.COMMENT), key=lambda one: (one.pos, one.k))
    seen = read_evidence(reader, EvidenceFor.STATEMENT, [one.k for one in lines]) if lines else {}
    numbers = names_of_themes(reader)
    cells: dict[tuple[Key, Key], list[Statement]] = {}
    for one in lines:
        cells.setdefault((one.theme, one.wave), []).append(one)
    return tuple(
        CellBeside(
            case.k,
            at,
            theme,
            numbers.get(theme, ""),
            tuple(one.text for one in here),
            tuple(piece for one in here for piece in seen.get(one.k, ()) if piece.source is not None),
        )
        for (theme, at), here in sorted(cells.items(), key=lambda cell: (_number(numbers.get(cell[0][0], "")), cell[0]))
    )


def _number(printed: str) -> tuple[int, ...]:
    return tuple(int(part) for part in printed.split(".") if part.isdigit())
