from __future__ import annotations

import pytest

from trellis.core.errors import BadTable
from trellis.study.sheet import sheet_in


def test_rows_keep_the_line_that_the_spreadsheet_shows(tmp_path):
    (tmp_path / "a.csv").write_text("Who was there,text\nAna\n\nBen,hello,more\n", "utf-8")

    sheet = sheet_in(tmp_path / "a.csv")

    assert sheet.rows == (("Ana", ""), ("Ben", "hello"))
    assert sheet.records("who was there") == [
        (2, {"who was there": "Ana", "text": ""}),
        (4, {"who was there": "Ben", "text": "hello"}),
    ]


def test_a_missing_column_is_named_with_those_that_are_there(tmp_path):
    (tmp_path / "a.csv").write_text("one,two\n1,2\n", "utf-8")

    with pytest.raises(BadTable, match="“three”; its heads are: one, two"):
        sheet_in(tmp_path / "a.csv").records("three")


def test_a_table_without_heads_is_refused(tmp_path):
    (tmp_path / "a.csv").write_text(",,\n1,2,3\n", "utf-8")

    with pytest.raises(BadTable, match="no heads"):
        sheet_in(tmp_path / "a.csv")
