from __future__ import annotations

from trellis.core.columns import turned


def test_rows_become_columns():
    assert turned([(1, "a"), (2, "b")], 2) == ((1, 2), ("a", "b"))


def test_no_rows_are_as_many_empty_columns():
    assert turned([], 2) == ((), ())
