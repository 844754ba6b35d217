from __future__ import annotations

import openpyxl
import pytest

from trellis.core.errors import BadTable, Damaged, Unreadable
from trellis.exchange.chart_lines import ChartLine, read_chart_lines

HEADS = ["Theme", "case", "Rests on", "star", "n", "extra", "text"]
ROW = ["1.1", "Denise", "Dan; Yusuf/1.2 ;", "Yes", 2, "?", "'=1+1"]
READ = ChartLine(2, "Denise", "1.1", n="2", text="=1+1", star=True, rests_on=("Dan", "Yusuf/1.2"))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_are_found_by_their_heads_in_any_order(tmp_path, mark):
    path = tmp_path / "chart.csv"
    quoted = [f'"{value}"' for value in ROW]
    path.write_text("\ufeff" + mark.join(HEADS) + "\n" + mark.join(quoted) + "\n\n", encoding="utf-8")

    assert read_chart_lines(path) == [READ]


def test_a_workbook_is_read_as_well(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.create_sheet(index=0)
    sheet.append(HEADS)
    sheet.append(ROW)
    book.save(tmp_path / "chart.xlsx")

    assert read_chart_lines(tmp_path / "chart.xlsx") == [READ]


def test_what_cannot_be_read_is_told(tmp_path):
    (tmp_path / "latin.csv").write_bytes("case,theme\nZoë,1".encode("latin-1"))
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "empty.csv").write_bytes(b"")

    with pytest.raises(BadTable, match="UTF-8"):
        read_chart_lines(tmp_path / "latin.csv")
    with pytest.raises(Damaged):
        read_chart_lines(tmp_path / "broken.xlsx")
    with pytest.raises(BadTable, match="“case” and no column “theme”"):
        read_chart_lines(tmp_path / "empty.csv")
    with pytest.raises(Unreadable, match="cannot be read"):
        read_chart_lines(tmp_path / "missing.csv")
