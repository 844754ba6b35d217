from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample


@pytest.fixture(autouse=True)
def sample(study):
    made = add_sample(study)
    study.chart.write("Denise", "1.1", "From a biscuit factory.")
    return made


def test_a_range_lists_every_case_and_why_its_cell_is_empty(study):
    study.chart.blank("Yusuf", "1.1", "not raised")

    rows = study.explore.range_of("1.1").records()

    assert [(row["case"], row["cell"], row["what it says"]) for row in rows] == [
        ("Denise", "filled", "From a biscuit factory."),
        ("Yusuf", "silent", ""),
    ]


def test_a_case_that_is_not_charted_is_no_silence(study):
    assert [row["cell"] for row in study.explore.range_of("1.1").records()] == ["filled", "not charted yet"]


def test_groups_stand_beside_each_other_in_the_order_of_their_levels(study):
    study.chart.blank("Yusuf", "1.1", "asked and nothing said")

    rows = study.explore.compare("1", "Site").records()

    assert [(row["Site"], row["filled"], row["silent"]) for row in rows] == [("South", 0, 1), ("North", 1, 0)]
    assert rows[1]["what they say"] == "Denise: From a biscuit factory."


def test_a_group_of_whom_nobody_was_asked_is_told(study):
    study.chart.blank("Yusuf", "1.1", "not asked")

    assert "Of South nobody was asked" in study.explore.compare("1.1", "Site").note
