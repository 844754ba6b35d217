"""Whether what differs between two waves may come from the study: its framework and what it asked."""

from __future__ import annotations

from collections.abc import Iterable

from trellis.analysis.wave_changes import Instrument
from trellis.core.case import Extent, Link
from trellis.core.chart import Blank, Cell
from trellis.core.coding import Coding
from trellis.core.framework import Operation, ThemeOperation
from trellis.core.keys import Key
from trellis.core.source import Source
from trellis.store.reader import Reader
from trellis.study.resolve import adopted_round, main_chart

_OTHERWISE = frozenset({Operation.REDEFINE, Operation.MERGE, Operation.SPLIT})


class Instruments:
    """When each case's material of each wave was last worked on, and when themes came and were defined otherwise."""

    def __init__(self, reader: Reader) -> None:
        self._cells = {(c.row, c.wave, c.theme): c for c in reader.all(Cell, chart=main_chart(reader).k)}
        self._worked = _worked(reader, self._cells.values())
        self._born: dict[Key, int] = {}
        self._otherwise: dict[Key, list[int]] = {}
        for done in reader.all(ThemeOperation):
            came = done.into if done.kind is Operation.SPLIT else (done.theme,) if done.kind is Operation.ADD else ()
            self._born.update(dict.fromkeys(came, done.at))
            if done.kind in _OTHERWISE:
                for theme in {done.theme, *done.into}:
                    self._otherwise.setdefault(theme, []).append(done.at)

    def of(self, case: Key, theme: Key, earlier: Key, later: Key) -> frozenset[Instrument]:
        """Why a difference between two waves may come from the study; empty where nothing says so.

        A theme that came, or was defined otherwise, after a case's earlier material was last worked on, says nothing of
        that material until somebody goes back to it.
        """
        before, after = self._cells.get((case, earlier, theme)), self._cells.get((case, later, theme))
        found: set[Instrument] = set()
        if before is not None and before.blank is Blank.NOT_ASKED:
            found.add(Instrument.NOT_ASKED_EARLIER)
        if after is not None and after.blank is Blank.NOT_ASKED:
            found.add(Instrument.NOT_ASKED_LATER)
        worked = self._worked.get((case, earlier), 0)
        if worked and before is None and self._born.get(theme, 0) > worked:
            found.add(Instrument.THEME_LATER)
        if worked and any(at > worked for at in self._otherwise.get(theme, ())) and self._born.get(theme, 0) <= worked:
            found.add(Instrument.THEME_OTHERWISE)
        return frozenset(found)


def _worked(reader: Reader, cells: Iterable[Cell]) -> dict[tuple[Key, Key], int]:
    """By case and wave, when a coding of the adopted index on its sources or one of its cells was last written."""
    waves = {source.k: source.wave for source in reader.all(Source)}
    last: dict[Key, int] = {}
    for coding in reader.all(Coding, round=adopted_round(reader).k):
        last[coding.source] = max(last.get(coding.source, 0), coding.at)
    found: dict[tuple[Key, Key], int] = {}
    for extent in reader.all(Extent, how=Link.SPEAKS.value):
        wave = waves.get(extent.source)
        if wave is not None and extent.source in last:
            place = (extent.case, wave)
            found[place] = max(found.get(place, 0), last[extent.source])
    for cell in cells:
        place = (cell.row, cell.wave)
        found[place] = max(found.get(place, 0), cell.at)
    return found
