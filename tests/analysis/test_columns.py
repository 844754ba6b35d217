from __future__ import annotations

from trellis.analysis.columns import whole_columns


def test_rows_become_columns_of_whole_numbers():
    first, second = whole_columns(iter([(1, 2**53 - 1), (3, 4)]), 2)

    assert (first.tolist(), second.tolist()) == ([1, 3], [2**53 - 1, 4])


def test_no_rows_are_empty_columns():
    assert [len(column) for column in whole_columns([], 3)] == [0, 0, 0]
