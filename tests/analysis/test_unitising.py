"""The alpha family for unitising on small examples, worked out with the published code and by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.agreement import Ratings, alpha, cohen, fleiss
from trellis.analysis.agreement_by_character import Marked, crossed
from trellis.analysis.unitising import Unit, cu_alpha, ku_alpha, relevance_alpha, u_alpha
from trellis.core.errors import Invalid


def units(*given_):
    return [Unit(*each) for each in given_]


SUPPORT, ISOLATION, DUMPING, CONTAINMENT = range(4)
M2 = (
    [
        units((SUPPORT, 0, 200), (ISOLATION, 250, 400), (DUMPING, 500, 620)),
        units((SUPPORT, 0, 180), (ISOLATION, 260, 400), (CONTAINMENT, 500, 620)),
    ],
    1000,
)
M3 = ([units((0, 0, 10), (1, 20, 30)), units((0, 0, 10), (0, 20, 30))], 40)
M4 = ([units((0, 0, 10), (1, 20, 30)), units((0, 5, 10), (1, 20, 30))], 40)
M5 = ([units((0, 0, 10)), units((0, 20, 30))], 40)
M6 = ([units((0, 0, 10)), units((0, 5, 15))], 40)
M7 = ([units((0, 3, 15), (0, 22, 53)), units((0, 3, 10), (0, 22, 53)), units((0, 22, 46))], 56)
M8 = (
    [
        units((1, 2, 9), (2, 11, 17), (5, 24, 30), (6, 32, 36), (6, 36, 44), (7, 44, 60)),
        units((1, 2, 9), (3, 11, 17), (5, 19, 25), (6, 32, 44)),
        units((1, 2, 9), (4, 11, 17), (5, 21, 27), (6, 32, 36), (6, 36, 40), (6, 40, 44)),
    ],
    60,
)


def near(value):
    return None if value is None else pytest.approx(value, abs=5.1e-5)


@pytest.mark.parametrize(
    ("example", "u", "relevance", "cu", "coverage"),
    [
        (M2, 0.7736, 0.9417, 0.6745, 0.44),
        (M3, 0.6079, 1, 0, 0.5),
        (M4, 0.7990, 0.7607, 1, 0.375),
        (M5, -0.2792, -0.2792, None, 0),
        (M6, 0.3604, 0.3604, None, 0.125),
        (M7, 0.5645, 0.5645, None, None),
        (M8, 0.5097, 0.4132, 0.7241, 0.4611),
    ],
)
def test_the_family_on_small_examples(example, u, relevance, cu, coverage):
    on_units = cu_alpha(*example)

    assert u_alpha(*example).value == near(u)
    assert relevance_alpha(*example).value == near(relevance)
    assert on_units.measured.value == near(cu)
    assert coverage is None or on_units.coverage == near(coverage)


@pytest.mark.parametrize(
    ("example", "by_value"),
    [
        (M2, {SUPPORT: 1, ISOLATION: 1, DUMPING: 0, CONTAINMENT: 0}),
        (M3, {0: 0, 1: 0}),
        (M4, {0: 1, 1: 1}),
        (M5, {0: None}),
        (M6, {0: None}),
        (M8, {1: 1, 2: 0, 3: 0, 4: 0, 5: 1, 6: 1, 7: None}),
    ],
)
def test_one_value_at_a_time(example, by_value):
    coders, length = example

    assert {value: ku_alpha(coders, length, value).measured.value for value in by_value} == {
        value: near(expected) for value, expected in by_value.items()
    }


def test_nobody_marking_anything_is_no_variation():
    assert u_alpha([[], []], 40).value is None
    assert cu_alpha([[], []], 40).measured.value is None


def test_everybody_marking_everything_as_one_is_no_variation():
    whole = units((0, 0, 40))

    assert relevance_alpha([whole, whole], 40).value is None


def test_units_that_overlap_or_leave_the_continuum_are_refused():
    with pytest.raises(Invalid, match="must not overlap"):
        u_alpha([units((0, 0, 10), (0, 5, 12)), []], 40)
    with pytest.raises(Invalid, match="0–40"):
        u_alpha([units((0, 30, 41)), []], 40)


LINES = st.lists(st.tuples(st.integers(0, 2), st.integers(1, 9), st.integers(0, 6)), max_size=6).map(
    lambda drawn: [
        Unit(value, at := sum(size + hole for _, size, hole in drawn[:n]) + drawn[n][2], at + drawn[n][1])
        for n, (value, _, _) in enumerate(drawn)
    ]
)


@given(LINES, LINES)
def test_coders_may_stand_in_any_order_and_the_same_is_whole(one, other):
    value = u_alpha([one, other], 120).value

    assert value == (None if value is None else pytest.approx(u_alpha([other, one], 120).value))
    assert u_alpha([one, one], 120).value in (None, pytest.approx(1.0))
    assert value is None or value <= 1 + 1e-12


@pytest.mark.parametrize(
    ("one", "other", "kappa", "pi", "found_alpha"),
    [
        (((2, 8), (14, 6)), ((4, 4), (15, 2)), 0.385, 0.314, 0.329),
        (((0, 18),), ((0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)), 0.385, 0.314, 0.329),
        (((2, 6), (10, 2), (14, 4), (20, 2)), ((0, 2), (4, 4), (10, 4), (16, 2), (20, 2)), 0.314, 0.314, 0.329),
    ],
)
def test_three_ways_of_unitising_that_characters_cannot_tell_apart(one, other, kappa, pi, found_alpha):
    """Krippendorff 1995, p. 57, cut into 24 places: his argument for coefficients that know of units."""
    rows = [(0, coder, 0, at, at + size) for coder, line in enumerate((one, other)) for at, size in line]
    found = crossed(Marked(*np.array(rows, dtype=np.int64).T), {0: 24}, 2)
    ratings: Ratings = found.ratings()

    assert cohen(found.table(0, 1)).value == pytest.approx(kappa, abs=1e-3)
    assert fleiss(ratings).value == pytest.approx(pi, abs=1e-3)
    assert alpha(ratings).value == pytest.approx(found_alpha, abs=1e-3)
