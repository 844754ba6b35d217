"""Sheets with one row for each person and columns for each round: "wave1_source", "wave 2 date", "T1 file"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OF_A_ROUND = re.compile(
    r"(?:(?P<noun>wave|round|time|phase|visit|interview|t|w)\s?(?P<n>\d)(?: interview)?"
    r"|(?P<nth>first|second|third|baseline|follow ?up)(?: (?P<kind>wave|round|interview|visit))?"
    r"|interview)\s+(?P<what>[a-z].*)"
)
_BEHIND = re.compile(r"(?P<what>[a-z][a-z ]*?)\s(?:at |of )?(?P<noun>wave|round|time|phase|visit|t|w)\s?(?P<n>\d)")
_NTH = {"first": "1", "second": "2", "third": "3", "baseline": "baseline", "follow up": "follow-up"}
_NOUNS = frozenset({"wave", "round", "time", "phase", "visit"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a column is about. value: the round, "" for none; attribute: what rounds are called; what: the rest."""

    value: str
    attribute: str
    what: str


def told_by(head: str) -> Told:
    """What a head in plain words says: "wave1 sources" is the sources of round 1, "interview date" just a date."""
    found = _OF_A_ROUND.fullmatch(head)
    if found is not None:
        nth = (found["nth"] or "").replace("followup", "follow up")
        noun = found["noun"] or found["kind"] or ""
        value = found["n"] or _NTH.get(nth, "")
        return Told(value, noun if noun in _NOUNS else "wave", found["what"])
    found = _BEHIND.fullmatch(head)
    if found is not None:
        return Told(found["n"], found["noun"] if found["noun"] in _NOUNS else "wave", found["what"])
    return Told("", "", head)
