from __future__ import annotations

import pytest

from trellis.core.errors import Invalid
from trellis.core.information_power import ENDS, Dimension, dimension_from, require_place


def test_every_dimension_has_two_ends():
    assert set(ENDS) == set(Dimension)


def test_a_dimension_is_known_by_a_word_of_its_name():
    assert dimension_from("dialogue") is Dimension.DIALOGUE


def test_a_word_of_two_dimensions_is_refused():
    with pytest.raises(Invalid, match="study aim"):
        dimension_from("s")


def test_a_place_needs_its_reason():
    with pytest.raises(Invalid, match="reason"):
        require_place(2, " ")


@pytest.mark.parametrize("place", [0, 6])
def test_a_place_beyond_the_ends_is_refused(place):
    with pytest.raises(Invalid, match="1"):
        require_place(place, "few sites")
