from __future__ import annotations

from typing import Any

import pytest

from tests.study.chart_study import DENISE, add_sample
from tests.study.corrected_study import (
    CUT,
    OTHER,
    add_stretches,
    coded_words,
    records,
    the_cell,
    words_of,
)
from trellis.core.case import Extent
from trellis.core.chart import Evidence
from trellis.core.errors import AlreadyThere, Invalid, NotFound, QuoteNotFound
from trellis.core.memo import Memo
from trellis.study.chart_given import Indexed


@pytest.fixture
def sample(study):
    return add_sample(study)


def settle(study, sample, **how):
    """Settles Denise's first coding after a cut that it could not survive."""
    study.sources.correct("denise", CUT)
    study.sources.settle_review(f"coding:{sample.biscuits}", **how)


SETTLINGS: dict[str, tuple[dict[str, Any], str]] = {
    "by a quotation": ({"quote": "I were a floater"}, "I were a floater"),
    "by offsets": ({"start": 37, "end": 53}, CUT[37:53]),
}


@pytest.mark.parametrize("how", SETTLINGS)
def test_what_could_not_move_is_put_somewhere(study, sample, how):
    given, words = SETTLINGS[how]
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])

    settle(study, sample, **given)

    assert coded_words(study)[sample.biscuits] == words
    assert [words_of(study, one) for one in records(study, Evidence)] == [words]
    assert study.sources.review().rows() == []
    assert the_cell(study).stale != ()
    assert study.history.check() == []


def test_a_proposal_is_taken_when_it_is_good(study, sample):
    study.sources.correct("denise", DENISE.replace("Biscuits, seventeen year.", "Crackers, all my life, I was."))
    item = study.sources.review("denise").records()[0]

    study.sources.settle_review(str(item["item"]), proposed=True)

    assert coded_words(study)[sample.biscuits] == item["proposal"]
    assert "Crackers" in str(item["proposal"])


def test_where_there_is_no_proposal_none_can_be_taken(study, sample):
    with pytest.raises(Invalid, match="no proposal"):
        settle(study, sample, proposed=True)


def test_a_dropped_coding_leaves_its_words_to_what_rests_on_them(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])

    settle(study, sample, drop=True)

    assert sample.biscuits not in coded_words(study)
    [evidence] = records(study, Evidence)
    assert (evidence.coding, words_of(study, evidence)) == (None, "Biscuits, seventeen year.")
    assert [row["what"] for row in study.sources.review().records()] == ["evidence"]


def test_dropping_a_memo_keeps_its_text_and_dropping_a_link_takes_it_away(study, sample):
    add_stretches(study, sample)
    study.sources.correct("denise", OTHER, replace=True)
    for row in study.sources.review("denise").records():
        study.sources.settle_review(str(row["item"]), drop=True)

    [memo] = records(study, Memo)
    assert (memo.text, memo.version, memo.start) == ("!", None, None)
    assert [one for one in records(study, Extent) if one.start is not None] == []
    assert study.sources.review("denise").rows() == []


@pytest.mark.parametrize("how", [{"quote": "I were a floater"}, {"drop": True}])
def test_settling_is_undone_exactly(study, sample, how):
    study.sources.correct("denise", CUT)
    before = study.history.dump()

    study.sources.settle_review(f"coding:{sample.biscuits}", **how)
    study.history.undo()

    assert study.history.dump() == before


REFUSED: dict[str, tuple[dict[str, Any], type[Exception]]] = {
    "nothing of that name": ({"item": "coding:1", "drop": True}, NotFound),
    "no kind": ({"item": "coffee:1", "drop": True}, NotFound),
    "two ways at once": ({"drop": True, "proposed": True}, Invalid),
    "no way at all": ({}, Invalid),
    "words that are not there": ({"quote": "in the moonlight"}, QuoteNotFound),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_settling_is_refused_for(study, sample, reason):
    study.sources.correct("denise", CUT)
    how, error = REFUSED[reason]

    with pytest.raises(error):
        study.sources.settle_review(**{"item": f"coding:{sample.biscuits}", **how})


def test_what_stands_in_the_text_as_it_is_does_not_wait_for_review(study, sample):
    with pytest.raises(NotFound, match="does not wait for review"):
        study.sources.settle_review(f"coding:{sample.told}", drop=True)


def test_a_coding_is_not_put_where_its_twin_stands(study, sample):
    study.sources.correct("denise", CUT)
    twin = study.index.code("denise", "1.1", quote="I were a floater").added[0]

    with pytest.raises(AlreadyThere, match=f"coding {twin.k}"):
        study.sources.settle_review(f"coding:{sample.biscuits}", quote="I were a floater")


def test_what_waits_is_followed_through_later_corrections(study, sample):
    study.sources.correct("denise", CUT)
    study.sources.correct("denise", CUT.replace("I were a floater", "I was always a floater"))

    [row] = study.sources.review("denise").records()

    assert (row["version"], row["old words"]) == (1, "Biscuits, seventeen year.")
