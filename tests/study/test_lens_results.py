from __future__ import annotations

from tests.study.lens_study import CELL, DAY, LENS, TOLD, declared, judged
from trellis.study.chart_given import OnCell
from trellis.study.lens_results import changed


def test_each_unit_has_its_outcome_the_nearest_other_one_and_what_that_lacks(study):
    judged(study)

    row = study.lenses.outcomes("belonging").records()[0]

    assert (row["unit"], row["outcome"]) == ("Denise", "at its edge")
    assert row["nearest other"] == "of the team (0 of 2 criteria met)"
    assert row["missing for it"] == "told: yes (not met: no); trained: long (not met: a day)"


def test_the_ground_is_counted_in_dimensions_cases_sites_sources_and_kinds_of_word(study):
    judged(study)

    row = study.lenses.outcomes("belonging").records()[0]

    assert row["dimensions with evidence"] == "2 of 3"
    assert (row["cases"], row["sites"], row["sources"]) == (2, 2, 2)
    assert row["whose word"] == "colleague, self"


def test_the_note_says_whose_reading_it_is_and_that_charting_had_begun(study):
    declared(study)
    study.chart.write("Yusuf", "1.2", "A day.")
    study.lenses.add("assistant-role")

    note = study.lenses.outcomes("assistant-role").note

    assert note.startswith("as operationalised by Trellis after Kessler")
    assert "after charting had begun on 1970-01-01" in note


def test_what_an_outcome_rests_on_is_told_in_words(study):
    judged(study)

    told = [row["in words"] for row in study.lenses.rests_on("belonging").records() if row["unit"] == "Denise"]

    assert told[0] == (
        "Without case Yusuf, Denise would come out as “indeterminate” and not as “at its edge”, since “trained” rests "
        "on nothing else."
    )
    assert "Without judge Ana, Denise would come out as “not judged”" in told[-1]
    assert not any("Without case Denise" in words for words in told)


def test_a_site_that_is_judged_is_not_left_out_of_its_own_outcome(study):
    declared(study)
    study.lenses.judge("belonging", "North", "told", "no", evidence=[TOLD])
    study.lenses.judge("belonging", "North", "trained", "long", evidence=[TOLD, DAY])

    told = study.lenses.rests_on("belonging").records()

    assert {row["rests on"] for row in told} == {"case Denise", "source denise", "judge Ana"}
    assert told[-1]["in words"].endswith("since “told” and “trained” have no other judge.")


def test_a_second_source_takes_the_dependence_away(study):
    judged(study)
    study.lenses.judge("belonging", "Denise", "trained", "a day", evidence=[DAY, CELL], word="colleague")

    rests = {row["rests on"] for row in study.lenses.rests_on("belonging").records() if row["unit"] == "Denise"}

    assert rests == {"source denise", "judge Ana"}


def test_a_cell_stands_for_the_sources_that_its_statements_rest_on(study):
    declared(study)
    study.chart.write("Yusuf", "1.2", "A day.", evidence=[DAY])
    study.lenses.judge("belonging", "floaters", "trained", "a day", evidence=[OnCell("Yusuf", "1.2")])
    study.lenses.judge("belonging", "floaters", "told", "no", evidence=[OnCell("Yusuf", "1.2")])

    row = study.lenses.outcomes("belonging").records()[0]

    assert (row["cases"], row["sources"]) == (1, 1)
    assert "source yusuf" in row["depends on"]


def test_judges_are_compared_dimension_by_dimension(study):
    judged(study)
    study.lenses.judge("belonging", "Denise", "told", "yes", judge="Ben")
    study.lenses.judge("belonging", "Yusuf", "trained", "a day", judge="Ben")
    study.lenses.judge("belonging", "Denise", "trained", "a day", judge="Ben")

    table = study.lenses.agreement("belonging")

    assert [(row["dimension"], row["units"], row["percent"]) for row in table.records()] == [
        ("told", 1, 0),
        ("trained", 2, 100),
    ]
    assert table.records()[0]["differ on"] == "Denise: no / yes"
    assert table.records()[1]["alpha"] is None


def test_nobody_to_compare_is_said_so(study):
    judged(study)

    assert study.lenses.agreement("belonging").note == "no unit was judged by two people on one dimension"


def test_outcomes_run_from_wave_to_wave(study):
    declared(study, waves=True)
    for wave, trained in (("at start", "no"), ("at nine months", "long")):
        study.lenses.judge("belonging", "Denise", "told", "no", wave=wave, evidence=[TOLD])
        study.lenses.judge("belonging", "Denise", "trained", trained, wave=wave)
    study.lenses.judge("belonging", "Yusuf", "trained", "no", wave="at start")

    rows = study.lenses.trajectories("belonging").values

    assert rows[0] == ("Denise", "apart", "at its edge", "changed")
    assert rows[1] == ("Yusuf", "apart", None, "one wave only")


def test_a_change_that_goes_back_is_told_and_so_is_a_wave_that_is_missing():
    assert changed(["a", "b", "a"]) == "back again"
    assert changed(["a", None, "a"]) == "constant, a wave missing"
    assert changed([None, "a", None]) == "one wave only"


def test_two_lenses_over_the_same_units_are_crossed_with_names_and_empty_pairs(study):
    judged(study)
    study.lenses.add_text(LENS.replace('"belonging"', '"second"').replace('"Belonging"', '"Second"'))
    study.lenses.judge("second", "Denise", "told", "yes")
    study.lenses.judge("second", "Denise", "trained", "long")

    table = study.lenses.cross("belonging", "second:came-by")
    outcomes = study.lenses.cross("belonging", "second")

    assert outcomes.columns[:3] == ("Belonging \\ Second", "of the team", "at its edge")
    assert ("at its edge", "1: Denise", "0") in [row[:3] for row in outcomes.values]
    assert outcomes.note == "1 units of “Belonging” have no counterpart in “Second”"
    assert table.columns[-1] == "not judged"


def test_a_case_meets_the_team_it_belongs_to_under_a_lens_on_teams(study):
    declared(study)
    study.cases.add("Red team", "team")
    study.cases.belongs("Denise", "Red team")
    study.lenses.add("interdependence")
    study.lenses.judge("belonging", "Denise", "trained", "long")
    study.lenses.judge("interdependence", "Red team", "reciprocal", "predominant")
    study.lenses.judge("interdependence", "Red team", "pooled", "trace")

    table = study.lenses.cross("belonging:trained", "interdependence")

    assert table.values[2][:2] == ("long", "1: Denise")


def test_recognition_by_all_groups_becomes_the_first_condition_of_an_actor(study):
    declared(study)
    study.cases.add("Peer workers", "group")
    study.lenses.add("recognition")
    study.lenses.add("workplace-actor")
    study.lenses.judge("recognition", "carers", "stance", "mixed", evidence=[DAY])
    study.lenses.judge("recognition", "managers", "stance", "full", evidence=[TOLD])
    for dimension in ("consciousness", "action", "power"):
        study.lenses.judge("workplace-actor", "Peer workers", dimension, "met")

    assert study.lenses.outcomes("workplace-actor").records()[0]["outcome"] == "emerging"
    assert "all units together: partly" in study.lenses.outcomes("recognition").note
