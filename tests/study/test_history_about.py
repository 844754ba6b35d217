from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.core.framework_wording import Wording
from trellis.study.chart_given import Indexed


@pytest.fixture
def sample(study):
    return add_sample(study)


def last(study):
    line = study.history.page(most=1)[0]
    return line.words, line.about


def test_a_statement_is_told_with_its_cell(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])

    assert last(study) == ("wrote a statement", "Denise, 1.1 Routes in")


def test_no_words_of_anybody_are_told(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits for seventeen years.")
    study.chart.mark("Denise", "1.1", "returned", question="Which biscuits?")

    assert all("iscuits" not in line.about for line in study.history.page())


def test_an_undo_names_what_it_took_back_and_a_redo_what_it_brought(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")
    number = study.history.number()
    study.history.undo()

    assert last(study) == ("undid", f"change {number}: wrote a statement (Denise, 1.1 Routes in)")
    study.history.redo()
    assert last(study)[0] == "redid"
    assert f"change {number}: wrote a statement" in last(study)[1]


def test_a_coding_is_told_with_its_source_and_theme(study, sample):
    study.index.code("denise", "1.2", quote="Nobody told me")

    assert last(study) == ("indexed words", "denise, 1.2 Training")


def test_many_places_are_told_by_the_first_three(study, sample):
    for case, theme in (("Denise", "1.1"), ("Denise", "1.2"), ("Yusuf", "1.1"), ("Yusuf", "1.2")):
        study.chart.write(case, theme, "A day.")
    study.chart.mark_part("charted")

    words, about = last(study)
    assert words == "said how far many cells are"
    assert about.endswith(" and more")
    assert about.count(";") == 2


def test_themes_are_told_by_the_numbers_they_have_now(study, sample):
    study.framework.add(Wording("Pay"), "1", "")

    assert last(study) == ("added a theme", "1.1 Pay")


def test_what_is_about_the_study_as_a_whole_names_no_place(study, sample):
    study.describe(title="Newer")

    assert last(study) == ("changed title, questions or notice", "")
