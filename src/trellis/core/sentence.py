"""Where a sentence begins and ends, as far as punctuation tells."""

from __future__ import annotations

import re

from trellis.core.segment import Segment

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")


def sentences_around(segment: Segment, text: str, within: Segment) -> Segment:
    """The whole sentences that the segment touches, no further than `within`; all positions in code points.

    A sentence ends at a full stop, question or exclamation mark or ellipsis, with closing quotation marks and
    brackets, before white space, unless it goes on in small letters. An abbreviation's full stop may end one too:
    a place to read is found all the same.
    """
    start, end = within.start, within.end
    for match in _END.finditer(text, within.start, within.end):
        if text[match.end() : within.end].lstrip()[:1].islower():
            continue
        if match.end() <= segment.start:
            start = match.end()
        elif match.end() >= segment.end:
            end = match.end()
            break
    words = text[start:end]
    return Segment(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
