"""Published tables and figures, and those recomputed with several packages, as golden tests."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.agreement import (
    Measured,
    Ratings,
    ac1,
    alpha,
    cohen,
    fleiss,
    light,
    percent,
    pooled,
    table_of,
)


def near(value, places=9):
    return pytest.approx(value, abs=10.0**-places)


def table(*rows):
    return np.array(rows, dtype=np.int64)


def ratings_of(square):
    """The units of a table of two coders, as ratings."""
    k = len(square)
    rows, weights = [], []
    for i in range(k):
        for j in range(k):
            counts = [0] * k
            counts[i] += 1
            counts[j] += 1
            rows.append(counts)
            weights.append(int(square[i][j]))
    return Ratings(np.array(rows, dtype=np.int64), np.array(weights, dtype=np.int64))


def columns(*coders):
    """One unit a column of the coders' lines; "." is missing."""
    lines = [line.split() if " " in line else list(line) for line in coders]
    units = [[None if value == "." else value for value in unit] for unit in zip(*lines, strict=True)]
    return Ratings.of(units, sorted({value for unit in units for value in unit if value is not None}))


C1 = table([25, 12, 3], [13, 2, 15], [12, 16, 2])  # Cohen 1960, p. 37
C2 = table([88, 14, 18], [10, 40, 10], [2, 6, 12])  # Cohen 1960, p. 45
C4 = table([53, 5, 2], [11, 14, 5], [1, 6, 3])  # Fleiss, Cohen and Everitt 1969, of 100
AP1 = table([20, 20], [10, 50])  # Artstein and Poesio 2008, p. 558
W1 = table([20, 5], [10, 15])
S1 = table([1, 2, 3], [4, 5, 6], [7, 8, 9])
G1 = table([118, 5], [2, 0])
G2 = table([8, 1], [0, 1])
G5 = table([80, 7], [8, 5])
G9 = table([40, 4, 4, 17], [6, 25, 2, 13], [4, 1, 21, 12], [15, 5, 9, 45])
PA1 = columns("1100000000", "0110010100")  # ATLAS.ti's manual, after Krippendorff
K1 = columns("0100000010", "1110010000")  # Krippendorff 2011, part A
K2 = columns("aabbdcccedda", "babbbccceddd")  # part B
K3 = columns("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
K4 = columns(". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4")
# Fleiss 1971: 30 patients, 6 psychiatrists, 5 diagnoses.
DIAGNOSES = (
    "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 "
    "333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"
)
F1 = Ratings.of([DIAGNOSES[at : at + 6] for at in range(0, len(DIAGNOSES), 7)], "12345")
F2 = Ratings(
    table(
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ),
    np.ones(10, dtype=np.int64),
)


@pytest.mark.parametrize(
    ("given_", "value", "places"),
    [
        (C1, -0.06 / 0.65, 9),
        (C2, 0.4915254, 7),
        (C4, 0.428571428571, 9),
        (AP1, 0.348, 3),
        (W1, 0.4, 9),
        (G1, -0.0234, 4),
        (G9, 0.43150, 5),
    ],
)
def test_cohens_kappa(given_, value, places):
    assert cohen(given_).value == near(value, places)


def test_cohens_parts_are_the_printed_ones():
    assert (1 - cohen(C1).seen, 1 - cohen(C1).chance) == (near(0.29), near(0.35))
    assert (1 - cohen(C2).seen, 1 - cohen(C2).chance) == (near(0.70), near(0.41))


@pytest.mark.parametrize(
    ("both", "one", "other", "neither", "value"),
    [(50, 100, 50, 800, 0.3182), (50, 75, 75, 800, 0.3143), (50, 150, 0, 800, 0.3478)],
)
def test_a_source_of_a_thousand_characters(both, one, other, neither, value):
    """NVivo's help, coding comparison; it gives the 150 without a split."""
    square = table([both, one], [other, neither])

    assert percent(ratings_of(square)) == near(0.85)
    assert cohen(square).value == near(value, 4)


@pytest.mark.parametrize(
    ("square", "value", "places"),
    [(S1, -0.0563, 4), (AP1, 0.341, 3), (G1, -0.0288, 4), (G2, 0.6078, 4), (G9, 0.43034, 5)],
)
def test_scotts_pi(square, value, places):
    assert fleiss(ratings_of(square)).value == near(value, places)


def test_scotts_parts_are_the_printed_ones():
    found = fleiss(ratings_of(S1))

    assert (1 - found.seen, 1 - found.chance) == (near(1 / 3), near(0.3689, 4))
    assert 1 - fleiss(ratings_of(AP1)).chance == near(0.545)


def test_fleiss_kappa():
    found = fleiss(F1)

    assert found.value == near(0.4302445, 7)
    assert (1 - found.seen, 1 - found.chance) == (near(0.5556, 4), near(0.21994, 5))
    assert fleiss(F2).value == near(0.20993, 5)


def test_fleiss_kappa_with_ratings_missing():
    assert fleiss(K3).value == near(0.76117, 5)


@pytest.mark.parametrize(
    ("given_", "value", "places"),
    [
        (PA1, 0.0952380952, 9),
        (K1, 0.0952381, 7),
        (K2, 0.6919643, 7),
        (K3, 0.7434211, 7),
        (K4, 0.6913580, 7),
        (F1, 0.43341, 5),
    ],
)
def test_krippendorffs_alpha(given_, value, places):
    assert alpha(given_).value == near(value, places)


def test_alphas_parts_are_the_printed_ones():
    assert (alpha(K1).seen, alpha(K1).chance) == (near(0.4), near(0.442, 3))
    assert (alpha(K3).seen, alpha(K3).chance) == (near(0.2), near(0.7794872, 7))


@pytest.mark.parametrize(
    ("given_", "value", "places"),
    [
        (ratings_of(G1), 0.9408, 4),
        (ratings_of(G2), 0.8658, 4),
        (ratings_of(C1), -0.04797, 5),
        (ratings_of(C2), 0.57597, 5),
        (ratings_of(G5), 0.80800, 5),
        (K3, 0.77544, 5),
        (ratings_of(G9), 0.45616, 5),
        (F1, 0.44788, 5),
    ],
)
def test_gwets_ac1(given_, value, places):
    assert ac1(given_).value == near(value, places)


def test_gwets_parts_are_the_printed_ones():
    assert (percent(K3), 1 - ac1(K3).chance) == (near(0.81818, 5), near(0.19032, 5))
    assert 1 - ac1(ratings_of(G5)).chance == near(0.21875)


def test_percent_agreement():
    assert percent(PA1) == near(0.6)
    assert percent(ratings_of(C2)) == near(0.7)
    assert percent(F1) == near(0.5556, 4)


def test_where_nothing_varies_a_coefficient_has_no_value_and_the_percentage_is_whole():
    same = columns("1111", "1111")

    assert percent(same) == 1.0
    assert [figure(same).value for figure in (fleiss, alpha, ac1)] == [None, None, None]
    assert cohen(table([4, 0], [0, 0])).value is None


def test_a_category_that_only_unpaired_ratings_use_is_no_variation():
    lone = columns("11.", "112")

    assert alpha(lone).value is None
    assert fleiss(lone).value is None


def test_without_two_ratings_of_anything_there_is_no_figure_at_all():
    lone = columns("12.", "..1")

    assert percent(lone) is None
    assert [figure(lone).value for figure in (fleiss, alpha, ac1)] == [None, None, None]


def test_one_coder_who_never_varies_gives_the_agreement_of_chance():
    assert cohen(table([5, 5], [0, 0])).value == 0


def test_the_kappa_of_several_coders_is_the_mean_over_pairs():
    assert light([C2, W1]) == near((0.29 / 0.59 + 0.4) / 2)
    assert light([table([4, 0], [0, 0]), W1]) == near(0.4)
    assert light([table([4, 0], [0, 0])]) is None


def test_themes_are_pooled_by_their_disagreements():
    assert pooled([Measured(0.1, 0.5), Measured(0.3, 0.5), Measured(0.0, 0.0)]).value == near(0.6)
    assert pooled([]).value is None


SQUARES = st.integers(2, 4).flatmap(
    lambda k: st.lists(st.lists(st.integers(0, 30), min_size=k, max_size=k), min_size=k, max_size=k)
)


@given(SQUARES)
def test_alpha_of_two_coders_is_pi_put_right_for_few_units(square):
    """Alpha = 1 - (1 - pi)(2N - 1) / 2N, where no rating is missing."""
    ratings = ratings_of(np.array(square))
    units = int(np.array(square).sum())
    pi, found = fleiss(ratings).value, alpha(ratings).value

    if pi is None or found is None:
        assert pi is found is None
    else:
        assert found == near(1 - (1 - pi) * (2 * units - 1) / (2 * units))


@given(SQUARES)
def test_no_coefficient_passes_one_and_the_order_of_coders_does_not_matter(square):
    there = np.array(square, dtype=np.int64)
    back = there.T.copy()

    for figure in (fleiss, alpha, ac1):
        value = figure(ratings_of(there)).value
        assert value is None or value <= 1 + 1e-12
        assert value == (None if value is None else near(figure(ratings_of(back)).value))
    assert (cohen(there).value is None) == (cohen(back).value is None)


UNITS = st.lists(st.lists(st.sampled_from([None, "a", "b", "c"]), min_size=4, max_size=4), min_size=1, max_size=12)


@given(UNITS)
def test_alpha_equals_the_definition_pair_by_pair(units):
    """Every pair of values of a unit, in exact fractions."""
    rated = [[value for value in unit if value is not None] for unit in units]
    rated = [unit for unit in rated if len(unit) > 1]
    values = [value for unit in rated for value in unit]
    seen = sum(
        (Fraction(sum(one != other for one, other in permutations(unit, 2)), len(unit) - 1) for unit in rated),
        Fraction(0),
    )
    chance = sum(one != other for one, other in permutations(values, 2))
    found = alpha(Ratings.of(units, "abc")).value

    if chance == 0:
        assert found is None
    else:
        assert found == near(float(1 - seen * (len(values) - 1) / chance))


def test_a_table_of_two_coders_leaves_out_what_one_skipped():
    found = table_of([("a", "b"), ("a", None), ("b", "b")], ["a", "b"])

    assert found.tolist() == [[0, 1], [0, 1]]
