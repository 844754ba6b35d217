from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.making import zipped
from trellis.core.errors import Damaged, EmptyFile, NotFound, TooLarge, Unreadable, WrongKind
from trellis.core.grid import Block
from trellis.reading import read_grids, read_table, read_workbook


def xlsx(**sheets: dict[str, object]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, cells in sheets.items():
        sheet = book.create_sheet(name)
        for place, value in cells.items():
            sheet[place] = value
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    source = (
        delimiter.join(["id", "age"]) + "\r\n" + delimiter.join(["P1", "3,5" if delimiter != "," else "3.5"]) + "\r\n"
    )

    table = read_table("people.csv", source.encode())

    assert table.header == ("id", "age")
    assert table.rows == (("P1", "3,5" if delimiter != "," else "3.5"),)
    assert table.name == "people"


def test_quotes_line_breaks_and_leading_zeros_are_kept():
    table = read_table("a.csv", b'id,words\r\n007,"He said ""no"",\r\nthen left"\r\n')

    assert table.rows == (("007", 'He said "no",\nthen left'),)


def test_rows_are_evened_and_blank_ones_left_out():
    table = read_table("a.csv", b"a,b,,\n\n1\n ,,,\n1,2,3\n")

    assert table.header == ("a", "b", "")
    assert table.rows == (("1", "", ""), ("1", "2", "3"))


def test_windows_letters_are_guessed_and_said():
    table = read_table("a.csv", "name,price\nZo\u00eb,5 \u20ac\n".encode("cp1252"))

    assert table.rows == (("Zo\u00eb", "5 \u20ac"),)
    assert [notice.slug for notice in table.notices] == ["charset-guessed"]


def test_values_of_a_workbook_come_as_typed():
    cells = {
        "A1": "whole",
        "B1": "part",
        "C1": "day",
        "D1": "moment",
        "E1": "hour",
        "F1": "yes",
        "G1": "zero",
        "H1": "length",
        "A2": 3,
        "B2": 3.5,
        "C2": date(2024, 3, 1),
        "D2": datetime(2024, 3, 1, 10, 5),  # noqa: DTZ001 - a sheet knows no zones
        "E2": time(10, 5),
        "F2": True,
        "G2": "007",
        "H2": timedelta(hours=1, minutes=2),
    }

    (row,) = read_table("a.xlsx", xlsx(One=cells)).rows

    assert row == ("3", "3.5", "2024-03-01", "2024-03-01 10:05:00", "10:05:00", "TRUE", "007", "01:02:00")


def test_a_sheet_is_chosen_by_name_and_empty_ones_are_passed_over():
    book = xlsx(Empty={}, One={"A1": "a"}, Two={"A1": "b"})

    assert [sheet.name for sheet in read_workbook("a.xlsx", book)] == ["One", "Two"]
    assert read_table("a.xlsx", book).header == ("a",)
    assert read_table("a.xlsx", book, sheet="two").header == ("b",)
    with pytest.raises(NotFound, match="One, Two"):
        read_table("a.xlsx", book, sheet="Three")


def test_cells_far_apart_are_refused_before_room_is_made_for_them():
    with pytest.raises(TooLarge):
        read_table("a.xlsx", xlsx(One={"A1": "a", "XFD1048576": "b"}))


@pytest.mark.parametrize(
    ("name", "data", "refusal"),
    [
        ("a.csv", b"", EmptyFile),
        ("a.csv", b" \n,,\n", EmptyFile),
        ("a.csv", b'a,b\n1,"never closed\n', Damaged),
        ("a.csv", xlsx(One={"A1": "a"}), None),
        ("a.xlsx", b"a,b\n", WrongKind),
        ("a.xlsx", xlsx(One={"A1": "a"})[:300], Damaged),
        ("a.xlsx", zipped({"xl/workbook.xml": "<workbook/>"}), Damaged),
        ("a.xlsx", b"%PDF-1.4 x", WrongKind),
    ],
)
def test_what_is_no_table_is_refused(name, data, refusal):
    with pytest.raises(refusal or WrongKind):
        read_table(name, data)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_table_or_a_refusal(data):
    try:
        table = read_table("a.csv", data)
    except Unreadable:
        return

    assert {len(row) for row in table.rows} <= {len(table.header)}


def test_a_grid_keeps_every_cell_at_its_place_and_tells_what_is_merged():
    book = openpyxl.load_workbook(io.BytesIO(xlsx(Chart={"B3": "Chart 2", "B5": "Maureen", "D5": 2.0}, Notes={})))
    book["Chart"].merge_cells("B3:D3")
    packed = io.BytesIO()
    book.save(packed)

    chart, notes = read_grids("chart.xlsx", packed.getvalue())

    assert [chart.at(row, column) for row, column in ((2, 1), (4, 1), (4, 3), (4, 9), (0, 0))] == [
        "Chart 2", "Maureen", "2", "", "",
    ]  # fmt: skip
    assert chart.merged == (Block(2, 1, 2, 3),)
    assert (notes.name, notes.rows) == ("Notes", ())


def test_a_table_that_begins_further_in_is_read_from_there():
    table = read_table("a.xlsx", xlsx(People={"C4": "id", "D4": "age", "C5": "P1", "D5": 3}))

    assert (table.header, table.rows) == (("id", "age"), (("P1", "3"),))


def sheet_of(rows: str) -> bytes:
    packed = zipfile.ZipFile(io.BytesIO(xlsx(One={"A1": "a"})))
    members = {name: packed.read(name) for name in packed.namelist()}
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    members["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{space}" xmlns:x="x"><sheetData>{rows}</sheetData></worksheet>'.encode()
    )
    return zipped(members)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c><c r="FFFFFFFFFFFFFFFFFFFFB1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A4000000000"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r = "xfd1048576"><v>1</v></c></row>',
        f'<row r="1">{"<c><v>1</v></c>" * 100}</row><row r="4000000"><c><v>1</v></c></row>',
        f"<row>{'<c><v>1</v></c>' * 4000}</row>{'<row/>' * 4000}<row><c><v>1</v></c></row>",
        '<row r="1">' + '<c x:r="A1"><v>1</v></c>' * 100 + '</row><row r="4000000"><c r="A1"><v>1</v></c></row>',
        '<row r="1">' + '<c><v>1</v></c><x r="A1"/>' * 100 + '</row><row r="4000000"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r=""D2" t="d"r="SSSSSSSSSSSSS2><v>1</v></c></row>',
    ],
    ids=["letters", "digits", "spaced", "silent cells", "silent rows", "other's places", "others' places", "broken"],
)
def test_no_place_that_a_cell_may_claim_makes_room_for_what_is_not_there(rows):
    with pytest.raises((TooLarge, Damaged)):
        read_workbook("a.xlsx", sheet_of(rows))


def test_cells_that_do_not_say_where_they_are_are_read():
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>"

    [sheet] = read_workbook("a.xlsx", sheet_of(rows))

    assert (sheet.header, sheet.rows) == (("1", "2"), (("3", "4"),))


def test_a_sheet_that_lies_elsewhere_in_the_package_is_looked_at_too():
    whole = zipfile.ZipFile(io.BytesIO(sheet_of('<row r="1"><c r="A1"/><c r="XFD1048576"><v>1</v></c></row>')))
    members = {name.replace("worksheets/sheet1.xml", "media/s.png"): whole.read(name) for name in whole.namelist()}
    links = "xl/_rels/workbook.xml.rels"
    members[links] = members[links].replace(b"worksheets/sheet1.xml", b"media/s.png")

    with pytest.raises(TooLarge):
        read_workbook("a.xlsx", zipped(members))


def test_empty_rows_far_down_do_no_harm():
    rows = '<row r="1"><c s="1" r="A1"><v>1</v></c><c r="L1"><v>2</v></c></row><row r="1048576" ht="12"/>'

    assert read_table("a.xlsx", sheet_of(rows)).header[0] == "1"
