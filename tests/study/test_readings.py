from __future__ import annotations

import pytest

from tests.study.interviews import add_interview
from trellis.core.errors import Invalid, NotFound


@pytest.fixture
def log(study):
    """Two interviews, one of them read twice."""
    add_interview(study, "one")
    add_interview(study, "two")
    study.readings.mark("one", on="2009-02-10")
    study.readings.mark("one", on="2009-03-01", how="listened")
    return study


def test_the_last_reading_is_shown(log):
    assert log.readings.table().rows() == [("one", "2009-03-01 (listened)"), ("two", None)]


def test_without_a_day_it_was_today(log):
    log.readings.mark("two")

    assert log.readings.table().rows()[1] == ("two", "1970-01-01")


def test_what_is_not_read_is_listed(log):
    assert log.readings.unread().rows() == [("two", "interview")]
    assert log.readings.unread("Ana").rows() == [("two", "interview")]


def test_a_way_of_reading_must_be_one_of_three(log):
    with pytest.raises(Invalid, match="skimmed"):
        log.readings.mark("two", how="backwards")
    with pytest.raises(NotFound, match="two"):
        log.readings.unmark("two")


def test_assignments_are_open_until_done(log):
    log.readings.assign("Ana", "index", source="two", due="2009-06-01")
    (row,) = log.readings.assignments("Ana").rows()

    log.readings.done(row[0])

    assert row[1:] == ("Ana", "index", "two", None, None, "2009-06-01", "open")
    assert log.readings.assignments().rows() == []
    assert log.readings.assignments(everything=True).rows()[0][-1] == "done"


def test_an_assignment_that_is_not_there_cannot_be_done(log):
    with pytest.raises(NotFound, match="assignments"):
        log.readings.done(99)
    with pytest.raises(Invalid):
        log.readings.assign("Ana", " ")


CALLS = {
    "mark": lambda s, _: s.readings.mark("two"),
    "mark again": lambda s, _: s.readings.mark("one", on="2009-02-10", how="skimmed"),
    "unmark": lambda s, _: s.readings.unmark("one"),
    "assign": lambda s, _: s.readings.assign("Ana", "read"),
    "done": lambda s, n: s.readings.done(n),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_undo_is_exact(log, call):
    number = log.readings.assign("Ana", "index", source="two")
    before = log.history.dump()

    call(log, number)
    assert log.history.dump() != before
    log.history.undo()

    assert log.history.dump() == before
    assert log.history.check() == []
