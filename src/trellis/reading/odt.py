"""OpenDocument texts: text in reading order with headings, lists, tables, notes, comments, text boxes and pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trellis.core.document import Comment, Notice, PartKind
from trellis.core.errors import Damaged, Encrypted

from . import limits
from .draft import Block, Draft, Stretch, Writer, pages_from
from .options import ReadOptions
from .package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

READER = "odt 1"

_NS = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, STYLE, DRAW = (f"{_NS}{name}:1.0}}" for name in ("text", "table", "office", "style", "drawing"))
_FO = f"{_NS}xsl-fo-compatible:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SPACE = re.compile(r"[ \t\r\n]+")
_LOOKS = frozenset({"bold", "italic", "oblique", "600", "700", "800", "900"})
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 0.353, "pc": 4.233}
_UNSEEN = frozenset(
    {f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}hidden-text", f"{TEXT}variable-decls"}
    | {f"{TEXT}user-field-decls", f"{OFFICE}forms", f"{TEXT}ruby-text", f"{TEXT}index-title-template"}
)
_ASIDES = (f"{TEXT}note-body", f"{DRAW}text-box", f"{OFFICE}annotation")
_WHERE = frozenset({f"{TEXT}change", f"{TEXT}change-start", f"{TEXT}change-end"})


def read_odt(name: str, data: bytes, options: ReadOptions) -> Draft:
    """An OpenDocument text.

    Tracked changes are taken as accepted; hidden text stays in the original only; footnotes come after the
    paragraph with their mark; pages are those of the last rendering, where the file tells them.
    Raises Damaged, Encrypted, Hostile or TooLarge.
    """
    del options
    package = Package(name, data)
    if "META-INF/manifest.xml" in package.members and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise Encrypted(name, "the document asks for a password", "save a copy without a password and bring that in")
    if "content.xml" not in package.members:
        raise Damaged(name, "the document lacks its text", "open it in LibreOffice and save it anew")
    root = package.xml("content.xml")
    roots = [package.xml("styles.xml")] if "styles.xml" in package.members else []
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Damaged(name, "the document has no text body", "open it in LibreOffice and save it as .odt")
    reader = _Body(name, _styles([*roots, root]))
    try:
        reader.blocks_in(body, 0)
    except RecursionError as error:
        raise _too_deep(name) from error
    return reader.draft(_properties(package))


@dataclass(frozen=True, slots=True)
class _Style:
    """Looks of a paragraph or span, already resolved over its parents."""

    looks: str = ""
    hidden: bool = False
    breaks: bool = False
    quoted: bool = False


class _Body:
    """Walks the body once, writing as it goes."""

    def __init__(self, name: str, styles: dict[str, _Style]) -> None:
        self.name, self.styles = name, styles
        self.writer = Writer()
        self.looks: list[_Style] = []
        self.space = True
        self.notes: list[tuple[str, _Element]] = []
        self.boxes: list[_Element] = []
        self.comments: list[tuple[int, int | None, _Element]] = []
        self.breaks: list[int] = []
        self.rendered = False
        self.changes = self.hidden = self.heads = 0

    def blocks_in(self, parent: _Element, depth: int, *, listed: bool = False) -> None:
        """Paragraphs, headings, lists and tables, one after the other."""
        self._check(depth)
        for child in parent:
            tag = child.tag
            if tag in {f"{TEXT}p", f"{TEXT}h"}:
                self._block(child, depth, listed=listed)
            elif tag == f"{TABLE}table":
                self._table(child, depth)
            elif tag == f"{TEXT}soft-page-break":
                self._break(rendered=True)
            elif tag == f"{TEXT}tracked-changes":
                self.changes += len(child)
            elif tag in _UNSEEN or child.get(f"{TEXT}display") == "none":
                self.hidden += child.get(f"{TEXT}display") == "none"
            elif tag == f"{OFFICE}annotation":
                self.comments.append((self.writer.length, None, child))
            else:
                self.blocks_in(child, depth + 1, listed=listed or tag == f"{TEXT}list")

    def draft(self, properties: tuple[tuple[str, str], ...]) -> Draft:
        """Everything that was written."""
        comments = tuple(self._comment(*comment) for comment in self.comments)
        pages = pages_from([0, *self.breaks], self.writer.length) if self.breaks else ()
        return self.writer.draft(
            READER,
            notices=self._notices(),
            comments=tuple(sorted(comments, key=lambda made: (made.start, made.end))),
            pages=pages,
            title=dict(properties).get("title"),
            properties=properties,
        )

    def _check(self, depth: int) -> None:
        if depth > limits.DEPTH:
            raise _too_deep(self.name)

    def _block(self, element: _Element, depth: int, *, listed: bool) -> None:
        style = self.styles.get(element.get(f"{TEXT}style-name") or "", _Style())
        if style.breaks:
            self._break(rendered=False)
        start = self.writer.begin()
        self._content(element, depth)
        level = None
        kind = PartKind.LIST_ITEM if listed else PartKind.PARAGRAPH
        if element.tag == f"{TEXT}h":
            kind, level = PartKind.HEADING, min(_count(element.get(f"{TEXT}outline-level")), 9)
        quoted = style.quoted and kind is PartKind.PARAGRAPH
        self.writer.end(start, kind, level=level, is_quoted=quoted)
        self._asides(depth)

    def _content(self, element: _Element, depth: int) -> None:
        """The text of a paragraph; white space is folded as the format has it."""
        self.space = True
        self._inline(element, depth)

    def _asides(self, depth: int) -> None:
        notes, self.notes = self.notes, []
        for mark, body in notes:
            start = self.writer.begin()
            self.writer.write(f"[{mark}] ")
            for count, line in enumerate(body.iter(f"{TEXT}p", f"{TEXT}h")):
                if count:
                    self.writer.begin()
                self._content(line, depth + 1)
            self.writer.end(start, PartKind.FOOTNOTE, number=mark)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks_in(box, depth + 1)

    def _inline(self, element: _Element, depth: int) -> None:
        self._check(depth)
        self.looks.append(self.styles.get(element.get(f"{TEXT}style-name") or "", _Style()))
        self._write(element.text)
        for child in element:
            self._child(child, depth)
            self._write(child.tail)
        self.looks.pop()

    def _child(self, child: _Element, depth: int) -> None:
        tag = child.tag
        if tag == f"{TEXT}s":
            self._sign(" " * _count(child.get(f"{TEXT}c")))
        elif tag == f"{TEXT}tab":
            self._sign("\t")
        elif tag == f"{TEXT}line-break":
            self._sign("\n")
        elif tag == f"{TEXT}soft-page-break":
            self._break(rendered=True)
        elif tag == f"{TEXT}note":
            self._note(child)
        elif tag == f"{OFFICE}annotation":
            self.comments.append((self.writer.length, None, child))
        elif tag == f"{OFFICE}annotation-end":
            self._end_comment(child.get(f"{OFFICE}name"))
        elif tag.startswith(DRAW):
            self.boxes.extend(child.iter(f"{DRAW}text-box"))
        elif tag not in _UNSEEN and tag not in _WHERE:
            self._inline(child, depth + 1)

    def _write(self, text: str | None) -> None:
        if not text:
            return
        text = _SPACE.sub(" ", text)
        if self.space:
            text = text.removeprefix(" ")
        if text and not self._is_hidden():
            self.writer.write(text, "".join(sorted({look for style in self.looks for look in style.looks})))
            self.space = text.endswith(" ")

    def _sign(self, sign: str) -> None:
        if not self._is_hidden():
            self.writer.write(sign)
            self.space = False

    def _is_hidden(self) -> bool:
        hidden = any(style.hidden for style in self.looks)
        self.hidden += hidden
        return hidden

    def _break(self, *, rendered: bool) -> None:
        """A page begins here; a break set by hand counts once, rendered or not."""
        self.rendered = self.rendered or rendered
        if self.writer.length and (not self.breaks or self.breaks[-1] < self.writer.length):
            self.breaks.append(self.writer.length)

    def _note(self, note: _Element) -> None:
        citation, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        mark = ("".join(map(str, citation.itertext())) if citation is not None else "").strip() or "*"
        self._sign(f"[{mark}]")
        if body is not None:
            self.notes.append((mark, body))

    def _end_comment(self, name: str | None) -> None:
        for number, (start, end, element) in enumerate(self.comments):
            if end is None and element.get(f"{OFFICE}name") == name:
                self.comments[number] = (start, self.writer.length, element)

    def _comment(self, start: int, end: int | None, element: _Element) -> Comment:
        if end is None or end <= start:
            block = next((block for block in self.writer.blocks if block.start <= start <= block.end), None)
            start, end = (block.start, block.end) if block else (start, start)
        author = element.findtext(f"{_DC}creator") or ""
        lines = ["".join(map(str, line.itertext())) for line in element.iter(f"{TEXT}p")]
        return Comment(start, end, author.strip(), "\n".join(lines).strip())

    def _table(self, element: _Element, depth: int) -> None:
        """Rows by line, cells by tab; repeated and covered cells count once."""
        self._check(depth)
        first = self.writer.begin()
        rows: list[tuple[Stretch, ...]] = []
        for row in element.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table"), None) is not element:
                continue
            if rows:
                self.writer.begin()
            rows.append(self._row(row, depth))
        self.writer.blocks.append(Block(PartKind.TABLE, first, self.writer.length, rows=tuple(rows)))
        self._asides(depth)

    def _row(self, row: _Element, depth: int) -> tuple[Stretch, ...]:
        cells: list[Stretch] = []
        for cell in row.iterchildren(f"{TABLE}table-cell"):
            if cells:
                self.writer.write("\t")
            start = self.writer.length
            for count, line in enumerate(cell.iter(f"{TEXT}p", f"{TEXT}h")):
                if (
                    next(line.iterancestors(f"{TEXT}note-body", f"{DRAW}text-box", f"{OFFICE}annotation"), None)
                    is not None
                ):
                    continue
                if count:
                    self.writer.write("\n")
                self._content(line, depth + 1)
            cells.append((start, self.writer.length))
        return tuple(cells)

    def _notices(self) -> tuple[Notice, ...]:
        found = []
        if self.changes:
            found.append(Notice("tracked-changes", f"{self.changes} tracked changes taken as accepted"))
        if self.hidden:
            found.append(Notice("hidden-text", "hidden text stays in the original and is not in the text"))
        if self.breaks:
            where = "of the last rendering" if self.rendered else "counted from page breaks set by hand"
            found.append(Notice("pages", f"page numbers are those {where}"))
        return tuple(found)


def _styles(roots: list[_Element]) -> dict[str, _Style]:
    """Every named style with what it takes from its parents."""
    elements: dict[str, _Element] = {}
    for root in roots:
        for element in root.iter(f"{STYLE}style"):
            elements[element.get(f"{STYLE}name") or ""] = element
    return {name: _resolved(name, elements) for name in elements}


def _resolved(name: str, elements: dict[str, _Element]) -> _Style:
    bold = italic = hidden = before = indent = None
    seen, quoted = 0, False
    element = elements.get(name)
    while element is not None and seen < 30:
        quoted = quoted or "quot" in f"{name} {element.get(f'{STYLE}display-name')}".casefold()
        text = element.find(f"{STYLE}text-properties")
        if text is not None:
            bold = text.get(f"{_FO}font-weight") if bold is None else bold
            italic = text.get(f"{_FO}font-style") if italic is None else italic
            hidden = text.get(f"{TEXT}display") if hidden is None else hidden
        paragraph = element.find(f"{STYLE}paragraph-properties")
        if paragraph is not None and before is None:
            before = paragraph.get(f"{_FO}break-before")
        if paragraph is not None and indent is None:
            indent = paragraph.get(f"{_FO}margin-left")
        name = element.get(f"{STYLE}parent-style-name") or ""
        element, seen = elements.get(name), seen + 1
    looks = ("b" if bold in _LOOKS else "") + ("i" if italic in _LOOKS else "")
    return _Style(looks, hidden == "none", before == "page", quoted or _is_far(indent))


def _is_far(indent: str | None) -> bool:
    """Whether a margin ("1.25cm", "0.5in", "20pt") sets a paragraph apart: 7 mm or more."""
    found = re.fullmatch(r"([0-9.]{1,8})(mm|cm|in|pt|pc)", indent or "")
    return found is not None and float(found[1]) * _MILLIMETRES[found[2]] >= 7


def _properties(package: Package) -> tuple[tuple[str, str], ...]:
    if "meta.xml" not in package.members:
        return ()
    wanted = {"title": "title", "initial-creator": "author", "creation-date": "created"}
    pairs = []
    for element in package.xml("meta.xml").iter():
        name = wanted.get(str(element.tag).rpartition("}")[2])
        if name and (element.text or "").strip():
            pairs.append((name, (element.text or "").strip()))
    return tuple(sorted(pairs))


def _count(written: str | None) -> int:
    """A repeat count, at most what a text may need."""
    return min(int(written), limits.REPEATED) if written and written.isdigit() else 1


def _too_deep(name: str) -> Damaged:
    return Damaged(name, "its parts are nested too deeply", "open it in LibreOffice and save it anew")
