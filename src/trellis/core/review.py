"""What a review says: remarks at spots of the manuscript, each with the check that it answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trellis.core.document import Notice


class Level(StrEnum):
    """How much a remark asks of the author."""

    WRONG = "wrong"
    SAY_WHY = "say why"
    LOOK = "for your eyes"


class Group(StrEnum):
    """What a remark is about: how remarks are put together for reading."""

    WORDS = "words that were said"
    SPEAKERS = "who said it"
    EVIDENCE = "claims and their evidence"
    VOICES = "whose voices are heard"
    PEOPLE = "who could be recognised"
    NUMBERS = "numbers and the sample"
    PAPER = "the paper itself"


@dataclass(frozen=True, slots=True)
class Check:
    """One question of the review.

    asks: what it wants to know. fires, quiet: when it speaks and when it does not. resolves: what usually answers it.
    """

    id: str
    group: Group
    asks: str
    fires: str
    quiet: str
    resolves: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of the manuscript that a remark is about.

    paragraph: its number, from 1. page: None where pages are not known. under: the nearest heading, "" for none.
    """

    start: int
    end: int
    words: str
    paragraph: int
    page: str | None = None
    under: str = ""

    def told(self) -> str:
        """Where it is, for people."""
        page = f", page {self.page}" if self.page else ""
        return f"paragraph {self.paragraph}{page}" + (f" (“{self.under}”)" if self.under else "")


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The words of a source that stand beside a spot: where, whose, and the words; `change`: what differs, in words."""

    source: str
    turn: int | None
    speaker: str
    words: str
    change: str = ""

    def told(self) -> str:
        """Where the words stand and whose they are, for people."""
        turn = f", turn {self.turn}" if self.turn is not None else ""
        speaker = f" ({self.speaker})" if self.speaker else ""
        return f"{self.source}{turn}{speaker}"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a careful referee would say.

    said: the remark in one or two sentences. spots: in the manuscript, at least one. sources: words to set beside the
    spot. rank: of remarks of one level, the higher ones come first. waived: the reason why it was waived, else "".
    """

    check: str
    level: Level
    said: str
    spots: tuple[Spot, ...]
    sources: tuple[SourceWords, ...] = ()
    rank: int = 0
    waived: str = ""

    @property
    def key(self) -> str:
        """Eight letters by which this remark is waived; the same as long as check and words are the same."""
        told = "\n".join([self.check, *(" ".join(spot.words.split()) for spot in self.spots)])
        return hashlib.sha256(told.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of one quotation: how it was found, in which words of which source, and who said it."""

    spot: Spot
    attribution: str
    outcome: str
    source: str
    turn: int | None
    speaker: str


@dataclass(frozen=True, slots=True)
class Silent:
    """A check that said nothing because it could not ask, and what it would need."""

    check: str
    why: str


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that a review found: remarks in order of level, rank and place; waived ones apart, at the end.

    seen: every quotation that was recognised. k: how many people must share an attribution.
    """

    manuscript: str
    words: int
    transcripts: int
    people: int
    k: int
    remarks: tuple[Remark, ...]
    seen: tuple[Seen, ...]
    silent: tuple[Silent, ...] = ()
    notices: tuple[Notice, ...] = field(default=())

    @property
    def standing(self) -> tuple[Remark, ...]:
        """The remarks that nobody has waived."""
        return tuple(remark for remark in self.remarks if not remark.waived)

    def counted(self, level: Level) -> int:
        """How many standing remarks are of a level."""
        return sum(remark.level is level for remark in self.standing)


_ORDER = {Level.WRONG: 0, Level.SAY_WHY: 1, Level.LOOK: 2}


def in_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Standing remarks before waived ones, then by level, rank and place; the same remark once."""
    unique = dict.fromkeys(remarks)
    return tuple(sorted(unique, key=_place))


def _place(remark: Remark) -> tuple[bool, int, int, int, str, str]:
    first = remark.spots[0].start if remark.spots else 0
    return (bool(remark.waived), _ORDER[remark.level], -remark.rank, first, remark.check, remark.said)


MOST_LINES = 10
"""Lines on the first page of a review: more than that nobody reads at once."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the first page: one remark, or, where there are many, all those of one check and level.

    remarks: those it stands for, at least one, the weightiest first.
    """

    group: Group
    level: Level
    check: Check
    remarks: tuple[Remark, ...]

    @property
    def said(self) -> str:
        """What the line says: the remark, or the first of several with their number."""
        first = self.remarks[0].said
        if len(self.remarks) == 1:
            return first
        return f"{len(self.remarks)} remarks of this kind, the first: {first}"

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All the spots that the line is about, in order of the manuscript."""
        found = {(spot.start, spot.end): spot for remark in self.remarks for spot in remark.spots}
        return tuple(found[place] for place in sorted(found))


def first_page(review: Review, checks: Mapping[str, Check], most: int = MOST_LINES) -> tuple[Line, ...]:
    """The lines of the first page: at most `most`, grouped by what they are about, wrong before say why.

    Remarks of one check and level are told together as soon as there is not room for each.
    """
    standing = review.standing
    together: dict[tuple[Level, str], list[Remark]] = {}
    for remark in standing:
        together.setdefault((remark.level, remark.check), []).append(remark)
    sets = list(together.values()) if len(standing) > most else [[remark] for remark in standing]
    groups = list(Group)
    lines = [Line(checks[s[0].check].group, s[0].level, checks[s[0].check], tuple(s)) for s in sets][:most]
    return tuple(sorted(lines, key=lambda line: groups.index(line.group)))
