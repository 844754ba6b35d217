"""The words on either side of a place in a text, as much of them as there is room for; no word is cut in two."""

from __future__ import annotations

import re

from trellis.core.segment import Segment, grown

_GAP = re.compile(r"\s")


def words_before(text: str, at: int, most: int) -> str:
    """The last whole words before `at`, with the white space between, in at most `most` code points.

    A word that takes more than half the room is cut, and so is writing that puts no space between words, but between
    visible characters: a few code points more may then be given, so that no letter loses its marks.
    """
    first = at - most
    if first <= 0:
        return text[:at]
    if not (text[first - 1].isspace() or text[first].isspace()):
        gap = _GAP.search(text, first, at - most // 2)
        first = gap.end() if gap is not None else grown(Segment(first, at), text).start
    return text[first:at]


def words_after(text: str, at: int, most: int) -> str:
    """The first whole words after `at`, as `words_before` gives those before."""
    last = at + most
    if last >= len(text):
        return text[at:]
    if not (text[last - 1].isspace() or text[last].isspace()):
        half = at + most // 2
        gaps = [gap.start() for gap in _GAP.finditer(text, half, last)]
        last = gaps[-1] if gaps else grown(Segment(at, last), text).end
    return text[at:last]
