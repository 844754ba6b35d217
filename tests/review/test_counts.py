from __future__ import annotations

import pytest

from tests.review.making import a_manuscript, a_sample, material
from trellis.review.counts import NUMBER, counts_in, grids, number_of
from trellis.review.material import Settings
from trellis.review.whole import material_of

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


def test_a_number_before_a_verb_with_its_object_counts_nobody_of_the_object():
    words = "One of nine named a service manager, and two service managers named one of nine."

    assert [(c.n, [n.written for n in c.named]) for c in counts_in(material("# D\n"), words)] == [
        (2, ["service managers"])
    ]


def test_a_title_in_the_first_row_of_a_table_is_no_head():
    rows = (("Box 1",), ("Role", "A", "B"), ("cook", "1", "2"), ("porter", "3", "4"))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    manuscript = a_manuscript(f"<html><body><h1>D</h1><table>{table}</table></body></html>", "draft.html")

    found = list(grids(material_of(manuscript, (), a_sample(), Settings())))

    assert [(grid.columns, grid.values) for grid in found] == [(("A", "B"), ((1, 2), (3, 4)))]
