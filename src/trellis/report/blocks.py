"""What a report is made of, before it is a Word file, a page or Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.analysis.table import Table
from trellis.report.drawing import Drawing
from trellis.report.note import ExportNote


@dataclass(frozen=True, slots=True)
class Head:
    """A heading. level: 1 for a section. anchor: what links point at, "" for none."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """Where a person has to write, and what."""

    text: str


@dataclass(frozen=True, slots=True)
class Room:
    """Empty lines for a pen, with what stands before them."""

    text: str
    lines: int


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source, as they stand there, with what is printed of who said them and where ("" for nothing)."""

    words: str
    by: str
    reference: str


@dataclass(frozen=True, slots=True)
class Rest:
    """One thing that a claim rests on. side: "for", "against", "qualifies". words: "" where they may not be printed.

    is_summary: whether the words are an analyst's, of a cell, and not somebody's own.
    """

    side: str
    reference: str
    words: str
    is_summary: bool = False


@dataclass(frozen=True, slots=True)
class Resting:
    """What a claim rests on, opened from the claim. title: what the list is."""

    title: str
    items: tuple[Rest, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its caption. wide: on a sheet turned sideways."""

    table: Table
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption.

    table: the same as a table, for a form that holds no pictures. shows: what a sentence before it says of it, "" for
    no sentence: "Figure 1 shows …". note: stands below it.
    """

    drawing: Drawing
    caption: str
    table: Table
    shows: str = ""
    note: str = ""


Block = Head | Words | Prompt | Room | Points | Quotation | Resting | Grid | Figure


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a study. note: what every export says of itself."""

    title: str
    note: ExportNote
    blocks: tuple[Block, ...]

    @property
    def heads(self) -> tuple[Head, ...]:
        """The headings, for a table of contents."""
        return tuple(block for block in self.blocks if isinstance(block, Head))


def said_by(by: str, reference: str) -> str:
    """Who said it, and where if that is printed."""
    return f"{by} ({reference})" if reference else by


def rest_said(rest: Rest) -> str:
    """One thing that a claim rests on, in a line; words that somebody said stand between quotation marks."""
    words = " ".join(rest.words.split())
    shown = f": {words}" if rest.is_summary else f" “{words}”"
    return f"{rest.side}: {rest.reference}{shown if words else ''}"


def words_in(block: Block) -> int:
    """How many words a block has, by white space; none where a person has yet to write."""
    match block:
        case Head(text=text) | Words(text=text) | Quotation(words=text):
            return len(text.split())
        case Points(items=items):
            return sum(len(item.split()) for item in items)
        case Resting(items=rests):
            return sum(len(rest.words.split()) for rest in rests)
        case Grid(table=table) | Figure(table=table):
            return sum(len(str(value).split()) for row in table.values for value in row if value is not None)
        case Prompt() | Room():
            return 0
