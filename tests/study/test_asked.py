"""What the topic guide says of a blank cell: not asked, or asked; told, and never set."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.chart_study import writing
from tests.study.copies import copied, merged
from tests.study.deeds import a_study
from tests.study.picking import records
from tests.study.waves_study import NINE, START, heard_twice
from trellis.core.chart import Cell
from trellis.core.framework_wording import Wording
from trellis.core.sample import TopicTheme
from trellis.store.installation import Installation
from trellis.store.study_file import create
from trellis.study.finding_scope import About
from trellis.study.study import found


@pytest.fixture
def guided(study):
    """Denise was heard twice; two topics feed the themes under "Coming to the role"."""
    heard_twice(study)
    for name in ("Training", "Pay"):
        study.guide.add(name)
    study.guide.feed("1", ["1.2"])
    study.guide.feed("2", ["1"])
    return study


def test_a_case_is_told_as_not_asked_once_no_topic_was_covered_in_any_source(guided):
    assert guided.chart.asked("Denise", "1.2", wave=START) == ""
    guided.guide.cover("denise", "1", "no")
    assert guided.chart.asked("Denise", "1.2", wave=START) == ""

    guided.guide.cover("denise", "2", "no")

    assert (
        guided.chart.asked("Denise", "1.2", wave=START) == "not asked: 1 Training and 2 Pay were not covered in denise"
    )
    assert guided.chart.panel("Denise", "1.2", wave=START).guide.startswith("not asked: ")
    assert records(guided, Cell) == []


def test_one_topic_covered_in_part_is_having_been_asked(guided):
    guided.guide.cover("denise", "1", "no")
    guided.guide.cover("denise", "2", "partly")

    assert guided.chart.asked("Denise", "1.2", wave=START) == "asked: 2 Pay was covered in denise"


def test_each_wave_is_told_by_its_own_sources(guided):
    for source, covered in (("denise", "no"), ("denise-2", "yes")):
        for topic in ("1", "2"):
            guided.guide.cover(source, topic, covered)

    assert guided.chart.asked("Denise", "1.2", wave=START).startswith("not asked: ")
    assert guided.chart.asked("Denise", "1.2", wave=NINE).startswith("asked: ")


def test_what_is_fed_by_no_topic_and_who_was_not_heard_is_not_told_of(guided):
    guided.guide.cover("denise", "2", "no")

    assert guided.chart.asked("Denise", "2", wave=START) == ""
    assert guided.chart.asked("Yusuf", "1.2", wave=START) == ""


def test_a_cell_that_says_something_is_not_explained(guided):
    guided.guide.cover("denise", "2", "yes")
    guided.chart.write("Denise", "1.2", "A day.", wave=START)

    assert guided.chart.panel("Denise", "1.2", wave=START).guide == ""


def test_the_review_tells_of_blanks_that_nobody_asked_about(guided):
    for topic in ("1", "2"):
        guided.guide.cover("denise", topic, "no")
    guided.chart.blank("Denise", "1.2", "not raised", wave=START)
    with writing(guided) as change:  # as another tool's chart brings it
        [cell] = change.all(Cell)
        change.update(cell, replace(cell, blank=None))

    said = [one.said for one in guided.review.run().points if one.check == "blank-unexplained"]

    assert ["By the topic guide, not asked about it: " in one for one in said] == [True]


def test_the_review_asks_of_a_silent_case_that_nobody_asked(guided):
    for topic in ("1", "2"):
        guided.guide.cover("denise", topic, "no")
    guided.findings.add("Training was short.", About(themes=["1.2"], cases=["Denise"], waves=[START]), status="ready")
    guided.findings.place(1, "Denise", "silent", wave=START)

    said = [one.said for one in guided.review.run().points if one.check == "not-asked"]

    assert said == ["Silent in it are Denise, whom the topic guide says nobody asked."]
    guided.guide.cover("denise", "1", "yes")
    assert [one for one in guided.review.run().points if one.check == "not-asked"] == []


def test_which_themes_a_topic_feeds_is_replaced_undone_and_goes_with_the_topic(guided):
    assert [row[-1] for row in guided.guide.show().rows()] == ["1.2", "1"]
    guided.guide.feed("1", ["2", "1.1"])
    assert [row[-1] for row in guided.guide.show().rows()] == ["1.1; 2", "1"]

    guided.history.undo()
    assert [row[-1] for row in guided.guide.show().rows()] == ["1.2", "1"]
    guided.guide.remove("1")
    assert len(records(guided, TopicTheme)) == 1
    guided.history.undo()
    assert [row[-1] for row in guided.guide.show().rows()] == ["1.2", "1"]
    assert guided.history.check() == []


def test_a_table_of_topics_names_the_themes_that_they_feed(guided, tmp_path):
    (tmp_path / "guide.csv").write_text("number,topic,themes\n1,Training,1.1\n3,Plans,2; Routes in\n", "utf-8")

    guided.guide.import_guide(tmp_path / "guide.csv")
    guided.guide.import_guide(tmp_path / "guide.csv")

    assert [row[-1] for row in guided.guide.show().rows()] == ["1.1; 1.2", "1", "1.1; 2"]


def test_topics_follow_a_theme_that_is_merged(tmp_path):
    study = a_study(tmp_path)
    study.guide.add("Days")
    study.guide.feed("1", ["1.1", "2.1"])

    study.framework.merge(["1.1", "2.1"], "2.1")

    assert [row[-1] for row in study.guide.show().rows()] == ["2.1"]
    study.history.undo()
    assert [row[-1] for row in study.guide.show().rows()] == ["1.1; 2.1"]
    study.close()


def test_links_of_topics_from_two_copies_meet(tmp_path):
    with found(create(tmp_path / "a.trellis", Installation(tmp_path / "home-a")), "A study", "Ana") as ana:
        for name in ("Work", "Team"):
            ana.framework.add(Wording(name))
        ana.guide.add("Days")
        with copied(ana, tmp_path) as ben:
            ana.guide.feed("1", ["1"])
            ben.guide.feed("1", ["1", "2"])

            assert merged(ana, ben, tmp_path).conflicts == 0

            assert [row[-1] for row in ana.guide.show().rows()] == ["1; 2"]
            assert ana.history.check() == []


def test_the_history_names_the_themes(guided):
    guided.guide.feed("1", ["2"])

    line = guided.history.page(most=1)[0]
    assert (line.words, line.about) == ("said which themes a topic feeds", "1.2 Training; 2 Plans")
