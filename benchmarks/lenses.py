"""Outcomes of a lens over the whole large study, and what they rest on: each case, site, source, judge left out."""

from __future__ import annotations

from benchmarks import bare, large
from benchmarks.measure import Figure, Place, Row, Target, best
from trellis.core.chart import Cell, Evidence, EvidenceFor, Side
from trellis.core.judgement import Confidence, Judgement
from trellis.core.keys import NO_KEY
from trellis.core.lens import Unit
from trellis.core.study import Person
from trellis.study.lens_steps import lens_named
from trellis.study.study import Study

LENS = "coproduction-in-practice"
RESTS, OUTCOMES = "leave-one-out, 481 × 3 units", "a lens with all its units"
VALUES = {
    "parallel-working": ("strong", "partial"),
    "main-reference": ("client", "professional"),
    "prior-ownership": ("not previously done", "core professional"),
    "informal-contact": ("chance", "absent"),
}


def rests_side(place: Place) -> list[Figure]:
    """Every case in every wave judged on four dimensions by two judges, each judgement on two cells."""
    path = large.copied(place, "full")
    with large.opened(path) as study:
        judged = fill(study)
        figures = [
            best(place, RESTS, lambda: study.lenses.rests_on(LENS)),
            best(place, OUTCOMES, lambda: study.lenses.now(LENS)),
        ]
    return [Figure(one.name, one.wall_s, one.cpu_s, f"{judged:,} judgements") for one in figures]


def bare_side(place: Place) -> list[Figure]:
    """One statement that joins judgements and their evidence, counted by case."""
    path = large.copied(place, "full")
    with large.opened(path) as study:
        fill(study)
    connection = bare.reading(path)
    try:
        return [best(place, RESTS, lambda: connection.execute(_COUNTED).fetchall())]
    finally:
        connection.close()


_COUNTED = """
SELECT j."case", j.wave, j.dimension, j."values", count(DISTINCT e."row"), count(e.k) FROM judgement j
LEFT JOIN evidence e ON e.for_kind = 'judgement' AND e.for_k = j.k GROUP BY 1, 2, 3, 4"""


def fill(study: Study) -> int:
    """Writes the judgements and their evidence as records. How many judgements."""
    study.lenses.add(LENS)
    with large.work_of(study).change("lens.judge_from") as change:
        lens = lens_named(change, LENS).k
        judges = [person.k for person in change.all(Person)][:2]
        rows: dict[tuple[int, int], list[Cell]] = {}
        for cell in change.all(Cell):
            rows.setdefault((cell.row, cell.wave), []).append(cell)
        made: list[Judgement] = []
        resting: list[Evidence] = []
        for n, ((case, wave), cells) in enumerate(rows.items()):
            for at, (dimension, values) in enumerate(VALUES.items()):
                for judge in judges:
                    one = Judgement(
                        change.new_key(), 0, lens, Unit.CASE, case, wave, "", dimension, (values[(n + at) % 2],),
                        Confidence.MEDIUM, judge, ("self",), "", None, change.person, change.at,
                    )  # fmt: skip
                    made.append(one)
                    # The second judge looks at what another case said as well.
                    other = cells if judge == judges[0] else list(rows.values())[n - 1]
                    resting += [_on(change.new_key(), one.k, cell) for cell in (cells[at % len(cells)], other[0])]
        change.insert_all(made)
        change.insert_all(resting)
    return len(made)


def _on(k: int, judgement: int, cell: Cell) -> Evidence:
    return Evidence(
        k, 0, EvidenceFor.JUDGEMENT, judgement, Side.FOR, None, None, None, None, None, cell.chart, cell.row,
        cell.wave, cell.theme, star=False, seen=NO_KEY,
    )  # fmt: skip


ROW = Row("lenses", "What a lens rests on", rests_side, bare_side, targets={RESTS: Target(cpu_s=5.0)})
