from __future__ import annotations

import pytest

from tests.study.interviews import add_interview
from trellis.core.errors import AlreadyThere, Invalid


@pytest.fixture
def two_waves(study):
    """Two people heard in the first wave, one of them lost in the second."""
    study.waves.add("referral")
    study.waves.add("nine months")
    for name in ("ann 1", "bob 1", "ann 2"):
        add_interview(study, name)
    study.waves.place_sources("referral", "ann 1", "bob 1")
    study.waves.place_sources("nine months", "ann 2")
    study.waves.attend("bob 1", "nine months", "lost", reason="moved away", on="2009-12-01")
    return study


def test_an_interview_counts_as_completed(two_waves):
    table = two_waves.waves.attrition()

    rows = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows()}
    assert (rows["referral"]["completed"], rows["referral"]["not said"]) == (2, 1)
    assert (rows["nine months"]["completed"], rows["nine months"]["lost"]) == (1, 1)
    assert all(sum(row[1:-1]) == row[-1] == 3 for row in table.rows())


def test_what_was_said_stands_before_what_is_there(two_waves):
    two_waves.waves.attend("ann 2", "nine months", "withdrew")

    assert two_waves.waves.attrition().rows()[1][1] == 0


def test_waves_have_an_order(two_waves):
    two_waves.waves.order("nine months", "referral")

    assert two_waves.waves.listing().rows() == [("nine months", 1), ("referral", 2)]
    with pytest.raises(Invalid, match="every wave once"):
        two_waves.waves.order("referral")


def test_a_wave_is_there_once(two_waves):
    with pytest.raises(AlreadyThere):
        two_waves.waves.add("Referral")


def test_a_status_must_be_one_of_those_there_are(two_waves):
    with pytest.raises(Invalid, match="completed, not due"):
        two_waves.waves.attend("ann 1", "referral", "asleep")


CALLS = {
    "add": lambda s: s.waves.add("two years"),
    "rename": lambda s: s.waves.rename("referral", "start"),
    "order": lambda s: s.waves.order("nine months", "referral"),
    "place": lambda s: s.waves.place_sources(None, "ann 1", "ann 2"),
    "attend": lambda s: s.waves.attend("bob 1", "nine months", "died"),
    "attend anew": lambda s: s.waves.attend("ann 1", "nine months", "missed"),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_undo_is_exact(two_waves, call):
    before = two_waves.history.dump()

    call(two_waves)
    assert two_waves.history.dump() != before
    two_waves.history.undo()

    assert two_waves.history.dump() == before
    assert two_waves.history.check() == []
