from __future__ import annotations

from dataclasses import replace

import pytest

from trellis.core.coding import Coding
from trellis.core.disagreement import Outcome, SettledCoding, Settlement, as_settled, stands

ANA, BEN = 11, 12
CODING = Coding(1, 1, 5, 6, 10, 20, 7, ANA, 3, None, "", (), 0)
SETTLED = SettledCoding(3, 1, 1, 1, 5, 6, 10, 20, 7, ANA)


def settlement(outcome, adopted=None):
    return Settlement(3, 1, 1, 5, outcome, adopted, "because", ANA, 0)


def test_an_adopted_reading_stands_alone():
    settled = settlement(Outcome.ADOPTED, ANA)

    assert stands(settled, ANA)
    assert not stands(settled, BEN)


@pytest.mark.parametrize("outcome", [Outcome.BOTH, Outcome.DEFINITION, Outcome.DEFERRED])
def test_every_other_outcome_leaves_all_readings_standing(outcome):
    assert stands(settlement(outcome), ANA)
    assert stands(settlement(outcome), BEN)


def test_a_coding_that_nobody_touched_is_as_it_was_settled():
    assert as_settled(SETTLED, replace(CODING, note="seen again", rev=9))


@pytest.mark.parametrize("changed", [{"start": 11}, {"end": 21}, {"theme": 8}, {"version": 60}])
def test_other_words_or_another_theme_are_a_change(changed):
    assert not as_settled(SETTLED, replace(CODING, **changed))


def test_a_coding_that_a_merge_of_themes_carried_along_is_as_it_was():
    assert as_settled(SETTLED, replace(CODING, theme=8, origins=("theme:7",)))
