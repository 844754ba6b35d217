"""The waves in order of time, and what became of each case in them. Shared steps that take a reader."""

from __future__ import annotations

from trellis.core.case import Attendance, Attended, Extent, Link, Wave
from trellis.core.keys import Key
from trellis.core.source import Source
from trellis.store.reader import Reader


def statuses(reader: Reader) -> dict[tuple[Key, Key], Attendance]:
    """What became of a case in a wave, by (case, wave): as said, else completed where it speaks in a source of it."""
    wave_of = {source.k: source.wave for source in reader.all(Source)}
    found: dict[tuple[Key, Key], Attendance] = {}
    for extent in reader.all(Extent, how=Link.SPEAKS.value):
        wave = wave_of[extent.source]
        if wave is not None:
            found[extent.case, wave] = Attendance.COMPLETED
    found.update({(said.case, said.wave): said.status for said in reader.all(Attended)})
    return found


def waves_in_order(reader: Reader) -> list[Wave]:
    """The waves in order of time."""
    return sorted(reader.all(Wave), key=lambda wave: (wave.pos, wave.k))
