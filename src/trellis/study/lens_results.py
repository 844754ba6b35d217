"""What comes out of a lens, as tables: judgements, outcomes, what they rest on, judges compared, lenses crossed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from trellis.analysis.agreement import Ratings, alpha, percent
from trellis.analysis.lens_outcomes import NOT_JUDGED, Derived, said
from trellis.analysis.lens_resting import Ground, Rests
from trellis.core.chart import Side
from trellis.core.judgement import Judgement, UnitPlace
from trellis.core.keys import NO_KEY
from trellis.core.lens import Lens
from trellis.store.queries import judgements as queries
from trellis.study.lens_bench import Bench
from trellis.study.table import Table, Value

OVERRIDDEN = "overridden"


def day(at: int) -> str:
    """A time (ms since 1970) as an ISO date."""
    return dt.datetime.fromtimestamp(at / 1000, dt.UTC).date().isoformat()


def outcome_label(lens: Lens, outcome: str) -> str:
    """The name of an outcome by its id; words that are no id stand for themselves."""
    return next((one.label for one in lens.outcomes if one.id == outcome), outcome)


def outcome_of(bench: Bench, place: UnitPlace) -> str:
    """The outcome of a unit as it stands: the override where there is one."""
    override = bench.overrides.get(place)
    return bench.derived(place).label if override is None else outcome_label(bench.lens, override.outcome)


def judgements_table(bench: Bench) -> Table:
    """Every judgement, units in order: who said what, on whose word, resting on how much, and what is stale."""
    listed = [one for place in bench.places for one in bench.by_place.get(place, ())]
    rows = tuple(_judgement_row(bench, one) for one in [*listed, *bench.aside])
    heads = (
        "judgement", "unit", "wave", "dimension", "value", "confidence", "judge", "word", "for", "against",
        "rationale", "to look at", "version", "on",
    )  # fmt: skip
    return Table(heads, rows, f"Judgements: {bench.lens.title}")


def _judgement_row(bench: Bench, one: Judgement) -> tuple[Value, ...]:
    return (
        one.k,
        bench.units.label(one.place),
        bench.units.wave(one.place) or None,
        one.dimension,
        "; ".join(one.values),
        one.confidence.value,
        bench.people.get(one.judge, ""),
        "; ".join(one.word_of) or None,
        len(bench.evidence(one, Side.FOR)),
        len(bench.evidence(one, Side.AGAINST)),
        one.rationale or None,
        "; ".join(_marks(bench, one)) or None,
        next(version.number for version in bench.versions if version.k == one.lens),
        day(one.at),
    )


def _marks(bench: Bench, one: Judgement) -> list[str]:
    marks = [reason.value for reason in bench.stale(one)]
    if not one.is_open and not bench.evidence(one, Side.FOR):
        marks.append("rests on nothing")
    if bench.is_uncharted(one.place):
        marks.append("the case is uncharted")
    if one in bench.aside:
        marks.append("does not fit the lens as it is now")
    return marks


def outcomes_table(bench: Bench) -> Table:
    """What came out for each unit: outcome, the nearest other one, what that lacks, and how broad the ground is."""
    rows: list[tuple[Value, ...]] = []
    for place in bench.places:
        derived, base = bench.derived(place), bench.base(place)
        override = bench.overrides.get(place)
        nearest = derived.runner_up
        rests = bench.rests(place)
        rows.append(
            (
                bench.units.label(place),
                bench.units.wave(place) or None,
                outcome_of(bench, place),
                None if override is None else f"{OVERRIDDEN}, derived: {derived.label}; {override.reason}",
                None if nearest is None else f"{nearest.label} ({nearest.met} of {len(nearest.criteria)} criteria met)",
                None if nearest is None else missing_words(derived) or None,
                f"{len(base.dimensions)} of {len(bench.lens.dimensions)}",
                len(base.cases),
                len(base.sites),
                len(base.sources),
                ", ".join(base.words) or None,
                ", ".join(derived.differing) or None,
                "; ".join(bench.called(one.left) for one in rests) or None,
                "yes" if bench.is_uncharted(place) else None,
            )
        )
    heads = (
        "unit", "wave", "outcome", "override", "nearest other", "missing for it", "dimensions with evidence", "cases",
        "sites", "sources", "whose word", "judges differ on", "depends on", "uncharted",
    )  # fmt: skip
    return Table(heads, tuple(rows), bench.lens.title, note_of(bench))


def missing_words(derived: Derived) -> str:
    """What the nearest outcome lacks, criterion by criterion."""
    nearest = derived.runner_up
    lacking = () if nearest is None else nearest.missing
    return "; ".join(f"{one.text} ({one.state}{f': {one.found}' if one.found else ''})" for one in lacking)


def note_of(bench: Bench) -> str:
    """Whose reading the lens is, since when it is declared, and what all units come to."""
    first = bench.versions[0].at
    parts = [bench.lens.label, f"declared on {day(first)}"]
    began = queries.first_statement(bench.reader.connection)
    if began is not None and began < first:
        parts.append(f"after charting had begun on {day(began)}")
    summary = bench.summary()
    if summary:
        parts.append(f"all units together: {summary}")
    if bench.aside:
        parts.append(f"{len(bench.aside)} judgements of earlier versions no longer fit and are set aside")
    return "; ".join(part for part in parts if part)


def blank_cells(bench: Bench) -> list[str]:
    """Outcomes that nobody came to, in the lens's order."""
    found = {outcome for place in bench.places for outcome in bench.derived(place).outcomes}
    return [one.label for one in bench.lens.outcomes if one.id not in found]


def rests_table(bench: Bench) -> Table:
    """Every outcome that would be another one without one case, site, source or judge, in words."""
    rows: list[tuple[Value, ...]] = [
        (
            bench.units.label(place),
            bench.units.wave(place) or None,
            one.now,
            bench.called(one.left),
            one.without,
            rests_words(bench, place, one),
        )
        for place in bench.places
        for one in bench.rests(place)
    ]
    judged = len(bench.by_place)
    free = judged - len({(row[0], row[1]) for row in rows})
    note = (
        f"{free} of {judged} units depend on no single case, site, source or judge" if judged else "nothing is judged"
    )
    heads = ("unit", "wave", "outcome", "rests on", "without it", "in words")
    return Table(heads, tuple(rows), f"What it rests on: {bench.lens.title}", note)


def rests_words(bench: Bench, place: UnitPlace, rests: Rests) -> str:
    """One dependence as a sentence."""
    unit, left = bench.units.label(place), bench.called(rests.left)
    wave = bench.units.wave(place)
    whom = f"{unit} ({wave})" if wave else unit
    lost = [f"“{bench.lens.dimension(one).name}”" for one in rests.lost]
    verb = ("has", "rests") if len(lost) == 1 else ("have", "rest")
    what = f"{verb[0]} no other judge" if rests.left[0] is Ground.JUDGE else f"{verb[1]} on nothing else"
    listed = f"{', '.join(lost[:-1])} and {lost[-1]}" if len(lost) > 1 else "".join(lost)
    why = f", since {listed} {what}" if lost else ""
    return f"Without {left}, {whom} would come out as “{rests.without}” and not as “{rests.now}”{why}."


def agreement_table(bench: Bench) -> Table:
    """For each dimension, how many units two judges or more judged, how far they agree, and where they differ."""
    rows: list[tuple[Value, ...]] = []
    for dimension in bench.lens.dimensions:
        answers = _answers(bench, dimension.id)
        shared = {place: given for place, given in answers.items() if len(given) > 1}
        if not shared:
            continue
        categories = sorted({value for given in shared.values() for value in given.values()})
        judges = sorted({judge for given in shared.values() for judge in given})
        ratings = Ratings.of(([given.get(judge) for judge in judges] for given in shared.values()), categories)
        share, corrected = percent(ratings), alpha(ratings).value
        differ = [place for place, given in shared.items() if len(set(given.values())) > 1]
        rows.append(
            (
                dimension.id,
                len(shared),
                ", ".join(bench.people.get(judge, "") for judge in judges),
                None if share is None else round(100 * share),
                None if corrected is None else round(corrected, 2),
                "; ".join(
                    f"{bench.units.label(place)}: {said(bench_answers(bench, place), dimension.id)}" for place in differ
                )
                or None,
            )
        )
    heads = ("dimension", "units", "judges", "percent", "alpha", "differ on")
    note = "" if rows else "no unit was judged by two people on one dimension"
    return Table(heads, tuple(rows), f"Judges compared: {bench.lens.title}", note)


def _answers(bench: Bench, dimension: str) -> dict[UnitPlace, dict[int, str]]:
    found: dict[UnitPlace, dict[int, str]] = {}
    for place in bench.places:
        for one in bench.by_place.get(place, ()):
            if one.dimension == dimension:
                found.setdefault(place, {})[one.judge] = "; ".join(one.values)
    return found


def bench_answers(bench: Bench, place: UnitPlace) -> dict[str, tuple[frozenset[str], ...]]:
    """What judges said of a unit, by dimension, each different answer once."""
    found: dict[str, set[frozenset[str]]] = {}
    for one in bench.by_place.get(place, ()):
        found.setdefault(one.dimension, set()).add(frozenset(one.values))
    return {dimension: tuple(sorted(answers, key=sorted)) for dimension, answers in found.items()}


def trajectories_table(bench: Bench) -> Table:
    """Units by waves: what came out in each, and whether it changed between the first and the last that is known."""
    waves = list(bench.units.waves)
    by_unit: dict[UnitPlace, dict[int, str]] = {}
    for place in bench.places:
        if place.wave != NO_KEY:
            at = UnitPlace(place.unit, place.case, NO_KEY, place.name)
            by_unit.setdefault(at, {})[place.wave] = outcome_of(bench, place)
    rows = tuple(
        (bench.units.label(at), *(outcomes.get(wave) for wave in waves), changed([outcomes.get(w) for w in waves]))
        for at, outcomes in sorted(by_unit.items(), key=lambda pair: bench.units.order(pair[0]))
    )
    heads = ("unit", *(bench.units.waves[wave].name for wave in waves), "change")
    note = "" if rows else "no unit was judged wave by wave"
    return Table(heads, rows, f"{bench.lens.title}, wave by wave", note)


def changed(outcomes: Sequence[str | None]) -> str:
    """Whether what came out changed from wave to wave; waves without an outcome are named as missing."""
    known = [one for one in outcomes if one not in {None, NOT_JUDGED}]
    if len(known) < 2:
        return "one wave only"
    moved = "constant" if len(set(known)) == 1 else "back again" if known[0] == known[-1] else "changed"
    return moved if len(known) == len(outcomes) else f"{moved}, a wave missing"


def crossed(down: Bench, across: Bench, *, down_by: str = "", across_by: str = "") -> Table:
    """Units by two lenses: how many come out as each pair, with their names, and pairs that nothing fills as 0.

    down_by, across_by: a dimension of the lens to use in place of its outcome. A unit of one lens meets the same unit
    of the other, or the group of it that it belongs to.
    """
    pairs: dict[tuple[str, str], list[str]] = {}
    unmatched = 0
    for place in down.places:
        others = counterparts(place, across)
        unmatched += not others
        for other in others:
            pair = (_shown(down, place, down_by), _shown(across, other, across_by))
            pairs.setdefault(pair, []).append(down.units.label(place))
    rows_of, columns = (_levels(bench, by, {pair[at] for pair in pairs}) for at, (bench, by) in enumerate(
        ((down, down_by), (across, across_by))
    ))  # fmt: skip
    rows = tuple((level, *(_cell(pairs.get((level, column), ())) for column in columns)) for level in rows_of)
    heads = (f"{down_by or down.lens.title} \\ {across_by or across.lens.title}", *columns)
    note = f"{unmatched} units of “{down.lens.title}” have no counterpart in “{across.lens.title}”" if unmatched else ""
    return Table(heads, rows, f"{down.lens.title} × {across.lens.title}", note)


def counterparts(place: UnitPlace, across: Bench) -> list[UnitPlace]:
    """The same unit under another lens, or the groups of that lens to which it belongs."""
    if place in across.by_place:
        return [place]
    same = [one for one in across.by_place if (one.unit, one.case, one.name) == (place.unit, place.case, place.name)]
    if same or not place.case:
        return same
    return [
        one
        for one in across.places
        if one in across.by_place and one.wave in {NO_KEY, place.wave} and place.case in across.units.members(one)
    ]


def _shown(bench: Bench, place: UnitPlace, by: str) -> str:
    if not by:
        return outcome_of(bench, place)
    return said(bench_answers(bench, place), bench.lens.dimension(by).id) or NOT_JUDGED


def _levels(bench: Bench, by: str, found: Iterable[str]) -> list[str]:
    """What may stand at the head: every level that the lens has, then whatever else came out."""
    there = list(bench.lens.dimension(by).values) if by else [one.label for one in bench.lens.outcomes]
    return [*there, *sorted(set(found) - set(there))]


def _cell(names: Sequence[str]) -> str:
    return f"{len(names)}: {', '.join(names)}" if names else "0"
