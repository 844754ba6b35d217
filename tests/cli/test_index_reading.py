from __future__ import annotations

import json

import pytest

from tests.cli.test_index import index  # noqa: F401  # the fixture


@pytest.fixture
def indexed(index):  # noqa: F811
    index("code", "str-1", "1.1", "--turns", "2", "--note", "how")
    index("code", "str-2", "1.1", "2", "--quote", "Wherever Ted is.")
    return index


def test_what_is_under_a_theme_is_shown_with_its_place(indexed):
    told = indexed("retrieve", "1")

    assert told.out.startswith("str-1, turn 2, 00:00:12, str-1 · 1.1 Driving · Ana · ")
    assert "There is no such thing. I drive, mostly." in told.out
    assert "Note: how" in told.out
    assert "2 of 2 codings" in told.err


def test_pages_name_their_cursor(indexed):
    first = indexed("retrieve", "--limit", "1", "--csv")
    cursor = first.err.rsplit(" ", 1)[1].strip()

    rest = json.loads(indexed("retrieve", "--after", cursor, "--json").out)

    assert [row["words"] for row in rest] == ["Wherever Ted is."] * 2


def test_coverage_and_its_rest_are_tables(indexed):
    rows = json.loads(indexed("coverage", "--json").out)
    rest = json.loads(indexed("unindexed", "str-1", "--shortest", "5", "--json").out)

    assert [row["codings"] for row in rows] == [1, 2]
    assert [row["words"] for row in rest] == ["Wherever Moira is."]


def test_counts_and_a_condition_that_is_none(indexed):
    rows = json.loads(indexed("counts", "--json").out)

    assert [(row["number"], row["codings"], row["cases"]) for row in rows] == [("1", 2, 2), ("1.1", 2, 2), ("2", 1, 1)]
    told = indexed("retrieve", "--where", "site")
    assert told.code == 1
    assert "ATTRIBUTE=VALUE" in told.err
    assert "no attribute" in indexed("crosstab", "site", "--segments").err


def test_themes_on_the_same_words_are_counted_and_shown(indexed):
    counted = json.loads(indexed("cooccurrence", "--json").out)
    shown = json.loads(indexed("together", "1", "2", "--json").out)

    assert [(row["1"], row["2"]) for row in counted] == [(2, 1), (1, 1)]
    assert [(row["words"], row["other theme"]) for row in shown] == [("Wherever Ted is.", "2 People")]
    assert "one holds the other" in indexed("together", "1", "1.1").err
