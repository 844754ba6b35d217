from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.saturation import Ask, new_in_each, over_orders, saturation

SERIES = (9, 7, 5, 4, 2, 1, 1, 0, 0, 1)
"""New themes per interview; with a base of four, 25 themes."""
interviews = st.lists(st.frozensets(st.integers(0, 12)), min_size=0, max_size=12)


def test_each_run_of_two_slides_by_one_interview():
    found = saturation(SERIES, Ask(base=4, run=2))

    assert found.base_themes == 25
    assert [(run.last, float(run.ratio)) for run in found.runs] == [(6, 0.12), (7, 0.08), (8, 0.04), (9, 0), (10, 0.04)]


@pytest.mark.parametrize(("threshold", "reached"), [(Fraction(1, 20), 6), (Fraction(0), 7)])
def test_it_is_reached_at_the_last_interview_before_the_run(threshold, reached):
    assert saturation(SERIES, Ask(4, 2, threshold)).reached == reached


def test_runs_of_three_of_the_same_series():
    found = saturation(SERIES, Ask(base=4, run=3))

    assert [run.ratio for run in found.runs] == [Fraction(n, 25) for n in (4, 2, 1, 1)]


def test_runs_may_follow_each_other_without_overlap():
    found = saturation(SERIES, Ask(base=4, run=2, sliding=False))

    assert [(run.first, run.last, run.new) for run in found.runs] == [(5, 6, 3), (7, 8, 1), (9, 10, 1)]
    assert found.reached == 6


def test_a_base_without_themes_leaves_it_undefined():
    assert saturation((0, 0, 3, 1), Ask(base=2, run=1)) == saturation((), Ask())


def test_a_series_that_goes_on_bringing_new_themes_never_reaches_it():
    assert saturation((3, 3, 3, 3, 3, 3), Ask()).reached is None


def test_a_theme_is_new_once():
    assert new_in_each([{1, 2}, {2, 3}, {1}, set(), {4}]) == (2, 1, 0, 0, 1)


def test_the_same_seed_gives_the_same_orders():
    seen = [{n, n % 3, n % 5} for n in range(9)]

    assert over_orders(seen, Ask(), orders=50, seed=7) == over_orders(seen, Ask(), orders=50, seed=7)
    assert over_orders(seen, Ask(), orders=50, seed=7) != over_orders(seen, Ask(), orders=50, seed=8)


def test_interviews_that_are_alike_reach_it_at_once_in_every_order():
    spread = over_orders([{1, 2}] * 8, Ask(base=4, run=2), orders=20, seed=1)

    assert spread.reached == (4,) * 20
    assert (spread.place(Fraction(1, 2)), spread.place(Fraction(1))) == (4, 4)
    assert spread.low == spread.high == (2,) * 8


def test_a_share_of_orders_that_never_reached_it_has_no_place():
    spread = over_orders([{n} for n in range(8)], Ask(), orders=10, seed=1)

    assert (spread.reached, spread.place(Fraction(1, 2))) == ((), None)


@given(interviews, st.integers(0, 99))
def test_every_order_ends_with_all_themes_and_never_falls(seen, seed):
    spread = over_orders(seen, Ask(base=1, run=1), orders=5, seed=seed)

    everything = len(frozenset().union(*seen)) if seen else 0
    for curve in (spread.low, spread.middle, spread.high):
        assert list(curve) == sorted(curve)
        assert not seen or curve[-1] == everything


@given(interviews)
def test_what_is_new_adds_up_to_all_themes(seen):
    assert sum(new_in_each(seen)) == len(frozenset().union(*seen) if seen else ())
