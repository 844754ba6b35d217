from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.review.sums import is_part, turned, unequal

COUNTS = st.lists(st.lists(st.integers(0, 40), min_size=3, max_size=3), min_size=2, max_size=5)


def summed(rows):
    return [sum(column) for column in zip(*rows, strict=True)]


@given(first=COUNTS, second=COUNTS)
def test_sums_with_subtotals_among_them_raise_nothing(first, second):
    rows = [*first, summed(first), *second, summed(second), summed([*first, *second])]
    labels = ["fern"] * len(first) + ["Subtotal"] + ["moss"] * len(second) + ["Subtotal", "Total"]

    assert list(unequal(labels, rows)) == []


@given(rows=COUNTS, off=st.integers(1, 9), at=st.integers(0, 2))
def test_one_wrong_number_of_a_plain_total_is_found_where_it_stands(rows, off, at):
    total = summed(rows)
    wrong = [n + off if place == at else n for place, n in enumerate(total)]

    found = list(unequal(["fern"] * len(rows) + ["Total"], [*rows, wrong]))

    assert [(each.row, each.at, each.adds, each.said) for each in found] in (
        [(len(rows), at, total[at], wrong[at])],
        [],  # where one of the parts is the sum of its neighbours, the other reading may fit
    )
    if all(sum(row) for row in rows) and len(rows) == 2:
        assert found


def test_a_number_that_is_not_told_is_not_asked_about():
    assert list(unequal(["fern", "moss", "Total"], [(1, None), (2, 3), (3, 9)])) == []


def test_columns_are_turned_into_rows():
    assert turned([(1, 2), (3, 4)]) == [(1, 3), (2, 4)]


def test_a_row_that_counts_some_of_another_row_is_no_part_of_the_total():
    labels = ["Asked", "Both times", "Lost", "All"]

    assert list(unequal(labels, [(11, 9), (8, 8), (1, 3), (12, 12)])) == []
    assert list(unequal(labels, [(11, 9), (8, 8), (1, 3), (12, 13)])) != []


@pytest.mark.parametrize(
    "label", ["of whom ferns", "Of which old", "including moss", "– old", "(old)", "– of these, old"]
)
def test_a_row_that_says_so_is_part_of_another(label):
    assert is_part(label)
    assert list(unequal(["Plants", label, "Stones", "Total"], [(4, 9), (3, 10), (1, 2), (5, 11)])) == []


@pytest.mark.parametrize("label", ["Officers", "Included women", "Stones (grey)", "Often seen"])
def test_other_labels_say_no_such_thing(label):
    assert not is_part(label)


def test_two_rows_that_count_some_of_others_are_no_parts():
    labels = ["Plants", "Old ones", "Stones", "Grey ones", "Total"]
    rows = [(9, 8), (4, 5), (7, 6), (2, 3), (16, 14)]

    assert list(unequal(labels, rows)) == []
    assert [each.at for each in unequal(labels, [*rows[:-1], (16, 12)])] != []


def test_a_total_may_sum_up_the_rows_right_above_it_alone():
    labels = ["seen first", "lost", "seen twice", "seen late only", "all seen late", "all"]
    rows = [[5, 6], [1, 2], [4, 4], [1, 0], [5, 4], [6, 6]]

    assert [(each.row, each.at) for each in unequal(labels, rows)] == []
    assert [(each.row, each.adds) for each in unequal(labels[:5], [*rows[:4], [9, 9]])] != []
