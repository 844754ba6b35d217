"""Where the stretches of one text went in another: the one function that moves segments, both ways.

A correction and a pseudonymised text are the same thing: a second text, and the runs of it that stand in the
first as well. All positions are code points; stretches are half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from trellis.core.errors import Invalid
from trellis.core.segment import Segment, grown

Block = tuple[int, int, int, int]
"""A run that two texts share: start and end in the first, start and end in the second; both of one length."""

MUST_SURVIVE = 0.8
"""The share of a segment's visible characters that must stand in the other text for it to move by itself."""


FARTHEST = 200
"""Characters beyond four times a segment's length after which a changed stretch is too long to be proposed for it."""


class Fate(StrEnum):
    """What becomes of a segment when its text is replaced by another one."""

    WHOLE = "moved"
    CHANGED = "moved, words changed"
    LOST = "to review"


@dataclass(frozen=True, slots=True)
class Carried:
    """A segment and what became of it.

    place: where it stands now if it moved; a proposal if it is lost, None where there is none to make.
    """

    segment: Segment
    fate: Fate
    place: Segment | None

    @property
    def moved(self) -> bool:
        """Whether it moved by itself."""
        return self.fate is not Fate.LOST


@dataclass(frozen=True, slots=True)
class TextMap:
    """The runs that two texts share, in order, and how long the texts are.

    blocks: rising and not overlapping in both texts. Raises Invalid if they are not, or do not fit the lengths.
    """

    blocks: tuple[Block, ...]
    from_length: int
    to_length: int
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(block[0] for block in self.blocks))
        left = right = 0
        for start, end, to_start, to_end in self.blocks:
            if not (left <= start < end and right <= to_start and end - start == to_end - to_start):
                message = f"{start}–{end} → {to_start}–{to_end} is no block: give runs of equal length, rising in both"
                raise Invalid(message)
            left, right = end, to_end
        if left > self.from_length or right > self.to_length:
            message = (
                f"the blocks reach {left} and {right} in texts of {self.from_length} and {self.to_length} characters"
            )
            raise Invalid(message)

    def inverse(self) -> TextMap:
        """The map back."""
        blocks = tuple((to_start, to_end, start, end) for start, end, to_start, to_end in self.blocks)
        return TextMap(blocks, self.to_length, self.from_length)

    def then(self, other: TextMap) -> TextMap:
        """This map and, after it, one from its second text to a third: a map from the first to the third."""
        blocks: list[Block] = []
        for start, _, to_start, to_end in self.blocks:
            for there, there_end, last, _ in other.touching(Segment(to_start, to_end)):
                low, high = max(to_start, there), min(to_end, there_end)
                blocks.append(
                    (start + low - to_start, start + high - to_start, last + low - there, last + high - there)
                )
        return TextMap(tuple(_joined(blocks)), self.from_length, other.to_length)

    def touching(self, segment: Segment) -> tuple[Block, ...]:
        """The blocks that share a code point of the first text with the segment, in order."""
        at = max(bisect_right(self._starts, segment.start) - 1, 0)
        found: list[Block] = []
        while at < len(self.blocks) and self.blocks[at][0] < segment.end:
            if self.blocks[at][1] > segment.start:
                found.append(self.blocks[at])
            at += 1
        return tuple(found)

    def position(self, at: int) -> int | None:
        """Where a code point of the first text stands in the second; None if it does not."""
        for start, end, to_start, _ in self.touching(Segment(at, at + 1)):
            if start <= at < end:
                return to_start + at - start
        return None

    def around(self, segment: Segment) -> Segment:
        """The stretch of the second text that stands for a segment of the first, however much of it is changed.

        An end inside a block is moved with it; an end between two blocks grows to the whole of what stands
        between them, so that a replaced stretch is never cut. May be empty where the words were taken out.
        """
        return Segment(self._start_around(segment.start), self._end_around(segment.end))

    def before(self, at: int) -> Block | None:
        """The last block that begins at or before a code point of the first text."""
        found = bisect_right(self._starts, at) - 1
        return None if found < 0 else self.blocks[found]

    def after(self, at: int) -> Block | None:
        """The first block that begins after a code point of the first text."""
        found = bisect_right(self._starts, at)
        return self.blocks[found] if found < len(self.blocks) else None

    def _start_around(self, at: int) -> int:
        block = self.before(at)
        if block is None:
            return 0
        start, end, to_start, to_end = block
        return to_start + at - start if at < end else to_end

    def _end_around(self, at: int) -> int:
        block = self.before(at - 1)
        if block is not None and at <= block[1]:
            return block[2] + at - block[0]
        after = self.after(at - 1)
        return self.to_length if after is None else after[2]


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with those that touch in both texts made one."""
    joined: list[Block] = []
    for block in blocks:
        if joined and joined[-1][1] == block[0] and joined[-1][3] == block[2]:
            joined[-1] = (joined[-1][0], block[1], joined[-1][2], block[3])
        else:
            joined.append(block)
    return joined


def identity(length: int) -> TextMap:
    """The map of a text to itself."""
    return TextMap(((0, length, 0, length),) if length else (), length, length)


def carried(through: TextMap, segment: Segment, old: str, new: str) -> Carried:
    """What becomes of a segment of `old` in `new`.

    It moves by itself only if its first and last words stand in blocks and at least `MUST_SURVIVE` of its
    characters (white space aside) do; otherwise it is lost, with the place where its words may have gone.
    A moved one is CHANGED unless its words are the same but for white space. Ends never cut a visible character.
    """
    shared = through.touching(segment)
    place = _place(through, segment, old, new)
    if not shared or place is None:
        return Carried(segment, Fate.LOST, place)
    ends = [through.position(at) for at in _outmost(segment, old)]
    if None in ends or _survival(segment, old, shared) < MUST_SURVIVE:
        return Carried(segment, Fate.LOST, place)
    same = segment.words(old).split() == place.words(new).split()
    return Carried(segment, Fate.WHOLE if same else Fate.CHANGED, place)


def _outmost(segment: Segment, text: str) -> tuple[int, int]:
    """The first and the last letter or digit of a segment; where there are none, its first and last visible sign."""
    whole = range(segment.start, segment.end)
    for counts in (str.isalnum, _is_seen):
        first = next((at for at in whole if counts(text[at])), None)
        if first is not None:
            return first, next(at for at in reversed(whole) if counts(text[at]))
    return segment.start, segment.end - 1


def _is_seen(letter: str) -> bool:
    return not letter.isspace()


def _survival(segment: Segment, old: str, shared: tuple[Block, ...]) -> float:
    """The share of a segment's visible characters that stand in blocks; 1 where it has none."""
    kept = sum(_seen(old, max(start, segment.start), min(end, segment.end)) for start, end, _, _ in shared)
    return kept / (_seen(old, segment.start, segment.end) or kept or 1)


def _seen(text: str, start: int, end: int) -> int:
    return sum(map(len, text[start:end].split()))


def _place(through: TextMap, segment: Segment, old: str, new: str) -> Segment | None:
    """Where a segment's words stand, or may have gone; None where nothing of them is near."""
    if not through.blocks:
        return None
    if through.touching(segment):
        place = Segment(_place_start(through, segment.start, old, new), _place_end(through, segment.end, old, new))
    else:
        place = _trimmed(through.around(segment), new)
        if len(place) > FARTHEST + 4 * len(segment):
            return None
    return grown(place, new) if place.start < place.end else None


def _place_start(through: TextMap, at: int, old: str, new: str) -> int:
    """Where a segment that begins at `at` begins now: with its first surviving word, or with what replaced the first.

    What stands between two blocks is taken for a replacement only from its beginning on.
    """
    before, after = through.before(at), through.after(at)
    if before is not None and at < before[1]:
        return before[2] + at - before[0]
    old_gap, gap = (0, 0) if before is None else (before[1], before[3])
    old_end, end = (len(old), len(new)) if after is None else (after[0], after[2])
    if old[old_gap:at].strip() or not old[at:old_end].strip():
        return end
    return _trimmed(Segment(gap, end), new).start


def _place_end(through: TextMap, at: int, old: str, new: str) -> int:
    """Where a segment that ends at `at` ends now; see `_place_start`."""
    before, after = through.before(at - 1), through.after(at - 1)
    if before is not None and at <= before[1]:
        return before[2] + at - before[0]
    old_gap, gap = (0, 0) if before is None else (before[1], before[3])
    old_end, end = (len(old), len(new)) if after is None else (after[0], after[2])
    if old[at:old_end].strip() or not old[old_gap:at].strip():
        return gap
    return _trimmed(Segment(gap, end), new).end


def _trimmed(segment: Segment, text: str) -> Segment:
    """The segment without white space at its ends; empty, at its end or start, where it holds nothing else."""
    words = segment.words(text)
    start = segment.end - len(words.lstrip())
    return Segment(start, max(segment.start + len(words.rstrip()), start))
