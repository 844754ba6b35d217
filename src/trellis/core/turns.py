"""Naming parts of a source by their numbers ("43", "43-45"), and times as people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trellis.core.document import PartKind
from trellis.core.errors import Invalid, NotFound
from trellis.core.segment import Segment
from trellis.core.source import StoredPart

_RANGE = re.compile(r"\s*[TtPp]?\s*(\d+)\s*(?:[-–—]\s*[TtPp]?\s*(\d+))?\s*")


def part_numbers(given: str) -> tuple[int, int]:
    """The first and last part that "43", "T43" or "43-45" names. Raises Invalid."""
    match = _RANGE.fullmatch(given)
    if match is None:
        message = f"“{given}” names no turns; write a number (43) or a first and a last one (43-45)"
        raise Invalid(message)
    first = int(match[1])
    last = int(match[2] or match[1])
    if last < first:
        message = f"turns {given} run backwards; write the smaller number first"
        raise Invalid(message)
    return first, last


def stretch_of(parts: Sequence[StoredPart], first: int, last: int) -> Segment:
    """From the first word of part `first` to the end of part `last`. Raises NotFound or Invalid."""
    by_number = {part.n: part for part in parts if part.kind is not PartKind.PAGE}
    for number in (first, last):
        if number not in by_number:
            most = max(by_number, default=0)
            message = f"there is no turn {number}; the parts of this source are numbered up to {most}"
            raise NotFound(message)
    found = Segment(by_number[first].words, by_number[last].end)
    if len(found) <= 0:
        message = f"turn {first} holds no words"
        raise Invalid(message)
    return found


def part_at(parts: Sequence[StoredPart], at: int) -> StoredPart | None:
    """The part (pages aside) in which code point `at` lies, the one before it where it lies between two."""
    before: StoredPart | None = None
    for part in parts:
        if part.kind is PartKind.PAGE:
            continue
        if part.start > at:
            break
        before = part
    return before


def clock(ms: int | None) -> str | None:
    """A time in a recording as hours, minutes and seconds ("00:12:26"), None where unknown."""
    if ms is None:
        return None
    seconds = ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
