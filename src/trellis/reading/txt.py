"""Plain text: the file itself is the text."""

from __future__ import annotations

import re

from trellis.core.document import PartKind

from .charset import decode
from .draft import Block, Draft, trimmed
from .options import ReadOptions

READER = "txt 1"

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")


def read_txt(name: str, data: bytes, options: ReadOptions) -> Draft:
    """A plain text; a blank line ends a paragraph, or each line is one if there are no blank lines.

    Raises NotSupported for binary content, Damaged for bytes that do not fit a charset that was given.
    """
    text, notices = decode(name, data, options.charset)
    return Draft(text, tuple(plain_blocks(text)), READER, notices=notices)


def plain_blocks(text: str) -> list[Block]:
    """The paragraphs of a text without markup."""
    start, end = trimmed(text, 0, len(text))
    if start == end:
        return []
    gaps = list(_BLANK.finditer(text, start, end))
    if not gaps:
        return _lines(text, start, end)
    starts = [start, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), end]
    return [Block(PartKind.PARAGRAPH, *trimmed(text, *bounds)) for bounds in zip(starts, ends, strict=True)]


def _lines(text: str, start: int, end: int) -> list[Block]:
    blocks = []
    for line in text[start:end].split("\n"):
        left = len(line) - len(line.lstrip())
        if left < len(line):
            blocks.append(Block(PartKind.PARAGRAPH, start + left, start + len(line.rstrip())))
        start += len(line) + 1
    return blocks
