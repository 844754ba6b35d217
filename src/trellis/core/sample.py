"""The sampling frame with its quotas, and the topic guide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.keys import Key


@dataclass(frozen=True, slots=True)
class Quota:
    """One cell of the sampling frame.

    where: attribute key and value, pair by pair, sorted by key. exists: False for a combination that
    cannot occur (printed "-"). target: how many are wanted, None where no number was set.
    """

    k: Key
    rev: Key
    where: tuple[tuple[Key, str], ...]
    target: int | None
    exists: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """A numbered topic of the guide. pos: fractional position among its siblings."""

    k: Key
    rev: Key
    parent: Key | None
    pos: str
    number: str
    name: str
    prompt: str


class Covered(StrEnum):
    """How far an interview covered a topic."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class TopicCovered:
    """How far one source covered one topic."""

    source: Key
    topic: Key
    rev: Key
    covered: Covered
    note: str
