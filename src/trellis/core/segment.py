"""Segments: half-open stretches of a text, in Unicode code points."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from trellis.core.errors import OutOfRange


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """The stretch from `start` up to but not including `end`, in code points of one version's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def within(self, length: int) -> Segment:
        """The same segment, once it is known to fit a text of `length` code points.

        Raises OutOfRange if it is empty, reversed or goes past the end.
        """
        if not 0 <= self.start < self.end <= length:
            raise OutOfRange(self.start, self.end, length)
        return self

    def words(self, text: str) -> str:
        """The words of the segment in its text."""
        return text[self.start : self.end]


_JOINER = "\u200d"
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN = range(0x1F3FB, 0x1F400)


def _clings(text: str, at: int) -> bool:
    """Whether a cut before code point `at` would tear a visible character apart."""
    if not 0 < at < len(text):
        return False
    here, before = text[at], text[at - 1]
    if unicodedata.combining(here) or unicodedata.category(here) in {"Mn", "Me", "Mc"}:
        return True
    if _JOINER in (here, before) or ord(here) in _SKIN:
        return True
    if ord(here) in _REGIONAL and ord(before) in _REGIONAL:
        run = 0
        while at - 1 - run >= 0 and ord(text[at - 1 - run]) in _REGIONAL:
            run += 1
        return run % 2 == 1
    return False


def grown(segment: Segment, text: str) -> Segment:
    """The smallest segment around this one that cuts no visible character (combining marks, emoji) in two."""
    start, end = segment.start, segment.end
    while _clings(text, start):
        start -= 1
    while _clings(text, end):
        end += 1
    return Segment(start, end)


def union_length(segments: list[Segment]) -> int:
    """How many code points lie in at least one of the segments."""
    covered, reached = 0, 0
    for segment in sorted(segments):
        start = max(segment.start, reached)
        if segment.end > start:
            covered += segment.end - start
            reached = segment.end
    return covered


def gaps(whole: Segment, covered: list[Segment]) -> tuple[Segment, ...]:
    """The stretches of `whole` that none of the covered segments touches, in order."""
    free: list[Segment] = []
    reached = whole.start
    for segment in sorted(covered):
        if segment.start > reached:
            free.append(Segment(reached, min(segment.start, whole.end)))
        reached = max(reached, segment.end)
        if reached >= whole.end:
            break
    if reached < whole.end:
        free.append(Segment(reached, whole.end))
    return tuple(gap for gap in free if len(gap) > 0)
