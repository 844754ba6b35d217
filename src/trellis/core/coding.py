"""Codings, the rounds they belong to, and rules that suggest them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.keys import Key
from trellis.core.segment import Segment


class Purpose(StrEnum):
    """What a round of coding is for."""

    MAIN = "main"
    CALIBRATION = "calibration"
    DOUBLE = "double coding"


@dataclass(frozen=True, slots=True)
class Round:
    """Codings made for one purpose. adopted: whether its codings are the study's index."""

    k: Key
    rev: Key
    name: str
    purpose: Purpose
    framework_version: Key | None
    blind: bool
    closed: bool
    adopted: bool


@dataclass(frozen=True, slots=True)
class Coding:
    """This segment is indexed under this theme, by this coder.

    start, end: code points in the text of `version`. at: ms since 1970, UTC.
    origins: where it came from other than by hand: "rule:KEY", "theme:KEY" after a merge.
    """

    k: Key
    rev: Key
    source: Key
    version: Key
    start: int
    end: int
    theme: Key
    coder: Key
    round: Key
    framework_version: Key | None
    note: str
    origins: tuple[str, ...]
    at: int

    @property
    def segment(self) -> Segment:
        """The stretch that is indexed."""
        return Segment(self.start, self.end)


@dataclass(frozen=True, slots=True)
class LookedOver:
    """That a coding was reviewed among the extracts of its theme: by whom, when (ms since 1970, UTC).

    seen: the coding's revision then; one that was changed since is to be looked at again.
    """

    coding: Key
    rev: Key
    seen: Key
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A search expression that suggests codings under a theme."""

    k: Key
    rev: Key
    name: str
    query: str
    theme: Key
    by: Key
    at: int


class SuggestionState(StrEnum):
    """What became of a suggestion."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place that a rule found; outside history until somebody accepts it."""

    k: Key
    rule: Key
    source: Key
    version: Key
    start: int
    end: int
    theme: Key
    state: SuggestionState
