from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.sample_table import NEVER, NOT_RECORDED, TOTAL, Frame, Unit, sample_table

NAMES = st.sampled_from(["a", "b", "c", None])
UNITS = st.lists(st.builds(Unit, NAMES, NAMES, NAMES), max_size=30)
FRAME = Frame(("a", "b"), ("b", "c"), ("a",), frozenset({("a", "b")}), "role", "site", "gender")


def summed(value) -> int:
    return 0 if value == NEVER else sum(int(part) for part in str(value).split(" + "))


@given(UNITS)
def test_totals_are_the_sums_whatever_the_values(units):
    table = sample_table(units, FRAME)

    body = [row for row in table.rows() if row[0] != TOTAL]
    bottom = table.rows()[-1]
    for row in table.rows():
        assert sum(map(summed, row[1:-1])) == summed(row[-1])
    for at in range(1, len(table.columns)):
        assert sum(summed(row[at]) for row in body) == summed(bottom[at])
    assert summed(bottom[-1]) == len(units)


@given(UNITS)
def test_nobody_is_in_a_cell_that_shows_a_dash(units):
    table = sample_table(units, FRAME)

    dashes = {
        (row[0], head) for row in table.rows() for head, value in zip(table.columns, row, strict=True) if value == NEVER
    }
    assert dashes == ({("a", "b")} if not any((u.row, u.column) == ("a", "b") for u in units) else set())


def test_empty_and_impossible_are_kept_apart():
    table = sample_table([Unit("b", "c")], FRAME)

    assert table.rows()[0] == ("a", NEVER, 0, 0)
    assert table.rows()[1] == ("b", 0, 1, 1)


def test_somebody_whom_the_frame_rules_out_is_counted_and_named():
    table = sample_table([Unit("a", "b")], FRAME)

    assert table.rows()[0] == ("a", 1, 0, 1)
    assert "a × b" in table.note


def test_what_is_not_known_has_a_row_and_a_column_at_the_end():
    table = sample_table([Unit(None, "b"), Unit("a", None)], FRAME)

    assert table.columns == ("role", "b", "c", NOT_RECORDED, TOTAL)
    assert table.rows()[2] == (NOT_RECORDED, 1, 0, 0, 1)


def test_a_split_shows_where_a_row_holds_both():
    units = [Unit("a", "c", "x"), Unit("a", "c", "x"), Unit("a", "c", "y"), Unit("b", "c", "y")]
    frame = Frame(("a", "b"), ("c",), ("x", "y"), row_head="role", column_head="site", sub_head="who")

    table = sample_table(units, frame)

    assert table.rows() == [("a", "2 + 1", "2 + 1"), ("b", 1, 1), (TOTAL, "2 + 2", "2 + 2")]
    assert "x + y" in table.note


def test_without_columns_there_is_one_number_a_row():
    table = sample_table([Unit("a"), Unit("a")], Frame(("a", "b"), row_head="role"))

    assert table.columns == ("role", "n")
    assert table.rows() == [("a", 2), ("b", 0), (TOTAL, 2)]


def test_totals_can_be_left_out():
    table = sample_table([Unit("a", "c")], Frame(("a",), ("c",), row_head="role", column_head="site", total=False))

    assert table.columns == ("role", "c")
    assert table.rows() == [("a", 1)]
