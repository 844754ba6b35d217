from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.keys import MOST_COUNTS, MOST_REPLICAS, Place, derived_guid, make_key, split_key

places = st.builds(Place, st.integers(1, MOST_REPLICAS - 1), st.integers(1, MOST_COUNTS - 1))


@given(places)
def test_a_key_splits_into_the_place_it_was_made_of(place):
    assert split_key(make_key(place)) == place


@given(places)
def test_a_key_fits_into_53_bits(place):
    assert 0 < make_key(place) < 2**53


@pytest.mark.parametrize("place", [Place(0, 1), Place(MOST_REPLICAS, 1), Place(1, 0), Place(1, MOST_COUNTS)])
def test_a_place_out_of_range_makes_no_key(place):
    with pytest.raises(ValueError, match="is not between"):
        make_key(place)


def test_the_guid_of_a_key_depends_on_the_study():
    one = derived_guid("6a1f9c1e-7f0e-4c1c-9b7e-0d5d3c5a0001", 7)

    assert one == derived_guid("6a1f9c1e-7f0e-4c1c-9b7e-0d5d3c5a0001", 7)
    assert one != derived_guid("6a1f9c1e-7f0e-4c1c-9b7e-0d5d3c5a0002", 7)
