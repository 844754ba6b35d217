from __future__ import annotations

from tests.report.chart_views import a_cell, a_full_view, a_segment, a_statement, a_view
from trellis.core.chart import Layer
from trellis.core.chart_view import next_empty


def test_filled_cells_come_row_after_row():
    assert [(row.name, column.number) for row, column, _ in a_full_view().filled()] == [
        ("Case 1", "1.1"),
        ("Case 2", "1.1"),
        ("Case 2", "1.2"),
    ]


def test_the_next_empty_cell_is_the_first_in_reading_order():
    empty = next_empty(a_full_view())

    assert empty is not None
    row, column = empty
    assert (row.name, column.number) == ("Case 1", "1.2")


def test_a_full_chart_has_no_next_empty_cell():
    cells = {(case, 0, theme): a_cell() for case in (11, 12) for theme in (101, 102, 200)}

    assert next_empty(a_view(cells)) is None


def test_a_cell_is_evidenced_when_all_but_comments_rest_on_something():
    said, comment = a_statement("A.", evidence=(a_segment(),)), a_statement("Hm.", Layer.COMMENT)

    assert a_cell(said, comment).is_evidenced
    assert not a_cell(said, a_statement("B.")).is_evidenced
    assert (a_cell(comment).has_data, a_cell(said).has_data) == (False, True)
