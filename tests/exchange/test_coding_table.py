from __future__ import annotations

import io
import sys

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trellis.core.errors import BadTable, Damaged, EmptyFile, NotFound, NotSupported
from trellis.exchange.coding_table import read_coding_table

HEADS = ("source", "theme", "quote")
LINE = ("janet", "2.10", "Well,\nso")


def kept(path, content: bytes):
    path.write_bytes(content)
    return path


def workbook() -> bytes:
    book, out = openpyxl.Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet()
    sheet.append(HEADS)
    sheet.append(LINE)
    book.save(out)
    return out.getvalue()


def parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({head: [value] for head, value in zip(HEADS, LINE, strict=True)}), out)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b'source,theme,quote\njanet,2.10,"Well,\nso"\n',
        b'\xef\xbb\xbfsource;theme;quote\r\njanet;2.10;"Well,\nso"\r\n',
        b'source\ttheme\tquote\njanet\t2.10\t"Well,\nso"\n',
        workbook(),
        parquet(),
    ],
)
def test_a_table_is_read_whatever_its_form(tmp_path, content):
    lines = read_coding_table(kept(tmp_path / "codings", content))

    assert {name: column[0] for name, column in lines.columns.items()} == dict(zip(HEADS, LINE, strict=True))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyFile),
        (b" \n", EmptyFile),
        (b"source,theme,quote\n\xff\xfe,1,x\n", Damaged),
        (b"PK\x03\x04 not a workbook", Damaged),
        (b"PAR1 not a table", Damaged),
        (b"source,source,theme,quote\n", BadTable),
        (b"a,b\n1,2\n", BadTable),
    ],
)
def test_a_file_that_does_not_fit_gives_one_clear_error(tmp_path, content, error):
    with pytest.raises(error):
        read_coding_table(kept(tmp_path / "codings", content))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(NotFound, match=r"nowhere\.csv"):
        read_coding_table(tmp_path / "nowhere.csv")


def test_without_pyarrow_parquet_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(NotSupported, match=r"trellis-qda\[parquet\]"):
        read_coding_table(kept(tmp_path / "codings.parquet", parquet()))


def test_short_lines_are_filled_up(tmp_path):
    lines = read_coding_table(kept(tmp_path / "codings.csv", b"source,theme,quote\njanet,1\n"))

    assert lines.columns["quote"] == [None]
