"""How a lens is drawn in a report: the most telling of two axes, stances, conditions, types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trellis.core.judgement import UnitPlace
from trellis.core.lens import NOT_EVIDENCED, OPEN_VALUES, UNKNOWN, Dimension, Lens, RuleKind
from trellis.report.drawing_svg import drawing_svg
from trellis.report.placing import PlacedCell, PlacedRow, Placing, placing_drawing
from trellis.study.lens_bench import Bench
from trellis.study.lens_results import bench_answers, outcome_of
from trellis.study.lens_view import evidence_counts, spoken

_MOST_COLUMNS, _MOST_ROWS, _FEW = 5, 30, 4


def placing(bench: Bench) -> Placing:
    """Where the units of a lens came out.

    Two axes give their cells. A lens that is summed up over its units shows each unit's stance. Conditions and profiles
    show each unit's values with how much stands for and against them, as long as a page holds them. All others show
    their outcomes with the units that came out so.
    """
    kind, columns, rows = bench.lens.rule.kind, len(bench.lens.dimensions), len(bench.places)
    if kind is RuleKind.TWO_AXES:
        return _axes(bench)
    stance = next((one for one in bench.lens.dimensions if one.ordered), None)
    if bench.lens.summary is not None and stance is not None and rows <= _MOST_ROWS:
        return _stances(bench, stance)
    if kind in {RuleKind.CONJUNCTION, RuleKind.PROFILE}:
        if columns <= _MOST_COLUMNS and rows <= _MOST_ROWS:
            return _conditions(bench)
        if rows <= _FEW:
            return _turned(_conditions(bench))
    return _types(bench)


def placing_svg(bench: Bench) -> bytes:
    """The same as an SVG file."""
    return drawing_svg(placing_drawing(placing(bench)))


def _called(bench: Bench, place: UnitPlace) -> str:
    wave, qualifier = bench.units.wave(place), bench.derived(place).qualifier
    name = f"{bench.units.label(place)} ({wave})" if wave else bench.units.label(place)
    return f"{name}, {qualifier}" if qualifier else name


def _outcomes(bench: Bench, place: UnitPlace) -> tuple[str, ...]:
    override = bench.overrides.get(place)
    return bench.derived(place).outcomes if override is None else (override.outcome,)


def _inside(bench: Bench, fits: Callable[[UnitPlace], bool]) -> tuple[str, ...]:
    return tuple(_called(bench, place) for place in bench.places if fits(place))


def _axes(bench: Bench) -> Placing:
    """High stands above and to the right, as axes are drawn."""
    lens, rule = bench.lens, bench.lens.rule
    across, down = lens.dimension(rule.across), lens.dimension(rule.down)
    columns, rows = _bands(across), _bands(down)[::-1]
    drawn = tuple(PlacedRow(row, tuple(_axes_cell(bench, row, column) for column in columns)) for row in rows)
    cells = {one.id for one in lens.outcomes}
    outside = _inside(bench, lambda place: not cells & set(_outcomes(bench, place)))
    note = f"In no cell ({rule.otherwise}, or not yet clear): {', '.join(outside)}." if outside else ""
    shows = "in which cell of the two axes each unit came out"
    return Placing(f"{lens.title}: the two axes", down.name, columns, drawn, shows, across.name, note)


def _axes_cell(bench: Bench, row: str, column: str) -> PlacedCell:
    outcome = next((one for one in bench.lens.outcomes if (one.down, one.across) == (row, column)), None)
    if outcome is None:
        return PlacedCell()
    items = _inside(bench, lambda place: outcome.id in _outcomes(bench, place))
    return PlacedCell(outcome.name or "not named", items, listed=True)


def _bands(dimension: Dimension) -> tuple[str, ...]:
    return tuple(band.name for band in dimension.bands) or dimension.values


def _types(bench: Bench) -> Placing:
    """The outcomes with the units that came out so; below them those of which none of these came out."""
    came: dict[str, list[str]] = {one.id: [] for one in bench.lens.outcomes}
    others: dict[str, list[str]] = {}
    for place in bench.places:
        known = [one for one in _outcomes(bench, place) if one in came]
        for one in known:
            came[one].append(_called(bench, place))
        if not known:
            others.setdefault(outcome_of(bench, place), []).append(_called(bench, place))
    labels = {one.id: one.label for one in bench.lens.outcomes}
    listed = [*((labels[k], units) for k, units in came.items()), *sorted(others.items())]
    rows = tuple(PlacedRow(label, (PlacedCell(items=tuple(units)),)) for label, units in listed)
    shows = "which units came out in which way"
    return Placing(f"{bench.lens.title}: units by outcome", "outcome", ("came out so",), rows, shows)


def _conditions(bench: Bench) -> Placing:
    """Units by dimensions: what was judged, and how much stands for and against it."""
    lens = bench.lens
    rows = tuple(
        PlacedRow(
            _called(bench, place),
            tuple(_condition(bench, place, one) for one in lens.dimensions),
            outcome_of(bench, place),
        )
        for place in bench.places
    )
    shows = "what was judged of each unit, and how much stands for and against it"
    columns = tuple(one.name for one in lens.dimensions)
    return Placing(f"{lens.title}: what was judged", "unit", columns, rows, shows)


def _condition(bench: Bench, place: UnitPlace, dimension: Dimension) -> PlacedCell:
    value = spoken(bench_answers(bench, place).get(dimension.id, ()))
    if not value:
        taken = bench.taken().get(dimension.id, "")
        return PlacedCell(taken, ("follows from another lens",)) if taken else PlacedCell()
    pro, contra = evidence_counts(bench, place, dimension.id)
    if pro + contra:
        return PlacedCell(value, (f"{pro} for, {contra} against" if contra else f"{pro} for",))
    return PlacedCell(value, () if value in {UNKNOWN, NOT_EVIDENCED} else ("rests on nothing",))


def _turned(placed: Placing) -> Placing:
    """Columns as rows, where a page holds more of the one than of the other."""
    rows = tuple(
        PlacedRow(column, tuple(row.cells[at] for row in placed.rows)) for at, column in enumerate(placed.columns)
    )
    columns = tuple(f"{row.head}: {row.about}" if row.about else row.head for row in placed.rows)
    return Placing(placed.title, "dimension", columns, rows, placed.shows, placed.across, placed.note)


def _stances(bench: Bench, stance: Dimension) -> Placing:
    """Units by the values of one ordered dimension, the highest first; what is open stands apart."""
    values = stance.values[::-1]
    rows = tuple(PlacedRow(_called(bench, place), _stance(bench, place, stance, values)) for place in bench.places)
    shows = "the stance of each unit"
    title = f"{bench.lens.title}: {stance.name.lower()}"
    return Placing(title, _unit(bench.lens), (*values, "open"), rows, shows, stance.name)


def _stance(bench: Bench, place: UnitPlace, stance: Dimension, values: Sequence[str]) -> tuple[PlacedCell, ...]:
    said = {value for answer in bench_answers(bench, place).get(stance.id, ()) for value in answer}
    marks = tuple(PlacedCell(items=("●",) if value in said else ()) for value in values)
    return (*marks, PlacedCell(items=tuple(value for value in OPEN_VALUES if value in said)))


def _unit(lens: Lens) -> str:
    return lens.units[0].value if len(lens.units) == 1 else "unit"
