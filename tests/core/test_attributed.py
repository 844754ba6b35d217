from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.attributed import NOBODY_NAMED, attributing, fields_of
from trellis.core.errors import Invalid

SAMPLE = st.dictionaries(
    st.integers(1, 60), st.tuples(st.sampled_from("ABC"), st.sampled_from("xyz"), st.sampled_from("12")), max_size=40
)


def test_a_pattern_names_attributes_in_its_order():
    assert fields_of("{role}, {site}; {pay band}") == ("role", "site", "pay band")


def test_a_brace_without_its_other_is_refused():
    with pytest.raises(Invalid, match="brace"):
        fields_of("{role, site")


def test_everybody_has_the_whole_pattern_where_enough_share_it():
    made = attributing(["role", "site"], dict.fromkeys(range(3), ("nurse", "North")), 3)

    assert [made.of(case) for case in range(3)] == ["nurse, North"] * 3
    assert made.coarser == 0


def test_the_last_attribute_goes_first():
    values = {1: ("nurse", "North"), 2: ("nurse", "South"), 3: ("nurse", "West")}

    made = attributing(["role", "site"], values, 3)

    assert {made.of(case) for case in values} == {"nurse"}
    assert made.coarser == 3


def test_one_person_alone_is_joined_by_others_so_that_less_words_do_not_tell():
    values = {1: ("nurse", "South"), **dict.fromkeys(range(2, 6), ("nurse", "North"))}

    made = attributing(["role", "site"], values, 3)

    assert {made.of(case) for case in values} == {"nurse"}


def test_somebody_outside_the_sample_is_a_participant():
    assert attributing(["role"], {}, 3).of(9) == NOBODY_NAMED


def test_a_value_that_is_not_known_leaves_no_gap():
    made = attributing(["role", "site"], dict.fromkeys(range(3), ("", "North")), 3)

    assert made.of(0) == "North"


@given(SAMPLE, st.integers(1, 6))
def test_at_least_k_people_share_whatever_is_printed(values, k):
    made = attributing(["one", "two", "three"], values, k)

    shared = Counter(made.of(case) for case in values)
    assert all(number >= k for printed, number in shared.items() if printed != NOBODY_NAMED)
