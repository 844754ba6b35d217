from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.chart import Blank, Cell, CellState
from trellis.core.coding import Coding
from trellis.core.framework_merging import carried_coding, joined_cell, joined_coding, lower

CODING = Coding(1, 0, 2, 3, 0, 4, 10, 5, 6, None, "", (), 0)
CELL = Cell(1, 2, 0, 10, 7, CellState.CHARTED, None, None, 0, 1, 0)


def test_a_carried_coding_remembers_each_theme_it_came_from():
    twice = carried_coding(carried_coding(replace(CODING, origins=("rule:8",)), 11), 12)

    assert (twice.theme, twice.origins) == (12, ("rule:8", "theme:10", "theme:11"))


def test_a_joined_coding_has_both_notes_and_both_origins():
    joined = joined_coding(replace(CODING, note="a"), replace(CODING, k=2, theme=11, note="b", origins=("rule:8",)))

    assert (joined.k, joined.note, joined.origins) == (1, "a\nb", ("theme:10", "rule:8", "theme:11"))


def test_a_note_that_both_have_stands_once():
    assert joined_coding(replace(CODING, note="a"), replace(CODING, theme=11, note="a")).note == "a"


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (CellState.REVIEWED, CellState.CHARTED, CellState.CHARTED),
        (CellState.CHARTED, CellState.RETURNED, CellState.RETURNED),
        (CellState.DRAFT, CellState.RETURNED, CellState.DRAFT),
        (CellState.UNCHARTED, CellState.DRAFT, CellState.UNCHARTED),
    ],
)
def test_the_lower_state_is_the_one_less_done(one, other, wanted):
    assert lower(one, other) is wanted


def joined(kept: Cell, coming: Cell, *, kept_filled: bool = False, coming_filled: bool = False):
    return joined_cell(kept, replace(coming, theme=11), kept_filled=kept_filled, coming_filled=coming_filled)


def test_a_filled_cell_wins_over_a_blank_one_whichever_it_is():
    blank = replace(CELL, blank=Blank.NOT_ASKED, state=CellState.DRAFT)

    one = joined(CELL, blank, kept_filled=True).cell
    other = joined(blank, CELL, coming_filled=True).cell

    assert (one.state, one.blank) == (other.state, other.blank) == (CellState.CHARTED, None)
    assert other.theme == 10


def test_one_reason_for_a_blank_is_kept():
    blank = replace(CELL, blank=Blank.NOT_ASKED)

    assert joined(CELL, blank).cell.blank is Blank.NOT_ASKED
    assert joined(blank, CELL).cell.blank is Blank.NOT_ASKED
    assert joined(blank, blank).cell.blank is Blank.NOT_ASKED


def test_two_reasons_for_a_blank_are_for_a_person_to_decide():
    both = joined(replace(CELL, blank=Blank.NOT_ASKED), replace(CELL, blank=Blank.NOT_RAISED))

    assert (both.cell.state, both.cell.blank, both.disagree) == (CellState.RETURNED, None, True)


@given(st.sampled_from(CellState), st.sampled_from(CellState), st.booleans(), st.booleans())
def test_a_joined_cell_stands_at_the_kept_place_with_its_rev(one, other, kept_filled, coming_filled):
    kept, coming = replace(CELL, state=one), replace(CELL, state=other, rev=99)

    cell = joined(kept, coming, kept_filled=kept_filled, coming_filled=coming_filled).cell

    assert (cell.place, cell.rev) == (CELL.place, CELL.rev)
