"""The role by site table of a published study (37 people) is the oracle: its cell sizes were worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.disclosure import Coarsening, Ladder, cell_sizes, smallest_coarsening, too_small

TABLE = {
    "STR": (3, 0, 5),
    "CSW": (2, 0, 2),
    "GMHW": (3, 3, 0),
    "CDW": (1, 2, 2),
    "PWP": (0, 1, 4),
    "HIW": (0, 0, 2),
    "traditional": (2, 0, 0),
    "manager": (2, 1, 2),
}
PEOPLE = [
    (role, f"site {n}") for role, counts in TABLE.items() for n, count in enumerate(counts, 1) for _ in range(count)
]
ROLE_AND_SITE = [Ladder("role"), Ladder("site")]


def test_the_table_has_sixteen_cells():
    sizes = sorted(cell_sizes(PEOPLE).values())

    assert sizes == [1] * 3 + [2] * 8 + [3] * 3 + [4, 5]


@pytest.mark.parametrize(("k", "cells", "people"), [(2, 3, 3), (3, 11, 19), (5, 15, 32), (1, 0, 0)])
def test_cells_and_people_below_k(k, cells, people):
    found = too_small(PEOPLE, k)

    assert (found.cells, found.people) == (cells, people)


@pytest.mark.parametrize(
    ("k", "failing"), [(2, set()), (3, {"HIW", "traditional"}), (5, {"HIW", "traditional", "CSW"})]
)
def test_by_role_alone(k, failing):
    sizes = cell_sizes([(role,) for role, _ in PEOPLE])

    assert {role for (role,), size in sizes.items() if size < k} == failing


def test_by_site_alone_all_pass():
    assert cell_sizes([(site,) for _, site in PEOPLE]) == {("site 1",): 13, ("site 2",): 7, ("site 3",): 17}


def test_the_smallest_coarsening_is_one_step_and_takes_what_comes_first():
    by_site_first = [(site, role) for role, site in PEOPLE]

    assert smallest_coarsening(by_site_first, [Ladder("site"), Ladder("role")], 2) == Coarsening((1, 0))
    assert smallest_coarsening(PEOPLE, ROLE_AND_SITE, 3) == Coarsening((1, 0))
    assert smallest_coarsening(PEOPLE, ROLE_AND_SITE, 1) == Coarsening((0, 0))


def test_wider_groups_are_a_step_before_dropping():
    workers = {role: "NPA worker" for role in TABLE if role != "manager"}
    ladders = [Ladder("role", (workers,)), Ladder("site")]

    assert smallest_coarsening([(role,) for role, _ in PEOPLE], ladders[:1], 5) == Coarsening((1,))
    assert Coarsening((1, 1)).told(ladders) == "print role in wider groups and leave out site"


def test_fewer_people_than_k_cannot_be_coarsened():
    assert smallest_coarsening([("a", "b")], ROLE_AND_SITE, 2) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy")), min_size=2, max_size=15), st.integers(1, 3))
def test_what_is_found_is_enough_and_nothing_smaller_is(rows, k):
    found = smallest_coarsening(rows, ROLE_AND_SITE, k)

    def fails(steps: tuple[int, ...]) -> bool:
        coarse = [tuple(lad.at(v, s) for lad, v, s in zip(ROLE_AND_SITE, row, steps, strict=True)) for row in rows]
        return too_small(coarse, k).cells > 0

    options = [(one, other) for one in (0, 1) for other in (0, 1)]
    assert (found is None) == all(fails(steps) for steps in options)
    if found is not None:
        assert not fails(found.steps)
        assert all(fails(steps) for steps in options if sum(steps) < sum(found.steps))


def test_only_what_is_printed_need_be_shared():
    by_site_first = [(site, role) for role, site in PEOPLE]
    ladders = [Ladder("site"), Ladder("role")]

    assert smallest_coarsening(by_site_first, ladders, 3, [("site 3", "STR"), ("*", "manager")]) == Coarsening((0, 0))
    assert smallest_coarsening(by_site_first, ladders, 2, [("site 1", "CDW")]) == Coarsening((1, 0))
