"""Manuscripts out of files: the text with its passages and looks, and in Word documents the way back to the spot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from trellis.core.document import PartKind
from trellis.core.errors import Damaged, EmptyFile, NotSupported
from trellis.core.manuscript import Manuscript, Passage, TextPlace
from trellis.core.segment import Segment

from . import kinds
from .docx import Body
from .docx_parts import W, side_parts, value_of
from .draft import Block, Draft, trimmed
from .files import READERS, check_size
from .options import ReadOptions
from .package import Package
from .page_edges import without_edges

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = frozenset(
    {kinds.DOCX, kinds.ODT, kinds.MARKDOWN, kinds.HTML, kinds.PDF, kinds.RTF, kinds.TEXT},
)
_NUMBERED = re.compile(r"\d+(?:\.\d+){0,3}\.?\s+\S")
_LONGEST_HEAD = 90
_LINE = re.compile(r"[^\n]+")


def read_manuscript(name: str, data: bytes, options: ReadOptions | None = None) -> Manuscript:
    """A manuscript in .docx, .odt, .md, .html, .pdf, .rtf or .txt.

    Only for a Word document are the places of its text in the file kept, for comments at the spot.
    Raises a subclass of Unreadable.
    """
    check_size(name, len(data))
    kind = kinds.kind_of(name, data)
    if kind not in _KINDS:
        raise NotSupported(name, "this is no manuscript", "give a .docx, .odt, .md, .html, .pdf, .rtf or .txt file")
    places: tuple[TextPlace, ...] = ()
    raised: tuple[Segment, ...] = ()
    if kind == kinds.DOCX:
        draft, places, raised = _placed(name, data)
    else:
        module, function = READERS[kind]
        draft = getattr(import_module(f"{__package__}.{module}"), function)(name, data, options or ReadOptions())
    if not draft.text or draft.text.isspace():
        raise EmptyFile(name, "there is no text in it", "export it again from where it came")
    draft = without_edges(draft) if kind == kinds.PDF else draft
    bare = kind in {kinds.TEXT, kinds.PDF}
    blocks = [part for block in draft.blocks for part in _without_frame(draft.text, block)]
    blocks = [part for block in blocks for part in _without_heads(draft.text, block)] if bare else blocks
    return Manuscript(
        name,
        draft.text,
        tuple(_passage(draft, block, n, bare=bare) for n, block in enumerate(blocks, start=1)),
        tuple(Segment(start, end) for start, end in sorted(draft.emphasis.items()) if start < end),
        draft.pages,
        draft.notices,
        places,
        raised,
    )


def _passage(draft: Draft, block: Block, n: int, *, bare: bool) -> Passage:
    rows = tuple(tuple(Segment(start, end) for start, end in row) for row in block.rows)
    kind, level = block.kind, block.level
    if kind is PartKind.PARAGRAPH and _is_head(draft, block, bare=bare):
        kind, level = PartKind.HEADING, level or 2
    return Passage(n, kind, block.start, block.end, level, block.is_quoted, rows)


def _without_frame(text: str, block: Block) -> Iterator[Block]:
    """A table of one column is a box: its lines are paragraphs, as those of a text box are."""
    if block.kind is not PartKind.TABLE or any(len(row) != 1 for row in block.rows):
        yield block
        return
    for line in _LINE.finditer(text, block.start, block.end):
        start, end = trimmed(text, line.start(), line.end())
        if start < end:
            yield Block(PartKind.PARAGRAPH, start, end)


def _without_heads(text: str, block: Block) -> Iterator[Block]:
    """A paragraph parted at lines that are headings, where a format tells neither looks nor gaps."""
    lines = [(line.start(), line.end()) for line in _LINE.finditer(text, block.start, block.end)]
    widest = max((end - start for start, end in lines), default=0)
    begun = block.start
    if block.kind is not PartKind.PARAGRAPH or len(lines) < 2:
        yield block
        return
    for n, (start, end) in enumerate(lines):
        before = text[lines[n - 1][0] : lines[n - 1][1]].rstrip() if n else "."
        after = text[lines[n + 1][0] : lines[n + 1][1]].lstrip() if n + 1 < len(lines) else "A"
        if end - start > 0.75 * widest or not _parts(before, text[start:end].strip(), after):
            continue
        if begun < start:
            yield _trimmed(text, block, begun, start)
        yield replace(block, kind=PartKind.HEADING, start=start, end=end, level=2)
        begun = end + 1
    if begun < block.end:
        yield _trimmed(text, block, begun, block.end)


def _trimmed(text: str, block: Block, start: int, end: int) -> Block:
    low, high = trimmed(text, start, end)
    return replace(block, start=low, end=high)


def _parts(before: str, line: str, after: str) -> bool:
    """Whether a line between two others is a heading: short, without a stop, between an end and a beginning."""
    ends = before[-1:] in ".?!)”’\"'»]"
    begins = after[:1].isupper() or after[:1] in "“‘\"'„«" or after[:1].isdecimal()
    is_short = 0 < len(line.split()) <= 10 and len(line) <= _LONGEST_HEAD and "\t" not in line
    return ends and begins and is_short and (line[0].isupper() or line[0].isdecimal()) and line[-1].isalnum()


def _is_head(draft: Draft, block: Block, *, bare: bool) -> bool:
    """A short line that stands out is a heading: in bold from end to end, or, where no looks are known, numbered."""
    words = draft.text[block.start : block.end]
    if len(words) > _LONGEST_HEAD or "\n" in words or words[-1] in ".,;:!?…”’\"')]" or words[0] in "“‘\"'«„–—[(":
        return False
    if bare:
        return _NUMBERED.match(words) is not None or (words.istitle() or words.isupper() or len(words.split()) <= 3)
    return draft.emphasis.get(block.start, 0) >= block.end and len(words.split()) <= 10


class _PlacedBody(Body):
    """A body that also notes which text element every stretch of the text came from."""

    def __init__(self, name: str, parts: object) -> None:
        super().__init__(name, parts)  # type: ignore[arg-type]
        self.numbers = {element: n for n, element in enumerate(self.parts.body.iter(f"{W}t"))}
        self.places: list[TextPlace] = []
        self.raised: list[Segment] = []

    def _write(self, text: str, run: _Element | None) -> None:
        before = self.writer.length
        super()._write(text, run)
        if self.writer.length > before and value_of(run, "vertAlign") == "superscript":
            joins = self.raised and self.raised[-1].end == before
            self.raised[-1:] = [
                *([] if joins else self.raised[-1:]),
                Segment(self.raised[-1].start if joins else before, self.writer.length),
            ]

    def _inline(self, element: _Element, run: _Element | None, depth: int) -> None:
        before = self.writer.length
        super()._inline(element, run, depth)
        n = self.numbers.get(element)
        if n is not None and self.writer.length - before == len(element.text or "") > 0:
            self.places.append(TextPlace(before, self.writer.length, n))


def _placed(name: str, data: bytes) -> tuple[Draft, tuple[TextPlace, ...], tuple[Segment, ...]]:
    body = _PlacedBody(name, side_parts(Package(name, data)))
    try:
        body.blocks_in(body.parts.body, 0)
    except RecursionError as error:
        raise Damaged(name, "its parts are nested too deeply", "open it in Word and save it anew") from error
    return body.draft(), tuple(body.places), tuple(body.raised)
