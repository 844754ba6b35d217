from __future__ import annotations

import pytest

from trellis.core.errors import BadTable
from trellis.exchange.chart_lines import ChartLine, read_chart_lines

HEADS = ["Theme", "case", "Rests on", "star", "n", "extra", "text"]
ROW = ["1.1", "Denise", "Dan; Yusuf/1.2 ;", "Yes", 2, "?", "'=1+1"]
READ = ChartLine(2, "Denise", "1.1", n="2", text="=1+1", star=True, rests_on=("Dan", "Yusuf/1.2"))


def test_columns_are_found_by_their_heads_in_any_order():
    row = [str(value) for value in ROW]

    assert read_chart_lines("chart.csv", [HEADS, row, [], [""] * 7]) == [READ]


def test_heads_that_are_missing_are_told():
    with pytest.raises(BadTable, match="“case” and no column “theme”"):
        read_chart_lines("empty.csv", [])
