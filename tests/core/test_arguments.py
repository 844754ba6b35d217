from __future__ import annotations

import pytest

from trellis.core.arguments import pairs_in, range_in
from trellis.core.errors import Invalid


def test_a_pair_is_parted_at_its_first_sign_of_equality():
    assert pairs_in(["a=b=c"]) == {"a": "b=c"}


def test_half_a_pair_is_refused():
    with pytest.raises(Invalid, match="NAME=VALUE"):
        pairs_in(["a="])


def test_one_number_is_a_range_of_one():
    assert range_in("7") == (7, 7)
    assert range_in("3-12") == (3, 12)
    assert range_in(None) is None


def test_what_is_no_range_is_refused():
    with pytest.raises(Invalid, match="3-12"):
        range_in("three")
