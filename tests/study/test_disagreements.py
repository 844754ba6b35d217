from __future__ import annotations

import json

import pytest

from tests.study.double_round import NOBODY, ROUND, SLOWLY, TWICE, WALKED, code, coded
from trellis.core.disagreement import Difference, Outcome, Standing
from trellis.core.errors import NotAllowed
from trellis.core.framework_wording import Rewording


@pytest.fixture
def double(study):
    return coded(study)


def test_each_disagreement_comes_with_its_words_and_who_chose_what(double):
    found = double.rounds.disagreements(ROUND)

    assert found.coders == ("Ana", "Ben")
    assert [(i.words, i.difference, i.read_by("Ana"), i.read_by("Ben")) for i in found.items] == [
        (SLOWLY, Difference.THEME, "1.2 Walking", "1.1 Being known"),
        (TWICE, Difference.ABSENT, "1.1 Being known", "not indexed"),
        (NOBODY, Difference.THEME, "2 Support", "1.1 Being known"),
        (WALKED, Difference.ABSENT, "not indexed", "1.2 Walking"),
    ]
    assert found.agreed == 1
    assert found.items[1].silent == ("Ben",)


def test_the_question_before_and_the_words_after_are_there(double):
    first = double.rounds.disagreements(ROUND).items[0]

    assert first.before.startswith("INT: How did the first weeks go?")
    assert first.after.startswith(" — twice")
    assert (first.speaker, first.part, first.from_ms) == ("P1", 2, 120_000)
    assert [chosen.note for chosen in first.chosen if chosen.coder == "Ana"] == ["the walking"]


def test_definitions_are_those_that_the_coders_worked_under(double):
    double.framework.redefine("1.2", Rewording(definition="On foot, with or without company"))

    [known, walking] = double.rounds.disagreements(ROUND).items[0].definitions

    assert (known.label, walking.label, walking.definition) == ("1.1 Being known", "1.2 Walking", "")
    assert double.rounds.disagreements(ROUND).framework == "v1"


def test_a_settled_one_says_how_why_by_whom_and_what_it_was_about(double):
    double.rounds.settle(ROUND, 1, "one reading adopted", "She talks of the walk", adopt="Ana")

    item = double.rounds.disagreements(ROUND, standing="settled").items[0]

    assert item.outcome == "Ana adopted"
    decision = item.decision
    assert (decision.outcome, decision.reason, decision.by) == (Outcome.ADOPTED, "She talks of the walk", "Ana")
    assert {(one.coder, one.label, one.stands) for one in decision.then} == {
        ("Ben", "1.1 Being known", False),
        ("Ana", "1.2 Walking", True),
    }


def test_the_open_ones_are_those_that_wait_reopened_ones_with_them(double):
    double.rounds.settle(ROUND, 1, "both stand", "both")
    double.rounds.settle(ROUND, 2, "both stand", "both")
    changed = double.rounds.disagreements(ROUND).items[0].chosen[0].coding
    double.index.recode([changed], "2")

    assert [i.number for i in double.rounds.disagreements(ROUND, standing="open").items] == [1, 3, 4]
    assert [i.number for i in double.rounds.disagreements(ROUND, standing="reopened").items] == [1]
    assert double.rounds.disagreements(ROUND, source="janet").items
    assert double.rounds.disagreements(ROUND, source="omar").items == ()


def test_a_blind_round_shows_none_of_it_while_it_is_open(study):
    coded(study, closed=False)

    with pytest.raises(NotAllowed, match="close it first"):
        study.rounds.disagreements(ROUND)


def test_the_table_has_a_column_for_each_coder_and_goes_to_json(double):
    table = double.rounds.disagreements(ROUND).table()

    assert {"Ana chose", "Ben chose", "words", "state", "outcome", "reason"} <= set(table.columns)
    assert json.dumps(table.records())
    assert "1 stretches are indexed alike" in table.note


def test_a_coder_whose_name_is_a_head_of_the_table_is_told_apart(double):
    code(double, "2", WALKED, "words", round="main")
    double.rounds.open("third")
    for coder in ("words", "Ben"):
        code(double, "2" if coder == "Ben" else "1.1", WALKED, coder, round="third")

    columns = double.rounds.disagreements("third").table().columns

    assert len(set(columns)) == len(columns)


def test_what_was_settled_of_a_removed_coding_is_shown_in_the_text_read_now(study):
    coded(study)
    study.rounds.adopt(ROUND)
    study.rounds.settle(ROUND, 2, "one reading adopted", "said before", adopt="Ben")

    study.sources.correct("janet", study.sources.text("janet").replace("my name.", "her name.", 1))

    item = study.rounds.disagreements(ROUND).items[1]
    assert (item.standing, item.words) == (Standing.SETTLED, "and nobody knew her name.")


def test_a_coder_who_has_not_read_the_source_has_no_reading_of_it(double):
    double.rounds.open("three")
    for coder, theme in (("Ana", "1.1"), ("Ben", "2")):
        code(double, theme, SLOWLY, coder, round="three")
    for coder, theme in (("Cleo", "1.1"), ("Ben", "2")):
        double.index.code("omar", theme, turn=3, coder=coder, round="three")

    janet, omar = double.rounds.disagreements("three").items

    assert (janet.coders, janet.read_by("Cleo"), janet.silent) == (("Ana", "Ben"), "", ())
    assert (omar.coders, omar.read_by("Ana")) == (("Ben", "Cleo"), "")
