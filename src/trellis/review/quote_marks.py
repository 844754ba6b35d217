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
_MIXED = {"“": '"', '"': "”", "„": '"”'}
_BLANKS = " \u00a0\u202f"
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
                inner = text[at + 1 : found]
                start = at + 1 + len(inner) - len(inner.lstrip(_BLANKS))
                yield Quoted(start, max(start, at + 1 + len(inner.rstrip(_BLANKS))), at, found + 1)
                at = found
        at += 1


def _opens(text: str, at: int, start: int, end: int) -> bool:
    mark = text[at]
    if at + 1 >= end or (text[at + 1].isspace() and not (mark in "«‹" and text[at + 1] in _BLANKS)):
        return False
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
    other: int | None = None  # a straight mark that closes a curly one, or the other way round
    for place in range(at + 1, limit):
        letter = text[place]
        if letter in _MIXED.get(mark, "") and other is None and _may_close(text, place, limit):
            other = place
        if letter == mark and letter not in closing:
            depth += 1
        elif letter in closing and not (letter == mark and text[place - 1].isspace()):
            if not depth:
                return place
            depth -= 1
    return other


def _may_close(text: str, place: int, limit: int) -> bool:
    """Whether a mark stands behind a word or stop, and before a gap, a stop or a bracket."""
    after = text[place + 1] if place + 1 < limit else " "
    return not text[place - 1].isspace() and not after.isalnum()


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
