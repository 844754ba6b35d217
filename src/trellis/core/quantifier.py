"""Words that say how many without a number: "most", "some", "a few"."""

from __future__ import annotations

import re

from trellis.core.segment import Segment

_WORDS = (
    "(?:the )?(?:vast |great |large )?majority",
    "(?:a )?(?:small )?minority",
    "almost all",
    "nearly all",
    "all",
    "most",
    "many",
    "several",
    "a few",
    "few",
    "some",
    "a number of",
    "a handful of",
    "numerous",
    "none of",
    "none",
    "nobody",
    "no one",
    "everybody",
    "everyone",
    "half of",
    "a third of",
)
_QUANTIFIER = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_NOT_OF_PEOPLE = re.compile(
    r"\s*(?:-?times?\b|extent\b|degree\b|kind\b|sort\b|way\b|ways\b|day\b|days\b|week\b|weeks\b|point\b|distance\b"
    r"|but\b|more\b|less\b|one\b|thing\b|things\b|over\b|along\b|right\b|too\b)",
    re.IGNORECASE,
)
"""What makes "some time" or "all but" say nothing of how many people."""
_AFTER_WHICH_NOT = re.compile(r"\b(?:at|the|after|above|so|too|very|in)\s+$", re.IGNORECASE)
"""What makes "at all", "the most" and "so many" say nothing of how many people."""
_DENIED = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bhardly|\bby no means|\bnor (?:do|did|does|were|are|was|have|had))"
    r"(?: quite| nearly| necessarily| always| simply| by any means)?\s+$",
    re.IGNORECASE,
)
"""What makes "all" and "everybody" say that some are not: "not all", "do not all"."""
_OF_EVERYBODY = frozenset({"all", "almost all", "nearly all", "everybody", "everyone"})
_MAY_FOLLOW = frozenset({"all", "most", "many", "few"})


def quantifiers(text: str) -> list[Segment]:
    """Where words say how many without a number, in order; code points. "Some time" and "at all" say no such thing."""
    found = []
    for match in _QUANTIFIER.finditer(text):
        if _NOT_OF_PEOPLE.match(text, match.end()):
            continue
        is_phrase = match.group().casefold() in _MAY_FOLLOW and _AFTER_WHICH_NOT.search(text[: match.start()])
        if not is_phrase and not is_denied(text, match.start(), match.end()):
            found.append(Segment(match.start(), match.end()))
    return found


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether a quantifier of everybody at a place is denied: "not all", "do not all"."""
    first = text[start:end].casefold().split(" of")[0].removesuffix(" the")
    return first in _OF_EVERYBODY and _DENIED.search(text[:start]) is not None
