from __future__ import annotations

import pytest

from tests.reading.making import assert_parts_cover, slugs
from trellis.core.errors import BadTable
from trellis.reading import SurveyLayout, SurveyOptions, read_survey

SURVEY = (
    b"ID,Age,How was the first week?,What would help?\n"
    b"R1,34,Busy and a bit lonely to be honest,More time with the team\n"
    b"R2,51,,A named person to ask about things\n"
)


def test_one_source_per_respondent_has_questions_and_answers():
    first, second = read_survey("a.csv", SURVEY)

    assert first.document.text == (
        "How was the first week?\nBusy and a bit lonely to be honest\nWhat would help?\nMore time with the team"
    )
    assert [(part.kind.value, part.number) for part in first.document.parts] == [
        ("question", "1"), ("answer", "1"), ("question", "2"), ("answer", "2"),
    ]  # fmt: skip
    assert (first.name, first.respondent, first.attributes) == ("R1", "R1", (("Age", "34"),))
    assert [part.kind.value for part in second.document.parts] == ["question", "question", "answer"]
    assert slugs(first.document) == ["blank-answers"]
    assert_parts_cover(second.document)


def test_one_source_per_answer_leaves_blank_ones_out():
    sources = read_survey("a.csv", SURVEY, SurveyOptions(SurveyLayout.ANSWERS))

    assert [(source.name, source.question) for source in sources] == [
        ("R1 Q1", "How was the first week?"),
        ("R1 Q2", "What would help?"),
        ("R2 Q2", "What would help?"),
    ]
    assert sources[0].document.text == "Busy and a bit lonely to be honest"


def test_columns_can_be_named():
    options = SurveyOptions(id_column="age", questions=("What would help?",))

    first, _ = read_survey("a.csv", SURVEY, options)

    assert first.respondent == "34"
    assert first.attributes == (("ID", "R1"), ("How was the first week?", "Busy and a bit lonely to be honest"))


def test_without_ids_rows_are_numbered_and_doubles_told_apart():
    sources = read_survey(
        "a.csv", b"name,said\nAna,it was good for all of us there\nAna,I would do it again tomorrow\n"
    )
    named = read_survey(
        "a.csv", b"name,said\nAna,so it was\nAna,so it is\n", SurveyOptions(id_column="name", questions=("said",))
    )

    assert [source.name for source in sources] == ["row 1", "row 2"]
    assert [source.name for source in named] == ["Ana", "Ana (2)"]


@pytest.mark.parametrize("options", [SurveyOptions(questions=("Nothing",)), SurveyOptions(id_column="Nobody")])
def test_a_missing_column_is_named_with_those_there_are(options):
    with pytest.raises(BadTable, match="How was the first week"):
        read_survey("a.csv", SURVEY, options)


def test_a_table_of_numbers_holds_no_answers():
    with pytest.raises(BadTable, match="no column holds answers"):
        read_survey("a.csv", b"id,age\n1,2\n")
