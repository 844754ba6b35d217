from __future__ import annotations

import io

import pytest
import xlsxwriter

from trellis.core.errors import BadTable, Damaged, Unreadable
from trellis.study.tabular import rows_of


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_separator_is_recognised(tmp_path, mark):
    (tmp_path / "f.csv").write_text(f'number{mark}name\n1{mark}"a{mark} b"\n', "utf-8")

    assert rows_of(tmp_path / "f.csv") == [["number", "name"], ["1", f"a{mark} b"]]


def test_a_number_of_a_workbook_is_read_as_people_see_it(tmp_path):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["number", "name"])
        sheet.write_row(1, 0, [2, "Übung"])
    (tmp_path / "f.xlsx").write_bytes(out.getvalue())

    assert rows_of(tmp_path / "f.xlsx")[1] == ["2", "Übung"]


def test_other_bytes_than_utf8_are_refused_by_name(tmp_path):
    (tmp_path / "f.csv").write_bytes(b"name\nCaf\xe9\n")

    with pytest.raises(BadTable, match=r"f\.csv is not UTF-8"):
        rows_of(tmp_path / "f.csv")


def test_a_workbook_that_is_none_is_refused(tmp_path):
    (tmp_path / "f.xlsx").write_bytes(b"name")

    with pytest.raises(Damaged, match=r"f\.xlsx"):
        rows_of(tmp_path / "f.xlsx")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Unreadable, match=r"none\.csv"):
        rows_of(tmp_path / "none.csv")
