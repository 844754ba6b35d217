r"""Times in a recording, as transcripts write them: `[00:12:26]`, `\[12:26.06\]`, `(12:26)`, `#00:12:26-3#`."""

from __future__ import annotations

import re

# Hours may be missing; minutes may then run past 59 ("75:10").
CLOCK = r"\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,:]\d{1,3})?(?!\d|:\d)"
_OPEN, _CLOSE = r"(?:\\?\[|\(|\{|<|\#)", r"(?:\\?\]|\)|\}|>|\#)"
RANGE = rf"{CLOCK}(?:\s*(?:-->|[-–—]|to)\s*{CLOCK})?"

# In brackets of any kind, where it cannot be an hour of the day that somebody speaks of.
MARKED = rf"{_OPEN}\s*{RANGE}(?:-\d)?\s*{_CLOSE}"
ANY_TIME = rf"(?:{MARKED}|{RANGE})"

_CLOCKS = re.compile(CLOCK)
_MARKED = re.compile(MARKED)

# Brackets are common and times are rare: looking around each ":26" is ten times faster than looking at each bracket.
_HINT = re.compile(r":[0-5][0-9]")
_BEFORE, _BEYOND = 10, 60

_FULL = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3})|:\d{1,3})?$")


def milliseconds(clock: str) -> int | None:
    """A clock time as milliseconds from the start of the recording; None where it is none.

    Two fields are minutes and seconds, three are hours, minutes and seconds; a fraction follows a point or comma
    ("00:12:26.06" is 746,060); a fourth field counts video frames and is left out.
    """
    match = _FULL.match(clock.strip())
    if match is None:
        return None
    hours, minutes, seconds, fraction = match.groups()
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(f"{fraction or 0:0<3}"[:3])


def span_of(written: str | None) -> tuple[int | None, int | None]:
    """Start and end in milliseconds of a time or a range of times as written; None where there is none."""
    if not written:
        return None, None
    clocks = [milliseconds(match.group()) for match in _CLOCKS.finditer(written)]
    first = clocks[0] if clocks else None
    return first, clocks[1] if len(clocks) > 1 else None


def marked_times(text: str) -> list[tuple[int, int, int]]:
    """Every time in brackets in a text: start and end in code points, and milliseconds."""
    found: list[tuple[int, int, int]] = []
    after = 0
    for hint in _HINT.finditer(text):
        if hint.start() < after:
            continue
        match = _MARKED.search(text, max(after, hint.start() - _BEFORE), hint.start() + _BEYOND)
        at = span_of(match.group())[0] if match is not None else None
        if match is not None and at is not None:
            found.append((match.start(), match.end(), at))
            after = match.end()
    return found
