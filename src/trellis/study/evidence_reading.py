"""What findings and the like rest on, as it is read: words, printed references, whose they are, whether it is stale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trellis.core.case import Case, Wave
from trellis.core.chart import EvidenceFor, Side
from trellis.core.chart_rules import Stale
from trellis.core.chart_words import Landmarks, reference
from trellis.core.keys import NO_KEY, Key
from trellis.core.source import Source
from trellis.store.queries import chart as chart_queries
from trellis.store.queries import evidence as queries
from trellis.store.queries.plain import Row
from trellis.store.reader import Reader
from trellis.study.chart_reading import marks_of, names_of_themes
from trellis.study.chart_staleness import Staleness
from trellis.study.voices import Voices


@dataclass(frozen=True, slots=True)
class Seen:
    """One piece of evidence with what stands there.

    A segment has source, version, start and end (code points); a cell has cell_case, wave and theme; neither has what
    rests on all that is coded to its cell. cases: whose words
    a segment is, or the row of a cell. wave: of the source or the cell, 0 for none. reference: as printed ("turn 43");
    words: the segment's, or the cell's summaries. label: of who speaks, "" if not known.
    """

    k: Key
    for_k: Key
    side: Side
    cases: tuple[Key, ...]
    wave: Key
    reference: str
    words: str
    star: bool
    stale: Stale | None
    source: Key | None = None
    source_name: str = ""
    version: Key | None = None
    start: int | None = None
    end: int | None = None
    coding: Key | None = None
    cell_case: Key | None = None
    theme: Key | None = None
    label: str = ""


def resting_in_words(one: Seen) -> str:
    """A piece of evidence in a line: which way it points, where it stands, its words."""
    points = "" if one.side is Side.FOR else f"{one.side.value}: "
    # A printed reference may hold the source's name.
    name = "" if one.reference.startswith(one.source_name) else f"{one.source_name}, "
    words = f"“{one.words}”" if one.source is not None else one.words
    return f"{points}{name}{one.reference}: {words}"


def read_evidence(reader: Reader, kind: EvidenceFor, keys: Sequence[Key]) -> dict[Key, tuple[Seen, ...]]:
    """What each of these things rests on, in the order it was linked; things that rest on nothing are left out."""
    rows = queries.evidence_for(reader.connection, kind.value, sorted(keys))
    found: dict[Key, list[Seen]] = {}
    if rows:
        reading = _Reading(reader, rows)
        for n, row in enumerate(rows):
            found.setdefault(row[0], []).append(reading.seen(n, row))
    return {k: tuple(seen) for k, seen in found.items()}


class _Reading:
    """The texts, marks, voices and cells around some evidence."""

    def __init__(self, reader: Reader, rows: list[Row]) -> None:
        versions = sorted({row[3] for row in rows if row[3] is not None})
        self._stale = Staleness(reader, rows)
        self._texts = chart_queries.texts(reader.connection, versions)
        self._marks = marks_of(reader, versions)
        self._waves = {source.k: source.wave or NO_KEY for source in reader.all(Source)}
        self._wave_names = {wave.k: f" ({wave.name})" for wave in reader.all(Wave)}
        self._cases = {case.k: case.name for case in reader.all(Case)}
        self._themes = names_of_themes(reader)
        self._cells = _cell_words(reader, rows)
        segments = {n: row[2:6] for n, row in enumerate(rows) if row[3] is not None}
        self._voices = Voices(reader, ((version, start, end) for _, version, start, end in segments.values()))
        belongs = self._voices.cases_of(list(segments.values()))
        self._belongs: Mapping[int, tuple[Key, ...]] = dict(zip(segments, belongs, strict=True))

    def seen(self, n: int, row: Row) -> Seen:
        """The n-th row as it is read."""
        for_k, k, source, version, start, end, coding, chart, case, wave, theme, star, _, _, side = row
        stale = self._stale.of_evidence(row)
        if chart is not None:
            place = f"→ {self._cases.get(case, '')}{self._wave_names.get(wave, '')} {self._themes.get(theme, '')}"
            words = self._cells.get((case, wave, theme), "")
            return Seen(
                k, for_k, Side(side), (case,), wave, place, words, bool(star), stale, cell_case=case, theme=theme
            )
        if source is None:
            return Seen(k, for_k, Side(side), (), NO_KEY, "all that is coded to the cell", "", bool(star), stale)
        name = self._stale.sources[source][0]
        mark = reference(self._marks.get(version, Landmarks()), start)
        return Seen(
            k,
            for_k,
            Side(side),
            self._belongs.get(n, ()),
            self._waves.get(source, NO_KEY),
            mark,
            self._texts.get(version, "")[start:end],
            bool(star),
            stale,
            source=source,
            source_name=name,
            version=version,
            start=start,
            end=end,
            coding=coding,
            label=self._voices.place(version, start).label or "",
        )


def _cell_words(reader: Reader, rows: list[Row]) -> dict[tuple[Key, Key, Key], str]:
    """The words of the cells that the evidence points at."""
    found: dict[tuple[Key, Key, Key], str] = {}
    charts = {row[7] for row in rows if row[7] is not None}
    for chart in sorted(charts):
        themes = sorted({row[10] for row in rows if row[7] == chart})
        for case, wave, theme, _, words in queries.cells_under(reader.connection, chart, themes):
            found[case, wave, theme] = words
    return found
