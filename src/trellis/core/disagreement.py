"""Where the coders of a round differ, and what the team settled about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.coding import Coding
from trellis.core.framework_merging import theme_origin
from trellis.core.keys import Key

TOLERANCE = 20
"""Code points by which two bounds may differ and still count as the same: a word or three."""


class Difference(StrEnum):
    """How the coders differ about some words."""

    THEME = "theme"
    """Each of them indexed the words, not all under the same themes."""
    ABSENT = "not indexed by all"
    """One of them left the words unindexed."""
    BOUNDS = "bounds"
    """The same themes, and other first or last words."""


class Outcome(StrEnum):
    """How the team settled a disagreement."""

    ADOPTED = "one reading adopted"
    BOTH = "both stand"
    DEFINITION = "definition changed"
    DEFERRED = "deferred"


class Standing(StrEnum):
    """Where a disagreement stands."""

    OPEN = "open"
    SETTLED = "settled"
    REOPENED = "reopened"
    """It was settled, and the codings it was about have changed since."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the team settled about one disagreement of a round.

    about: the lowest key among the codings in dispute, so that two copies call the same one the same.
    adopted: whose reading stands, where one was adopted. at: ms since 1970, UTC.
    """

    round: Key
    about: Key
    rev: Key
    source: Key
    outcome: Outcome
    adopted: Key | None
    reason: str
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class SettledCoding:
    """A coding as it was when the disagreement that it was part of was settled; it may have gone since."""

    round: Key
    about: Key
    coding: Key
    rev: Key
    source: Key
    version: Key
    start: int
    end: int
    theme: Key
    coder: Key


def stands(settlement: Settlement, coder: Key) -> bool:
    """Whether the coder's reading is among those that the outcome lets stand."""
    return settlement.outcome is not Outcome.ADOPTED or settlement.adopted == coder


def as_settled(settled: SettledCoding, now: Coding) -> bool:
    """Whether a coding is still what it was. Where its theme was carried into another one, it is."""
    same_theme = settled.theme == now.theme or theme_origin(settled.theme) in now.origins
    return same_theme and (settled.version, settled.start, settled.end) == (now.version, now.start, now.end)
