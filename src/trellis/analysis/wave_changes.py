"""Changes between waves, counted apart from readings anew and from changes of the instrument."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.case import Attendance
from trellis.core.wave_change import OF_THE_PARTICIPANT, REINTERPRETED, ChangeType


class Instrument(StrEnum):
    """Why a difference between two waves may come from the study and not from the people in it."""

    THEME_LATER = "the theme came into the framework after the earlier wave was indexed"
    THEME_OTHERWISE = "the theme was defined otherwise after the earlier wave was indexed"
    NOT_ASKED_EARLIER = "not asked in the earlier wave"
    NOT_ASKED_LATER = "not asked in the later wave"


@dataclass(frozen=True, slots=True)
class Tally:
    """The changes of one theme. counts: by type; changed: those of participants; reread: told or read in another way.

    instrument: changes said of participants that may come from the study itself, and are not among `changed`.
    """

    counts: Mapping[ChangeType, int]
    changed: int
    reread: int
    instrument: int


def tally(changes: Iterable[tuple[ChangeType, AbstractSet[Instrument]]]) -> Tally:
    """Counts changes, each with the reasons why it may come from the study itself."""
    listed = list(changes)
    counts = Counter(kind for kind, _ in listed)
    return Tally(
        {kind: counts[kind] for kind in ChangeType if counts[kind]},
        sum(kind in OF_THE_PARTICIPANT and not why for kind, why in listed),
        sum(kind in REINTERPRETED for kind, _ in listed),
        sum(kind in OF_THE_PARTICIPANT and bool(why) for kind, why in listed),
    )


HEARD = frozenset({Attendance.COMPLETED})
"""Who can be compared: whoever was heard in both waves."""


def compared(earlier: Attendance | None, later: Attendance | None) -> bool:
    """Whether somebody was heard in both waves."""
    return earlier in HEARD and later in HEARD
