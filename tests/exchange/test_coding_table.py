from __future__ import annotations

import io
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trellis.core.errors import BadTable, Damaged, NotSupported
from trellis.exchange.coding_table import lines_in_parquet, lines_in_rows

HEADS = ("source", "theme", "quote")
LINE = ("janet", "2.10", "Well,\nso")


def parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({head: [value] for head, value in zip(HEADS, LINE, strict=True)}), out)
    return out.getvalue()


def only(lines) -> dict[str, object]:
    return {name: column[0] for name, column in lines.columns.items()}


@pytest.mark.parametrize("lines", [lines_in_rows("a.csv", [HEADS, LINE]), lines_in_parquet("a", parquet())])
def test_a_table_is_read_whatever_its_form(lines):
    assert only(lines) == dict(zip(HEADS, LINE, strict=True))


def test_heads_may_stand_below_a_title_and_rows_keep_their_numbers():
    rows = [["Quotes for chapter 4"], [], ["Participant", "Code", "Extract"], [], ["Janet", "2.3", "Slowly."]]

    lines = lines_in_rows("quotes.xlsx", rows)

    assert only(lines) == {"source": "Janet", "theme": "2.3", "quote": "Slowly."}
    assert lines.row(0) == 5


def test_heads_that_say_nothing_can_be_said():
    rows = [["Passage", "Stelle", "2.3"], ["Slowly.", "janet", "x"]]

    lines = lines_in_rows("a.csv", [*rows], {"passage": "quote", "Stelle": "source", "2.3": "theme"})

    assert only(lines) == {"source": "janet", "theme": "x", "quote": "Slowly."}


def test_two_columns_headed_alike_are_refused():
    with pytest.raises(BadTable, match="two columns are headed “source”"):
        lines_in_rows("a.csv", [["source", "source", "theme", "quote"]])


def test_a_broken_parquet_file_is_told():
    with pytest.raises(Damaged):
        lines_in_parquet("a", b"PAR1 not a table")


def test_without_pyarrow_parquet_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(NotSupported, match=r"trellis-qda\[parquet\]"):
        lines_in_parquet("codings.parquet", parquet())


def test_short_lines_are_filled_up():
    lines = lines_in_rows("a.csv", [list(HEADS), ["janet", "1"]])

    assert lines.columns["quote"] == [None]
