"""What a format's reader hands on: the text in blocks, before anybody asks who speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from trellis.core.document import Comment, Notice, Part, PartKind

# NUL has no place in text, search marks its hits with the next two.
_CONTROL = re.compile("[\x00\x01\x02]")

# Half of a pair that never came: cannot be stored as UTF-8.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table or footnote of a text, in code points.

    rows: of a table, the stretches of its cells, row by row.
    is_quoted: set off by its style, its indent or its mark-up, as block quotations are.
    """

    kind: PartKind
    start: int
    end: int
    level: int | None = None
    number: str | None = None
    rows: tuple[tuple[Stretch, ...], ...] = ()
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A text in blocks.

    emphasis: where a line starts in bold or italics, the offset at which that run ends.
    turns: parts that the format itself marks up (captions with voices); None where they must be recognised.
    """

    text: str
    blocks: tuple[Block, ...]
    reader: str
    emphasis: Mapping[int, int] = field(default_factory=dict)
    pages: tuple[Part, ...] = ()
    comments: tuple[Comment, ...] = ()
    notices: tuple[Notice, ...] = ()
    title: str | None = None
    properties: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] | None = None


def without_control(text: str) -> tuple[str, int]:
    """A text without the three characters that Trellis cannot keep, and how many there were."""
    if "\x00" in text or "\x01" in text or "\x02" in text:
        return _CONTROL.subn("", text)
    return text, 0


def control_notice(removed: int) -> Notice:
    """Says how many control characters were taken out."""
    return Notice(
        "control-characters",
        f"{removed} control character{'s' if removed != 1 else ''} (U+0000 to U+0002) left out of the text",
    )


def trimmed(text: str, start: int, end: int) -> Stretch:
    """The stretch without white space at its ends; empty at `start` if there is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left == len(piece):
        return start, start
    return start + left, start + len(piece.rstrip())


class Writer:
    """Collects the canonical text and its blocks, in one pass and in reading order.

    `begin` opens a line of its own, `write` adds to it, `end` makes a block of what was written since.
    """

    def __init__(self) -> None:
        self.length = 0
        self.blocks: list[Block] = []
        self.removed = 0
        self.replaced = 0
        self._pieces: list[str] = []
        self._begun = False
        self._runs: list[tuple[int, int, object]] = []

    def write(self, text: str, style: object = None) -> None:
        """Add characters; `style` is any value that is true for bold or italics and equal for equal looks."""
        text = self._clean(text)
        if not text:
            return
        start = self.length
        self._pieces.append(text)
        self.length += len(text)
        if style:
            self._mark(start, self.length, style)

    def begin(self) -> int:
        """Start a new line and give its offset; the first one needs no line end before it."""
        if self._begun:
            self.write("\n")
        self._begun = True
        return self.length

    def end(self, start: int, kind: PartKind = PartKind.PARAGRAPH, **more: object) -> None:
        """Make a block of the text from `start` to here; only white space makes none."""
        self.blocks.append(Block(kind, start, self.length, **more))  # type: ignore[arg-type]

    def draft(self, reader: str, **more: object) -> Draft:
        """What was collected, with blocks trimmed and empty ones gone."""
        text = "".join(self._pieces)
        notices = list(more.pop("notices", ()))  # type: ignore[call-overload]
        if self.removed:
            notices.append(control_notice(self.removed))
        if self.replaced:
            notices.append(Notice("half-characters", f"{self.replaced} halves of characters shown as U+FFFD"))
        return Draft(
            text,
            tuple(whole for block in self.blocks if (whole := _trimmed_block(text, block))),
            reader,
            emphasis=self._emphasis(text),
            notices=tuple(notices),
            **more,  # type: ignore[arg-type]
        )

    def _clean(self, text: str) -> str:
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        text, removed = without_control(text)
        self.removed += removed
        if _LONE_SURROGATE.search(text):
            text, replaced = _LONE_SURROGATE.subn("\ufffd", text)
            self.replaced += replaced
        return text

    def _mark(self, start: int, end: int, style: object) -> None:
        if self._runs and self._runs[-1][1] == start and self._runs[-1][2] == style:
            start = self._runs.pop()[0]
        self._runs.append((start, end, style))

    def _emphasis(self, text: str) -> dict[int, int]:
        found: dict[int, int] = {}
        for start, end, _ in self._runs:
            found[start] = end
            at = text.find("\n", start, end)
            while at != -1:
                found[at + 1] = end
                at = text.find("\n", at + 1, end)
        return found


def _trimmed_block(text: str, block: Block) -> Block | None:
    start, end = trimmed(text, block.start, block.end)
    if start == end:
        return None
    return replace(block, start=start, end=end)


def pages_from(starts: list[int], length: int) -> tuple[Part, ...]:
    """Pages numbered from 1, given where each begins; together they cover the text, and empty ones are left out."""
    bounds = [*starts, length]
    return tuple(
        Part(PartKind.PAGE, start, end, start, number=str(number))
        for number, (start, end) in enumerate(pairwise(bounds), start=1)
        if start < end
    )
