from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.disagreements import Mark, compared
from trellis.core.disagreement import Difference

ANA, BEN, CLEO = 1, 2, 3
WORK, TEAM = 10, 20


def mark(coder, theme, start, end, k=None):
    return Mark(k if k is not None else hash((coder, theme, start, end)), coder, theme, start, end)


def two(*marks, tolerance=20):
    return compared(marks, (ANA, BEN), tolerance)


def test_the_same_words_under_the_same_theme_are_agreed():
    found = two(mark(ANA, WORK, 0, 100), mark(BEN, WORK, 0, 100))

    assert len(found.agreed) == 1
    assert found.spots == ()


def test_bounds_within_the_tolerance_are_the_same():
    marks = mark(ANA, WORK, 0, 100), mark(BEN, WORK, 20, 90)

    assert two(*marks).spots == ()
    assert [spot.difference for spot in two(*marks, tolerance=19).spots] == [Difference.BOUNDS]


def test_words_that_one_coder_left_out_are_not_indexed_by_all():
    found = two(mark(ANA, WORK, 0, 100), mark(BEN, WORK, 500, 600), mark(ANA, WORK, 500, 600))

    [spot] = found.spots
    assert (spot.start, spot.end, spot.difference) == (0, 100, Difference.ABSENT)


def test_other_themes_on_the_same_words_are_one_spot():
    [spot] = two(mark(ANA, WORK, 0, 100), mark(BEN, TEAM, 5, 95)).spots

    assert spot.difference is Difference.THEME
    assert {(m.coder, m.theme) for m in spot.marks} == {(ANA, WORK), (BEN, TEAM)}


def test_what_is_agreed_on_the_words_is_shown_beside_what_is_not():
    [spot] = two(mark(ANA, WORK, 0, 100), mark(BEN, WORK, 0, 100), mark(ANA, TEAM, 0, 100)).spots

    assert spot.difference is Difference.THEME
    assert [m.theme for m in spot.marks] == [TEAM]
    assert [cluster.theme for cluster in spot.shared] == [WORK]


def test_two_pieces_that_touch_are_one_stretch_of_a_coder():
    found = two(mark(ANA, WORK, 0, 200), mark(BEN, WORK, 0, 99), mark(BEN, WORK, 100, 200))

    assert found.spots == ()


def test_two_pieces_with_a_hole_between_them_differ_from_one():
    [spot] = two(mark(ANA, WORK, 0, 200), mark(BEN, WORK, 0, 60), mark(BEN, WORK, 140, 200)).spots

    assert spot.difference is Difference.BOUNDS


def test_disagreements_side_by_side_stay_apart():
    found = two(mark(ANA, WORK, 0, 100), mark(BEN, TEAM, 95, 200))

    assert [(spot.start, spot.end) for spot in found.spots] == [(0, 100), (95, 200)]


def test_a_whole_page_does_not_swallow_a_sentence_in_it():
    found = two(mark(ANA, WORK, 0, 4000), mark(BEN, TEAM, 100, 160))

    assert len(found.spots) == 2


def test_three_coders_agree_only_if_all_of_them_do():
    marks = [mark(ANA, WORK, 0, 100), mark(BEN, WORK, 0, 100), mark(CLEO, TEAM, 0, 100)]

    [spot] = compared(marks, (ANA, BEN, CLEO)).spots

    assert spot.difference is Difference.THEME
    assert compared([*marks[:2], mark(CLEO, WORK, 3, 100)], (ANA, BEN, CLEO)).spots == ()


MARKS = st.lists(
    st.tuples(
        st.sampled_from([ANA, BEN, CLEO]), st.sampled_from([WORK, TEAM, 30]), st.integers(0, 300), st.integers(1, 120)
    ),
    max_size=25,
    unique=True,
).map(lambda drawn: [Mark(n, coder, theme, at, at + length) for n, (coder, theme, at, length) in enumerate(drawn)])


@given(MARKS, st.randoms())
def test_every_coding_is_agreed_or_in_dispute_exactly_once_whatever_the_order(marks, random):
    found = compared(marks, (ANA, BEN, CLEO))
    shuffled = random.sample(marks, len(marks))

    sorted_out = [m.k for c in found.agreed for m in c.marks] + [m.k for spot in found.spots for m in spot.marks]
    assert sorted(sorted_out) == [m.k for m in marks]
    assert compared(shuffled, (CLEO, ANA, BEN)) == found


@given(MARKS)
def test_coders_who_did_the_same_do_not_differ(marks):
    ana = [Mark(m.k, ANA, m.theme, m.start, m.end) for m in marks]
    ben = [Mark(m.k + 1000, BEN, m.theme, m.start, m.end) for m in marks]

    assert compared([*ana, *ben], (ANA, BEN), tolerance=0).spots == ()
