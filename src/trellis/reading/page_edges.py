"""What stands at the edges of a PDF's pages: numbers and running lines blanked, paragraphs joined over the break."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from trellis.core.document import PartKind

from .draft import Block, Draft, Stretch, trimmed

_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(
    r"(?:page\s+|p\.\s*)?[–—-]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[–—-]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_ENDED = re.compile(r"[.?!:;][”’\"'»)\]]*$")
_FEWEST_PAGES = 3


def without_edges(draft: Draft) -> Draft:
    """The draft with page numbers and lines that recur at the top or foot of pages made blank, place for place.

    A paragraph that stops in the middle of a sentence where a page ends goes on with the first one of the next page.
    """
    text = draft.text
    for start, end in _edges(draft):
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    kept = [replace(b, start=low, end=high) for b in draft.blocks for low, high in [trimmed(text, b.start, b.end)]]
    breaks = [page.start for page in draft.pages[1:]]
    return replace(draft, text=text, blocks=tuple(_joined(text, [b for b in kept if b.start < b.end], breaks)))


def _edges(draft: Draft) -> list[Stretch]:
    """The first and last lines of pages that are a number, or that most pages have but for their numbers."""
    pages = [
        [found.span() for found in _LINE.finditer(draft.text, page.start, page.end) if found.group().strip()]
        for page in draft.pages
    ]
    found: list[Stretch] = []
    for place in (0, -1):
        lines = [page[place] for page in pages if len(page) > 1]
        counts = Counter(_plain(draft.text[start:end]) for start, end in lines)
        for start, end in lines:
            words = draft.text[start:end].strip()
            recurs = counts[_plain(words)] >= max(_FEWEST_PAGES, len(pages) / 2)
            found += [(start, end)] if _NUMBER.fullmatch(words) or recurs else []
    return found


def _plain(line: str) -> str:
    return " ".join(re.sub(r"\d+", "#", line).split())


def _joined(text: str, blocks: Sequence[Block], breaks: Sequence[int]) -> list[Block]:
    made: list[Block] = []
    for block in blocks:
        before = made[-1] if made else None
        if before is not None and _goes_on(text, before, block, breaks):
            made[-1] = replace(before, end=block.end)
        else:
            made.append(block)
    return made


def _goes_on(text: str, one: Block, other: Block, breaks: Sequence[int]) -> bool:
    """Whether a paragraph after a page break goes on with the one before it."""
    if one.kind is not PartKind.PARAGRAPH or other.kind is not PartKind.PARAGRAPH:
        return False
    if not any(one.end <= at <= other.start for at in breaks) or _ENDED.search(text[one.start : one.end]):
        return False
    return text[other.start].islower() or text[one.end - 1] in "-,\u00ad" or text[one.end - 1].isalnum()
