from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.core.chart import Blank, CellState, Layer
from trellis.core.chart_rules import Stale
from trellis.core.errors import Invalid, NotFound, QuoteNotFound
from trellis.study.chart_given import Indexed, Line, OnCell, Stretch, Support, Whole, Words


@pytest.fixture
def sample(study):
    return add_sample(study)


def the_cell(study, case="Denise", theme="1.1", **more):
    view = study.chart.matrix([theme], [case], **more)
    return view.cell(view.rows[0], view.columns[0])


def test_a_summary_stands_in_its_cell_with_the_words_it_rests_on(study, sample):
    study.chart.write("Denise", "1.1", "Biscuit factory, 17 years.", evidence=[Indexed(sample.biscuits)])

    cell = the_cell(study, words=True)

    assert cell.state is CellState.DRAFT
    assert [(s.layer, s.text) for s in cell.statements] == [(Layer.SUMMARY, "Biscuit factory, 17 years.")]
    assert [(e.words, e.reference) for e in cell.statements[0].evidence] == [("Biscuits, seventeen year.", "turn 2")]
    assert cell.stale == ()


def test_words_that_are_indexed_under_the_theme_are_linked_by_their_coding(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Words("denise", "Biscuits, seventeen year.")])

    assert the_cell(study).statements[0].evidence[0].coding == sample.biscuits


def test_evidence_may_be_words_that_nobody_indexed(study, sample):
    study.chart.write("Denise", "1.1", "A floater.", evidence=[Stretch("denise", 60, 90)])

    evidence = the_cell(study, words=True).statements[0].evidence[0]

    assert (evidence.coding, evidence.start, evidence.end) == (None, 60, 90)
    assert len(evidence.words) == 30


def test_a_verbatim_statement_is_looked_up_in_the_sources_of_its_case(study, sample):
    study.chart.write("Denise", "1.1", "no place of my own to stand", layer="verbatim", star=True)

    evidence = the_cell(study, words=True).statements[0].evidence[0]

    assert (evidence.words, evidence.star) == ("no place of my own to stand", True)


def test_verbatim_words_that_nobody_said_are_refused(study, sample):
    with pytest.raises(QuoteNotFound, match="no place to sit"):
        study.chart.write("Denise", "1.1", "no place to sit", layer="verbatim", evidence=[Indexed(sample.biscuits)])


CALLS = {
    "write": lambda c, _: c.write("Denise", "1.1", "More.", evidence=[Whole()]),
    "comment": lambda c, _: c.write("Yusuf", "1.1", "Ask again.", layer="comment"),
    "edit": lambda c, _: c.edit(Line("Denise", "1.1", 1), "Other words."),
    "reorder": lambda c, _: c.reorder(Line("Denise", "1.1", 2), 1),
    "remove": lambda c, _: c.remove(Line("Denise", "1.1", 1)),
    "remove the last": lambda c, _: c.remove(Line("Yusuf", "1.2", 1)),
    "link": lambda c, _: c.link(Line("Denise", "1.1", 2), Words("denise", "And now?")),
    "link a cell": lambda c, _: c.link(Line("Yusuf", "1.2", 1), OnCell("Denise", "1.1")),
    "unlink": lambda c, _: c.unlink(Support(Line("Denise", "1.1", 1), 1)),
    "star": lambda c, _: c.star(Support(Line("Denise", "1.1", 1), 1)),
    "blank": lambda c, _: c.blank("North", "1.1", "not asked"),
    "clear a blank": lambda c, _: c.blank("North", "2", None),
    "state": lambda c, _: c.set_state("Denise", "1.1", "reviewed"),
    "confirm": lambda c, _: c.confirm("Denise", "1.1"),
    "header": lambda c, _: c.set_header(["Years"]),
}


@pytest.mark.parametrize("call", CALLS)
def test_undo_of_each_call_gives_the_study_before_it(study, sample, call):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])
    study.chart.write("Denise", "1.1", "A floater.")
    study.chart.write("Yusuf", "1.2", "One day.", evidence=[Indexed(sample.day)])
    study.chart.blank("North", "2", "not applicable")
    before = study.history.dump()

    CALLS[call](study.chart, sample)
    after = study.history.dump()
    study.history.undo()

    assert after != before
    assert study.history.dump() == before
    assert study.history.check() == []


def test_a_cell_in_which_nothing_is_left_is_uncharted_again(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")

    study.chart.remove(Line("Denise", "1.1", 1))

    assert the_cell(study) is None


def test_a_blank_reason_does_not_fit_a_cell_with_a_summary(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")

    with pytest.raises(Invalid, match="remove them first"):
        study.chart.blank("Denise", "1.1", "not asked")


def test_a_comment_leaves_the_blank_reason_and_a_summary_takes_it_away(study, sample):
    study.chart.blank("Denise", "1.1", "not raised")

    study.chart.write("Denise", "1.1", "Odd.", layer="comment")
    with_comment = the_cell(study)
    study.chart.write("Denise", "1.1", "Biscuits.")

    assert with_comment.blank is Blank.NOT_RAISED
    assert the_cell(study).blank is None


def test_an_uncharted_cell_can_be_neither_reviewed_nor_confirmed(study, sample):
    with pytest.raises(NotFound, match="uncharted"):
        study.chart.set_state("Denise", "1.1", "reviewed")
    with pytest.raises(NotFound, match="uncharted"):
        study.chart.confirm("Denise", "1.1")


def test_what_is_written_in_after_review_must_be_reviewed_again(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")
    study.chart.set_state("Denise", "1.1", "reviewed")

    study.chart.edit(Line("Denise", "1.1", 1), "Biscuits, 17 years.")

    assert the_cell(study).state is CellState.CHARTED


def test_a_cell_that_rests_on_a_cell_is_stale_once_its_words_change_and_only_then(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")
    study.chart.write("North", "1.1", "Came from factories.", evidence=[OnCell("Denise", "1.1")])

    study.chart.confirm("Denise", "1.1")
    study.chart.set_state("Denise", "1.1", "reviewed")
    untouched = the_cell(study, "North")
    study.chart.write("Denise", "1.1", "A floater.")
    changed = the_cell(study, "North")
    study.chart.confirm("North", "1.1")

    assert untouched.stale == ()
    assert changed.stale == (Stale.CELL_CHANGED,)
    assert the_cell(study, "North").stale == ()


def test_the_next_empty_cell_is_found_in_the_order_of_the_chart(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")
    study.chart.blank("Denise", "1.2", "not asked")

    row, column = study.chart.next_empty("Denise")

    assert (row.name, column.number) == ("Denise", "2")
