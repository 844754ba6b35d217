from __future__ import annotations

from dataclasses import replace

from tests.review.studies import CASES, finding, said, words_of
from trellis.review import study_people as rules

QUOTED = finding("Keys matter.", words_of(1, star=True), words_of(2, star=True), words_of(3, star=True))
BY_ROLE, BY_ALL = ("role",), ("role", "site", "gender")


def test_attributions_that_enough_people_share_raise_nothing():
    assert said(rules.disclosed, QUOTED, printed=BY_ROLE) == []


def test_an_attribution_of_one_person_is_told_with_the_smallest_coarsening():
    found = said(rules.disclosed, QUOTED, printed=BY_ALL)

    assert len(found) == 3
    assert all("one person has all of it" in each for each in found)
    assert all(each.endswith("is to leave out gender. Content identifies more than labels do.") for each in found)


def test_what_may_be_left_out_first_is_the_teams():
    found = said(rules.disclosed, QUOTED, printed=("role", "gender"), order=("role", "gender"))

    assert all("is to leave out role" in each for each in found)


def test_k_is_the_teams_and_people_who_are_not_quoted_are_not_asked_about():
    assert len(said(rules.disclosed, QUOTED, printed=BY_ROLE, k=3)) == 2
    assert said(rules.disclosed, finding("Keys matter.", words_of(1)), printed=BY_ALL) == []


def test_a_post_that_few_hold_in_the_population_is_told():
    assert said(rules.disclosed, QUOTED, printed=BY_ROLE, population=(("team manager", 1),)) == [
        "“team manager” is a post that one person holds: ask them, or paraphrase."
    ]


def test_without_a_pattern_or_a_sample_nothing_is_asked():
    assert said(rules.disclosed, QUOTED) == []
    assert said(rules.disclosed, QUOTED, printed=BY_ALL, cases=()) == []


def test_somebody_of_whom_a_value_is_not_known_is_shared_by_all_who_fit_the_rest():
    cases = (replace(CASES[0], values=(("role", "STR worker"),)), *CASES[1:])

    assert said(rules.disclosed, finding("Keys.", words_of(1, star=True)), printed=BY_ALL, cases=cases) == []
