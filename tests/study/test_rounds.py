from __future__ import annotations

import pytest

from tests.study.indexed_study import filled
from trellis.core.coding import Purpose
from trellis.core.errors import AlreadyThere, Invalid


@pytest.fixture
def indexed(study):
    return filled(study)


def test_a_round_is_opened_closed_and_adopted(indexed):
    made = indexed.rounds.open("spring", "calibration", blind=True)
    indexed.index.code("janet", "1.1", turn=2, round="spring")
    indexed.rounds.close("spring")
    indexed.rounds.adopt("spring")

    assert made.purpose is Purpose.CALIBRATION
    assert indexed.rounds.listing().rows() == [
        ("main", "main", None, "", "open", "", 0),
        ("spring", "calibration", "v1", "blind", "closed", "adopted", 1),
    ]
    assert indexed.history.check() == []


def test_nothing_is_indexed_in_a_closed_round(indexed):
    indexed.rounds.close("main")

    with pytest.raises(Invalid, match="“main” is closed"):
        indexed.index.code("janet", "1.1", turn=2)
    with pytest.raises(Invalid, match="closed already"):
        indexed.rounds.close("main")


def test_a_round_that_cannot_be_is_refused(indexed):
    with pytest.raises(AlreadyThere):
        indexed.rounds.open("MAIN")
    with pytest.raises(Invalid, match="needs a name"):
        indexed.rounds.open(" ")
    with pytest.raises(Invalid, match="no purpose"):
        indexed.rounds.open("spring", "fun")


def test_every_call_is_undone_exactly(indexed):
    indexed.rounds.open("spring")
    calls = [
        lambda: indexed.rounds.open("summer"),
        lambda: indexed.rounds.adopt("spring"),
        lambda: indexed.rounds.close("spring"),
    ]
    for call in calls:
        before = indexed.history.dump()

        call()

        assert indexed.history.dump() != before
        indexed.history.undo()
        assert indexed.history.dump() == before
