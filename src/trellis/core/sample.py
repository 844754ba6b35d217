"""The sampling frame with its quotas, and the topic guide."""

from __future__ import annotations

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class TopicTheme:
    """That a topic feeds a theme: what is said when it is asked about may come to be charted under the theme."""

    topic: Key
    theme: Key
    rev: Key


def asked_about(covered: Iterable[Covered | None]) -> bool | None:
    """Whether a case was asked, by how far its sources covered the topics that feed a theme; None: it is not known.

    One topic that was covered in one source, if only partly, is enough for having been asked; not asked is somebody of
    whom every source is said to have covered none of them.
    """
    told = list(covered)
    if any(one in {Covered.YES, Covered.PARTLY} for one in told):
        return True
    return False if told and all(one is Covered.NO for one in told) else None
