from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.errors import Invalid
from trellis.core.wave_change import (
    OF_THE_PARTICIPANT,
    REINTERPRETED,
    ChangePlace,
    ChangeType,
    change_key,
    change_type_from,
)


def test_reading_or_telling_anew_is_no_change_of_the_participant():
    assert not REINTERPRETED & OF_THE_PARTICIPANT


def test_a_type_is_known_by_its_name():
    assert change_type_from("Turning_point") is ChangeType.TURNING_POINT


def test_another_word_is_refused_with_what_would_fit():
    with pytest.raises(Invalid, match="emerges"):
        change_type_from("grows")


PLACE = ChangePlace(11, 12, 13, 14, 15)


def test_a_place_makes_its_key_and_no_other_place_does():
    keys = {change_key(PLACE)} | {
        change_key(replace(PLACE, **{name: 99})) for name in ("chart", "row", "theme", "earlier", "later")
    }

    assert change_key(ChangePlace(11, 12, 13, 14, 15)) == change_key(PLACE)
    assert len(keys) == 6


@given(st.tuples(*[st.integers(0, 2**53 - 1)] * 5))
def test_a_key_of_a_place_is_a_key(place):
    assert 0 < change_key(ChangePlace(*place)) < 2**53


def test_the_key_of_a_place_never_changes():
    assert change_key(PLACE) == 463297326341327
