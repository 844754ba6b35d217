from __future__ import annotations

import pytest

from tests.review.making import remarks
from trellis.core.review import Level

METHODS = "# D\n\n## Methods\n\n"


def said(text: str) -> list[str]:
    found = remarks(METHODS + text + "\n", "sample-arithmetic")
    return [remark.said for remark in found if remark.level is Level.WRONG]


def asked(text: str) -> list[str]:
    found = remarks(METHODS + text + "\n", "sample-arithmetic")
    return [remark.said for remark in found if remark.level is Level.SAY_WHY]


TABLE = """
| role | site 1 | site 2 | total |
|---|---|---|---|
| STR worker | 2 | {a} | {b} |
| graduate worker | - | 2 | 2 |
| manager | 1 | 1 | 2 |
| total | 3 | {c} | {d} |
"""


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"a": "0", "b": "2", "c": "3", "d": "6"}, []),
        ({"a": "0", "b": "3", "c": "3", "d": "6"}, ["The row “STR worker” adds up to 2; the table says 3."]),
        ({"a": "0", "b": "2", "c": "4", "d": "7"}, ["The column “site 2” adds up to 3; the table says 4."]),
        ({"a": "1", "b": "3", "c": "4", "d": "7"}, ["“STR worker”, “site 2”: 1 in the table, 0 in the sheet"]),
    ],
)
def test_tables_are_added_up_and_held_against_the_sheet(cells, told):
    found = said(TABLE.format(**cells))

    assert bool(found) == bool(told)
    assert all(each in " ".join(found) for each in told)


def test_a_column_of_numbers_is_held_against_the_sheet():
    table = "\n| role | n |\n|---|---|\n| STR worker | 2 |\n| graduate worker | {n} |\n| manager | 2 |\n"

    assert said(table.format(n=2)) == []
    assert said(table.format(n=3)) == [
        "The table differs from the sheet: “graduate worker”, “n”: 3 in the table, 2 in the sheet."
    ]


PLANTS = """
| Plant | Hill | Shore | Total |
|---|---|---|---|
| fern | 2 | 3 | 5 |
| moss | 1 | {a} | 5 |
| All green | 3 | 7 | 10 |
| heath | 2 | 2 | 4 |
| All | 5 | {b} | 14 |
"""


def test_a_total_inside_a_table_is_no_part_of_the_last_one():
    assert said(PLANTS.format(a=4, b=9)) == []


def test_a_number_that_two_totals_do_not_bear_out_is_told_where_it_is_wrong():
    assert said(PLANTS.format(a=4, b=10)) == [
        "The column “Shore” adds up to 9; the table says 10.",
        "The row “All” adds up to 15; the table says 14.",
    ]


def test_a_subtotal_that_is_wrong_is_told_with_its_row():
    assert "The column “Shore” adds up to 8 at “All green”; the table says 7." in said(PLANTS.format(a=5, b=10))


def test_a_head_that_sums_up_the_rows_below_it_is_no_part_of_the_total():
    table = "\n| who | n |\n|---|---|\n| gardeners | 5 |\n| day | 3 |\n| night | 2 |\n| cooks | {n} |\n| Total | 9 |\n"

    assert said(table.format(n=4)) == []
    assert said(table.format(n=3)) == ["The column “n” adds up to 8; the table says 9."]


def test_a_row_of_all_that_is_no_sum_raises_nothing():
    table = (
        "\n| who | trees | years |\n|---|---|---|\n| one | 3 | 4 |\n| two | 5 | 9 |\n| Total | 8 | 13 |\n"
        "| All grown | 2 | 1 |\n"
    )

    assert said(table) == []


SHARES = """
| colour | n (%) |
|---|---|
| red | 10 (25) |
| green | 12 (30) |
| blue | 8 (20) |
| white | 10 ({p}) |
"""


@pytest.mark.parametrize(("p", "told"), [("25", []), ("35", ["10 of 40 are 25 per cent; the table says 35."])])
def test_shares_are_held_against_the_base_of_the_others(p, told):
    assert said(SHARES.format(p=p)) == told


def test_shares_of_several_bases_raise_nothing():
    table = (
        "\n| colour | n (%) |\n|---|---|\n| red | 10 (50) |\n| green | 12 (20) |\n| blue | 8 (66) |\n| tan | 3 (9) |\n"
    )

    assert said(table) == []


BOTH = (
    "\n{caption}\n\n| plant | hill | shore |\n|---|---|---|\n| fern | 2 | 0 |\n| moss | {dash} | 4 |\n| heath "
    "| 1 | 1 |\n"
)


@pytest.mark.parametrize(
    ("caption", "dash", "told"),
    [
        ("Table 1. Plants.", "–", True),
        ("Table 1. Plants. A dash means that none grows there.", "–", False),
        ("Table 1. Plants. – = not looked for", "–", False),
        ("Table 1. Plants.", "0", False),
    ],
)
def test_noughts_and_dashes_without_a_key_ask_what_they_mean(caption, dash, told):
    assert asked(BOTH.format(caption=caption, dash=dash)) == (
        ["The table has both 0 and a dash, and nothing says what each of them means."] if told else []
    )


@pytest.mark.parametrize(
    "table",
    [
        "| ward | n | % |\n|---|---|---|\n| a | 1 | 33 |\n| b | 1 | 33 |\n| c | 1 | 33 |\n| total | 3 | 100 |\n",
        "| ward | n | share |\n|---|---|---|\n| a | 5 | 56 |\n| b | 4 | 45 |\n| total | 9 | 100 |\n",
        "| ward | n | beds |\n|---|---|---|\n| a | 5 | 20 |\n| b | 4 | 10 |\n| total | 9 | |\n",
        "| ward | n | beds |\n|---|---|---|\n| a | 5 | 20 |\n| b | 4 | 10 |\n| total | 9 | – |\n",
    ],
)
def test_shares_and_blank_totals_are_no_sums(table):
    assert said(table) == []


def test_a_total_that_a_blank_cell_may_make_up_is_only_shown():
    table = "| ward | n | beds |\n|---|---|---|\n| a | 5 | 20 |\n| b | 4 | |\n| total | 9 | 33 |\n"

    found = remarks(f"{METHODS}{table}\n", "sample-arithmetic")

    assert [(remark.level, remark.said) for remark in found] == [
        (Level.LOOK, "The column “beds” adds up to 20; the table says 33.")
    ]


def test_rows_that_a_note_says_can_overlap_are_not_added_up():
    table = "| duty | n |\n|---|---|\n| driving | 5 |\n| cooking | 4 |\n| total | 6 |\n"

    assert said(table) != []
    assert said(f"{table}\nPeople could name more than one duty and are counted in several rows.\n") == []


def test_a_row_that_joins_groups_is_not_held_against_the_sheet():
    table = """# D

## Methods

| Role | site 1 | site 2 | n |
|---|---|---|---|
| STR worker | 2 | 0 | 2 |
| graduate mental health worker | 0 | 2 | 2 |
| service manager{} | 0 | 2 | 2 |
| All | 2 | 4 | 6 |
"""

    assert "manager" in remarks(table.format(""), "sample-arithmetic")[0].said
    joined = remarks(table.format(" (one by day, one by night)"), "sample-arithmetic")
    assert [remark for remark in joined if "manager" in remark.said] == []


def test_rows_of_a_round_and_of_interviews_are_not_held_against_the_sheet():
    table = """# D

## Methods

| | site 1 | site 2 | Total |
|---|---|---|---|
| STR worker | 2 | 0 | 2 |
| graduate mental health worker | 0 | 2 | 2 |
| service manager | 1 | 1 | 2 |
| Total | 3 | 3 | 6 |
| STR worker seen at wave 1 | 1 | 0 | 1 |
| Interviews | 4 | 5 | 9 |
"""

    assert remarks(table, "sample-arithmetic") == []
    wrong = table.replace("manager | 1 | 1 |", "manager | 2 | 0 |").replace(
        "STR worker | 2 | 0 |", "STR worker | 1 | 1 |"
    )
    assert any("service manager" in remark.said for remark in remarks(wrong, "sample-arithmetic"))
