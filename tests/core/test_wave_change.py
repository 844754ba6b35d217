from __future__ import annotations

import pytest

from trellis.core.errors import Invalid
from trellis.core.wave_change import OF_THE_PARTICIPANT, REINTERPRETED, ChangeType, change_type_from


def test_reading_or_telling_anew_is_no_change_of_the_participant():
    assert not REINTERPRETED & OF_THE_PARTICIPANT


def test_a_type_is_known_by_its_name():
    assert change_type_from("Turning_point") is ChangeType.TURNING_POINT


def test_another_word_is_refused_with_what_would_fit():
    with pytest.raises(Invalid, match="emerges"):
        change_type_from("grows")
