from __future__ import annotations

import pytest

from trellis.core.chart import Cell, CellState
from trellis.core.memo import About, Memo, MemoKind
from trellis.core.review_queue import waits_for_answer, waits_for_review, was_returned_by

ANA, BEN = 1, 2


def a_cell(state, by=ANA):
    return Cell(9, 5, 0, 7, 0, state, None, None, 0, by, 0)


def a_question(by):
    return Memo(3, 0, MemoKind.ANALYTIC, About.CELL_ROW, 5, None, None, None, "Four what?", (), None, "", by, 0, 7)


@pytest.mark.parametrize("state", list(CellState))
def test_a_returned_cell_waits_for_whoever_wrote_in_it(state):
    assert waits_for_answer(a_cell(state), ANA) == (state is CellState.RETURNED)
    assert not waits_for_answer(a_cell(state), BEN)


@pytest.mark.parametrize("state", list(CellState))
def test_a_cell_stays_with_whoever_asked_until_it_is_reviewed(state):
    asked = [a_question(BEN)]

    assert was_returned_by(a_cell(state), asked, BEN) == (state in {CellState.RETURNED, CellState.CHARTED})
    assert not was_returned_by(a_cell(state), asked, ANA)


@pytest.mark.parametrize("state", list(CellState))
def test_nobody_reviews_what_they_charted_themselves(state):
    assert waits_for_review(a_cell(state), BEN) == (state is CellState.CHARTED)
    assert not waits_for_review(a_cell(state), ANA)
