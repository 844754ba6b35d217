"""What changed between two waves for a case, as the analyst says it; what came of reading anew is kept apart."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.errors import Invalid
from trellis.core.keys import Key


class ChangeType(StrEnum):
    """What became of a matter from one wave to a later one (after Saldana 2003 and Lewis 2007)."""

    EMERGES = "emerges"
    INCREASES = "increases"
    CONSTANT = "constant"
    DECREASES = "decreases"
    CEASES = "ceases"
    TURNING_POINT = "turning point"
    REVERSES = "reverses"
    RETOLD = "reinterpreted by participant"
    REREAD = "reinterpreted by researcher"
    MISSING = "missing"


REINTERPRETED = frozenset({ChangeType.RETOLD, ChangeType.REREAD})
"""What is told or read in another way, and is no change of what happened."""
OF_THE_PARTICIPANT = frozenset(ChangeType) - REINTERPRETED - {ChangeType.MISSING, ChangeType.CONSTANT}
"""What counts as a change in the participant's life or work."""


@dataclass(frozen=True, slots=True)
class WaveChange:
    """What became of one theme for one case between two waves.

    k: made of the five keys that say what it is about (`change_key`), so that whoever says something of the same
    place means the same row, in any copy of the study. seen_earlier, seen_later: the fingerprints of the two cells'
    words when it was said (`chart_rules.fingerprint`), 0 for an uncharted cell.
    """

    k: Key
    rev: Key
    chart: Key
    row: Key
    theme: Key
    earlier: Key
    later: Key
    kind: ChangeType
    text: str
    seen_earlier: int
    seen_later: int
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class ChangePlace:
    """What a change between waves is about."""

    chart: Key
    row: Key
    theme: Key
    earlier: Key
    later: Key


def change_key(place: ChangePlace) -> Key:
    """The key of what is said of a place: 53 bits that follow from the five keys alone. Never 0."""
    told = ".".join(str(k) for k in (place.chart, place.row, place.theme, place.earlier, place.later))
    return int.from_bytes(hashlib.sha256(told.encode()).digest()[:7], "big") >> 3 or 1


def change_type_from(given: str) -> ChangeType:
    """The type of change of that name. Raises Invalid, telling which there are."""
    wanted = " ".join(given.casefold().replace("_", " ").replace("-", " ").split())
    try:
        return ChangeType(wanted)
    except ValueError as error:
        listed = ", ".join(kind.value for kind in ChangeType)
        message = f"“{given}” is no type of change between waves; there are: {listed}"
        raise Invalid(message) from error
