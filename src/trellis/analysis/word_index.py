"""Where stretches of words stand in many texts: an index of word pairs and triples over whole-number columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]

NO_WORD = 0
"""The number that stands between two texts, and for a word that no text has."""

COMMON = 4_000
"""Places after which a stretch of words is too common to look at, unless there is nothing rarer."""


class Window(NamedTuple):
    """A stretch of all the words, `start` to `end`, in which a query may stand; `hits`: runs of it seen there."""

    start: int
    end: int
    hits: int


@dataclass(frozen=True)
class WordIndex:
    """The words of several texts as one column of numbers.

    words: the texts one after the other, `NO_WORD` between them. starts: where each text begins in it.
    """

    words: Whole
    starts: Whole
    numbers: dict[str, int]

    @classmethod
    def of(cls, texts: Iterable[Sequence[str]]) -> WordIndex:
        """The index of texts that are given as the forms of their words."""
        numbers: dict[str, int] = {}
        column: list[int] = [NO_WORD]
        starts: list[int] = []
        for forms in texts:
            starts.append(len(column))
            column.extend([numbers.setdefault(form, len(numbers) + 1) for form in forms])
            column.append(NO_WORD)
        return cls(np.array(column, dtype=np.int64), np.array(starts, dtype=np.int64), numbers)

    def query(self, forms: Iterable[str]) -> Whole:
        """The numbers of some words, `NO_WORD` for those that stand nowhere."""
        return np.array([self.numbers.get(form, NO_WORD) for form in forms], dtype=np.int64)

    def text_of(self, place: int) -> int:
        """Which text a place of the column lies in."""
        return int(np.searchsorted(self.starts, place, side="right")) - 1

    def exact(self, query: Whole) -> Whole:
        """The places where these very words stand in a row."""
        if not len(query) or (query == NO_WORD).any():
            return np.zeros(0, dtype=np.int64)
        size = min(len(query), 3)
        places = self._places(query[:size])
        for step in range(size, len(query)):
            places = places[places + step < len(self.words)]
            places = places[self.words[places + step] == query[step]]
        return places

    def windows(self, query: Whole, most: int = 12) -> list[Window]:
        """Stretches in which much of the query stands about as it does in the query, best first."""
        size = 3 if len(query) > 6 else 2
        places, offsets = self._hits(query, size)
        if not len(places):
            return []
        width = max(8, len(query) // 2)
        found: dict[tuple[int, int], Window] = {}
        for shift in (0, width // 2):
            for window in _grouped(places, offsets, len(query), (width, shift)):
                found.setdefault((window.start, window.end), window)
        best = sorted(found.values(), key=lambda window: (-window.hits, window.start))[:most]
        return [self._inside(window) for window in best]

    def _inside(self, window: Window) -> Window:
        return Window(max(window.start, 0), min(window.end, len(self.words)), window.hits)

    def _hits(self, query: Whole, size: int) -> tuple[Whole, Whole]:
        """Places of the query's stretches of `size` words, and where in the query each begins."""
        wanted = [at for at in range(len(query) - size + 1) if (query[at : at + size] != NO_WORD).all()]
        by_offset = {at: self._places(query[at : at + size]) for at in wanted}
        rare = {at: places for at, places in by_offset.items() if 0 < len(places) <= COMMON}
        kept = rare or {at: places[:COMMON] for at, places in by_offset.items() if len(places)}
        if not kept:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        offsets = np.concatenate([np.full(len(places), at, dtype=np.int64) for at, places in kept.items()])
        return np.concatenate(list(kept.values())), offsets

    def _places(self, gram: Whole) -> Whole:
        """Where a stretch of one to three words stands, rising."""
        if len(gram) == 1:
            return np.flatnonzero(self.words == gram[0])
        if not int(gram.min()):
            return np.zeros(0, dtype=np.int64)
        values, order = self._pairs if len(gram) == 2 else self._triples
        code = self._code(gram)
        first, last = np.searchsorted(values, code, side="left"), np.searchsorted(values, code, side="right")
        return np.sort(order[first:last])

    def _code(self, gram: Whole) -> int:
        base, code = len(self.numbers) + 1, 0
        for number in gram.tolist():
            code = code * base + number
        return code

    @cached_property
    def _pairs(self) -> tuple[Whole, Whole]:
        base = len(self.numbers) + 1
        return _ordered(self.words[:-1] * base + self.words[1:])

    @cached_property
    def _triples(self) -> tuple[Whole, Whole]:
        # 63 bits hold three numbers of up to two million different words each.
        base = len(self.numbers) + 1
        return _ordered((self.words[:-2] * base + self.words[1:-1]) * base + self.words[2:])


def _ordered(codes: Whole) -> tuple[Whole, Whole]:
    order = np.argsort(codes, kind="stable").astype(np.int64)
    return codes[order], order


def _grouped(places: Whole, offsets: Whole, length: int, buckets: tuple[int, int]) -> list[Window]:
    """Hits whose place and offset differ by about the same, as windows; of each, how many offsets were hit."""
    width, shift = buckets
    diagonal = places - offsets
    bucket = (diagonal + shift) // width
    keys = np.unique(np.stack([bucket, offsets], axis=1), axis=0)
    groups, counts = np.unique(keys[:, 0], return_counts=True)
    top = np.argsort(-counts, kind="stable")[:40]
    made = []
    for at in top.tolist():
        inside = diagonal[bucket == groups[at]]
        slack = 4 + length // 4
        made.append(Window(int(inside.min()) - slack, int(inside.max()) + length + slack, int(counts[at])))
    return made
