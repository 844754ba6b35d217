from __future__ import annotations

import pytest

from trellis.core.source import Source, SourceKind
from trellis.reading import SurveyLayout, SurveyOptions
from trellis.study.bringing import Outcome

ANSWERS = """id,site,What helped you most?,What would you change?
R1,Saltmarsh,"Somebody who had been there, and said so, without a fuss.",Nothing much that I can think of.
R2,Harrow Vale,The lift home. I know it sounds daft but it was.,"The forms, all of them, every single one."
R3,Saltmarsh,Nobody did help me if I am to be quite honest with you.,
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


def names(study):
    return [row["source"] for row in study.sources.listing().records()]


def test_each_respondent_is_a_source_with_the_questions_as_headings(study, table):
    study.surveys.bring_in([table])

    assert names(study) == ["R1", "R2", "R3"]
    kinds = [row["kind"] for row in study.sources.parts("R1").records()]
    assert kinds == ["question", "answer", "question", "answer"]


def test_each_answer_is_a_source_if_wanted(study, table):
    study.surveys.bring_in([table], SurveyOptions(SurveyLayout.ANSWERS))

    assert names(study) == ["R1 Q1", "R1 Q2", "R2 Q1", "R2 Q2", "R3 Q1"]


def test_respondents_are_cases_with_what_else_the_table_says(study, table):
    study.surveys.bring_in([table])

    assert [(row["case"], row["speaks in"]) for row in study.cases.listing().records()] == [
        ("R1", 1),
        ("R2", 1),
        ("R3", 1),
    ]
    assert [row["site"] for row in study.attributes.table().records()] == ["Saltmarsh", "Harrow Vale", "Saltmarsh"]


def test_they_are_survey_answers(study, table):
    study.surveys.bring_in([table])

    with study._work.read() as reader:
        assert {source.kind for source in reader.all(Source)} == {SourceKind.SURVEY_ANSWER}


def test_a_survey_is_undone_as_one(study, table):
    before = study.history.dump()
    study.surveys.bring_in([table])

    study.history.undo()

    assert study.history.dump() == before
    assert study.history.check() == []


def test_the_same_table_twice_brings_nothing_new(study, table):
    study.surveys.bring_in([table])

    again = study.surveys.bring_in([table])

    assert {item.outcome for item in again.items} == {Outcome.DUPLICATE}


def test_two_people_may_give_the_same_answer(study, tmp_path):
    table = tmp_path / "same.csv"
    table.write_text("id,Why?\nR1,I would rather not say.\nR2,I would rather not say.\n", encoding="utf-8")

    study.surveys.bring_in([table], SurveyOptions(SurveyLayout.ANSWERS, questions=("Why?",)))

    assert names(study) == ["R1 Q1", "R2 Q1"]


def test_a_table_without_the_question_is_refused_by_name(study, table):
    brought = study.surveys.bring_in([table], SurveyOptions(questions=("Who?",)))

    assert [item.outcome for item in brought.items] == [Outcome.REFUSED]
    assert "Who?" in brought.items[0].message


def test_a_dry_run_writes_nothing(study, table):
    before = study.history.dump()

    brought = study.surveys.bring_in([table], dry_run=True)

    assert len(brought.items) == 3
    assert study.history.dump() == before
