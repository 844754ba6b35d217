"""What coders marked, character by character, without ever laying out the characters.

All themes and texts are put on one long line. A coder's stretches are united; each of them adds the coder's bit where
it begins and takes it away where it ends. The running sum says who marks a piece, and the pieces are counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from trellis.analysis.agreement import Ratings, Table, pairs_of
from trellis.analysis.intervals import Intervals, Whole, different, union
from trellis.core.errors import Invalid

MOST_CODERS = 62
"""Coders that fit into the bits of one whole number."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Codings by the columns. coder: numbers from 0. text, theme: any whole numbers. start, end: code points."""

    theme: Whole
    coder: Whole
    text: Whole
    start: Whole
    end: Whole


@dataclass(frozen=True, slots=True)
class Crossed:
    """How many characters were marked by whom, theme by theme; rows in order of theme.

    there: the coders who read the text, bit by bit; marked: those of them who put the characters under the theme.
    """

    coders: int
    theme: Whole
    there: Whole
    marked: Whole
    characters: Whole

    def by_theme(self) -> Iterator[tuple[int, Crossed]]:
        """Each theme with its own rows."""
        for theme in different(self.theme).tolist():
            low, high = np.searchsorted(self.theme, [theme, theme + 1])
            yield (
                theme,
                Crossed(
                    self.coders,
                    self.theme[low:high],
                    self.there[low:high],
                    self.marked[low:high],
                    self.characters[low:high],
                ),
            )

    def ratings(self) -> Ratings:
        """The characters as units, each put under the theme or not."""
        yes, all_ = np.bitwise_count(self.marked), np.bitwise_count(self.there)
        counts = np.stack([all_.astype(np.int64) - yes, yes.astype(np.int64)], axis=1)
        return Ratings(counts, self.characters)

    def table(self, one: int, other: int) -> Table:
        """What two coders said of the characters of texts that both read: rows the one, columns the other."""
        both = (self.there >> one) & (self.there >> other) & 1 == 1
        said = ((self.marked >> one) & 1) * 2 + ((self.marked >> other) & 1)
        found = np.bincount(said[both], weights=self.characters[both], minlength=4)
        return found.astype(np.int64).reshape(2, 2)

    def tables(self) -> list[Table]:
        """`table` of every two coders who read a text in common."""
        found = (self.table(one, other) for one, other in pairs_of(self.coders))
        return [table for table in found if table.sum()]


def crossed(given: Marked, lengths: dict[int, int], coders: int) -> Crossed:
    """Who marked what of the texts that two coders or more have read; a coder has read a text they marked any of.

    lengths: characters of each text that count. Raises Invalid for more than 62 coders.
    """
    if coders > MOST_CODERS:
        message = f"agreement is worked out for at most {MOST_CODERS} coders at once; choose among the {coders}"
        raise Invalid(message)
    texts = different(given.text)
    text = np.searchsorted(texts, given.text)
    there = _readers(text, given.coder, len(texts), coders)
    kept = np.bitwise_count(there[text]) > 1
    themes = different(given.theme[kept])
    theme = np.searchsorted(themes, given.theme[kept])
    block = theme * max(len(texts), 1) + text[kept]
    places, marked, size = _pieces(block, given.coder[kept], given.start[kept], given.end[kept])
    of_theme, of_text = np.divmod(places, max(len(texts), 1))
    rows = _added(of_theme, there[of_text], marked, size)
    size_of = np.array([lengths[int(k)] for k in texts.tolist()], dtype=np.int64)
    return _with_rest(coders, themes, rows, _totals(there, size_of))


def _readers(text: Whole, coder: Whole, texts: int, coders: int) -> Whole:
    """The coders of each text, bit by bit."""
    there: Whole = np.zeros(texts, dtype=np.int64)
    for n in range(coders):
        there[different(text[coder == n])] |= 1 << n
    return there


def _pieces(block: Whole, coder: Whole, start: Whole, end: Whole) -> tuple[Whole, Whole, Whole]:
    """Block, coders (bit by bit) and length of each piece that somebody marked."""
    wide = int(coder.max()) + 1 if len(coder) else 1
    whole = union(Intervals(block * wide + coder, start, end))
    of_block, of_coder = np.divmod(whole.group, wide)
    line = int(whole.end.max()) + 1 if len(whole) else 1
    at = np.concatenate([of_block * line + whole.start, of_block * line + whole.end])
    bit = np.left_shift(np.int64(1), of_coder)
    order = np.argsort(at)
    at, marked = at[order], np.cumsum(np.concatenate([bit, -bit])[order])
    size = np.diff(at, append=at[-1:])
    kept = (marked != 0) & (size > 0)
    return at[kept] // line, marked[kept], size[kept]


def _added(theme: Whole, there: Whole, marked: Whole, size: Whole) -> tuple[Whole, Whole, Whole, Whole]:
    """The pieces with equal theme and coders, added up, by theme."""
    order = np.lexsort((marked, there, theme))
    theme, there, marked, size = theme[order], there[order], marked[order], size[order]
    first = np.ones(len(theme), dtype=bool)
    first[1:] = (np.diff(theme) != 0) | (np.diff(there) != 0) | (np.diff(marked) != 0)
    at = np.flatnonzero(first)
    return theme[at], there[at], marked[at], np.add.reduceat(size, at) if len(at) else size


def _totals(there: Whole, size: Whole) -> dict[int, int]:
    """Characters by who read them."""
    return {int(one): int(size[there == one].sum()) for one in different(there).tolist()}


def _with_rest(coders: int, themes: Whole, rows: tuple[Whole, Whole, Whole, Whole], totals: dict[int, int]) -> Crossed:
    """The rows, and for each theme and group of readers the characters that none of them marked."""
    theme, there, marked, size = rows
    groups = [group for group in totals if group.bit_count() > 1]
    of_theme = np.repeat(np.arange(len(themes)), len(groups))
    of_group = np.tile(np.array(groups, dtype=np.int64), len(themes))
    taken = np.zeros(len(of_theme), dtype=np.int64)
    place = {group: n for n, group in enumerate(groups)}
    at = theme * len(groups) + np.array([place[int(one)] for one in there.tolist()], dtype=np.int64)
    np.add.at(taken, at, size)
    left = np.array([totals[group] for group in groups] * len(themes), dtype=np.int64) - taken
    theme = np.concatenate([theme, of_theme])
    order = np.argsort(theme, kind="stable")
    return Crossed(
        coders,
        themes[theme[order]],
        np.concatenate([there, of_group])[order],
        np.concatenate([marked, np.zeros(len(of_theme), dtype=np.int64)])[order],
        np.concatenate([size, left])[order],
    )
