"""Skeleton and windows say what `matrix` and `progress` say, in columns."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.study.chart_study import add_sample, writing
from tests.study.deeds import EVERY, a_study, do
from trellis.core.chart import CellState, Statement
from trellis.core.chart_rules import Stale
from trellis.core.errors import NotFound
from trellis.core.framework_wording import Rewording, Wording
from trellis.study.chart_given import Indexed, OnCell, Whole

PHASES = [phase for phase in Phase if phase is not Phase.shrink]
anything = settings(max_examples=15, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
WRITING = [
    "code",
    "write",
    "link",
    "blank",
    "redefine",
    "correct",
    "resize",
    "recode",
    "link case",
    "add wave",
    "attend",
]
deeds = st.lists(st.sampled_from([*sorted(EVERY), *WRITING * 3]), min_size=10, max_size=40)


@pytest.fixture
def sample(study):
    return add_sample(study)


def told(skeleton):
    """Each cell of a skeleton as `progress` lists it: case, wave, theme, state, indexed, whether stale, blank."""
    cells, columns = skeleton.cells, [column for theme in skeleton.themes for column in theme.columns]
    for row, (start, end) in zip(skeleton.rows, pairwise(cells.first), strict=True):
        for at in range(start, end):
            column = columns[cells.column[at]]
            blank = skeleton.blanks[cells.blank[at]]
            yield (
                row.name,
                *([row.wave_name] if skeleton.waves else ()),
                f"{column.number} {column.name}",
                skeleton.states[cells.state[at]].value,
                cells.indexed[at],
                bool(cells.stale[at]),
                "" if blank is None else blank.value,
            )


def progress(study):
    """The rows of `progress` without what a skeleton does not tell."""
    return [(*row[:-4], bool(row[-2]), row[-1]) for row in study.chart.progress().values]


def spelt(window):
    """Each cell of a window as the record that `matrix` gives, but for names, references and words."""
    cells, lines, rests = window.cells, window.statements, window.evidence
    for n, (start, end) in enumerate(pairwise(cells.first)):
        statements = []
        for line in range(start, end):
            own = [
                (
                    rests.k[e],
                    rests.source[e],
                    rests.version[e],
                    rests.start[e],
                    rests.end[e],
                    rests.coding[e],
                    rests.cell[e],
                    bool(rests.star[e]),
                    rests.stale[e],
                )
                for e in range(lines.first[line], lines.first[line + 1])
            ]
            assert (lines.evidence[line], lines.stars[line]) == (len(own), sum(star for *_, star, _ in own))
            assert set(lines.stale[line]) == {stale for *_, stale in own} - {None}
            statements.append(
                (lines.k[line], lines.rev[line], lines.layer[line], lines.text[line], lines.origin[line], own)
            )
        place = (cells.case[n], cells.wave[n], cells.theme[n])
        yield place, (cells.rev[n], cells.state[n], cells.blank[n], cells.stale[n], statements)


def expected(view):
    return {
        (row.case, row.wave, column.theme): (
            cell.rev,
            cell.state,
            cell.blank,
            cell.stale,
            [
                (
                    line.k,
                    line.rev,
                    line.layer,
                    line.text,
                    line.origin,
                    [
                        (e.k, e.source, e.version, e.start, e.end, e.coding, e.cell, e.star, e.stale)
                        for e in line.evidence
                    ],
                )
                for line in cell.statements
            ],
        )
        for row, column, cell in view.filled()
    }


@anything
@given(deeds, st.integers(0, 2**32))
def test_after_random_deeds_skeleton_and_windows_say_what_matrix_and_progress_say(tmp_path, names, seed):
    study, chance = a_study(tmp_path), Random(seed)
    for name in names:
        do(study, name, chance)

    skeleton, view = study.chart.skeleton(), study.chart.matrix()

    assert list(told(skeleton)) == progress(study)
    assert (skeleton.rows, skeleton.themes, skeleton.attributes) == (view.rows, view.themes, view.attributes)
    rows = [(row.case, row.wave) for row in skeleton.rows]
    assert dict(spelt(study.chart.window(rows, evidence=True))) == expected(view)
    some = chance.sample(sorted(view.cells), len(view.cells) // 2)
    assert dict(spelt(study.chart.cells(some, evidence=True))).keys() == set(some)
    study.close()


def test_a_skeleton_tells_how_each_cell_begins_and_how_many_statements_it_has(study, sample):
    study.chart.write("Denise", "1.2", "Nobody told her.")
    study.chart.write("Denise", "1.2", "She wrote it down.")

    cells = study.chart.skeleton(["1.2"], ["Denise"]).cells

    assert (cells.words, cells.statements, cells.indexed) == (("Nobody told her.",), (2,), (1,))


def test_a_skeleton_has_cells_in_which_something_is_indexed_and_nothing_written(study, sample):
    skeleton = study.chart.skeleton(["1.1"], ["Denise"])

    cells = skeleton.cells

    assert (cells.rev, skeleton.states[cells.state[0]], cells.indexed) == ((0,), CellState.UNCHARTED, (1,))


def test_a_skeleton_of_some_cases_has_their_rows_as_the_whole_has_them(study, sample):
    study.chart.write("Denise", "1.2", "Nobody told her.")
    whole = study.chart.skeleton()
    names = ["Denise", whole.rows[0].name]

    part = study.chart.skeleton(cases=names)

    assert part.rows == tuple(row for row in whole.rows if row.name in names)
    assert list(told(part)) == [line for line in told(whole) if line[0] in names]
    assert list(told(part)) != []


def test_a_skeleton_sorts_and_groups_its_rows_as_the_matrix_does(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")

    skeleton = study.chart.skeleton(sort=["Years"], group=["Site"], header=[])

    view = study.chart.matrix(sort=["Years"], group=["Site"], header=[])
    assert (skeleton.rows, skeleton.grouping) == (view.rows, ("Site",))
    assert [row[0] for row in told(skeleton) if row[2] == "draft"] == ["Denise"]


def test_a_skeleton_of_a_theme_that_is_not_there_is_refused(study, sample):
    with pytest.raises(NotFound, match="there is no theme"):
        study.chart.skeleton(["Fishing"])


def test_a_cell_below_a_changed_one_is_stale_in_both(study, sample):
    study.chart.write("Yusuf", "1.2", "One day.")
    study.chart.write("Yusuf", "2", "Thin training.", evidence=[OnCell("Yusuf", "1.2")])
    study.chart.write("Yusuf", "1.2", "It was fine.")

    skeleton = study.chart.skeleton(["2"], ["Yusuf"])
    window = study.chart.window(None, skeleton.columns)

    assert skeleton.cells.stale == (1,)
    assert window.cells.stale == ((Stale.CELL_CHANGED,),)
    assert window.statements.stale == ((Stale.CELL_CHANGED,),)


def test_a_cell_of_a_redefined_theme_is_stale_in_both(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")
    study.framework.redefine("1", Rewording(definition="Other."))

    skeleton = study.chart.skeleton(["1.1"], ["Denise"])
    window = study.chart.window(None, skeleton.columns)

    assert skeleton.cells.stale == (1,)
    assert (window.cells.stale, window.statements.stale) == (((Stale.REDEFINED,),), ((),))


def test_what_is_indexed_under_a_retired_theme_counts_in_the_column_above_it(study, sample):
    study.framework.add(Wording("Short courses"), "1.2")
    study.index.code("denise", ["1.2.1"], start=40, end=50)
    study.framework.retire("1.2.1")

    assert study.chart.skeleton(["1.2"], ["Denise"]).cells.indexed == (2,)


def test_waves_part_the_rows_of_skeleton_and_window(study):
    added = add_sample(study, waves=True)
    study.chart.write("Denise", "1.1", "Biscuits.", wave="at start")

    skeleton = study.chart.skeleton()
    rows = [(row.case, row.wave) for row in skeleton.rows if row.case == added.cases["Denise"]]

    assert list(told(skeleton)) == progress(study)
    assert study.chart.window(rows).cells.wave == (rows[0][1],)
    assert study.chart.window([(rows[0][0], 0)]).cells.wave == ()


def test_a_window_has_the_rows_and_columns_that_were_asked_for_and_no_more(study, sample):
    for case in ("Denise", "Yusuf"):
        for theme in ("1.1", "1.2"):
            study.chart.write(case, theme, f"{case} on {theme}.")
    themes, cases = sample.themes, sample.cases

    window = study.chart.window([(cases["Yusuf"], 0)], [themes["training"]])

    assert window.statements.text == ("Yusuf on 1.2.",)


def test_a_list_of_places_brings_no_other_corner_of_the_square(study, sample):
    for case in ("Denise", "Yusuf"):
        for theme in ("1.1", "1.2"):
            study.chart.write(case, theme, f"{case} on {theme}.")
    themes, cases = sample.themes, sample.cases

    window = study.chart.cells([(cases["Denise"], 0, themes["routes"]), (cases["Yusuf"], 0, themes["training"])])

    assert window.statements.text == ("Denise on 1.1.", "Yusuf on 1.2.")


def test_a_window_counts_evidence_and_stars_without_giving_each_piece(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)], star=True)
    study.chart.write("Denise", "1.1", "All of it.", evidence=[Whole()])
    study.chart.write("Denise", "1.1", "Who says so?")

    window = study.chart.window()

    assert (window.statements.evidence, window.statements.stars) == ((1, 1, 0), (1, 0, 0))
    assert (window.evidence, window.statements.first) == (None, ())


def test_a_window_has_references_that_wait_for_their_transcript(study, sample):
    k = study.chart.write("Denise", "1.1", "Biscuits.")
    with writing(study) as change:
        before = change.get(Statement, k)
        change.update(before, replace(before, pending=("DEN02 p. 4",)))

    assert study.chart.window().statements.pending == (("DEN02 p. 4",),)


def test_skeleton_and_window_name_the_change_that_they_know(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")

    assert study.chart.skeleton().change == study.chart.window().change == study.history.number()


def test_a_study_without_cases_has_an_empty_skeleton_and_window(study):
    skeleton, window = study.chart.skeleton(), study.chart.window()

    assert (skeleton.rows, skeleton.cells.first, skeleton.cells.column) == ((), (0,), ())
    assert (window.cells.case, window.cells.first, window.statements.k) == ((), (0,), ())
