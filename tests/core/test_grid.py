from __future__ import annotations

from trellis.core.grid import Grid


def test_what_lies_outside_the_rows_is_empty():
    grid = Grid("Chart", ((), ("a",)))

    assert [grid.at(row, column) for row, column in ((1, 0), (0, 0), (1, 5), (9, 0), (-1, 0))] == ["a", "", "", "", ""]
