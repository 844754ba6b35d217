from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.chart_study import add_sample
from tests.study.lens_study import judged
from trellis.core.case import Case, Participant, Recruitment
from trellis.core.consent import Consent, ConsentScope
from trellis.core.study_review import JudgedAt
from trellis.review.study_material import StudyMaterial
from trellis.study.chart_given import Words
from trellis.study.finding_scope import About
from trellis.study.review_material import material_of_study


@pytest.fixture
def sample(study):
    made = add_sample(study)
    with study._work.change("test.write") as change:
        for case in change.all(Case):
            if case.name in {"Denise", "Yusuf"}:
                k = change.new_key()
                change.insert(Participant(k, 0, case.name, Recruitment.TOOK_PART))
                change.update(case, replace(case, participant=k))
    return made


def material(study) -> StudyMaterial:
    with study._work.read() as reader:
        return material_of_study(reader)


def test_people_come_with_their_values_and_the_sites_that_they_belong_to(study, sample):
    found = {case.name: case.values for case in material(study).cases}

    assert found == {"Denise": (("Site", "North"),), "Yusuf": (("Site", "South"),)}


def test_whether_they_may_be_quoted_is_known_once_somebody_was_asked(study, sample):
    before = [case.may_be_quoted for case in material(study).cases]
    with study._work.change("test.write") as change:
        denise = next(one.k for one in change.all(Participant) if one.pseudonym == "Denise")
        change.insert(Consent(denise, 0, ConsentScope.QUOTE, 0, True, None, None))

    assert before == [None, None]
    assert {case.name: case.may_be_quoted for case in material(study).cases} == {"Denise": True, "Yusuf": False}


def test_statements_on_nothing_and_blanks_without_a_reason_count_once_the_cell_is_charted(study, sample):
    study.chart.write("Denise", "1.1", "No place of her own")
    study.chart.write("Yusuf", "1.2", "A day")
    before = material(study)

    study.chart.set_state("Denise", "1.1", "charted")
    after = material(study)

    assert before.bare == ()
    assert [(bare.text, bare.case) for bare in after.bare] == [("No place of her own", sample.cases["Denise"])]
    assert [(theme.number, theme.charted) for theme in after.themes if theme.charted] == [("1.1", 1), ("1.2", 1)]


def test_evidence_comes_with_its_turn_and_the_question_before_it(study, sample):
    study.findings.add("They came by chance.", About(), status="ready")
    k = study.findings.link(1, Words("yusuf", "it was a day"))

    talk = material(study).talks.get(k)

    assert talk is None or "One day" in talk.turn


def test_interviews_come_with_their_length_and_their_codings(study, sample):
    assert {source.name: source.codings for source in material(study).sources} == {"denise": 2, "yusuf": 1}


def test_a_judgement_comes_with_its_place_on_the_sheet(study):
    judged(study)

    at = material(study).judgements[0].at

    assert at == JudgedAt("belonging", "Denise", "case", "", "told")
    sheet = study.lenses.sheet(at.lens, at.unit, kind=at.kind)
    assert at.dimension in {one.dimension for one in sheet.judgements}


def test_the_sample_table_of_the_report_is_what_is_asked_about(study, sample):
    study.report.keep_template('sample_rows = "Site"\n\n[[section]]\nid = "sample"\n')

    assert material(study).table == ("Site", "")
