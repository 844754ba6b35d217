from __future__ import annotations

from trellis.core.grid import Block, Grid
from trellis.exchange.framework_workbook import cell_name, matrix_in

THEMES = {"Routes in", "Training"}
CASES = {"Maureen", "Dan"}


def matrix(*rows: tuple[str, ...], merged: tuple[Block, ...] = ()):
    return matrix_in(Grid("Chart", rows, merged), is_theme=THEMES.__contains__, is_case=CASES.__contains__)


def test_heads_are_found_below_titles_and_cases_in_their_own_column():
    found = matrix(
        ("Chart 1", "", ""),
        (),
        ("Site", "Who", "Routes in", "Training"),
        ("North", "Maureen", "a", ""),
        ("", "Dan", "", "b"),
    )

    assert found.titles == ("Chart 1",)
    assert [(column.at, column.head) for column in found.columns] == [(0, "Site"), (2, "Routes in"), (3, "Training")]
    assert [(row.line, row.case, row.cells) for row in found.rows] == [
        (4, "Maureen", {0: "North", 2: "a"}), (5, "Dan", {3: "b"}),
    ]  # fmt: skip


def test_a_row_without_a_name_goes_on_with_the_case_above():
    found = matrix(("Case", "Routes in"), ("Maureen", "a"), ("", "b"), (), ("", "c"))

    assert [(row.case, row.cells) for row in found.rows] == [("Maureen", {1: cell}) for cell in "abc"]


def test_names_of_groups_and_notes_are_passed_over_and_end_the_case_above():
    found = matrix(
        ("Case", "Routes in"), ("Maureen", "a"), ("NORTH", ""), ("", "whose?"), ("Dan", ""), merged=(Block(2, 0, 2, 1),)
    )

    assert [row.case for row in found.rows] == ["Maureen", "Dan"]
    assert [(passed.where, passed.text) for passed in found.passed] == [
        ("Chart, row 3", "NORTH"), ("Chart, row 4", "whose?"),
    ]  # fmt: skip


def test_words_merged_over_several_cells_are_told():
    found = matrix(("Case", "Routes in", "Training"), ("Maureen", "a", ""), merged=(Block(1, 1, 1, 2),))

    assert [(passed.where, passed.column) for passed in found.passed] == [("Chart, B2", 1)]


def test_a_sheet_without_columns_is_no_matrix():
    assert matrix(("Key",), ("p = page",)) is None


def test_cells_are_named_as_a_spreadsheet_does():
    assert [cell_name(12, column) for column in (0, 25, 26, 54, 701, 702)] == [
        "A12", "Z12", "AA12", "BC12", "ZZ12", "AAA12",
    ]  # fmt: skip
