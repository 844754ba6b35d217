"""Two texts compared: what a corrected transcript kept of the one before it, and where its segments went.

Lines first, then words inside the stretches that changed. A run of words counts only if it is long enough not to
be there by chance; common words that two texts happen to share anchor nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from trellis.analysis.alignment import Run, Whole, aligned, joined
from trellis.core.segment import Segment, grown
from trellis.core.textmap import Block, Carried, Fate, TextMap, carried, identity

ANCHOR_WORDS = 3
"""Words in a row that two texts must share for the run to count."""

RELATED = 0.25
"""The share of the shorter text's words that two texts must have in common for anything to move by itself."""

_ALONE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Kana and Han: scripts that put no space between words; each sign counts as a word."""

_UNSPACED = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Kept:
    """How much of a text stands in the other: words in blocks, words of the old text, words of the new one."""

    words: int
    old: int
    new: int

    @property
    def share(self) -> float:
        """The share of the old text's words that the new one kept; 1 for a text without words."""
        return self.words / self.old if self.old else 1.0

    @property
    def related(self) -> bool:
        """Whether the texts have enough in common to be two states of one."""
        return self.words >= RELATED * min(self.old, self.new)


@dataclass(frozen=True, slots=True)
class _Tokens:
    """A text cut into words and signs.

    starts, ends: code points; lines: the token at which each written line begins, and the number of tokens.
    """

    starts: Whole
    ends: Whole
    codes: Whole
    words: npt.NDArray[np.bool_]
    lines: Whole
    line_codes: Whole


def compare(old: str, new: str) -> TextMap:
    """The runs of words that two texts share, in order, as a map from the old one to the new one.

    A run counts if it has `ANCHOR_WORDS` words or is a whole unchanged line that stands once in either text.
    White space does not matter: a text whose lines were broken elsewhere shares all of its words. No block
    cuts a visible character in two.
    """
    if old == new:
        return identity(len(old))
    if old.split() == new.split():
        # The same words with the line ends elsewhere: there is nothing to find out.
        return TextMap(tuple(_widened(_word_by_word(old, new), old, new)), len(old), len(new))
    one, other = _both(old, new)
    runs = _anchoring(list(_runs(one, other)), one, other)
    blocks = [block for run in runs for block in _blocks(run, (one, old), (other, new))]
    return TextMap(tuple(_widened(blocks, old, new)), len(old), len(new))


def _word_by_word(old: str, new: str) -> list[Block]:
    """The blocks of two texts that have the same words, white space apart."""
    spans = zip(_UNSPACED.finditer(old), _UNSPACED.finditer(new), strict=True)
    return [(left.start(), left.end(), right.start(), right.end()) for left, right in spans]


def kept(through: TextMap, old: str, new: str) -> Kept:
    """How many words of `old` stand in blocks of the map to `new`."""
    starts, others = _word_starts(old), _word_starts(new)
    within = [np.searchsorted(starts, end) - np.searchsorted(starts, start) for start, end, _, _ in through.blocks]
    return Kept(int(sum(within)), len(starts), len(others))


def carry(through: TextMap, segments: Iterable[Segment], old: str, new: str) -> list[Carried]:
    """What becomes of each segment of `old` in `new`, in the order given (see `core.textmap.carried`).

    Between texts that are not `Kept.related` nothing moves by itself: everything is listed with a proposal.
    """
    found = [carried(through, segment, old, new) for segment in segments]
    if kept(through, old, new).related:
        return found
    return [Carried(one.segment, Fate.LOST, one.place) for one in found]


def _pattern(*texts: str) -> re.Pattern[str]:
    """Finds words (first group) and other signs; a word keeps its combining marks and its inner apostrophes."""
    letters = set().union(*texts)
    marks = "".join(sorted(letter for letter in letters if unicodedata.category(letter).startswith("M")))
    letter = f"(?:[^\\W{_ALONE}]" + (f"|[{re.escape(marks)}])" if marks else ")")
    return re.compile(f"({letter}+(?:['’]{letter}+)*|[{_ALONE}])|\\S")


def _word_starts(text: str) -> Whole:
    starts = [match.start() for match in _pattern(text).finditer(text) if match[1] is not None]
    return np.array(starts, dtype=np.int64)


def _both(old: str, new: str) -> tuple[_Tokens, _Tokens]:
    pattern = _pattern(old, new)
    codes: dict[str, int] = {}
    line_codes: dict[tuple[int, ...], int] = {}
    return _tokens(old, pattern, codes, line_codes), _tokens(new, pattern, codes, line_codes)


def _tokens(text: str, pattern: re.Pattern[str], codes: dict[str, int], lines: dict[tuple[int, ...], int]) -> _Tokens:
    """The tokens of a text; codes and lines number what was seen, in this text or the other."""
    starts: list[int] = []
    ends: list[int] = []
    numbers: list[int] = []
    words: list[bool] = []
    for match in pattern.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        numbers.append(codes.setdefault(match[0], len(codes)))
        words.append(match[1] is not None)
    begins = np.array(starts, dtype=np.int64)
    breaks = np.array([match.start() for match in re.finditer("\n", text)], dtype=np.int64)
    written = np.unique(np.searchsorted(begins, np.concatenate([[0], breaks])))
    firsts = [int(first) for first in written if first < len(starts)]
    whole = [lines.setdefault(tuple(numbers[first:end]), len(lines)) for first, end in pairwise([*firsts, len(starts)])]
    return _Tokens(
        begins,
        np.array(ends, dtype=np.int64),
        np.array(numbers, dtype=np.int64),
        np.array(words, dtype=np.bool_),
        np.array([*firsts, len(starts)], dtype=np.int64),
        np.array(whole, dtype=np.int64),
    )


def _runs(one: _Tokens, other: _Tokens) -> Iterator[Run]:
    """The runs of tokens that the texts share: whole lines, and in the stretches between them words."""
    at = other_at = 0
    for lines in [*aligned(one.line_codes, other.line_codes), Run(len(one.line_codes), len(other.line_codes), 0)]:
        first, other_first = int(one.lines[lines.one]), int(other.lines[lines.other])
        for run in aligned(one.codes[at:first], other.codes[other_at:other_first]):
            yield Run(run.one + at, run.other + other_at, run.length)
        at, other_at = int(one.lines[lines.one + lines.length]), int(other.lines[lines.other + lines.length])
        if at > first:
            yield Run(first, other_first, at - first)


def _anchoring(runs: list[Run], one: _Tokens, other: _Tokens) -> list[Run]:
    """The runs that are not there by chance."""
    counted = np.concatenate([[0], np.cumsum(one.words)])
    once, other_once = _once(one.line_codes), _once(other.line_codes)
    found: list[Run] = []
    for run in joined(runs):
        words = counted[run.one + run.length] - counted[run.one]
        if words >= ANCHOR_WORDS or (
            words and _line_within(run, run.one, one) & once & _line_within(run, run.other, other) & other_once
        ):
            found.append(run)
    return found


def _once(codes: Whole) -> set[int]:
    values, counts = np.unique(codes, return_counts=True)
    return set(values[counts == 1].tolist())


def _line_within(run: Run, first: int, tokens: _Tokens) -> set[int]:
    """The codes of the written lines that lie wholly in a run whose first token is `first`."""
    low, high = np.searchsorted(tokens.lines, [first, first + run.length])
    return {
        int(tokens.line_codes[line])
        for line in range(int(low), int(high))
        if line + 1 < len(tokens.lines) and tokens.lines[line + 1] <= first + run.length
    }


def _blocks(run: Run, here: tuple[_Tokens, str], there: tuple[_Tokens, str]) -> Iterator[Block]:
    """A run as blocks of equal text: one, or several where the white space between two tokens differs."""
    (one, old), (other, new) = here, there
    starts, ends = one.starts[run.one : run.one + run.length], one.ends[run.one : run.one + run.length]
    to_starts = other.starts[run.other : run.other + run.length]
    to_ends = other.ends[run.other : run.other + run.length]
    begins = 0
    for gap in range(1, run.length):
        if old[ends[gap - 1] : starts[gap]] != new[to_ends[gap - 1] : to_starts[gap]]:
            yield int(starts[begins]), int(ends[gap - 1]), int(to_starts[begins]), int(to_ends[gap - 1])
            begins = gap
    yield int(starts[begins]), int(ends[-1]), int(to_starts[begins]), int(to_ends[-1])


def _widened(blocks: list[Block], old: str, new: str) -> list[Block]:
    """The blocks with the white space around them that both texts have, and no visible character cut."""
    wide: list[Block] = []
    limits = [(block[0], block[2]) for block in blocks[1:]] + [(len(old), len(new))] * bool(blocks)
    left, to_left = 0, 0
    for block, (right, to_right) in zip(blocks, limits, strict=True):
        start, end, to_start, to_end = block
        while start > left and to_start > to_left and old[start - 1] == new[to_start - 1] and old[start - 1].isspace():
            start, to_start = start - 1, to_start - 1
        while end < right and to_end < to_right and old[end] == new[to_end] and old[end].isspace():
            end, to_end = end + 1, to_end + 1
        left, to_left = end, to_end
        wide.append((start, end, to_start, to_end))
    plain = old.isascii() and new.isascii()
    return wide if plain else [whole for block in wide for whole in _uncut(block, old, new)]


def _uncut(block: Block, old: str, new: str) -> Iterator[Block]:
    """The block without the torn pieces of visible characters at its ends; nothing if nothing is left."""
    start, end, to_start, to_end = block
    while start < end and (_cuts(start, old) or _cuts(to_start, new)):
        start, to_start = start + 1, to_start + 1
    while start < end and (_cuts(end, old) or _cuts(to_end, new)):
        end, to_end = end - 1, to_end - 1
    if start < end:
        yield start, end, to_start, to_end


def _cuts(at: int, text: str) -> bool:
    """Whether a cut before a code point tears a visible character apart."""
    return grown(Segment(at, at), text) != Segment(at, at)
