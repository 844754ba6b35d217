from __future__ import annotations

import pytest

from tests.review.making import material
from trellis.review.counts import NUMBER, counts_in, grids, number_of

MATERIAL = material("# D\n\nWords.\n")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("37 people", [37]),
        ("Thirty-seven people and two more", [37, 2]),
        ("in 2009-2012, 3.5 of 10,000 and 40%", []),
        ("a P12 and 3rd", []),
    ],
)
def test_numbers_are_read_in_digits_and_words(text, numbers):
    assert [number_of(found) for found in NUMBER.finditer(text)] == numbers


def test_a_number_counts_the_group_behind_it():
    found = counts_in(MATERIAL, "two newly trained STR workers at site 1, six participants, and 20 minutes")

    assert [(count.n, [named.written for named in count.named], count.noun) for count in found] == [
        (2, ["STR workers", "site 1"], ""),
        (6, [], "participants"),
    ]


def test_a_table_of_counts_is_read_with_sums_blanks_and_hidden_cells():
    made = material("| role | a | b |\n|---|---|---|\n| x | 11 + 2 | - |\n| y | <5 | 3 (40%) |\n")

    grid = next(grids(made))

    assert grid.values == ((13, 0), (None, 3))
    assert grid.hidden == {(1, 0)}


def test_a_table_of_words_is_none_of_counts():
    assert list(grids(material("| who | what |\n|---|---|\n| a | words |\n| b | more words |\n"))) == []


def test_lines_with_tabs_are_a_table_as_a_pdf_gives_it():
    made = material("role\tsite 1\ttotal\nSTR worker\t2\t2\nmanager\t1\t2\n")

    assert [grid.values for grid in grids(made)] == [((2, 2), (1, 2))]


def test_columns_and_rows_of_shares_are_not_counted_in():
    made = material("| role | n | % of all | mean age |\n|---|---|---|---|\n| x | 2 | 67 | 40 |\n| y | 1 | 33 | 50 |\n")

    grid = next(grids(made))

    assert (grid.columns, grid.values) == (("n",), ((2,), (1,)))


def test_a_column_that_has_its_share_in_brackets_counts():
    made = material("| role | n (%) | b |\n|---|---|---|\n| x | 2 (67) | 1 |\n| y | 1 (33) | 2 |\n")

    assert next(grids(made)).values == ((2, 1), (1, 2))


def test_a_blank_total_is_not_told_and_a_blank_part_is_nought():
    made = material("| role | a | b |\n|---|---|---|\n| x | 2 | 3 |\n| y | 1 | |\n| total | 3 | |\n")

    assert next(grids(made)).values == ((2, 3), (1, 0), (3, None))
