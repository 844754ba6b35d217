from __future__ import annotations

import pytest

from trellis.core.arguments import numbers_in, pairs_in, range_in
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


def test_numbers_are_listed_and_spanned_each_once():
    assert numbers_in("3, 1,7-9 8") == [3, 1, 7, 8, 9]


@pytest.mark.parametrize("given", ["", "one", "1-99999999999"])
def test_what_names_no_numbers_or_too_many_is_refused(given):
    with pytest.raises(Invalid, match="1,3,7-9"):
        numbers_in(given)
