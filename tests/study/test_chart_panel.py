from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.core.chart import CellState
from trellis.core.errors import Invalid, NotFound
from trellis.study.chart_given import Indexed, OnCell


@pytest.fixture
def sample(study):
    return add_sample(study)


def test_an_uncharted_cell_shows_what_is_indexed_for_it(study, sample):
    panel = study.chart.panel("Denise", "1.1")

    assert (panel.state, panel.rev, panel.case_name, panel.number) == (CellState.UNCHARTED, 0, "Denise", "1.1")
    assert [(s.words, s.summarised, s.source_name) for s in panel.segments] == [
        ("Biscuits, seventeen year.", False, "denise")
    ]
    assert [source.name for source in panel.sources] == ["denise"]


def test_a_statement_marks_the_segments_it_rests_on(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])

    panel = study.chart.panel("Denise", "1.1")

    assert [s.summarised for s in panel.segments] == [True]
    assert [e.words for e in panel.statements[0].evidence] == ["Biscuits, seventeen year."]
    assert panel.words == 1


def test_a_cell_is_returned_with_a_question_in_one_change(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")
    before = study.history.number()

    study.chart.mark("Denise", "1.1", "returned", question="Who told her?")

    panel = study.chart.panel("Denise", "1.1")
    assert panel.state is CellState.RETURNED
    assert [(memo.text, memo.by) for memo in panel.memos] == [("Who told her?", "Ana")]
    assert study.history.number() == before + 1
    study.history.undo()
    assert study.chart.panel("Denise", "1.1").memos == ()


def test_a_question_goes_with_a_returned_cell_only(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")

    with pytest.raises(Invalid, match="returned"):
        study.chart.mark("Denise", "1.1", "reviewed", question="Who?")


def test_an_uncharted_cell_cannot_be_marked(study, sample):
    with pytest.raises(NotFound, match="uncharted"):
        study.chart.mark("Denise", "1.1", "reviewed")


def test_a_statement_is_read_by_its_key_until_it_is_gone(study, sample):
    k = study.chart.write("Denise", "1.1", "Biscuits.")
    read = study.chart.statement(k)

    study.chart.remove(k)

    assert read is not None
    assert read.text == "Biscuits."
    assert study.chart.statement(k) is None


def test_many_cells_are_marked_in_one_change_and_undone_at_once(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")
    study.chart.blank("Denise", "1.2", "not asked")
    study.chart.write("Yusuf", "1.2", "One day.")
    before = study.history.number()

    cells = [OnCell("Denise", "1.1"), OnCell("Denise", "1.2"), OnCell("Yusuf", "1.1"), OnCell("Yusuf", "1.2")]
    assert study.chart.mark_all(cells, "reviewed") == 3

    assert study.history.number() == before + 1
    states = [study.chart.panel(cell.case, cell.theme).state.value for cell in cells]
    assert states == ["reviewed", "reviewed", "uncharted", "reviewed"]
    study.history.undo()
    assert study.chart.panel("Yusuf", "1.2").state is CellState.DRAFT


def test_a_row_is_marked_and_a_returned_cell_keeps_waiting(study, sample):
    for number in ("1.1", "1.2"):
        study.chart.write("Denise", number, "Biscuits.")
    study.chart.write("Yusuf", "1.1", "One day.")
    study.chart.mark("Denise", "1.2", "returned", question="Who?")

    assert study.chart.mark_part("charted", cases=["Denise"]) == 1

    assert study.chart.panel("Denise", "1.1").state is CellState.CHARTED
    assert study.chart.panel("Denise", "1.2").state is CellState.RETURNED
    assert study.chart.panel("Yusuf", "1.1").state is CellState.DRAFT


def test_where_nothing_can_be_marked_that_is_said(study, sample):
    with pytest.raises(Invalid, match="none of these cells"):
        study.chart.mark_part("reviewed", cases=["Yusuf"], themes=["1"])
