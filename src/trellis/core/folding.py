"""Folded texts: what does not matter is made equal, and every offset can be walked back.

Positions are code points. A folded text differs from its original in two ways: single characters are
exchanged (which moves nothing), and a few stretches are replaced by others of another length. Only the
latter are remembered, so a text of plain characters needs no map at all.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from trellis.core.segment import Segment

Exchange = Callable[[str], str | None]
"""The one character that stands for another one, or None where it stands for itself."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the stretches whose length changed.

    pieces: (start, end) in the folded text and (start, end) in the original, as four rising tuples.
    """

    text: str
    from_starts: tuple[int, ...] = ()
    from_ends: tuple[int, ...] = ()
    to_starts: tuple[int, ...] = ()
    to_ends: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> Segment:
        """The stretch of the original that became `start` to `end` of the folded text; whole pieces only."""
        return Segment(self._start(start), self._end(end))

    def _start(self, at: int) -> int:
        piece = bisect_right(self.from_starts, at) - 1
        if piece < 0:
            return at
        if at < self.from_ends[piece]:
            return self.to_starts[piece]
        return self.to_ends[piece] + at - self.from_ends[piece]

    def _end(self, at: int) -> int:
        piece = bisect_left(self.from_starts, at) - 1
        if piece < 0:
            return at
        if at <= self.from_ends[piece]:
            return self.to_ends[piece]
        return self.to_ends[piece] + at - self.from_ends[piece]


_FEW = 12
_FIRST_MARK = "\u0300"


def exchanged(text: str, exchange: Exchange) -> str:
    """The text with single characters exchanged; looks at each different character once."""
    table = {letter: other for letter in set(text) if (other := exchange(letter)) is not None}
    if len(table) > _FEW or table.keys() & set("".join(table.values())):
        return text.translate({ord(letter): other for letter, other in table.items()})
    # `translate` asks the table for every character; a few replacements take a tenth of the time.
    for letter, other in table.items():
        text = text.replace(letter, other)
    return text


def replaced(text: str, pattern: re.Pattern[str], by: Callable[[str], str]) -> Folded:
    """The text with every match of the pattern replaced, and where those of another length were."""
    out: list[str] = []
    spans: list[tuple[int, int, int, int]] = []
    done = length = 0
    for match in pattern.finditer(text):
        new = by(match.group())
        out += (text[done : match.start()], new)
        length += match.start() - done
        if len(new) != match.end() - match.start():
            spans.append((length, length + len(new), match.start(), match.end()))
        length += len(new)
        done = match.end()
    out.append(text[done:])
    return Folded("".join(out), *zip(*spans, strict=True))


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter) in {"Mn", "Me"}


def marks_in(text: str) -> str:
    """The combining marks that occur in the text, each once, as the inside of a character class."""
    return "".join(re.escape(letter) for letter in sorted(set(text)) if letter >= _FIRST_MARK and _is_mark(letter))


@lru_cache(maxsize=4096)
def without_diacritics(letter: str) -> str | None:
    """The base letter of one that carries marks (é → e), None for any other."""
    if letter.isascii():
        return None
    base = [part for part in unicodedata.normalize("NFD", letter) if not _is_mark(part)]
    return base[0] if len(base) == 1 and base[0] != letter else None


def plain(text: str) -> Folded:
    """The text without diacritics, case untouched: what patterns are looked for in."""
    if text.isascii():
        return Folded(text)
    bare = exchanged(text, without_diacritics)
    marks = marks_in(bare)
    if not marks:
        return Folded(bare)
    # A mark goes with the letter before it, so that a hit on the letter takes in the mark.
    return replaced(
        bare, re.compile(f"[^{marks}]?[{marks}]+"), lambda piece: piece[0] if not _is_mark(piece[0]) else ""
    )
