"""Whose words the segments of a study are: fetches what `analysis.belonging` needs and asks it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from trellis.analysis.belonging import NOBODY, Links, Shares, Spoken, belonging, shares
from trellis.analysis.columns import whole_columns
from trellis.analysis.intervals import Intervals, Pairs, Whole, different, intervals
from trellis.core.keys import Key
from trellis.core.source import SpeakerRole
from trellis.store.queries import texts as queries
from trellis.store.queries.texts import PartRow
from trellis.store.reader import Reader

FEW_A_VERSION = 40
"""Segments a text beyond which reading all of its parts is cheaper than seeking those that are touched."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a segment begins: part number, speaker's label and role, time in the recording (ms), page."""

    part: int | None = None
    label: str | None = None
    role: str | None = None
    from_ms: int | None = None
    page: str | None = None


class Voices:
    """The parts, pages, speakers and links around some segments (version, start, end), ready for questions."""

    def __init__(self, reader: Reader, segments: Iterable[tuple[Key, int, int]]) -> None:
        given = list(segments)
        wanted = list(dict.fromkeys(segment[0] for segment in given))
        few = len(given) <= FEW_A_VERSION * len(wanted)
        connection = reader.connection
        self._parts = queries.parts_at(connection, given) if few else queries.parts(connection, wanted)
        self._starts: dict[Key, list[int]] = {}
        self._of: dict[Key, list[PartRow]] = {}
        for row in self._parts:
            self._of.setdefault(row.version, []).append(row)
            self._starts.setdefault(row.version, []).append(row.start)
        self._pages: dict[Key, list[tuple[int, str | None]]] = {}
        for version, start, _, number in queries.pages(connection, wanted):
            self._pages.setdefault(version, []).append((start, number))
        self._links = links_of(queries.speaks_links(connection), queries.speaking_cases(connection))
        self._spoken = spoken_of(self._parts)

    def cases(self, segments: Intervals, source: Whole) -> Pairs:
        """The pairs (row, case) of segments whose group is the version; see `analysis.belonging`."""
        return belonging(segments, source, self._spoken, self._links)

    def cases_of(self, rows: Sequence[tuple[Key, Key, int, int]]) -> list[tuple[Key, ...]]:
        """The cases of each segment, given as source, version, start, end."""
        found: list[list[Key]] = [[] for _ in rows]
        if not rows:
            return []
        source, version, start, end = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
        pairs = self.cases(intervals(version, start, end), source)
        for at, case in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True):
            found[at].append(case)
        return [tuple(cases) for cases in found]

    def place(self, version: Key, at: int) -> Place:
        """What is known of the place at which a code point stands."""
        starts = self._starts.get(version, [])
        n = bisect_right(starts, at) - 1
        page = self._page(version, at)
        if n < 0:
            return Place(page=page)
        row = self._of[version][n]
        return Place(row.n, row.label, row.role, row.from_ms, page)

    def _page(self, version: Key, at: int) -> str | None:
        pages = self._pages.get(version, [])
        n = bisect_right(pages, at, key=lambda page: page[0]) - 1
        return pages[n][1] if n >= 0 else None


def links_of(
    rows: Sequence[tuple[Key, Key, Key | None, int | None, int | None]], own: Sequence[tuple[Key, Key]]
) -> Links:
    """The "speaks" links, and the cases with labels of their own (source, case), as columns."""
    whole = [(row[0], row[1]) for row in rows if row[2] is None]
    parts = [row for row in rows if row[2] is not None]
    return Links(
        np.array([row[0] for row in whole], dtype=np.int64),
        np.array([row[1] for row in whole], dtype=np.int64),
        np.array([row[0] for row in own], dtype=np.int64),
        np.array([row[1] for row in own], dtype=np.int64),
        intervals([row[2] for row in parts], [row[3] for row in parts], [row[4] for row in parts]),
        np.array([row[1] for row in parts], dtype=np.int64),
    )


def spoken_of(rows: Sequence[PartRow]) -> Spoken:
    """The parts that hold words, as columns."""
    kept = [row for row in rows if row.end > row.words]
    return Spoken(
        intervals([row.version for row in kept], [row.words for row in kept], [row.end for row in kept]),
        np.array([row.case or NOBODY for row in kept], dtype=np.int64),
        np.array([row.role == SpeakerRole.INTERVIEWER.value for row in kept], dtype=bool),
    )


def shares_of(reader: Reader, segments: Intervals, source: Whole) -> Shares:
    """Which words of all segments of a study belong to which case: columns in, columns out, no record of any part.

    segments: group is the version. source: the source of each segment. A segment belongs to the cases that
    `Voices.cases` says.
    """
    connection = reader.connection
    version, words, end, case, asked = whole_columns(queries.spoken(connection, different(segments.group).tolist()), 5)
    links = links_of(queries.speaks_links(connection), queries.speaking_cases(connection))
    spoken = Spoken(Intervals(version, words, end), case, asked.astype(bool))
    return shares(segments, source, spoken, links)
