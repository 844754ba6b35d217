from __future__ import annotations

import pytest

from tests.review.studies import finding, said, study, words_of
from trellis.core.review import Level
from trellis.review.printing import checked, printed_in_accounts
from trellis.review.study_material import Talk

ADA = (
    "I had no desk and no computer for the first six weeks, um, and nobody told me what the job was. "
    "I would not say it was meant."
)
TEXTS = (("ada.txt", ADA), ("bo.txt", "On a Monday, with a bus pass and a list of names. It was brilliant."))


@pytest.mark.parametrize(
    "printed",
    [
        "I had no desk and no computer for the first six weeks",
        "I had no desk … and nobody told me what the job was",
        "[She] had no desk and no computer for the first six weeks",
        "i had NO desk and no computer for the first six weeks and nobody told me",
        "with a bus pass and a list of names",
    ],
)
def test_words_as_they_stand_with_marks_for_what_is_left_out_or_put_in_may_be_printed(printed):
    assert checked(printed, TEXTS).is_as_said


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("I had no desk and no telephone for the first six weeks", "“telephone” is printed where the source has"),
        ("I had a desk and no computer for the first six weeks", "“a” is printed where the source has “no”"),
        ("I would … say it was meant", "the ellipsis drops “not”"),
        ("I had no desk … with a bus pass and a list of names", "do not follow each other in one text"),
        ("They gave us a room of our own and a key to it", "it stands in none of the texts"),
    ],
)
def test_what_differs_without_a_mark_is_told(printed, told):
    found = checked(printed, TEXTS)

    assert not found.is_as_said
    assert any(told in each for each in found.told)


def accounted(account: str, **more):
    view = finding("Desks are luck.", words_of(1, k=51), account=account)
    return list(printed_in_accounts(study(view, talks={51: Talk("How?", ADA)}, **more)))


def test_a_quotation_in_an_account_is_held_against_the_turns_that_the_finding_rests_on():
    right = accounted("One said: “I had no desk and no computer for the first six weeks”.")
    turned = accounted("One said: “I had a desk and no computer for the first six weeks”.")
    nowhere = accounted("One said: “they gave us a room of our own and a key to it”.")

    assert right == []
    assert [point.level for point in (*turned, *nowhere)] == [Level.WRONG, Level.SAY_WHY]


@pytest.mark.parametrize("account", ["", "The so-called “missing middle” is old.", "No quotation at all."])
def test_terms_and_accounts_without_quotations_raise_nothing(account):
    assert accounted(account) == []


def test_without_the_turns_nothing_is_asked():
    view = finding("Luck.", words_of(1), account="One said: “they gave us a room of our own and a key to it”.")

    assert said(printed_in_accounts, view) == []
