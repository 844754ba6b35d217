from __future__ import annotations

import pytest

from trellis.core.case import Case, CaseKind, Extent, Link
from trellis.core.consent import Consent, ConsentScope, Withdrawal, WithdrawalLevel
from trellis.core.permission import Permission, Spoken, ended_use

ANN, BOB, FIRST = 1, 2, 7
QUOTE = ConsentScope.QUOTE


def answer(participant, wave=0, *, given=True, withdrawn=None, scope=QUOTE):
    return Consent(participant, wave, scope, 0, given, None, withdrawn)


@pytest.mark.parametrize(
    ("answers", "may"),
    [
        ([], True),
        ([answer(BOB, scope=ConsentScope.ARCHIVE)], True),
        ([answer(BOB)], False),
        ([answer(ANN)], True),
        ([answer(ANN, given=False)], False),
        ([answer(ANN, withdrawn="2026-03-31")], False),
        ([answer(ANN, given=False), answer(ANN, FIRST)], True),
        ([answer(ANN), answer(ANN, FIRST, given=False)], False),
        ([answer(BOB, given=False, withdrawn="2026-03-31")], True),
        ([answer(ANN, given=False, withdrawn="2026-03-31")], False),
        ([answer(BOB, given=False, withdrawn="2026-03-31"), answer(BOB, FIRST)], False),
    ],
)
def test_ann_may_be_quoted_in_the_first_wave_if_she_agreed(answers, may):
    assert Permission(answers, QUOTE).given(ANN, FIRST) is may


def test_a_participant_ends_new_use_from_a_date():
    asked = [
        Withdrawal(1, 0, ANN, WithdrawalLevel.NO_NEW_USE, "2026-03-31"),
        Withdrawal(2, 0, BOB, WithdrawalLevel.NO_CONTACT, "2026-03-31"),
    ]

    assert ended_use(asked, "2026-03-30") == {}
    assert ended_use(asked, "2026-03-31") == {ANN: "2026-03-31"}


def test_one_who_has_not_agreed_is_enough_to_withhold_a_shared_source():
    cases = tuple(Case(k, 0, CaseKind.PERSON, str(k), who, "") for k, who in ((11, ANN), (12, BOB)))
    links = ((1, 11, 5), (2, 12, 5), (3, 11, 6))
    extents = tuple(Extent(k, 0, case, source, None, None, None, Link.SPEAKS) for k, case, source in links)
    spoken = Spoken(cases, (), extents, ())

    assert spoken.of([BOB]) == {5}
    assert spoken.pairs() == {(5, ANN), (5, BOB), (6, ANN)}
