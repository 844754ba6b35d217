from __future__ import annotations

import io

import pytest
import xlsxwriter

from trellis.core.errors import Unreadable
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


def test_other_charsets_are_read(tmp_path):
    (tmp_path / "f.csv").write_bytes("number,name\n1,Café à côté\n".encode("cp1252"))

    assert rows_of(tmp_path / "f.csv")[1] == ["1", "Café à côté"]


def test_an_empty_row_keeps_its_place(tmp_path):
    (tmp_path / "f.csv").write_text("number,name\n\n1,A\n", "utf-8")

    assert rows_of(tmp_path / "f.csv") == [["number", "name"], [], ["1", "A"]]


@pytest.mark.parametrize("content", [b"", b"name", b"PK\x03\x04"])
def test_a_workbook_that_is_none_is_refused_by_name(tmp_path, content):
    (tmp_path / "f.xlsx").write_bytes(content)

    with pytest.raises(Unreadable, match=r"f\.xlsx"):
        rows_of(tmp_path / "f.xlsx")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Unreadable, match=r"none\.csv"):
        rows_of(tmp_path / "none.csv")
