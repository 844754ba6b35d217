from __future__ import annotations

import pytest

from trellis.core.consent import Consent, ConsentScope
from trellis.core.quoting import Permission

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
    ],
)
def test_ann_may_be_quoted_in_the_first_wave_if_she_agreed(answers, may):
    assert Permission(answers, QUOTE).given(ANN, FIRST) is may
