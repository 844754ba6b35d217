from __future__ import annotations

from dataclasses import replace

import pytest

from tests.review.studies import said, study
from trellis.core.chart_rules import Stale
from trellis.core.study_review import At
from trellis.core.wave_change import ChangeType
from trellis.review import study_changes as rules
from trellis.review.study_evidence import missing
from trellis.review.study_material import ChangeSeen, SideSeen, ThemeSeen

START, NINE = SideSeen(5, "at start", 2, 2), SideSeen(6, "at nine months", 1, 1)
THEMES = (ThemeSeen(20, "1.1", "Desks", 4),)
LESS = ChangeSeen(1, 20, ChangeType.DECREASES, "less of it", START, NINE)


def bare(one: ChangeSeen) -> list[str]:
    return said(rules.bare_changes, changes=(one,), themes=THEMES)


def test_a_change_with_words_of_both_waves_raises_nothing():
    assert bare(LESS) == []
    assert said(rules.stale_changes, changes=(LESS,), themes=THEMES) == []


def test_words_of_a_wave_that_rest_on_nothing_are_told_with_the_cell():
    one = replace(LESS, later=replace(NINE, resting=0))

    [point] = rules.bare_changes(study(changes=(one,), themes=THEMES))

    assert point.said == ("“decreases” for Ada under 1.1 Desks: what is charted of “at nine months” rests on nothing.")
    assert (point.targets[0].at, point.targets[0].wave, point.targets[0].theme) == (At.CELL, 6, 20)
    assert point in missing(study(changes=(one,), themes=THEMES))


def test_a_wave_of_which_nothing_is_charted_is_told():
    assert bare(replace(LESS, earlier=replace(START, lines=0, resting=0))) == [
        "“decreases” for Ada under 1.1 Desks: nothing is charted of “at start”."
    ]


@pytest.mark.parametrize(
    ("kind", "side"),
    [
        (ChangeType.EMERGES, "earlier"),
        (ChangeType.CEASES, "later"),
        (ChangeType.MISSING, "earlier"),
        (ChangeType.MISSING, "later"),
    ],
)
def test_what_is_new_or_gone_or_missing_needs_no_words_where_there_can_be_none(kind, side):
    silent = SideSeen(5, "at start", 0, 0)

    def with_side(seen: SideSeen) -> ChangeSeen:
        one = replace(LESS, kind=kind)
        return replace(one, earlier=seen) if side == "earlier" else replace(one, later=seen)

    assert bare(with_side(silent)) == []
    assert len(bare(with_side(replace(silent, lines=1)))) == 1


def test_what_emerges_needs_words_of_the_later_wave():
    assert len(bare(replace(LESS, kind=ChangeType.EMERGES, later=replace(NINE, lines=0, resting=0)))) == 1


def test_a_change_said_of_words_that_were_rewritten_is_told_with_both_cells():
    [point] = rules.stale_changes(study(changes=(replace(LESS, stale=(Stale.CELL_CHANGED,)),), themes=THEMES))

    assert "was rewritten since this was said" in point.said
    assert [target.wave for target in point.targets] == [6, 5]


def test_words_of_its_own_from_a_wave_are_words_of_that_wave():
    silent = SideSeen(5, "at start", 0, 0, own=1)
    bare_lines = SideSeen(6, "at nine months", 2, 0, own=1)

    assert bare(replace(LESS, earlier=silent, later=bare_lines)) == []


def test_words_of_its_own_that_were_corrected_are_told():
    [point] = rules.stale_changes(study(changes=(replace(LESS, stale=(Stale.TEXT_CHANGED,)),), themes=THEMES))

    assert point.said.endswith("the text it rests on was corrected since this was said.")
