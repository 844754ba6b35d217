from __future__ import annotations

from trellis.analysis.wave_changes import Instrument, compared, tally
from trellis.core.case import Attendance
from trellis.core.wave_change import ChangeType

NONE: frozenset[Instrument] = frozenset()
LATER = frozenset({Instrument.THEME_LATER})


def test_what_may_come_from_the_study_is_no_change_of_participants():
    found = tally([(ChangeType.EMERGES, LATER), (ChangeType.EMERGES, NONE)])

    assert (found.changed, found.instrument, found.counts) == (1, 1, {ChangeType.EMERGES: 2})


def test_telling_and_reading_anew_are_counted_apart_from_change():
    found = tally([(ChangeType.RETOLD, NONE), (ChangeType.REREAD, NONE), (ChangeType.CONSTANT, NONE)])

    assert (found.changed, found.reread) == (0, 2)


def test_somebody_who_was_heard_once_says_nothing_of_change():
    assert compared(Attendance.COMPLETED, Attendance.COMPLETED)
    assert not compared(Attendance.COMPLETED, Attendance.LOST)
    assert not compared(Attendance.COMPLETED, None)
