from __future__ import annotations

import pytest

from tests.study.interviews import add_interview
from trellis.core.errors import Invalid, NotFound

GUIDE = "number,topic,prompt\n1.10,Pay,\n1,Background,\n1.2,Training,How did you get ready?\n"
COVERAGE = "source,topic,covered,note\none,1.2,yes,\none,1.10,partly,briefly\nelsewhere,1.2,yes,\none,1.2.,maybe,\n"


@pytest.fixture
def guided(study, tmp_path):
    """A guide of three topics and one interview with its coverage."""
    (tmp_path / "guide.csv").write_text(GUIDE, "utf-8")
    (tmp_path / "coverage.csv").write_text(COVERAGE, "utf-8")
    add_interview(study, "one")
    add_interview(study, "two")
    study.guide.import_guide(tmp_path / "guide.csv")
    return study


def test_topics_stand_in_the_order_of_their_numbers(guided):
    assert guided.guide.show().rows() == [
        ("1", "Background", None, None),
        ("1.2", "Training", "How did you get ready?", None),
        ("1.10", "Pay", None, None),
    ]


def test_the_same_guide_twice_changes_nothing(guided, tmp_path):
    before = guided.history.number()

    assert guided.guide.import_guide(tmp_path / "guide.csv").same == 3
    assert guided.history.number() == before


def test_other_words_are_listed_and_kept_unless_asked_for(guided, tmp_path):
    (tmp_path / "new.csv").write_text("number,topic,prompt\n1.2,Induction,\n", "utf-8")

    assert guided.guide.import_guide(tmp_path / "new.csv").differs == ("1.2",)
    assert guided.guide.show().rows()[1][1] == "Training"
    assert guided.guide.import_guide(tmp_path / "new.csv", replace_words=True).changed == 1
    assert guided.guide.show().rows()[1][1] == "Induction"


def test_a_topic_without_a_name_is_refused(guided, tmp_path):
    (tmp_path / "new.csv").write_text("number,topic\n2,\n", "utf-8")

    with pytest.raises(Invalid, match="line 2"):
        guided.guide.import_guide(tmp_path / "new.csv")


def test_coverage_comes_in_with_what_is_refused_named(guided, tmp_path):
    done = guided.guide.import_coverage(tmp_path / "coverage.csv")

    assert done.new == 2
    assert [line for line, _ in done.refused] == [4, 5]
    table = guided.guide.coverage()
    assert table.columns == ("source", "1.2", "1.10")
    assert table.rows() == [("one", "yes", "partly"), ("two", None, None)]


def test_other_coverage_is_listed_and_kept_unless_asked_for(guided, tmp_path):
    guided.guide.cover("one", "Training", "no")

    assert guided.guide.import_coverage(tmp_path / "coverage.csv").differs == ("one 1.2: no",)
    assert guided.guide.import_coverage(tmp_path / "coverage.csv", replace_values=True).changed == 1


def test_what_is_not_in_the_guide_cannot_be_covered(guided):
    with pytest.raises(NotFound, match="Training"):
        guided.guide.cover("one", "weather")
    with pytest.raises(Invalid, match="partly"):
        guided.guide.cover("one", "1.2", "somewhat")


CALLS = {
    "cover": lambda s, _: s.guide.cover("two", "1.2"),
    "cover again": lambda s, _: s.guide.cover("one", "1.2", "no", note="asked twice"),
    "import": lambda s, folder: s.guide.import_guide(folder / "more.csv", replace_words=True),
    "coverage": lambda s, folder: s.guide.import_coverage(folder / "coverage.csv"),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_undo_is_exact(guided, tmp_path, call):
    (tmp_path / "more.csv").write_text("number,topic,prompt\n1,Life,\n2,Plans,\n", "utf-8")
    guided.guide.cover("one", "1.2")
    before = guided.history.dump()

    call(guided, tmp_path)
    assert guided.history.dump() != before
    guided.history.undo()

    assert guided.history.dump() == before
    assert guided.history.check() == []


def numbers(study):
    return [(topic.number, topic.name) for topic in study.guide.topics()]


def test_a_topic_is_added_under_the_next_number(guided):
    guided.guide.add("Going home", prompt=" How do you leave? ")
    guided.guide.add("The last day", under="Going home")
    guided.guide.add("Where from", under="1")

    assert numbers(guided) == [
        ("1", "Background"),
        ("1.2", "Training"),
        ("1.10", "Pay"),
        ("1.11", "Where from"),
        ("2", "Going home"),
        ("2.1", "The last day"),
    ]
    assert guided.guide.topics()[4].prompt == "How do you leave?"


def test_a_topic_gets_other_words_and_keeps_its_coverage(guided):
    guided.guide.cover("one", "1.2", "partly")

    guided.guide.edit("1.2", name="Induction", prompt="")

    assert guided.guide.topics()[1].name == "Induction"
    assert guided.guide.topics()[1].prompt == ""
    assert guided.guide.coverage().records()[0]["1.2"] == "partly"
    with pytest.raises(Invalid, match="at least one word"):
        guided.guide.edit("1.2", name=" ")


def test_a_moved_topic_takes_what_is_below_it_along_and_numbers_stay_with_the_places(guided):
    guided.guide.add("Going home")
    guided.guide.cover("one", "1.10", "yes")

    guided.guide.move("Going home", 1)
    guided.guide.move("Pay", 1)

    assert numbers(guided) == [("1", "Going home"), ("2", "Background"), ("2.2", "Pay"), ("2.10", "Training")]
    assert guided.guide.coverage().records()[0]["2.2"] == "yes"


def test_a_topic_moved_to_where_it_is_changes_nothing(guided):
    before = guided.history.number()

    guided.guide.move("Pay", 9)

    assert guided.history.number() == before


def test_a_removed_topic_goes_with_those_below_and_an_undo_brings_all_back(guided):
    guided.guide.cover("one", "1.2", "partly")
    before = numbers(guided)

    assert guided.guide.remove("Background") == 3
    assert numbers(guided) == []
    guided.history.undo()

    assert numbers(guided) == before
    assert guided.guide.coverage().records()[0]["1.2"] == "partly"
