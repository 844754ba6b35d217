"""A manuscript as it was read: its text in passages, with what tells quotations from the authors' own words.

Every position is an offset in Unicode code points into `Manuscript.text`; stretches are half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from trellis.core.document import Notice, Part, PartKind
from trellis.core.segment import Segment


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, list item, table or footnote of a manuscript.

    n: its number, counted from 1 through the manuscript. level: of a heading.
    is_quoted: set off as block quotations are. rows: of a table, the stretches of its cells, row by row.
    """

    n: int
    kind: PartKind
    start: int
    end: int
    level: int | None = None
    is_quoted: bool = False
    rows: tuple[tuple[Segment, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a stretch of the text lies in the file that it was read from.

    n: which text element of the document's body holds it, counted from 0 in the order of the file.
    """

    start: int
    end: int
    n: int


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A manuscript with its passages in order.

    emphasis: stretches in bold or italics. pages: empty where they cannot be known.
    places: of a Word document, where its text lies in the file; empty for other formats. raised: of a Word document,
    stretches in superscript.
    """

    name: str
    text: str
    passages: tuple[Passage, ...]
    emphasis: tuple[Segment, ...] = ()
    pages: tuple[Part, ...] = ()
    notices: tuple[Notice, ...] = ()
    places: tuple[TextPlace, ...] = ()
    raised: tuple[Segment, ...] = ()

    def passage_at(self, at: int) -> Passage:
        """The passage in which a code point lies, or the one before it. Raises IndexError without passages."""
        starts = [passage.start for passage in self.passages]
        return self.passages[max(bisect_right(starts, at) - 1, 0)]

    def page_at(self, at: int) -> str | None:
        """The number of the page on which a code point lies, None where pages are not known."""
        starts = [page.start for page in self.pages]
        return self.pages[max(bisect_right(starts, at) - 1, 0)].number if self.pages else None

    def headings_over(self, at: int) -> tuple[str, ...]:
        """The headings that a code point stands under, from the highest level down."""
        open_heads: dict[int, str] = {}
        for passage in self.passages:
            if passage.start > at:
                break
            if passage.kind is PartKind.HEADING and passage.level is not None:
                open_heads = {level: head for level, head in open_heads.items() if level < passage.level}
                open_heads[passage.level] = " ".join(self.text[passage.start : passage.end].split())
        return tuple(open_heads[level] for level in sorted(open_heads))
