"""Counts over every coding: themes by an attribute, and themes on the same words."""

from __future__ import annotations

from benchmarks import bare, generator, large
from benchmarks.measure import Figure, Place, Row, Target, best
from trellis.study.study import Study

FIRST_COUNT, WARM_COUNT = "themes by region, cases: first time", "themes by region, cases: again"
CASES_TOGETHER = "sub-themes on the same words, cases: again"
PAIRS_TOGETHER = "sub-themes on the same words, pairs: again"
MILLION_FIRST, MILLION = "1 million codings, themes by region: first time", "1 million codings, themes by region: again"
MILLION_CASES = "1 million codings, sub-themes on the same words, cases: again"
MILLION_PAIRS = "1 million codings, sub-themes on the same words, pairs: again"


def crosstab_side(place: Place) -> list[Figure]:
    """`study.index.crosstab` and `.cooccurrence` over every coding: as the first thing after opening, and again."""
    with large.opened(large.stage(place, "full")) as study:
        return _counted(study, place, (FIRST_COUNT, WARM_COUNT, CASES_TOGETHER, PAIRS_TOGETHER))


def million_side(place: Place) -> list[Figure]:
    """The same over a million codings of the 1,500 interviews."""
    with large.opened(large.stage(place, "million")) as study:
        return _counted(study, place, (MILLION_FIRST, MILLION, MILLION_CASES, MILLION_PAIRS))


def _counted(study: Study, place: Place, names: tuple[str, str, str, str]) -> list[Figure]:
    first, again, cases, pairs = names
    numbers = [large.number_of(n) for n in range(sum(generator.SUB_THEMES))]
    return [
        best(Place(place.folder, place.scale, quick=True), first, lambda: study.index.crosstab("region")),
        best(place, again, lambda: study.index.crosstab("region")),
        best(place, cases, lambda: study.index.cooccurrence(numbers)),
        best(place, pairs, lambda: study.index.cooccurrence(numbers, count="segments")),
    ]


_CROSSTAB = """
SELECT y.ancestor, a.value, count(DISTINCT e."case") FROM coding c JOIN theme_path y ON y.theme = c.theme
JOIN theme t ON t.k = y.ancestor AND t.parent IS NULL JOIN extent e ON e.source = c.source
JOIN attribute_value a ON a.owner = e."case" AND a.wave = 0
JOIN attribute b ON b.k = a.attribute AND b.name = 'region' GROUP BY 1, 2"""
_TOGETHER = """
SELECT a.theme, b.theme, count(*), count(DISTINCT e."case") FROM coding a
JOIN coding b ON b.version = a.version AND b.start < a."end" AND b.start >= a.start AND b.k <> a.k
JOIN extent e ON e.source = a.source GROUP BY 1, 2"""


def bare_crosstab_side(place: Place) -> list[Figure]:
    """One grouped statement over the same tables; for the same words a join of codings with those that begin within."""
    return _bare(place, "full", (FIRST_COUNT, WARM_COUNT, CASES_TOGETHER, PAIRS_TOGETHER))


def bare_million_side(place: Place) -> list[Figure]:
    """The same over a million codings."""
    return _bare(place, "million", (MILLION_FIRST, MILLION, MILLION_CASES, MILLION_PAIRS))


def _bare(place: Place, stage: str, names: tuple[str, str, str, str]) -> list[Figure]:
    connection = bare.reading(large.stage(place, stage))
    try:
        counted = [best(place, name, lambda: connection.execute(_CROSSTAB).fetchall()) for name in names[:2]]
        joined = best(place, names[2], lambda: connection.execute(_TOGETHER).fetchall())
        return [*counted, joined, Figure(names[3], joined.wall_s, joined.cpu_s)]
    finally:
        connection.close()


CROSSTAB = Row(
    "crosstab",
    "Theme × attribute, and themes on the same words",
    crosstab_side,
    bare_crosstab_side,
    targets={WARM_COUNT: Target(cpu_s=0.2)},
)
MILLION_ROW = Row(
    "million",
    "The same over a million codings",
    million_side,
    bare_million_side,
    needs="million",
    targets={name: Target(cpu_s=0.2) for name in (MILLION, MILLION_CASES, MILLION_PAIRS)},
)
