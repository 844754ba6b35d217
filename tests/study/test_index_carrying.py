from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.double_round import ALIKE, ROUND, SLOWLY, TWICE, WALKED, coded, index
from trellis.core.case import Case, Participant, Recruitment
from trellis.core.coding import Coding
from trellis.core.errors import Invalid
from trellis.core.filters import Filters
from trellis.core.framework_wording import Rewording


@pytest.fixture
def double(study):
    return coded(study)


def test_what_is_agreed_comes_in_once_and_what_is_in_dispute_stays_out(double):
    done = double.rounds.carry(ROUND)

    assert index(double) == [(ALIKE, "1.1", "Ana")]
    assert (done.agreed.added, done.waiting) == (1, 4)


def test_what_was_settled_is_in_it_already(double):
    double.rounds.settle(ROUND, 1, "one reading adopted", "the walk", adopt="Ana")
    double.rounds.settle(ROUND, 2, "deferred", "later")

    done = double.rounds.carry(ROUND)

    assert sorted(index(double)) == sorted([(ALIKE, "1.1", "Ana"), (SLOWLY, "1.2", "Ana")])
    assert (done.settled.added, done.settled.already, done.waiting) == (0, 1, 3)


def test_carrying_again_brings_nothing(double):
    double.rounds.carry(ROUND)
    before = double.history.dump()

    done = double.rounds.carry(ROUND)

    assert done.added == 0
    assert double.history.dump() == before


def test_a_dry_run_only_tells(double):
    before = double.history.dump()

    told = double.rounds.carry(ROUND, dry_run=True)

    assert told.added == 1
    assert double.history.dump() == before


def test_carrying_is_undone_exactly(double):
    before = double.history.dump()

    double.rounds.carry(ROUND)
    double.history.undo()

    assert double.history.dump() == before


def test_a_source_of_one_coder_comes_in_whole(study):
    coded(study, closed=False)
    study.index.code("omar", "2", coder="Ana", round=ROUND, turn=3)
    study.rounds.close(ROUND)

    assert study.rounds.carry(ROUND).single.added == 1


def test_what_came_says_where_it_came_from_and_keeps_its_note(double):
    double.rounds.settle(ROUND, 1, "one reading adopted", "the walk", adopt="Ana")
    item = double.rounds.disagreements(ROUND).items[0]
    origin = next(one.coding for one in item.chosen if one.coder == "Ana")

    with double._work.read() as reader:
        [copy] = [coding for coding in reader.all(Coding) if coding.origins]

    assert copy.origins == (f"coding:{origin}",)
    assert copy.note == "the walking"


def test_what_is_to_be_looked_at_of_a_coding_is_to_be_looked_at_of_its_copy(double):
    double.framework.redefine("1.2", Rewording(definition="On foot"))

    double.rounds.settle(ROUND, 4, "both stand", "yes")

    assert [(item.words, item.coder) for item in double.framework.todo_items()] == [(WALKED, "Ben")]


def test_a_closed_round_is_left_as_it_is_when_the_framework_moves(study):
    coded(study, closed=False)
    study.framework.redefine("1.2", Rewording(definition="On foot"))
    assert len(study.framework.todo_items()) == 1  # whoever codes in a blind round sees their own

    study.rounds.close(ROUND)
    assert study.framework.todo_items() == []

    study.rounds.adopt(ROUND)
    assert len(study.framework.todo_items()) == 2


def test_the_round_itself_keeps_both_readings(double):
    double.rounds.settle(ROUND, 1, "one reading adopted", "the walk", adopt="Ana")
    double.rounds.carry(ROUND)

    assert double.index.number_of_codings(filters=Filters(round=ROUND)) == 8


def test_a_round_that_is_open_or_the_index_itself_is_not_carried(study):
    coded(study, closed=False)

    with pytest.raises(Invalid, match="still open"):
        study.rounds.carry(ROUND)
    with pytest.raises(Invalid, match="index itself"):
        study.rounds.carry("main")


def test_charts_coverage_counts_and_retrieval_read_the_index_only(study):
    def state():
        return (
            index(study),
            study.index.coverage().rows(),
            study.index.counts().rows(),
            study.index.unindexed().rows(),
            study.index.crosstab("site").rows(),
            study.framework.tree(codings=True).rows(),
            study.search.find("walked", Filters(theme="2")).hits,
            study.chart.progress().rows(),
            study.chart.cell("Omar", "2").waiting,
        )

    coded(study, closed=False)
    nothing = state()
    for coder in ("Ana", "Ben"):
        study.index.code("omar", "2", coder=coder, round=ROUND, turn=3)
    study.rounds.close(ROUND)
    assert state() == nothing

    study.rounds.carry(ROUND)

    assert [one != other for one, other in zip(nothing, state(), strict=True)] == [True] * len(nothing)
    assert TWICE not in str(index(study))
    assert WALKED not in str(index(study))


def test_nothing_comes_in_of_somebody_who_withdrew_from_new_use(double):
    with double._work.change("test.person") as change:
        janet = next(case for case in change.all(Case) if case.name == "Janet")
        someone = Participant(change.new_key(), 0, "Janet", Recruitment.TOOK_PART)
        change.insert(someone)
        change.update(janet, replace(janet, participant=someone.k))
    double.withdrawals.withdraw("Janet", "no new use", cut_off="1960-01-01")

    double.rounds.settle(ROUND, 1, "both stand", "two things")
    done = double.rounds.carry(ROUND)

    assert index(double) == []
    assert (done.added, done.withheld) == (0, ("janet",))
    assert "withdrew from new use" in done.table().note
