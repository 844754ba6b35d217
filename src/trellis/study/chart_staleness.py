"""Why cells and what they rest on are stale, by the state of the study that is read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise

from trellis.core.chart_rules import Stale, Target, fingerprint, stale_cell, stale_segment, stale_theme
from trellis.core.keys import Key
from trellis.store.queries import chart as queries
from trellis.store.queries import chart_columns
from trellis.store.queries.plain import Row
from trellis.store.reader import Reader

_Place = tuple[Key, Key, Key, Key]


class Staleness:
    """Compares pieces of evidence and cells with what they point at now.

    evidence: rows of `queries.chart.evidence`, all that will be asked about.
    """

    def __init__(self, reader: Reader, evidence: Sequence[Row]) -> None:
        self._reader = reader
        self.sources = queries.current_versions(reader.connection) if evidence else {}
        self._current = {version for _, version, _ in self.sources.values()}
        self._prints = _prints(reader, {row[7:11] for row in evidence if row[7] is not None})
        self._happened = _happened(reader)
        self._parents = chart_columns.parents(reader.connection)
        self._events: dict[Key, list[tuple[int, Stale]]] = {}

    def of_evidence(self, row: Row) -> Stale | None:
        """Why a piece of evidence is stale, None if it is not."""
        source, version, coding, chart, seen, coding_rev = row[2], row[3], row[6], row[7], row[12], row[13]
        if chart is not None:
            return stale_cell(seen, Target(cell_print=self._prints.get(row[7:11])))
        if source is None or (coding_rev is not None and coding_rev == seen and version in self._current):
            return None
        _, current, text_rev = self.sources[source]
        return stale_segment(coding, seen, Target(coding_rev, text_rev, version == current))

    def of_all(self, evidence: Sequence[Row]) -> list[Stale | None]:
        """Why each piece of evidence is stale."""
        current, why = self._current, self.of_evidence
        # What nobody touched is told apart here, since asking for each of 180,000 takes longer than reading them.
        return [
            None if row[13] is not None and row[13] == row[12] and row[3] in current and row[7] is None else why(row)
            for row in evidence
        ]

    def of_cells(
        self,
        themes: Sequence[Key],
        confirmed: Sequence[int],
        of_statement: Sequence[tuple[Stale, ...]],
        first: Sequence[int],
    ) -> tuple[tuple[Stale, ...], ...]:
        """Why each cell is stale. of_statement: why its statements are, those of cell n from `first[n]` on."""
        newest = {theme: self.newest(theme) for theme in set(themes)}
        calm = not any(of_statement)
        return tuple(
            ()
            if calm and newest[theme] <= at
            else self.of_cell(theme, at, [why for line in of_statement[start:end] for why in line])
            for theme, at, (start, end) in zip(themes, confirmed, pairwise(first), strict=True)
        )

    def newest(self, theme: Key) -> int:
        """The number of the last change that makes cells of a theme stale which were confirmed before; 0 for none."""
        return max((at for at, _ in self._about(theme)), default=0)

    def of_cell(self, theme: Key, confirmed: int, rests: Sequence[Stale]) -> tuple[Stale, ...]:
        """Why a cell is stale, in the order of `Stale`.

        confirmed: number of the change that confirmed it; rests: why what it rests on is stale.
        """
        about = self._about(theme)
        if not rests and not any(at > confirmed for at, _ in about):
            return ()
        reasons = {*rests, *stale_theme(about, confirmed)}
        return tuple(reason for reason in Stale if reason in reasons)

    def _about(self, theme: Key) -> list[tuple[int, Stale]]:
        """What happened to a theme or to its main theme that makes cells stale: (number of the change, what)."""
        known = self._events.get(theme)
        if known is None:
            main = theme
            while (above := self._parents.get(main)) is not None:
                main = above
            known = [event for about in {theme, main} for event in self._happened.get(about, ())]
            self._events[theme] = known
        return known


def _happened(reader: Reader) -> dict[Key, list[tuple[int, Stale]]]:
    """What happened to each theme that makes cells stale: (number of the change, what)."""
    by_theme: dict[Key, list[tuple[int, Stale]]] = {}
    what = {"redefine": Stale.REDEFINED, "split": Stale.SPLIT, "merge": Stale.MERGED}
    for theme, at, kind, into in queries.theme_events(reader.connection):
        touched = {theme, *(json.loads(into) if kind != "redefine" else ())}
        for k in sorted(touched):
            by_theme.setdefault(k, []).append((at, what[kind]))
    return by_theme


def _prints(reader: Reader, places: set[_Place]) -> dict[_Place, int]:
    """The fingerprint of each of these cells that is there."""
    if not places:
        return {}
    lines: dict[_Place, list[tuple[str, str]]] = {}
    blanks: dict[_Place, str | None] = {}
    for chart, case, wave, theme, blank, layer, text in queries.lines_of_cells(reader.connection, sorted(places)):
        place = (chart, case, wave, theme)
        blanks[place] = blank
        lines.setdefault(place, [])
        if layer is not None:
            lines[place].append((layer, text))
    return {place: fingerprint(said, blanks[place]) for place, said in lines.items()}
