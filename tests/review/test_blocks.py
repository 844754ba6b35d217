from __future__ import annotations

import pytest

from tests.review.making import remarks

BY_NAME = """# D

## Methods

| | Group | Participants (n = 12) | Per cent |
|---|---|---|---|
| Shift | early | 7 | 58 |
| | late | {late} | 42 |
| Ward | Elm | 6 | 50 |
| | Ash | 4 | 33 |
| | Oak | 2 | 17 |
| Bus pass | yes | 3 | 25 |
| | no | 9 | 75 |
"""
BY_HEAD = """# D

## Methods

| | n |
|---|---|
| Shift | |
| early | 7 |
| late | {late} |
| Ward | |
| Elm | 6 |
| Ash | 6 |
| Bus pass | |
| yes | 3 |
| no | 9 |
"""


@pytest.mark.parametrize("table", [BY_NAME, BY_HEAD])
def test_a_block_that_comes_to_more_than_the_others_is_told(table):
    found = [r.said for r in remarks(table.format(late=6), "sample-arithmetic") if "Shift" in r.said]

    assert found == ["“Shift”: 7 + 6 is 13; the other groups of the table come to 12."]


@pytest.mark.parametrize("table", [BY_NAME, BY_HEAD])
def test_blocks_that_come_to_as_many_raise_nothing(table):
    assert not [r for r in remarks(table.format(late=5), "sample-arithmetic") if "Shift" in r.said]


def test_a_table_of_themes_has_no_blocks():
    table = "| Theme | Participants |\n|---|---|\n| rain | 7 |\n| snow | 3 |\n| fog | 5 |\n| wind | 9 |\n| hail | 2 |\n"

    assert remarks(f"# D\n\n## Findings\n\n{table}\n", "sample-arithmetic") == []
