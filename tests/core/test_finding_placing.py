from __future__ import annotations

import pytest

from trellis.core.chart import Blank, Side
from trellis.core.finding import Stance
from trellis.core.finding_placing import Basis, CellSeen, Group, Placed, placed

WORDS = CellSeen(has_words=True)
OPEN = CellSeen()


def blank(reason: Blank) -> CellSeen:
    return CellSeen(blank=reason)


def test_what_a_person_said_goes_before_evidence_and_chart():
    assert placed(Stance.CONTRARY, {Side.FOR}, [WORDS]) == Placed(Group.CONTRARY, Basis.SAID)


@pytest.mark.parametrize(
    ("sides", "group"),
    [
        ({Side.FOR}, Group.HOLDS),
        ({Side.QUALIFIES}, Group.QUALIFIED),
        ({Side.FOR, Side.QUALIFIES}, Group.QUALIFIED),
        ({Side.AGAINST}, Group.CONTRARY),
    ],
)
def test_evidence_that_points_one_way_places_a_case(sides, group):
    assert placed(None, sides, [WORDS]) == Placed(group, Basis.EVIDENCE)


@pytest.mark.parametrize("sides", [{Side.FOR, Side.AGAINST}, {Side.QUALIFIES, Side.AGAINST}, set(Side)])
def test_evidence_on_both_sides_has_to_be_placed_by_a_person(sides):
    assert placed(None, sides, [WORDS]) == Placed(Group.TO_PLACE, Basis.BOTH_SIDES)


def test_a_filled_cell_alone_carries_no_claim():
    assert placed(None, (), [WORDS, OPEN]).group is Group.TO_PLACE


@pytest.mark.parametrize("reason", [Blank.NOTHING_SAID, Blank.NOT_RAISED])
def test_somebody_who_was_asked_and_said_nothing_is_silent(reason):
    assert placed(None, (), [blank(reason), blank(Blank.NOT_ASKED)]).group is Group.SILENT


def test_somebody_who_was_not_asked_is_not_silent():
    assert placed(None, (), [blank(Blank.NOT_ASKED)]).group is Group.NOT_ASKED


def test_a_case_to_which_it_cannot_apply_is_in_no_base():
    assert placed(None, (), [blank(Blank.NOT_APPLICABLE)]).group is Group.NOT_APPLICABLE


def test_an_open_cell_says_nothing_of_a_case():
    assert placed(None, (), [OPEN, blank(Blank.NOT_ASKED)]).group is Group.UNCHARTED
    assert OPEN.is_open


def test_without_themes_every_case_waits_to_be_placed():
    assert placed(None, (), []) == Placed(Group.TO_PLACE, Basis.NOTHING)
