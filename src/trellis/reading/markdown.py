"""Markdown, rendered: what a reader of the printed page would see, with headings, lists, tables and footnotes known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from trellis.core.document import Notice, PartKind

from .charset import decode
from .draft import Block, Draft, Writer
from .markdown_inline import Tally, render
from .options import ReadOptions

READER = "md 1"

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|(-{2,}))[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(\d{1,9})[.)])[ \t]+(?=\S)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*")
_ALIGN = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$")
_MARK = re.compile(r"\[\^([^\]\s]{1,40})\]")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")


@dataclass(slots=True)
class _Page:
    """What is being written, and what waits: footnotes by their mark until a paragraph shows it."""

    writer: Writer = field(default_factory=Writer)
    tally: Tally = field(default_factory=Tally)
    footnotes: dict[str, str] = field(default_factory=dict)


def read_markdown(name: str, data: bytes, options: ReadOptions) -> Draft:
    """Markdown without its markup; blank lines and line ends between words stay as they are.

    Headings, list items, tables and footnotes become blocks; a footnote comes after the paragraph that shows its
    mark. Link addresses, comments and front matter stay in the original only, with a notice.
    """
    text, notices = decode(name, data, options.charset)
    text, front = _without_front_matter(text)
    page = _Page()
    lines = _without_footnotes(text.split("\n"), page)
    _write(lines, page)
    for mark in list(page.footnotes):
        _footnote(mark, page)
    return page.writer.draft(READER, notices=(*notices, *_left_out(page.tally)), properties=front)


def _without_front_matter(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Particulars between two lines of `---` at the very top, as properties."""
    match = re.match(r"---[ \t]*\n((?:[A-Za-z_][\w -]{0,60}:.*\n|[ \t]+.*\n|-.*\n|\n){1,200})---[ \t]*(?:\n|$)", text)
    if match is None:
        return text, ()
    pairs = [line.split(":", 1) for line in match.group(1).split("\n") if re.match(r"[A-Za-z_][\w -]*:", line)]
    return text[match.end() :], tuple((key.strip(), value.strip().strip("\"'")) for key, value in pairs)


def _without_footnotes(lines: list[str], page: _Page) -> list[str]:
    kept: list[str] = []
    for line in lines:
        match = _NOTE.match(line) if "[^" in line else None
        if match is None:
            kept.append(line)
        else:
            page.footnotes[match.group(1)] = line[match.end() :]
    return kept


def _write(lines: list[str], page: _Page) -> None:
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line or line.isspace():
            page.writer.begin()
            at += 1
        elif (match := _HEADING.match(line)) is not None:
            _heading(match.group(2) or "", len(match.group(1)), page)
            at += 1
        elif _RULE.match(line):
            at += 1
        elif (fence := _FENCE.match(line)) is not None:
            at = _verbatim(lines, at + 1, fence.group(1), page)
        elif "|" in line and at + 1 < len(lines) and _ALIGN.match(lines[at + 1]):
            at = _table(lines, at, page)
        else:
            at = _paragraph(lines, at, page)


def _paragraph(lines: list[str], at: int, page: _Page) -> int:
    """A paragraph or list item: lines up to a blank one, a heading, or the next item."""
    item = _ITEM.match(lines[at])
    taken = [lines[at][item.end() :] if item else _unquoted(lines[at])]
    end = at + 1
    while end < len(lines) and not _ends_paragraph(lines[end]):
        underline = _UNDERLINE.match(lines[end])
        if underline and not item:
            _heading("\n".join(taken), 1 if underline.group(1) else 2, page)
            return end + 1
        taken.append(_unquoted(lines[end].lstrip() if item else lines[end]))
        end += 1
    source = "\n".join(taken)
    start = page.writer.begin()
    _inline(source, page)
    kind = PartKind.LIST_ITEM if item else PartKind.PARAGRAPH
    quoted = item is None and _QUOTE.match(lines[at]) is not None
    page.writer.end(start, kind, number=item.group(1) if item else None, is_quoted=quoted)
    _footnotes_of(source, page)
    return end


def _ends_paragraph(line: str) -> bool:
    if not line or line.isspace():
        return True
    first = line.lstrip()[0]
    if first == "#":
        return _HEADING.match(line) is not None
    if first in "*-+_0123456789" and _ITEM.match(line):
        return True
    return (first in "*_" and _RULE.match(line) is not None) or (first in "`~" and _FENCE.match(line) is not None)


def _unquoted(line: str) -> str:
    if ">" in line and (match := _QUOTE.match(line)) is not None:
        line = line[match.end() :]
    return line.rstrip(" ").removesuffix("\\") if line.endswith(("  ", "\\")) else line


def _inline(source: str, page: _Page) -> None:
    for run in render(source, page.tally):
        page.writer.write(run.text, run.style)


def _heading(source: str, level: int, page: _Page) -> None:
    start = page.writer.begin()
    _inline(source, page)
    page.writer.end(start, PartKind.HEADING, level=level)
    _footnotes_of(source, page)


def _verbatim(lines: list[str], at: int, fence: str, page: _Page) -> int:
    end = at
    while end < len(lines) and not lines[end].lstrip(" ").startswith(fence):
        end += 1
    start = page.writer.begin()
    page.writer.write("\n".join(lines[at:end]))
    page.writer.end(start)
    return end + 1


def _table(lines: list[str], at: int, page: _Page) -> int:
    writer = page.writer
    rows: list[tuple[tuple[int, int], ...]] = []
    end, first = at, writer.length
    while end < len(lines) and "|" in lines[end]:
        if end != at + 1:
            start = writer.begin()
            first = start if not rows else first
            rows.append(_row(lines[end], page))
        end += 1
    writer.blocks.append(Block(PartKind.TABLE, first, writer.length, rows=tuple(rows)))
    return end


def _row(line: str, page: _Page) -> tuple[tuple[int, int], ...]:
    line = line.strip()
    line = line.removeprefix("|")
    line = line[:-1] if line.endswith("|") and not line.endswith("\\|") else line
    cells: list[tuple[int, int]] = []
    for cell in re.split(r"(?<!\\)\|", line):
        if cells:
            page.writer.write("\t")
        start = page.writer.length
        _inline(cell.strip(), page)
        cells.append((start, page.writer.length))
    return tuple(cells)


def _footnotes_of(source: str, page: _Page) -> None:
    if page.footnotes and "[^" in source:
        for mark in _MARK.findall(source):
            _footnote(mark, page)


def _footnote(mark: str, page: _Page) -> None:
    source = page.footnotes.pop(mark, None)
    if source is None:
        return
    start = page.writer.begin()
    page.writer.write(f"[{mark}] ")
    _inline(source, page)
    page.writer.end(start, PartKind.FOOTNOTE, number=mark)


def _left_out(tally: Tally) -> tuple[Notice, ...]:
    notices = []
    if tally.links:
        were = "link address stays" if tally.links == 1 else "link addresses stay"
        notices.append(Notice("links", f"{tally.links} {were} in the original only; the words of the links are kept"))
    if tally.comments:
        notices.append(Notice("comments-left-out", f"{tally.comments} hidden comments stay in the original only"))
    return tuple(notices)
