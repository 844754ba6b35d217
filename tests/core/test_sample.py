from __future__ import annotations

import pytest

from trellis.core.sample import Covered, asked_about

YES, PARTLY, NO = Covered.YES, Covered.PARTLY, Covered.NO


@pytest.mark.parametrize(
    ("covered", "asked"),
    [
        ((), None),
        ((None,), None),
        ((NO, None), None),
        ((NO, NO), False),
        ((NO, PARTLY), True),
        ((None, YES), True),
    ],
)
def test_one_topic_covered_is_having_been_asked_and_none_in_any_source_is_not(covered, asked):
    assert asked_about(covered) is asked
