from __future__ import annotations

import pytest

from tests.study.double_round import ALIKE, NOBODY, ROUND, SLOWLY, TWICE, WALKED, coded, index
from trellis.core.disagreement import Outcome
from trellis.core.errors import CannotUndo, Invalid, NotAllowed, NotFound


@pytest.fixture
def double(study):
    return coded(study)


def test_an_adopted_reading_comes_into_the_index(double):
    done = double.rounds.settle(ROUND, 1, "one reading adopted", "the walk", adopt="Ana")

    assert index(double) == [(SLOWLY, "1.2", "Ana")]
    assert (done.outcome, done.carried.added, done.waiting) == (Outcome.ADOPTED, 1, 3)


def test_both_readings_come_into_the_index(double):
    double.rounds.settle(ROUND, 1, "both stand", "two things")

    assert sorted(index(double)) == [(SLOWLY, "1.1", "Ben"), (SLOWLY, "1.2", "Ana")]


@pytest.mark.parametrize("outcome", ["deferred", "definition changed"])
def test_what_decides_on_no_reading_leaves_the_index(double, outcome):
    double.rounds.settle(ROUND, 1, outcome, "see the memo")

    assert index(double) == []


def test_settling_again_replaces_what_was_settled_and_what_stands(double):
    double.rounds.settle(ROUND, 1, "one reading adopted", "the walk", adopt="Ana")
    double.rounds.settle(ROUND, 1, "one reading adopted", "on second thoughts", adopt="Ben")

    assert index(double) == [(SLOWLY, "1.1", "Ben")]
    assert [item.decision.reason for item in double.rounds.disagreements(ROUND, standing="settled").items] == [
        "on second thoughts"
    ]


def test_adopting_whoever_left_it_out_keeps_it_out(double):
    double.rounds.settle(ROUND, 2, "both stand", "first thought")
    double.rounds.settle(ROUND, 2, "one reading adopted", "an aside", adopt="Ben")

    assert index(double) == []


def test_in_a_round_that_is_the_index_the_other_reading_leaves_it(double):
    double.rounds.adopt(ROUND)

    double.rounds.settle(ROUND, 1, "one reading adopted", "the walk", adopt="Ana")

    here = [entry for entry in index(double) if entry[0] == SLOWLY]
    assert here == [(SLOWLY, "1.2", "Ana")]
    assert len(index(double)) == 7


def test_a_disagreement_is_named_by_a_coding_as_well(double):
    key = double.rounds.disagreements(ROUND).items[2].item

    double.rounds.settle(ROUND, key, "deferred", "later")

    assert double.rounds.disagreements(ROUND, standing="settled").items[0].words == NOBODY


def test_settling_is_undone_with_what_it_did_to_the_index(double):
    before = double.history.dump()

    double.rounds.settle(ROUND, 4, "both stand", "yes")
    assert (WALKED, "1.2", "Ben") in index(double)
    double.history.undo()

    assert double.history.dump() == before
    assert double.history.check() == []


def test_codings_that_were_settled_cannot_be_undone_from_under_it(double):
    made = double.history.number() - 1
    double.rounds.settle(ROUND, 4, "deferred", "later")

    with pytest.raises(CannotUndo, match="settle"):
        double.history.undo(made)


@pytest.mark.parametrize(
    ("which", "outcome", "reason", "adopt", "error", "told"),
    [
        (9, "both stand", "x", None, NotFound, "it has 4"),
        (1, "tossed a coin", "x", None, Invalid, "no outcome"),
        (1, "both stand", " ", None, Invalid, "say why"),
        (1, "one reading adopted", "x", None, Invalid, "Ana, Ben"),
        (1, "one reading adopted", "x", "Zoe", Invalid, "Zoe did not index"),
        (1, "both stand", "x", "Ana", Invalid, "adopts nobody"),
    ],
)
def test_what_cannot_be_is_refused(double, which, outcome, reason, adopt, error, told):
    with pytest.raises(error, match=told):
        double.rounds.settle(ROUND, which, outcome, reason, adopt=adopt)


def test_a_coder_does_not_settle(double, tmp_path):
    double._work.person_name = "Ben"

    with pytest.raises(NotAllowed):
        double.rounds.settle(ROUND, 1, "both stand", "x")


def test_a_settled_one_that_shows_no_more_is_not_settled_again(double):
    double.rounds.adopt(ROUND)
    double.rounds.settle(ROUND, 2, "one reading adopted", "x", adopt="Ben")

    with pytest.raises(Invalid, match="no longer differ"):
        double.rounds.settle(ROUND, 2, "both stand", "x")
    assert TWICE not in {words for words, _, _ in index(double)}
    assert (ALIKE, "1.1", "Ben") in index(double)
