"""What the review of a study says: points that a careful referee would raise, each with a link to its place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.errors import Invalid
from trellis.core.keys import NO_KEY, Key
from trellis.core.review import MOST_LINES, Check, Group, Level


class At(StrEnum):
    """What kind of thing a point is about: where its link leads."""

    FINDING = "finding"
    JUDGEMENT = "judgement"
    CELL = "cell"
    SOURCE = "source"
    CASE = "case"
    THEME = "theme"
    QUESTION = "question"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class JudgedAt:
    """Where a judgement stands: the lens's id, the unit by name, kind and wave ("" for none), the dimension's id."""

    lens: str
    unit: str
    kind: str
    wave: str
    dimension: str


@dataclass(frozen=True, slots=True)
class Target:
    """A thing that a point is about. words: what to print for it.

    k: its key, 0 for a question or the sample. case, wave, theme: of a cell. number: of a question, from 1. judged: of
    a judgement.
    """

    at: At
    words: str
    k: Key = NO_KEY
    case: Key = NO_KEY
    wave: Key = NO_KEY
    theme: Key = NO_KEY
    number: int = 0
    judged: JudgedAt | None = None

    @property
    def place(self) -> str:
        """What it is, without its words: the same as long as it is the same thing."""
        told = self.words if self.at in {At.QUESTION, At.SAMPLE} else ""
        return f"{self.at.value} {self.k} {self.case} {self.wave} {self.theme} {told}"


@dataclass(frozen=True, slots=True)
class Waiver:
    """Somebody lets a point stand. point: the point's key; rests: what it rested on then; at: ms since 1970, UTC."""

    k: Key
    rev: Key
    point: str
    check: str
    reason: str
    rests: str
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class Waived:
    """A waiver as it is read. by: their name. is_lapsed: what the point rests on has changed since."""

    k: Key
    reason: str
    by: str
    at: int
    is_lapsed: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """Something that a careful referee would raise about a study.

    said: in one or two sentences. targets: at least one. ground: what it rests on, in any words that change when that
    does. rank: of points of one level the higher come first.
    """

    check: str
    level: Level
    said: str
    targets: tuple[Target, ...]
    ground: str = ""
    rank: int = 0
    waived: Waived | None = None

    @property
    def key(self) -> str:
        """Ten letters by which it is waived: of its check and what it is about, whatever it says of them."""
        return _digest("\n".join([self.check, *(target.place for target in self.targets[:1])]))

    @property
    def rests(self) -> str:
        """Ten letters that change when what the point rests on changes."""
        return _digest(f"{self.said}\n{self.ground}")

    @property
    def stands(self) -> bool:
        """Whether nobody lets it stand, or what it rests on has changed since."""
        return self.waived is None or self.waived.is_lapsed


def _digest(told: str) -> str:
    return hashlib.sha256(told.encode()).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class Quiet:
    """A check that was not asked, and what it waits for."""

    check: str
    why: str


@dataclass(frozen=True, slots=True)
class StudyReview:
    """Everything that the review of a study found: points in order of level and rank, waived ones at the end."""

    title: str
    points: tuple[Point, ...]
    quiet: tuple[Quiet, ...]
    k: int

    @property
    def standing(self) -> tuple[Point, ...]:
        """The points that nobody has waived, and those whose waiver has lapsed."""
        return tuple(point for point in self.points if point.stands)

    @property
    def waived(self) -> tuple[Point, ...]:
        """The points that somebody lets stand."""
        return tuple(point for point in self.points if not point.stands)

    def counted(self, level: Level) -> int:
        """How many standing points are of a level."""
        return sum(point.level is level for point in self.standing)

    def point(self, key: str) -> Point | None:
        """The point with this key, None where there is none any more."""
        return next((point for point in self.points if point.key == key), None)


_ORDER = {Level.WRONG: 0, Level.SAY_WHY: 1, Level.LOOK: 2}


def ordered(points: Iterable[Point]) -> tuple[Point, ...]:
    """Standing points before waived ones, then by level and rank, then as they were found; one a key."""
    unique: dict[str, Point] = {}
    for point in points:
        unique.setdefault(point.key, point)
    return tuple(sorted(unique.values(), key=lambda point: (not point.stands, _ORDER[point.level], -point.rank)))


@dataclass(frozen=True, slots=True)
class PointLine:
    """A line of the first page: one point, or all those of one check and level where there is not room for each."""

    group: Group
    level: Level
    check: Check
    points: tuple[Point, ...]

    @property
    def said(self) -> str:
        """What the line says: the point, or the first of several with their number."""
        first = self.points[0].said
        return first if len(self.points) == 1 else f"{len(self.points)} of this kind, the first: {first}"


def point_lines(review: StudyReview, checks: Mapping[str, Check], most: int = MOST_LINES) -> tuple[PointLine, ...]:
    """The lines of the first page: at most `most`, grouped by what they are about, wrong before say why."""
    standing = review.standing
    together: dict[tuple[Level, str], list[Point]] = {}
    for point in standing:
        together.setdefault((point.level, point.check), []).append(point)
    sets = list(together.values()) if len(standing) > most else [[point] for point in standing]
    groups = list(Group)
    lines = [PointLine(checks[s[0].check].group, s[0].level, checks[s[0].check], tuple(s)) for s in sets][:most]
    return tuple(sorted(lines, key=lambda line: groups.index(line.group)))


def require_reason(reason: str) -> str:
    """The reason of a waiver. Raises Invalid for none."""
    if reason.strip():
        return " ".join(reason.split())
    message = "say why the point may stand: a waiver needs a reason, and the report's limitations may quote it"
    raise Invalid(message)
