"""The review queue: a cell returned, answered and reviewed; assignments of sources, themes, rows and cells."""

from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.core.chart import CellState
from trellis.core.errors import Invalid
from trellis.study.overview import Matter
from trellis.study.queue import queue_table


@pytest.fixture
def ben(study):
    """Ben, in a study in which Ana has charted a cell."""
    add_sample(study)
    study.chart.write("Denise", "1.2", "There are four.")
    study.chart.set_state("Denise", "1.2", "charted")
    return study.under("Ben")


def test_a_charted_cell_waits_for_everybody_but_its_writer(study, ben):
    ben.memos.add("I am here.")

    assert [(one.number, one.writer, one.cells) for one in ben.queue.now().to_review] == [("1.2", "Ana", 1)]
    assert study.queue.now().to_review == ()


def test_a_returned_cell_waits_for_its_writer_who_answers(study, ben):
    ben.chart.mark("Denise", "1.2", "returned", question="Four what?")
    [asked] = study.queue.now().to_answer
    assert [(one.by, one.text) for one in asked.talk] == [("Ben", "Four what?")]
    assert [one.state for one in ben.queue.now().returned] == [CellState.RETURNED]

    study.queue.answer("Denise", "1.2", "Four forms.")

    assert study.queue.now().to_answer == ()
    [answered] = ben.queue.now().returned
    assert (answered.state, answered.talk[-1].text) == (CellState.CHARTED, "Four forms.")


def test_a_reviewed_cell_waits_for_nobody(study, ben):
    ben.chart.mark("Denise", "1.2", "returned", question="Four what?")
    study.queue.answer("Denise", "1.2", "Four forms.")
    ben.chart.mark("Denise", "1.2", "reviewed")

    assert queue_table(ben.queue.now()).values == queue_table(study.queue.now()).values == ()


def test_only_what_was_asked_is_answered_and_in_words(study, ben):
    with pytest.raises(Invalid, match="was not returned"):
        study.queue.answer("Denise", "1.2", "Four forms.")
    ben.chart.mark("Denise", "1.2", "returned", question="Four what?")
    with pytest.raises(Invalid, match="needs words"):
        study.queue.answer("Denise", "1.2", " ")


def test_answering_is_one_change_that_can_be_undone(study, ben):
    ben.chart.mark("Denise", "1.2", "returned", question="Four what?")
    before = study.history.number()
    study.queue.answer("Denise", "1.2", "Four forms.")
    assert study.history.number() == before + 1

    study.history.undo()

    assert len(study.queue.now().to_answer[0].talk) == 1


def test_sources_themes_rows_and_cells_are_assigned(study, ben):
    ben.memos.add("I am here.")
    study.readings.assign("Ben", "index", source="yusuf")
    study.readings.assign("Ben", "chart", case="Yusuf", due="2026-12-01")
    study.readings.assign("Ana", "chart", case="Yusuf", theme="1.1")

    queue = ben.queue.now()

    assert [(one.task, one.about, one.due) for one in queue.mine] == [
        ("chart", "Yusuf", "2026-12-01"),
        ("index", "yusuf", None),
    ]
    assert [(one.person, one.about) for one in queue.others] == [("Ana", "Yusuf × 1.1 Routes in")]
    assert dict(ben.overview().attention)[Matter.MINE] == 2


def test_the_overview_tells_whoever_has_to_answer(study, ben):
    ben.chart.mark("Denise", "1.2", "returned", question="Four what?")

    assert dict(study.overview().attention)[Matter.ANSWER] == 1
    assert Matter.ANSWER not in dict(ben.overview().attention)


def test_a_case_with_an_assignment_stays(study, ben):
    study.readings.assign("Ana", "chart", case="Yusuf")

    with pytest.raises(Invalid, match="1 assignments"):
        study.cases.remove("Yusuf")
