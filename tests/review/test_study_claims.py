from __future__ import annotations

import pytest

from tests.review.studies import finding, holding_places, place, said, words_of
from trellis.core.finding import Output
from trellis.core.finding_placing import Group
from trellis.review import study_claims as rules


@pytest.mark.parametrize(
    ("claim", "people", "count"),
    [
        ("Nurses keep the keys to themselves.", (1, 2), 1),
        ("Psychiatrists keep the keys to themselves.", (1, 2), 1),
        ("As workers saw it, nurses keep the keys to themselves.", (1, 2), 0),
        ("Nurses keep the keys to themselves.", (1, 5), 0),
        ("STR workers have no keys.", (1, 2), 0),
        ("Keys are kept by nurses.", (1,), 0),
        ("Nurses’ keys are kept apart.", (1,), 0),
        ("Nurses keep the keys to themselves.", (), 0),
    ],
)
def test_a_fact_about_a_group_on_the_word_of_others_asks_who_says_so(claim, people, count):
    assert len(said(rules.second_hand, finding(claim, *(words_of(k) for k in people)))) == count


CONTRAST = "STR workers have keys, whereas team managers have none."


@pytest.mark.parametrize(
    ("claim", "people", "told"),
    [
        (CONTRAST, (1, 2), "It sets STR workers against team managers; nobody of team managers is evidence."),
        (CONTRAST, (1, 3), None),
        (CONTRAST, (), None),
        ("STR workers and team managers have keys.", (1,), None),
    ],
)
def test_a_comparison_with_evidence_of_one_side_asks_why(claim, people, told):
    assert said(rules.one_sided, finding(claim, *(words_of(k) for k in people))) == ([] if told is None else [told])


def test_groups_that_another_attribute_parts_as_well_are_told():
    assert said(rules.confounded, finding(CONTRAST, words_of(1), words_of(3))) == [
        "It compares by role, and site parts the same people: STR workers are north and team managers are south."
    ]
    assert said(rules.confounded, finding("STR workers have keys, whereas nurses have none.", words_of(1))) == []


def test_a_side_that_was_not_asked_is_told():
    places = (place(1), place(2), place(3, Group.NOT_ASKED), place(4, Group.NOT_ASKED))

    assert said(rules.not_asked, finding(CONTRAST, words_of(1), places=places)) == [
        "It compares, and nobody of team managers was asked."
    ]


def test_a_finding_of_which_most_were_not_asked_is_told_and_one_of_which_some_were_not_is_not():
    few = (place(1), place(2, Group.NOT_ASKED), place(3, Group.NOT_ASKED))
    most = (place(1), place(2), place(3, Group.NOT_ASKED))

    assert said(rules.not_asked, finding("Keys matter.", words_of(1), places=few)) == [
        "2 of 3 whom it speaks of were not asked: Bo, Cy."
    ]
    assert said(rules.not_asked, finding("Keys matter.", words_of(1), places=most)) == []


@pytest.mark.parametrize(
    ("claim", "places", "told"),
    [
        ("Most had keys.", holding_places(4), None),
        ("Most had keys.", holding_places(3), "“Most”: it holds for 3 of 6 who were asked."),
        ("All had keys.", holding_places(5), "“All”: it holds for 5 of 6 who were asked."),
        ("Nearly all had keys.", holding_places(5), None),
        ("Nobody had keys.", holding_places(4, Group.CONTRARY), "“Nobody”: 2 are contrary to it."),
        ("Some had keys.", holding_places(1), None),
        ("Some had keys.", holding_places(0), "“Some”: no list of cases stands behind it."),
        ("Some had keys.", holding_places(2, Group.TO_PLACE), "“Some”: 4 of 6 cases are not placed yet."),
        ("It took some time.", holding_places(0), None),
        ("Keys matter.", holding_places(0), None),
    ],
)
def test_a_quantifier_is_held_against_its_lists_of_cases(claim, places, told):
    assert said(rules.quantifiers, finding(claim, places=places)) == ([] if told is None else [told])


def test_a_recommendation_is_not_asked_for_cases():
    assert (
        said(rules.quantifiers, finding("Give all a key.", places=holding_places(0), output=Output.RECOMMENDATION))
        == []
    )
