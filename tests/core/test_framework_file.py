from __future__ import annotations

import pytest

from trellis.core.errors import BadTable
from trellis.core.framework_file import FileTheme, in_number_order, numbered_by_depth
from trellis.core.framework_wording import Wording


def themes(*numbers: str) -> list[FileTheme]:
    return [FileTheme(number, Wording(f"T{number}"), f"row {at}") for at, number in enumerate(numbers, 1)]


def test_numbers_are_ordered_as_numbers_and_gaps_are_closed():
    found = in_number_order(themes("10", "2", "2.10", "2.9"), "f.csv")

    assert [(theme.number, theme.words.name) for theme in found] == [
        ("1", "T2"),
        ("1.1", "T2.9"),
        ("1.2", "T2.10"),
        ("2", "T10"),
    ]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("1", "1a"), "f.csv, row 2: “1a” is not the number"),
        (("1", "1"), "f.csv, row 2: the number 1 of “T1” was given"),
        (("1", "2.1"), "f.csv, row 2: there is no theme 2 for 2.1"),
    ],
)
def test_a_number_that_does_not_fit_is_named_with_its_row(numbers, told):
    with pytest.raises(BadTable, match=told):
        in_number_order(themes(*numbers), "f.csv")


def test_depths_are_counted():
    found = numbered_by_depth([(depth, Wording("x"), "") for depth in (1, 2, 2, 3, 1, 2)])

    assert [theme.number for theme in found] == ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]


def test_a_step_of_two_is_refused():
    with pytest.raises(BadTable, match="2 steps deeper"):
        numbered_by_depth([(1, Wording("x"), "line 1"), (3, Wording("y"), "line 2")])
