from __future__ import annotations

from dataclasses import replace

import pytest

from tests.review.studies import CASES, finding, place, said, words_of
from trellis.core.finding import FindingStatus
from trellis.review import study_voices as rules


def test_a_finding_of_many_that_rests_on_one_asks_why():
    assert said(rules.single, finding("Keys matter.", words_of(1), words_of(1, k=60))) == [
        "It speaks of 6 and rests on one, Ada."
    ]


@pytest.mark.parametrize(
    "view",
    [
        finding("Keys matter.", words_of(1), words_of(2)),
        finding("Ada has no key.", words_of(1), places=(place(1),)),
        finding("Keys matter."),
        finding("Keys matter.", words_of(1), status=FindingStatus.DRAFT),
    ],
)
def test_several_voices_or_a_finding_of_one_raise_nothing(view):
    assert said(rules.single, view) == []


def three(*people: int):
    return [finding(f"Keys {n}.", *(words_of(k) for k in people), k=n) for n in (11, 12, 13)]


def test_groups_that_carry_no_finding_are_told_once_there_are_three():
    assert said(rules.missing, *three(1, 3)) == ["Nobody of these carries any finding, by role: nurse (2)."]
    assert said(rules.missing, *three(1, 3)[:2]) == []
    assert said(rules.missing, *three(1, 3, 5)) == []


def test_one_person_with_a_third_of_the_quotations_is_told():
    many = [words_of(1, k=60 + n, star=True) for n in range(4)] + [words_of(k, star=True) for k in (2, 3, 4)]

    assert said(rules.dominant, finding("Keys matter.", *many)) == ["4 of 7 starred quotations are Ada’s."]
    assert said(rules.dominant, finding("Keys matter.", *many[2:])) == []


@pytest.mark.parametrize(
    ("agreed", "star", "count"), [(False, True, 1), (True, True, 0), (None, True, 0), (False, False, 0)]
)
def test_a_starred_quotation_of_somebody_who_did_not_agree_is_wrong(agreed, star, count):
    cases = (replace(CASES[0], may_be_quoted=agreed), *CASES[1:])

    assert len(said(rules.consent, finding("Keys matter.", words_of(1, star=star)), cases=cases)) == count
