from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.study.chart_given import Indexed


@pytest.fixture
def sample(study):
    return add_sample(study, waves=True)


def test_a_printed_chart_is_what_an_export_holds(study, sample):
    study.chart.write("Denise", "1.1", "Biscuit factory.", evidence=[Indexed(sample.biscuits)], wave="at start")

    printed = study.chart.printed(["1.1"], ["Denise"])

    assert _references(printed.view) == ["turn 2"]
    assert [wave.name for wave in printed.in_time] == ["at start", "at nine months"]


def _references(view):
    return [
        evidence.reference for _, _, cell in view.filled() for line in cell.statements for evidence in line.evidence
    ]


def test_words_of_people_who_have_not_agreed_are_left_out_of_paper_too(study, sample):
    study.cases.add("Bob")
    study.cases.link("Bob", "denise")
    study.chart.write("Bob", "1.1", "no place of my own to stand", layer="verbatim", wave="at start")
    study.consents.record("Bob", "quote", given=False)

    printed = study.chart.printed()

    assert _references(printed.view) == []
    assert printed.note.withheld


def test_paper_says_what_became_of_somebody_but_not_why(study, sample):
    study.waves.attend("Denise", "at nine months", "refused", reason="a bereavement")

    absences = study.chart.printed().absences

    assert [(one.status.value, one.reason) for one in absences] == [("refused", "")]


def test_the_foot_names_version_date_and_pseudonyms(study, sample):
    study.framework.name_version("v1")

    foot = study.chart.foot()

    assert foot.framework == "framework v1"
    assert foot.date == "1970-01-01"
    assert foot.pseudonyms
