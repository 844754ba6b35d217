"""Stretches between quotation marks: curly and straight, double and single, guillemets, low marks; outermost ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 2_500
"""Code points after which a mark that was opened is taken not to be closed."""

_CLOSES = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
    "”": "”",
    "＂": "＂",
}
_SINGLE = frozenset("‘'‚")
_OPENED_AFTER = re.compile(r"[\s(\[{—–/:“‘„«\"'-]")
_STOPS = ".,;:?!)…]"


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks. outer: with the marks. is_closed: False where the passage ends first."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    is_closed: bool = True


def quoted_in(text: str, start: int, end: int) -> Iterator[Quoted]:
    """The quoted stretches of a passage, in order, nested ones left out."""
    at = start
    while at < end:
        if text[at] in _CLOSES and _opens(text, at, start, end):
            found = _closed(text, at, end)
            if found is None and at == start and end - at <= LONGEST:
                yield Quoted(at + 1, end, at, end, is_closed=False)
                return
            if found is not None:
                yield Quoted(at + 1, found, at, found + 1)
                at = found
        at += 1


def _opens(text: str, at: int, start: int, end: int) -> bool:
    if at + 1 >= end or text[at + 1].isspace():
        return False
    mark = text[at]
    after_word = at > start and not _OPENED_AFTER.match(text[at - 1])
    if mark in "“„«‚‹":
        return mark in "„‚" or not after_word or mark == "“"
    return not after_word


def _closed(text: str, at: int, end: int) -> int | None:
    """Where a mark is closed, None where it is not."""
    mark, closing = text[at], _CLOSES[text[at]]
    limit = min(end, at + LONGEST)
    if mark in _SINGLE:
        return _closed_single(text, at, limit)
    depth = 0
    for place in range(at + 1, limit):
        letter = text[place]
        if letter == mark and letter not in closing:
            depth += 1
        elif letter in closing and not (letter == mark and text[place - 1].isspace()):
            if not depth:
                return place
            depth -= 1
    return None


def _closed_single(text: str, at: int, limit: int) -> int | None:
    """A single mark is an apostrophe too: inside a word, or after a plural and before a word, it closes nothing."""
    closing = _CLOSES[text[at]]
    fallback: int | None = None
    for place in range(at + 1, limit):
        letter = text[place]
        if letter == "‘" == text[at] and not text[place - 1].isalnum():
            return fallback
        if letter not in closing or text[place - 1].isspace():
            continue
        after = text[place + 1] if place + 1 < limit else " "
        if after.isalnum():
            continue
        if not _is_plural(text, place, limit):
            return place
        fallback = place if fallback is None else fallback
    return fallback


def _is_plural(text: str, place: int, limit: int) -> bool:
    """Whether an apostrophe ends a plural ("the workers’ role"), or a word that was cut short ("livin’ here")."""
    rest = text[place + 1 : min(place + 3, limit)]
    if text[place - 1] in _STOPS or not rest or rest[0] in _STOPS:
        return False
    return text[place - 1] in "sn" and len(rest) > 1 and rest[0] == " " and rest[1].islower()
