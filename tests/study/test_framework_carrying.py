from __future__ import annotations

from tests.study.framework_study import (
    charted,
    coded,
    names,
    records,
    resting,
    theme,
    with_source,
    with_themes,
)
from trellis.core.chart import Blank, Cell, CellState, Evidence, Layer, Statement
from trellis.core.coding import Coding


def test_merging_carries_codings_with_their_origin(study):
    with_themes(study, "Alone", "Isolation")
    placed = with_source(study)
    coded(study, placed, "2")
    gone, kept = theme(study, "2").k, theme(study, "1").k

    study.framework.merge(["2"], "1")

    (coding,) = records(study, Coding)
    assert (coding.theme, coding.origins) == (kept, (f"theme:{gone}",))


def test_one_segment_under_both_becomes_one_coding_with_two_origins(study):
    with_themes(study, "Alone", "Isolation")
    placed = with_source(study)
    first = coded(study, placed, "1", note="on the road")
    second = coded(study, placed, "2", note="cut off")
    charted(study, placed, "1", "Alone.")
    evidence = resting(study, second)
    kept, gone = theme(study, "1").k, theme(study, "2").k

    study.framework.merge(["2"], "1")

    (coding,) = records(study, Coding)
    (rests,) = records(study, Evidence)
    assert (coding.k, coding.note) == (first, "on the road\ncut off")
    assert coding.origins == (f"theme:{kept}", f"theme:{gone}")
    assert (rests.k, rests.coding, rests.seen) == (evidence, first, coding.rev)


def test_merged_cells_keep_both_sets_of_statements_and_the_lower_state(study):
    with_themes(study, "Alone", "Isolation")
    placed = with_source(study)
    charted(study, placed, "1", "Likes the road.", state=CellState.REVIEWED)
    charted(study, placed, "2", "Nobody rings.", "Eats alone.", state=CellState.DRAFT)
    gone = theme(study, "2").k

    study.framework.merge(["2"], "1")

    (cell,) = records(study, Cell)
    lines = sorted(records(study, Statement), key=lambda line: line.pos)
    assert cell.state is CellState.DRAFT
    assert [(line.text, line.origin_theme) for line in lines] == [
        ("Likes the road.", None),
        ("Nobody rings.", gone),
        ("Eats alone.", gone),
    ]


def test_a_blank_and_a_filled_cell_give_the_filled_one(study):
    with_themes(study, "Alone", "Isolation")
    placed = with_source(study)
    charted(study, placed, "1", blank=Blank.NOT_ASKED)
    charted(study, placed, "2", "Nobody rings.", state=CellState.REVIEWED)

    study.framework.merge(["2"], "1")

    (cell,) = records(study, Cell)
    assert (cell.state, cell.blank, cell.theme) == (CellState.REVIEWED, None, theme(study, "1").k)


def test_cells_blank_for_two_reasons_are_returned_with_both(study):
    with_themes(study, "Alone", "Isolation")
    placed = with_source(study)
    charted(study, placed, "1", blank=Blank.NOT_ASKED)
    charted(study, placed, "2", blank=Blank.NOTHING_SAID)

    study.framework.merge(["2"], "1")

    (cell,) = records(study, Cell)
    (line,) = records(study, Statement)
    assert (cell.state, cell.blank) == (CellState.RETURNED, None)
    assert line.layer is Layer.COMMENT
    assert "Alone: not asked; Isolation: asked and nothing said" in line.text


def test_sub_themes_of_a_merged_theme_move_under_the_one_kept(study):
    with_themes(study, "Alone", ">Roads", "Isolation", ">Phones", ">Desks")

    study.framework.merge(["2"], "1")

    assert names(study) == ["1 Alone", "1.1 Roads", "1.2 Phones", "1.3 Desks"]
