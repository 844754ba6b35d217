"""Participants and cases: who took part, and what the rows of the chart are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.keys import Key


class CaseKind(StrEnum):
    """What a case is."""

    PERSON = "person"
    PAIR = "pair"
    GROUP = "group"
    TEAM = "team"
    SITE = "site"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


class Link(StrEnum):
    """How a source belongs to a case."""

    SPEAKS = "speaks"
    ABOUT = "is about"


class Recruitment(StrEnum):
    """How far a participant has come."""

    APPROACHED = "approached"
    AGREED = "agreed"
    TOOK_PART = "took part"
    DECLINED = "declined"
    WITHDREW = "withdrew"


class Attendance(StrEnum):
    """What became of a case in a wave."""

    COMPLETED = "completed"
    NOT_DUE = "not due"
    REFUSED = "refused"
    LOST = "lost"
    DIED = "died"
    WITHDREW = "withdrew consent"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Participant:
    """A person who took part and gave consent, by pseudonym."""

    k: Key
    rev: Key
    pseudonym: str
    status: Recruitment


@dataclass(frozen=True, slots=True)
class Case:
    """A unit of analysis and a row of the chart. pos: fractional position in the saved row order."""

    k: Key
    rev: Key
    kind: CaseKind
    name: str
    participant: Key | None
    pos: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """One case belongs to another, perhaps for a time (ISO dates; since "" means always)."""

    child: Key
    parent: Key
    since: str
    rev: Key
    until: str | None


@dataclass(frozen=True, slots=True)
class Extent:
    """A source, or a stretch of one version of it in code points, in which a case speaks or is spoken about."""

    k: Key
    rev: Key
    case: Key
    source: Key
    version: Key | None
    start: int | None
    end: int | None
    how: Link


@dataclass(frozen=True, slots=True)
class Wave:
    """A round of data collection. pos: fractional position in time order."""

    k: Key
    rev: Key
    name: str
    pos: str


@dataclass(frozen=True, slots=True)
class Attended:
    """What became of one case in one wave, and why. on: ISO date."""

    case: Key
    wave: Key
    rev: Key
    status: Attendance
    reason: str
    on: str | None
