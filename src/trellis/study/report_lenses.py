"""The lenses of a report: what came out for each unit, on how much, and what depends on one case, site or judge."""

from __future__ import annotations

from trellis.analysis.table import Table
from trellis.report.blocks import Block, Grid, Head, Points, Words
from trellis.store.reader import Reader
from trellis.study.lens_bench import Bench
from trellis.study.lens_results import blank_cells, outcomes_table, rests_table
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
    outcomes, rests = outcomes_table(bench), rests_table(bench)
    blocks: list[Block] = [Head(2, bench.lens.title), Words(f"{outcomes.note}."), Grid(_narrow(outcomes))]
    told = tuple(str(row[-1]) for row in rests.values)
    blocks.append(Words(f"What the outcomes rest on: {rests.note}."))
    if told:
        blocks.append(Points(told))
    blank = blank_cells(bench)
    if blank:
        blocks.append(Words(f"No unit came out as: {', '.join(blank)}."))
    return blocks


def _narrow(table: Table) -> Table:
    """The columns that fit a page, and of these only the ones in which something stands."""
    kept = [
        at
        for at, name in enumerate(table.columns)
        if name in _PRINTED and any(row[at] not in {None, ""} for row in table.values)
    ]
    rows = tuple(tuple(row[at] for at in kept) for row in table.values)
    return Table(tuple(table.columns[at] for at in kept), rows, table.title)
