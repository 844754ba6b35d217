from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest

from tests.report.chart_views import a_full_view, a_note, a_view
from trellis.core.chart_text import CUT
from trellis.core.errors import BadTable
from trellis.exchange.chart_workbook import read_filled
from trellis.reading import read_grids
from trellis.report.chart_xlsx import chart_xlsx
from trellis.report.note import Choices


def exported(tmp_path, view=None, **choices):
    path = tmp_path / "chart.xlsx"
    path.write_bytes(chart_xlsx(view or a_full_view(), a_note(), Choices(**choices)))
    return path


def filled(path):
    return read_filled(path.name, read_grids(path.name, path.read_bytes()))


def test_every_cell_comes_back_with_its_keys_and_what_it_was(tmp_path):
    book = filled(exported(tmp_path))
    by_spot = {cell.spot: cell for cell in book.cells}

    assert set(by_spot) == set(book.exported) == {(c, 0, t) for c in (11, 12) for t in (101, 102, 200)}
    assert by_spot[12, 0, 101].text == "(not asked)"
    assert by_spot[12, 0, 101].where == "1 Coming to the role, row 6"
    assert [book.exported[11, 0, t].rev for t in (101, 102)] == [5, 0]
    assert book.comments is False


def test_keys_beyond_what_a_spreadsheet_counts_come_back_whole(tmp_path):
    view = a_view()
    row = view.rows[0]
    large = 2**53 - 1
    book = filled(exported(tmp_path, replace(view, rows=(replace(row, case=large),)), comments=True))

    assert {cell.spot[0] for cell in book.cells} == {large}
    assert book.comments is True


def test_a_text_that_was_cut_says_so(tmp_path):
    path = exported(tmp_path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["D5"] = "Long" + CUT
    book.save(path)

    assert [cell.spot for cell in filled(path).cells if cell.is_cut] == [(11, 0, 101)]


def test_a_workbook_of_another_format_is_refused(tmp_path):
    path = exported(tmp_path)
    book = openpyxl.load_workbook(path)
    book["trellis"]["A1"] = "trellis-chart 9"
    book.save(path)

    with pytest.raises(BadTable, match="trellis-chart 9"):
        filled(path)
