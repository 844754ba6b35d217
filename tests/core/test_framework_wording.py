from __future__ import annotations

import pytest

from tests.core.framework_trees import a_theme
from trellis.core.errors import Invalid
from trellis.core.framework import Origin
from trellis.core.framework_wording import Rewording, Wording, means_otherwise, origin_given, reworded, wording_of


def test_what_is_not_said_otherwise_stays():
    theme = a_theme(1, "Support", definition="Help.")

    after = reworded(theme, Rewording(name="  Aid  and comfort ", include="All."))

    assert wording_of(after) == Wording("Aid and comfort", "Help.", "All.")


def test_empty_words_take_away_what_was_said():
    assert reworded(Wording("A", "d"), Rewording(definition="")) == Wording("A")


def test_an_example_does_not_change_what_is_meant():
    theme = a_theme(1)

    assert not means_otherwise(theme, reworded(theme, Rewording(name="N", example="e", origin=Origin.EMERGENT)))
    assert means_otherwise(theme, reworded(theme, Rewording(exclude="e")))


def test_an_origin_is_known_in_any_case_and_others_are_refused():
    assert origin_given(" A Priori ") is Origin.A_PRIORI
    with pytest.raises(Invalid, match="“guess” is not an origin"):
        origin_given("guess")


def test_a_rewording_that_says_nothing_is_empty():
    assert Rewording().is_empty
    assert not Rewording(example="").is_empty
