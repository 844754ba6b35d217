from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.chart_study import add_sample, writing
from trellis.core.coding import Coding


@pytest.fixture
def sample(study):
    return add_sample(study)


def names(view):
    return [(row.name, row.wave_name) for row in view.rows]


def numbers(view):
    return [[column.number for column in theme.columns] for theme in view.themes]


def test_rows_stand_in_their_saved_order_with_the_first_attributes_as_heads(study, sample):
    view = study.chart.matrix()

    assert [row.name for row in view.rows] == ["Denise", "Yusuf", "North"]
    assert (view.attributes, view.rows[0].header, view.rows[2].header) == (("Site", "Years"), ("North", "12"), ("", ""))


def test_columns_are_sub_themes_and_main_themes_without_any(study, sample):
    assert numbers(study.chart.matrix()) == [["1.1", "1.2"], ["2"]]
    assert numbers(study.chart.matrix(["1"])) == [["1.1", "1.2"]]
    assert numbers(study.chart.matrix(["training", "Plans"])) == [["1.2"], ["2"]]


def test_a_main_theme_that_holds_codings_or_cells_itself_is_a_column_too(study, sample):
    with writing(study) as change:
        coding = change.get(Coding, sample.day)
        change.update(coding, replace(coding, theme=sample.themes["main"]))

    assert numbers(study.chart.matrix(["1"])) == [["1", "1.1", "1.2"]]


def test_rows_are_sorted_by_the_order_of_levels_and_by_numbers_with_none_last(study, sample):
    by_site = study.chart.matrix(sort=["Site"])
    by_years = study.chart.matrix(sort=["Years"])

    assert [row.name for row in by_site.rows] == ["Yusuf", "Denise", "North"]
    assert [row.name for row in by_years.rows] == ["Yusuf", "Denise", "North"]


def test_groups_carry_their_value(study, sample):
    view = study.chart.matrix(group=["Site"], header=[])

    assert [(row.name, row.groups) for row in view.rows] == [
        ("Yusuf", ("South",)),
        ("Denise", ("North",)),
        ("North", ("",)),
    ]


def test_the_heads_that_are_chosen_stay_chosen(study, sample):
    study.chart.set_header(["Years"])

    assert study.chart.matrix().attributes == ("Years",)


def test_a_case_has_a_row_for_each_wave_it_has_a_source_in(study):
    add_sample(study, waves=True)

    assert names(study.chart.matrix()) == [("Denise", "at start"), ("Yusuf", "at nine months"), ("North", "")]
    assert names(study.chart.matrix(waves=["at start"])) == [("Denise", "at start")]


def test_a_cell_of_another_wave_makes_its_row(study):
    add_sample(study, waves=True)

    study.chart.write("Denise", "1.1", "Later.", wave="at nine months")

    assert names(study.chart.matrix(cases=["Denise"])) == [("Denise", "at start"), ("Denise", "at nine months")]
    assert study.chart.cell("Denise", "1.1", wave="at nine months").cell.statements[0].text == "Later."


def test_the_waves_of_a_case_stay_together_whatever_they_are_sorted_by(study):
    add_sample(study, waves=True)
    study.chart.write("Denise", "1.1", "Later.", wave="at nine months")
    study.attributes.define("Hours", "whole", per_wave=True)
    study.attributes.set("Denise", "Hours", "30", wave="at start")
    study.attributes.set("Denise", "Hours", "10", wave="at nine months")
    study.attributes.set("Yusuf", "Hours", "20", wave="at nine months")

    view = study.chart.matrix(sort=["Hours"])

    assert names(view)[:3] == [("Yusuf", "at nine months"), ("Denise", "at start"), ("Denise", "at nine months")]


def test_what_became_of_a_case_stands_where_it_has_no_row(study):
    sample = add_sample(study, waves=True)
    study.waves.attend("Denise", "at nine months", "lost", reason="moved away")
    study.waves.attend("Denise", "at start", "completed")

    skeleton = study.chart.skeleton()

    assert [wave.name for wave in skeleton.in_time] == ["at start", "at nine months"]
    assert [(a.case, a.wave, a.status.value, a.reason) for a in skeleton.absences] == [
        (sample.cases["Denise"], skeleton.in_time[1].wave, "lost", "moved away")
    ]
