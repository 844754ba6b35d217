from __future__ import annotations

import pandas as pd
import polars as pl
import pytest

from trellis.analysis.table import Table

TABLE = Table(
    ("theme", "cases", "share", "asked", "note"),
    (("1.1 Days", 3, 0.5, True, None), ("1.2 Nights", None, 1.0, False, "a\nb")),
    "Counts",
)


def test_pandas_reads_the_arrow_stream():
    frame = pd.DataFrame.from_arrow(TABLE)

    assert list(frame["theme"]) == ["1.1 Days", "1.2 Nights"]
    assert frame["cases"].isna().tolist() == [False, True]


def test_polars_reads_the_arrow_stream():
    frame = pl.DataFrame(TABLE)

    assert frame["cases"].to_list() == [3, None]
    assert frame["share"].to_list() == [0.5, 1.0]
    assert frame["asked"].to_list() == [True, False]


def test_an_empty_table_is_read_too():
    assert pl.DataFrame(Table(("a", "b"), ())).shape == (0, 2)


def test_jupyter_shows_it_with_everything_escaped():
    html = Table(("<b>",), (("<script>alert(1)</script>",),), "A & B", "n < 5")._repr_html_()

    assert "<script>" not in html
    assert "<caption>A &amp; B</caption>" in html
    assert '<th scope="col">&lt;b&gt;</th>' in html


@pytest.mark.parametrize("value", ["=1+1", "+44 20", "@cmd", "-2+3", "\tx"])
def test_what_a_spreadsheet_would_run_is_defused_in_csv(value):
    assert Table(("a",), ((value,),)).to_csv().split("\n")[1].strip('"').startswith("'")


def test_a_lone_dash_and_numbers_stay_as_they_are_in_csv():
    assert Table(("a", "b"), (("-", -3),)).to_csv() == "a,b\n-,-3\n"


def test_records_pair_values_with_heads():
    assert TABLE.records()[1]["note"] == "a\nb"
    assert len(TABLE) == len(TABLE.rows()) == 2
