from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from tests.study.lens_study import CELL, DAY, LENS, TOLD, declared, judged
from trellis.core.chart import Evidence, EvidenceFor, Side
from trellis.core.errors import AlreadyThere, Ambiguous, BadLens, Invalid, NotFound, Outdated, QuoteNotFound
from trellis.core.judgement import Judgement
from trellis.study.chart_given import Whole


def records(study, kind):
    with study._work.read() as reader:
        return reader.all(kind)


def resting(study):
    return [one for one in records(study, Evidence) if one.for_kind is EvidenceFor.JUDGEMENT]


def test_a_shipped_lens_is_declared_by_its_name(study):
    study.lenses.add("Assistant role")

    row = study.lenses.listing().records()[0]

    assert (row["lens"], row["version"], row["judgements"]) == ("assistant-role", "1", 0)
    assert row["label"].startswith("as operationalised by Trellis after")


def test_a_file_of_ones_own_needs_no_code(study, tmp_path):
    (tmp_path / "mine.toml").write_text(LENS, encoding="utf-8")

    study.lenses.add(tmp_path / "mine.toml")

    assert study.lenses.get("Belonging").outcomes[1].name == "at its edge"
    assert study.lenses.text("belonging") == LENS


def test_a_file_that_does_not_fit_is_refused_and_nothing_is_written(study, tmp_path):
    (tmp_path / "bad.toml").write_text(LENS.replace("format = 1", "format = 7"), encoding="utf-8")

    with pytest.raises(BadLens, match=r"bad\.toml, line 1"):
        study.lenses.add(tmp_path / "bad.toml")
    assert study.lenses.listing().values == ()


def test_a_changed_file_is_a_new_version_and_the_same_one_is_refused(study):
    study.lenses.add_text(LENS)
    study.lenses.add_text(LENS.replace('version = "1"', 'version = "2"'))

    with pytest.raises(AlreadyThere):
        study.lenses.add_text(LENS.replace('version = "1"', 'version = "2"'))
    assert [row["version"] for row in study.lenses.listing().records()] == ["2"]


def test_a_lens_that_is_not_there_is_answered_with_those_that_are(study):
    study.lenses.add_text(LENS)

    with pytest.raises(NotFound, match="did you mean “belonging”"):
        study.lenses.get("belongings")


def test_blank_cells_are_named_by_the_user_and_keep_their_names_in_a_new_version(study):
    study.lenses.add("workplace-regime")
    study.lenses.name_cell("workplace-regime", "high-high", "measured care")
    study.lenses.add_text(study.lenses.text("workplace-regime").replace('version = "1"', 'version = "2"'))

    names = {one.id: one.name for one in study.lenses.get("workplace-regime").outcomes}

    assert names == {"high-low": "personal care work", "high-high": "measured care", "low-low": "", "low-high": ""}


def test_a_cell_that_the_file_names_keeps_its_name(study):
    study.lenses.add("workplace-regime")

    with pytest.raises(Invalid, match="no blank cell"):
        study.lenses.name_cell("workplace-regime", "high-low", "something else")


def test_a_judgement_has_its_evidence_on_both_sides(study):
    declared(study)

    study.lenses.judge(
        "belonging", "Denise", "told", "no", evidence=[TOLD, CELL], against=[DAY], rationale="She says so."
    )

    assert [(one.side, one.row is not None) for one in resting(study)] == [
        (Side.FOR, False),
        (Side.FOR, True),
        (Side.AGAINST, False),
    ]
    made = records(study, Judgement)[0]
    assert (made.values, made.rationale, made.confidence) == (("no",), "She says so.", "medium")


def test_the_same_judge_again_takes_the_place_of_what_was_said_before(study):
    declared(study)
    first = study.lenses.judge("belonging", "Denise", "told", "no", evidence=[TOLD])
    second = study.lenses.judge("belonging", "Denise", "told", "yes", evidence=[CELL])

    assert first == second
    assert [one.values for one in records(study, Judgement)] == [("yes",)]
    assert [one.row is not None for one in resting(study)] == [True]


def test_another_judge_stands_beside(study):
    declared(study)
    study.lenses.judge("belonging", "Denise", "told", "no", judge="Ben")
    study.lenses.judge("belonging", "Denise", "told", "yes")

    assert len(records(study, Judgement)) == 2
    assert study.lenses.outcomes("belonging").records()[0]["judges differ on"] == "told"


@pytest.mark.parametrize(
    ("given", "kind", "told"),
    [
        (("Denise", "told", "maybe"), Invalid, "what fits: no, yes, unknown, not evidenced"),
        (("Denise", "told", "no; yes"), Invalid, "takes one value"),
        (("Denise", "came-by", "family; unknown"), Invalid, "stand alone"),
        (("Denise", "tea", "no"), Invalid, "is no dimension"),
        (("Denise", "told", ""), Invalid, "got no value"),
    ],
)
def test_what_the_lens_does_not_admit_is_refused(study, given, kind, told):
    declared(study)

    with pytest.raises(kind, match=told):
        study.lenses.judge("belonging", *given)


def test_words_that_stand_nowhere_are_no_evidence_and_nothing_is_written(study):
    declared(study)

    with pytest.raises(QuoteNotFound):
        study.lenses.judge(
            "belonging", "Denise", "told", "no", evidence=[TOLD.__class__("denise", "They all told me.")]
        )
    assert records(study, Judgement) == []


def test_a_role_is_judged_by_its_name_and_the_study_as_a_whole(study):
    declared(study)
    study.lenses.judge("belonging", "floaters", "told", "no")
    study.lenses.judge("belonging", "study", "told", "unknown")

    assert {(one.unit.value, one.name) for one in records(study, Judgement)} == {("role", "floaters"), ("study", "")}


def test_a_name_that_a_lens_does_not_judge_is_answered_with_what_it_does(study):
    declared(study)
    study.lenses.add("interdependence")

    with pytest.raises(NotFound, match=r"\(it is a person\); it judges: team, dyad"):
        study.lenses.judge("interdependence", "Denise", "pooled", "present")


def test_a_name_that_could_be_two_things_needs_its_kind(study):
    declared(study)
    study.attributes.define("role", "text")
    study.attributes.set("Yusuf", "role", "Denise")

    with pytest.raises(Ambiguous, match="give the kind"):
        study.lenses.judge("belonging", "Denise", "told", "no")
    study.lenses.judge("belonging", "Denise", "told", "no", kind="role")
    assert records(study, Judgement)[0].name == "Denise"


def test_a_role_whose_people_are_a_case_too_is_that_case(study):
    declared(study)
    study.attributes.define("role", "category:worker")
    study.cases.add("worker", "group")

    study.lenses.judge("belonging", "worker", "told", "no", kind="role")

    assert [row["unit"] for row in study.lenses.judgements("belonging").records()] == ["worker"]


def test_an_override_needs_a_reason_and_shows(study):
    judged(study)

    with pytest.raises(Invalid, match="needs a reason"):
        study.lenses.override("belonging", "Denise", "of the team", " ")
    study.lenses.override("belonging", "Denise", "of the team", "The team was another one by then.")
    row = study.lenses.outcomes("belonging").records()[0]

    assert row["outcome"] == "of the team"
    assert row["override"] == "overridden, derived: at its edge; The team was another one by then."


def test_an_override_is_taken_away_by_an_empty_outcome(study):
    judged(study)
    study.lenses.override("belonging", "Denise", "apart", "So it seemed.")
    study.lenses.override("belonging", "Denise", "", "")

    assert study.lenses.outcomes("belonging").records()[0]["override"] is None


def test_an_outcome_that_the_lens_does_not_have_is_no_override(study):
    judged(study)

    with pytest.raises(Invalid, match="there are: of the team, at its edge, apart, indeterminate"):
        study.lenses.override("belonging", "Denise", "in the middle", "Because.")


def test_a_lens_with_judgements_stays(study):
    judged(study)

    with pytest.raises(Invalid, match="4 judgements were made under it"):
        study.lenses.remove("belonging")


def test_a_lens_nobody_judged_under_can_go(study):
    declared(study)
    study.lenses.remove("belonging")

    assert study.lenses.listing().values == ()


def test_a_judgement_is_taken_back_with_its_evidence(study):
    declared(study)
    k = study.lenses.judge("belonging", "Denise", "told", "no", evidence=[TOLD])

    study.lenses.withdraw_judgement(k)

    assert (records(study, Judgement), resting(study)) == ([], [])


def test_what_changed_under_a_judgement_shows_until_it_is_confirmed(study):
    declared(study)
    k = study.lenses.judge("belonging", "Denise", "told", "no", evidence=[CELL])
    study.chart.write("Denise", "1.2", "Or perhaps somebody did.")

    stale = study.lenses.judgements("belonging").records()[0]["to look at"]
    study.lenses.confirm(k)

    assert stale == "a cell it rests on was changed"
    assert study.lenses.judgements("belonging").records()[0]["to look at"] is None


def test_what_is_definite_and_rests_on_nothing_is_marked_and_so_is_an_uncharted_case(study):
    declared(study)
    study.lenses.judge("belonging", "Yusuf", "told", "no")
    study.lenses.judge("belonging", "Yusuf", "trained", "unknown")

    marks = [row["to look at"] for row in study.lenses.judgements("belonging").records()]

    assert marks == ["rests on nothing; the case is uncharted", "the case is uncharted"]


def test_judgements_of_an_earlier_version_that_no_longer_fit_are_set_aside(study):
    judged(study)
    study.lenses.add_text(
        LENS.replace('"a day", "long"]\nordered', '"a week", "long"]\nordered').replace(
            '["a day", "long"]', '["a week", "long"]'
        )
    )

    table = study.lenses.outcomes("belonging")

    assert "2 judgements of earlier versions no longer fit" in table.note
    assert [row["outcome"] for row in table.records()] == ["indeterminate", "indeterminate"]


def test_a_case_that_was_judged_cannot_be_removed(study):
    declared(study)
    study.cases.add("Third", "person")
    study.lenses.judge("belonging", "Third", "told", "no")

    with pytest.raises(Invalid, match="1 judgements rest on it"):
        study.cases.remove("Third")


def test_a_withdrawal_takes_the_persons_judgements_and_what_rests_on_their_words(study):
    add_sample(study)
    study.cases.add("Moira", "person")
    study.cases.link("Moira", "yusuf", how="speaks")
    study.cases.unlink("Yusuf", "yusuf")
    study.lenses.add_text(LENS)
    study.lenses.judge("belonging", "Moira", "trained", "a day", evidence=[DAY], rationale="Moira says a day.")
    study.lenses.judge("belonging", "Denise", "trained", "a day", evidence=[DAY, TOLD], rationale="As Moira does.")

    study.withdrawals.withdraw("Moira")

    left = records(study, Judgement)
    assert len(left) == len(resting(study)) == 1
    assert "Moira" not in left[0].rationale
    assert study.history.check() == []


def test_a_judgement_that_was_changed_since_it_was_seen_is_not_overwritten(study):
    judged(study)
    seen = study.lenses.judgement("belonging", "Denise", "told")
    study.lenses.judge("belonging", "Denise", "told", "yes", seen=seen.rev)

    with pytest.raises(Outdated):
        study.lenses.judge("belonging", "Denise", "told", "no", seen=seen.rev)
    assert study.lenses.judgement("belonging", "Denise", "told").values == ("yes",)
    assert study.lenses.judgement("belonging", "Denise", "trained").values == ("a day",)


def test_an_override_that_was_changed_since_it_was_seen_is_not_overwritten(study):
    judged(study)
    study.lenses.override("belonging", "Denise", "apart", "Moved.", seen=0)

    with pytest.raises(Outdated):
        study.lenses.override("belonging", "Denise", "", "", seen=0)


def test_a_cell_that_rests_on_all_that_is_coded_to_it_stands_beside_the_sheet(study):
    add_sample(study)
    study.chart.write("Denise", "1.1", "By chance.", evidence=[Whole()])

    [cell] = study.lenses.material("Denise")

    assert (cell.lines, cell.segments) == (("By chance.",), ())
