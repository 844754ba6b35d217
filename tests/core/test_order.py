from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.order import between, is_rising, spread


@given(st.lists(st.integers(0, 1_000), max_size=60))
def test_any_row_of_insertions_keeps_its_order(places):
    positions: list[str] = []
    for place in places:
        at = place % (len(positions) + 1)
        low = positions[at - 1] if at else None
        high = positions[at] if at < len(positions) else None
        positions.insert(at, between(low, high))

    assert is_rising(tuple(positions))


@given(st.integers(0, 2_000))
def test_spread_gives_as_many_rising_positions_as_asked(count):
    positions = spread(count)

    assert len(positions) == count
    assert is_rising(positions)


def test_spread_between_two_positions_stays_between_them():
    positions = spread(5, "V", "W")

    assert is_rising(("V", *positions, "W"))


def test_a_thousand_at_the_end_stay_short():
    position = None
    for _ in range(1_000):
        position = between(position, None)

    assert position is not None
    assert len(position) < 40


def test_two_positions_in_the_wrong_order_are_refused():
    with pytest.raises(ValueError, match="must come before"):
        between("b", "a")
