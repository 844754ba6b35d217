from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.factories import add_source
from tests.study.chart_study import add_sample, writing
from trellis.core.framework_wording import Wording
from trellis.core.source import Source, SourceKind
from trellis.study.chart_given import Indexed, Words


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


def test_words_linked_to_a_provision_or_to_what_a_group_tells_of_it_are_told_with_them(study, sample):
    with writing(study) as change:
        guide = change.get(Source, add_source(change, "Each worker has supervision every month.", "guide").k)
        change.update(guide, replace(guide, kind=SourceKind.DOCUMENT))
    study.intent.provide("Supervision every month.", Words("guide", "supervision every month"))
    told = [last(study)[1]]
    study.intent.group_by("Site")
    study.intent.tell(1, "North", "diluted", "every third month")
    told.append(last(study)[1])
    made = study.intent.link(1, "North", Indexed(sample.biscuits))
    told.append(last(study)[1])
    study.intent.unlink(made)
    told.append(last(study)[1])

    assert told == ["guide, provision 1", "provision 1, North", "provision 1, North", "provision 1, North"]
    assert all("month" not in line.about for line in study.history.page())


def test_a_provision_that_is_gone_is_told_by_the_group_alone(study, sample):
    with writing(study) as change:
        guide = change.get(Source, add_source(change, "Each worker has a desk.", "guide").k)
        change.update(guide, replace(guide, kind=SourceKind.DOCUMENT))
    study.intent.provide("A desk.", Words("guide", "a desk"))
    study.intent.group_by("Site")
    study.intent.tell(1, "North", "diluted")
    study.intent.remove(1)

    assert set(last(study)[1].split("; ")) == {"guide", "North"}
