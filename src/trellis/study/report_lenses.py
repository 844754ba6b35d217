"""The lenses of a report: what came out for each unit, on how much, and what depends on one case, site or judge."""

from __future__ import annotations

from trellis.analysis.lens_outcomes import NOT_JUDGED
from trellis.analysis.lens_resting import Ground, Rests
from trellis.analysis.table import Table
from trellis.core.judgement import UnitPlace
from trellis.report.blocks import Block, Figure, Grid, Head, Words
from trellis.report.placing import placing_drawing, placing_table
from trellis.store.reader import Reader
from trellis.study.lens_bench import Bench
from trellis.study.lens_pictures import placing
from trellis.study.lens_results import blank_cells, outcomes_table
from trellis.study.lens_steps import newest_lenses

_PRINTED = frozenset(
    {"unit", "wave", "outcome", "override", "nearest other", "dimensions with evidence", "cases", "judges differ on"}
)


def lens_blocks(reader: Reader) -> list[Block]:
    """A part for each lens under which something was judged."""
    blocks: list[Block] = []
    for record in newest_lenses(reader):
        bench = Bench(reader, record)
        if bench.places:
            blocks += _lens(bench)
    return blocks


def _lens(bench: Bench) -> list[Block]:
    outcomes = outcomes_table(bench)
    blocks: list[Block] = [Head(2, bench.lens.title), Words(_sentence(outcomes.note))]
    blocks += [_picture(bench), Grid(_narrow(outcomes)), *_resting(bench)]
    blank = blank_cells(bench)
    if blank:
        blocks.append(Words(f"No unit came out as: {', '.join(blank)}."))
    return blocks


def _picture(bench: Bench) -> Figure:
    placed = placing(bench)
    return Figure(placing_drawing(placed), placed.title, placing_table(placed), f"{placed.shows}.", placed.note)


def _resting(bench: Bench) -> list[Block]:
    """Which outcomes would be others without one case, site, source or judge: a line a unit, like ones together."""
    found = {place: bench.rests(place) for place in bench.places}
    rows = tuple(
        (bench.units.label(place), bench.units.wave(place) or None, _depends(bench, rests))
        for place, rests in found.items()
        if rests
    )
    free = [_called(bench, place) for place, rests in found.items() if not rests]
    if not rows:
        return [Words("No outcome depends on one case, site, source or judge.")]
    told = f"These depend on none by themselves: {', '.join(free)}." if free else ""
    heads = ("unit", "wave", "would come out otherwise without")
    return [Grid(_filled(Table(heads, rows, f"What the outcomes rest on: {bench.lens.title}", told)))]


def _depends(bench: Bench, rests: tuple[Rests, ...]) -> str:
    """What an outcome hangs on, by what would come out instead: "case Bev, source 12-bev (indeterminate)"."""
    alone = [bench.called(one.left) for one in rests if _is_alone(one)]
    otherwise: dict[str, list[str]] = {}
    for one in rests:
        if not _is_alone(one):
            otherwise.setdefault(one.without, []).append(bench.called(one.left))
    told = [f"{', '.join(names)} ({without})" for without, names in otherwise.items()]
    return "; ".join([*told, *(f"{name}, who alone judged it" for name in alone)])


def _is_alone(one: Rests) -> bool:
    return one.left[0] is Ground.JUDGE and one.without == NOT_JUDGED


def _called(bench: Bench, place: UnitPlace) -> str:
    wave = bench.units.wave(place)
    return f"{bench.units.label(place)} ({wave})" if wave else bench.units.label(place)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _narrow(table: Table) -> Table:
    """The columns that fit a page, and of these only the ones in which something stands."""
    kept = [at for at, name in enumerate(table.columns) if name in _PRINTED]
    rows = tuple(tuple(row[at] for at in kept) for row in table.values)
    return _filled(Table(tuple(table.columns[at] for at in kept), rows, f"{table.title}: outcomes"))


def _filled(table: Table) -> Table:
    """The table without the columns in which nothing stands."""
    kept = [at for at in range(len(table.columns)) if any(row[at] not in {None, ""} for row in table.values)]
    rows = tuple(tuple(row[at] for at in kept) for row in table.values)
    return Table(tuple(table.columns[at] for at in kept), rows, table.title, table.note)
