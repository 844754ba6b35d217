from __future__ import annotations

import pytest

from tests.review.making import a_sample
from trellis.review.attributions import Lexicon

SAMPLE = a_sample()
LEXICON = Lexicon(SAMPLE)


def meant(written: str) -> set[str]:
    return {SAMPLE.people[n].name for n in LEXICON.read(written).fitting(SAMPLE)}


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("STR worker, site 1", {"P1", "P2"}),
        ("site 1 STR worker", {"P1", "P2"}),
        ("STR Workers", {"P1", "P2"}),
        ("P4", {"P4"}),
        ("P04, graduate worker", {"P4"}),
        ("Participant 5", {"P5"}),
        ("Interviewee 5, manager", {"P5"}),
        ("graduate worker", {"P3", "P4"}),
        ("GMHW", {"P3", "P4"}),
        ("STR", {"P1", "P2"}),
        ("STR, site 1", {"P1", "P2"}),
        ("manager", {"P5", "P6"}),
        ("male manager", {"P6"}),
        ("woman, site 1", {"P1", "P5"}),
        ("STR worker, site 2", set()),
        ("somebody at the back", set()),
        ("service line manager, site 2", {"P6"}),
        ("service", set()),
    ],
)
def test_an_attribution_means_those_whom_its_words_fit(written, people):
    assert meant(written) == people


def test_a_number_of_the_samples_shape_that_nobody_has_is_missing():
    assert LEXICON.read("P41, manager").missing == "P41"
    assert LEXICON.read("site 9").missing == ""


def test_where_everybody_has_a_number_another_one_is_missing():
    lexicon = Lexicon(a_sample([("no", "role"), ("1", "nurse"), ("2", "nurse")]))

    assert (lexicon.read("Participant 7").missing, lexicon.read("P2").people) == ("Participant 7", frozenset({1}))
    assert lexicon.read("ward 7").missing == ""


def test_a_noun_for_people_that_nobody_has_is_unknown():
    assert LEXICON.read("STR trainer, site 1").unknown == ("trainer",)
    assert LEXICON.read("senior service manager").unknown == ()


def test_words_that_mean_nobody_are_empty():
    assert LEXICON.read("our emphasis").is_empty


def test_a_sentence_mentions_values_with_their_places():
    text = "Unlike managers, STR workers at site 1 agreed"

    found = [(named.attribute, named.written) for named, _ in LEXICON.mentions(text)]

    assert found == [("role", "managers"), ("role", "STR workers"), ("site", "site 1")]


@pytest.mark.parametrize(
    ("written", "who"),
    [("#1", {"P1"}), ("participant #1", {"P1"}), ("Pt 1, female", {"P1"}), ("STR worker #2", {"P2"}), ("#9", set())],
)
def test_a_sign_before_a_number_means_a_participant(written, who):
    assert meant(written) == who


_COUNTED = Lexicon(
    a_sample((("id", "role"), *((f"Day worker {n}", "day worker") for n in (1, 2, 3)), ("Lead", "team lead")))
)


def test_a_number_beyond_those_of_its_kind_is_missing():
    assert _COUNTED.read("Day worker 4").missing == "Day worker 4"
    assert _COUNTED.read("Day worker 2").missing == ""


@pytest.mark.parametrize(
    "written", ["day worker, 30s", "day worker 30s", "day worker, 4", "day worker 2015", "day workers"]
)
def test_ages_and_years_behind_a_kind_are_no_number_of_it(written):
    assert _COUNTED.read(written).missing == ""
