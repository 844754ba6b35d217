from __future__ import annotations

import pytest

from tests.study.double_round import NOBODY, ROUND, SLOWLY, coded


@pytest.fixture
def double(study):
    coded(study)
    study.rounds.settle(ROUND, 1, "one reading adopted", "She talks of the walk", adopt="Ana")
    study.rounds.settle(ROUND, 3, "deferred", "Ask her")
    return study


def section(study, title):
    return next(table for table in study.audit.sections() if table.title == title)


def test_settled_disagreements_are_listed_with_words_readings_outcome_and_reason(double):
    rows = section(double, "Settled disagreements").records()

    assert [(row["words"], row["readings"], row["settled"], row["reason"]) for row in rows] == [
        (SLOWLY, "Ana: 1.2 Walking; Ben: 1.1 Being known", "Ana adopted", "She talks of the walk"),
        (NOBODY, "Ana: 2 Support; Ben: 1.1 Being known", "deferred", "Ask her"),
    ]
    assert {(row["round"], row["source"], row["by"]) for row in rows} == {(ROUND, "janet", "Ana")}


def test_one_that_was_reopened_says_so(double):
    changed = double.rounds.disagreements(ROUND).items[0].chosen[0].coding
    double.index.recode([changed], "2")

    assert section(double, "Settled disagreements").records()[0]["settled"] == "Ana adopted (reopened)"


def test_rounds_are_listed_with_what_became_of_them(double):
    [main, spring] = section(double, "Rounds of coding").records()

    assert (main["state"], main["codings"]) == ("open, the index", 1)
    assert (spring["state"], spring["coders"], spring["codings"]) == ("blind, closed", 2, 8)
    assert spring["settled"] == "deferred: 1; one reading adopted: 1"


def test_a_round_that_is_blind_and_open_again_keeps_its_own_to_itself(study):
    coded(study)
    closed = study.history.number()
    study.rounds.settle(ROUND, 1, "both stand", "two things")
    study.history.undo(closed)

    assert section(study, "Settled disagreements").rows() == []


def test_words_of_somebody_who_may_not_be_quoted_are_not_printed(double):
    double.cases.add("Jan")
    double.cases.link("Jan", "janet")
    double.consents.record("Jan", "quote", given=False)

    rows = section(double, "Settled disagreements").records()

    assert {row["words"] for row in rows} == {"(no consent to quote)"}
    assert rows[0]["reason"] == "She talks of the walk"
