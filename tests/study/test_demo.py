from __future__ import annotations

import pytest

from trellis.store.installation import Installation
from trellis.store.study_file import create
from trellis.study.demo import Stage, about_example, fill
from trellis.study.study import found


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The whole example study, and what was told while it was made."""
    folder = tmp_path_factory.mktemp("demo")
    about = about_example()
    file = create(folder / "roles.trellis", Installation(folder / "home"))
    study = found(file, about.title, about.lead, questions=about.questions, notice=about.notice)
    told: list[str] = []
    fill(study, told.append)
    yield study, told
    study.close()


def test_the_example_study_is_sound(example):
    study, _ = example

    assert study.history.check() == []


def test_it_says_that_it_is_fiction(example):
    study, _ = example

    assert study.about().notice == "Fiction, written for Trellis. CC0."


def test_it_holds_thirty_seven_interviews_and_six_documents(example):
    study, _ = example
    kinds = [row["kind"] for row in study.sources.listing().records()]

    assert kinds.count("interview") == 37
    assert kinds.count("document") == 6


def test_it_has_five_versions_of_the_framework(example):
    study, _ = example

    assert [row["version"] for row in study.framework.versions().records()] == ["v4", "v3", "v2", "v1", "v0"]


def test_everybody_s_row_is_charted_or_says_why_not(example):
    study, _ = example
    cells = [row for row in study.chart.progress().records() if not row["theme"].endswith(" Other")]

    assert {row["state"] for row in cells} <= {"draft", "charted", "reviewed"}


def test_a_step_of_a_later_stage_is_left_out(study):
    fill(study, lambda _line: None, Stage.INDEXED)

    assert [row["version"] for row in study.framework.versions().records()] == ["v4", "v3", "v2", "v1", "v0"]
    assert {row["state"] for row in study.chart.progress().records()} == {"uncharted"}


def test_both_coders_indexed_and_only_one_is_adopted(example):
    study, _ = example
    rounds = {row["round"]: row for row in study.rounds.listing().records()}

    assert set(rounds) == {"main", "double coding"}


def test_every_step_is_told(example):
    _, told = example

    assert any("statements with their evidence" in line for line in told)


def test_it_can_be_left_at_an_earlier_stage(study):
    fill(study, lambda _line: None, Stage.FRAMEWORK)

    assert [row["version"] for row in study.framework.versions().records()] == ["v2", "v1", "v0"]
    assert study.history.check() == []


@pytest.mark.parametrize(("stage", "versions"), [(Stage.RAW, []), (Stage.V0, ["v0"]), (Stage.V1, ["v1", "v0"])])
def test_a_class_may_start_before_the_framework_is_there(study, stage, versions):
    fill(study, lambda _line: None, stage)

    assert [row["version"] for row in study.framework.versions().records()] == versions


def test_undoing_everything_gives_the_empty_study(study):
    before = study.history.dump()
    fill(study, lambda _line: None, Stage.FRAMEWORK)

    while study.history.undo() is not None:
        pass

    after = study.history.dump()
    assert {**after, "person": []} == {**before, "person": []}


def outcomes(study, lens):
    return {row["unit"]: row["outcome"] for row in study.lenses.outcomes(lens).records()}


def test_every_lens_was_declared_before_the_chart_was_begun_and_is_judged(example):
    study, _ = example
    lenses = study.lenses.listing().records()

    assert len(lenses) == 8
    assert all(row["judgements"] > 0 for row in lenses)
    assert all("after charting" not in study.lenses.outcomes(row["lens"]).note for row in lenses)


def test_outcomes_follow_from_judgements_and_some_come_out_less_sure_than_the_paper_says(example):
    study, _ = example

    roles, regimes = outcomes(study, "assistant-role"), outcomes(study, "workplace-regime")

    # The paper finds co-production, and personal care work, in all of the new roles.
    assert (roles["carer support worker"], roles["STR worker"]) == ("co-producer", "indeterminate")
    assert (regimes["STR worker"], regimes["psychological wellbeing practitioner"]) == (
        "personal care work",
        "indeterminate",
    )


def test_the_kind_of_team_does_not_go_with_indirect_use_as_the_paper_has_it(example):
    study, _ = example
    structure = {
        row["unit"]: row["value"]
        for row in study.lenses.judgements("shaping-context").records()
        if row["dimension"] == "team-structure"
    }
    used = {unit for unit, outcome in outcomes(study, "indirect-use").items() if "containment" in outcome}

    assert {structure[unit] for unit in used} == {"uni-disciplinary", "multi-disciplinary"}


def test_a_finding_that_is_ready_places_every_case_and_tells_who_looked_for_others(example):
    study, _ = example
    ready = [row for row in study.findings.listing().records() if row["status"] == "ready"]

    assert len(ready) == 8
    assert {(row["to be placed"], row["wants"]) for row in ready} == {(0, "")}


def test_what_the_guide_says_stands_beside_what_is_told(example):
    study, _ = example

    assert len(study.intent.chart().table().records()) == 5
