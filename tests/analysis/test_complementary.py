"""The role by site table of a published study (37 people) is the oracle: its sizes were worked out by hand."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.test_disclosure import TABLE
from trellis.analysis.complementary import Totals, holding, worked_out

COUNTS = {(role, f"site {n}"): count for role, counts in TABLE.items() for n, count in enumerate(counts, 1) if count}
ONES = {("CDW", "site 1"), ("PWP", "site 2"), ("manager", "site 2")}


def test_single_people_held_back_alone_come_out_of_the_totals():
    found = holding(COUNTS, 2)

    assert set(found.small) == ONES
    assert set(found.out) == ONES


def test_the_fewest_more_keep_them_back():
    more = holding(COUNTS, 2).more

    assert more == (("CDW", "site 2"), ("CDW", "site 3"), ("manager", "site 1"), ("PWP", "site 3"))
    assert worked_out(COUNTS, {*ONES, *more}) & ONES == set()


def test_numbers_below_three_keep_each_other_back_where_they_stand_in_a_ring():
    found = holding(COUNTS, 3)

    assert len(found.small) == 11
    assert ("CSW", "site 1") not in found.out
    # The only number of its row: the row's total says it.
    assert {("HIW", "site 3"), ("traditional", "site 1")} <= set(found.out)
    assert found.more is None


def test_without_totals_nothing_comes_out_and_another_table_may_give_them():
    assert worked_out(COUNTS, ONES, Totals(rows=False, columns=False)) == set()
    # A table by role, printed with one by role and site that has no totals.
    assert worked_out(COUNTS, ONES, Totals(rows=True, columns=False)) == ONES
    # A table by site: two are held back at site 2, but both are known to be one at least and to come to two.
    assert worked_out(COUNTS, ONES, Totals(rows=False, columns=True)) == ONES


def test_a_table_whose_numbers_are_large_enough_has_nothing_to_hold_back():
    found = holding({("a", "x"): 4, ("a", "y"): 3, ("b", "x"): 5}, 3)

    assert (found.small, found.out, found.more) == ((), (), ())


def test_one_row_of_a_list_comes_out_as_the_total_less_the_rest():
    by_role = {("nurse", ""): 9, ("manager", ""): 1, ("clerk", ""): 4}

    found = holding(by_role, 3, Totals(rows=False, columns=True))

    assert (found.out, found.more) == ((("manager", ""),), (("clerk", ""),))


def test_what_two_ones_come_to_tells_both():
    by_role = {("nurse", ""): 9, ("manager", ""): 1, ("clerk", ""): 1}

    assert set(holding(by_role, 2, Totals(rows=False)).out) == {("manager", ""), ("clerk", "")}


def solutions(counts, hidden, totals):
    """Every table of positive numbers in the places held back that has the same totals: the slow way."""
    places = sorted(hidden)
    for numbers in product(range(1, sum(counts.values()) + 1), repeat=len(places)):
        tried = {**counts, **dict(zip(places, numbers, strict=True))}
        if all(same(counts, tried, at) for at, known in ((0, totals.rows), (1, totals.columns)) if known):
            yield dict(zip(places, numbers, strict=True))


def same(one, other, at):
    def sums(table):
        return {line: sum(n for place, n in table.items() if place[at] == line) for line in {p[at] for p in table}}

    return sums(one) == sums(other)


@given(
    st.dictionaries(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), st.integers(1, 3), max_size=6),
    st.data(),
    st.sampled_from([Totals(), Totals(rows=False), Totals(columns=False)]),
)
def test_a_number_comes_out_if_and_only_if_no_other_table_has_these_totals(counts, data, totals):
    hidden = data.draw(st.sets(st.sampled_from(sorted(counts)), max_size=4)) if counts else set()

    every = list(solutions(counts, hidden, totals))

    assert worked_out(counts, hidden, totals) == {p for p in hidden if len({one[p] for one in every}) == 1}


@pytest.mark.parametrize("k", [2, 4])
def test_fewer_are_never_enough(k):
    counts = {place: count for place, count in COUNTS.items() if place[0] in {"STR", "CDW", "PWP", "manager"}}
    found = holding(counts, k)
    small, rest = set(found.small), [place for place, count in counts.items() if count >= k]

    assert found.more is None or not worked_out(counts, {*small, *found.more}) & small
    fewer = len(rest) + 1 if found.more is None else len(found.more)
    assert all(
        worked_out(counts, {*small, *more}) & small for number in range(fewer) for more in combinations(rest, number)
    )
