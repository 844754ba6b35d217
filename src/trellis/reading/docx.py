"""Word documents: text in reading order with headings, lists, tables, notes, comments, text boxes and pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trellis.core.document import Comment, Notice, PartKind
from trellis.core.errors import Damaged

from . import limits
from .docx_parts import SET_OFF_TWIPS, SideParts, W, indent_of, look, side_parts, switch, value_of
from .draft import Block, Draft, Stretch, Writer, pages_from
from .options import ReadOptions
from .package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

READER = "docx 1"

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_BOXES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object", _CHOICE})
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
_REMOVED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}delText", f"{W}delInstrText"})
_ADDED = frozenset({f"{W}ins", f"{W}moveTo"})
_UNSEEN = frozenset({f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}sdtPr", f"{W}tblPr", f"{W}tcPr", f"{W}trPr", f"{W}rt"})


def read_docx(name: str, data: bytes, options: ReadOptions) -> Draft:
    """A Word document.

    Tracked changes are taken as accepted; hidden text and field codes stay in the original only; notes come after
    the paragraph that shows their mark; page numbers are those of Word's last rendering. Each of these is noticed.
    Raises Damaged, Encrypted, Hostile or TooLarge.
    """
    del options
    package = Package(name, data)
    parts = side_parts(package)
    reader = Body(name, parts)
    try:
        reader.blocks_in(parts.body, 0)
    except RecursionError as error:
        raise _too_deep(name) from error
    return reader.draft()


@dataclass(slots=True)
class _Paragraph:
    """The paragraph being written: its own looks, and what must follow it."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    notes: list[tuple[str, _Element]] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)


class Body:
    """Walks the body once, writing as it goes."""

    def __init__(self, name: str, parts: SideParts) -> None:
        self.name, self.parts = name, parts
        self.writer = Writer()
        self.paragraph = _Paragraph()
        self.fields: list[bool] = []
        self.breaks: list[int] = []
        self.rendered = False
        # Start of a paragraph whose end is deleted in the tracked changes: the next one goes on with it.
        self.unended: int | None = None
        self.notes = 0
        self.changes = 0
        self.hidden = 0
        self.open_comments: dict[str, int] = {}
        self.comments: dict[str, Stretch] = {}
        self.actions = {
            f"{W}br": self._explicit_break,
            f"{W}lastRenderedPageBreak": self._rendered_break,
            f"{W}sym": self._symbol,
            f"{W}fldChar": self._field,
            f"{W}footnoteReference": self._note,
            f"{W}endnoteReference": self._note,
            f"{W}commentRangeStart": self._comment_start,
            f"{W}commentRangeEnd": self._comment_end,
            f"{W}commentReference": self._comment_mark,
        }

    def blocks_in(self, parent: _Element, depth: int) -> None:
        """Paragraphs and tables, one after the other."""
        self._check(depth)
        for child in parent:
            tag = child.tag
            if tag == f"{W}p":
                self._block(child, depth)
            elif tag == f"{W}tbl":
                self._table(child, depth)
            elif tag in {f"{W}commentRangeStart", f"{W}commentRangeEnd"}:
                self._inline(child, None, depth)
            elif tag in _REMOVED:
                self.changes += 1
            elif tag not in _UNSEEN and len(child):
                self.blocks_in(child, depth + 1)

    def draft(self) -> Draft:
        """Everything that was written."""
        starts = self._page_starts()
        comments = [self._comment(number, stretch) for number, stretch in self.comments.items()]
        return self.writer.draft(
            READER,
            notices=self._notices(known_pages=bool(starts)),
            pages=pages_from(starts, self.writer.length) if starts else (),
            comments=tuple(sorted((made for made in comments if made), key=lambda made: (made.start, made.end))),
            title=self.parts.title,
            properties=self.parts.properties,
        )

    def _check(self, depth: int) -> None:
        if depth > limits.DEPTH:
            raise _too_deep(self.name)

    def _block(self, element: _Element, depth: int) -> None:
        start = self.writer.begin() if self.unended is None else self.unended
        properties = element.find(f"{W}pPr")
        after = self._content(element, depth)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self.unended = start
            self.changes += 1
            return
        self.unended = None
        style = value_of(properties, "pStyle")
        level = _level(properties) or look(self.parts.styles, style, "level")
        listed = _is_listed(properties) or (_is_listed(properties) is None and look(self.parts.styles, style, "listed"))
        kind = PartKind.HEADING if level else PartKind.LIST_ITEM if listed else PartKind.PARAGRAPH
        quoted = not level and not listed and _is_set_off(properties, bool(look(self.parts.styles, style, "quoted")))
        self.writer.end(start, kind, level=level, is_quoted=quoted)
        self._asides(after, depth)

    def _content(self, element: _Element, depth: int) -> _Paragraph:
        """Write a paragraph's text; the return holds the notes and boxes that must follow."""
        before, properties = self.paragraph, element.find(f"{W}pPr")
        style = value_of(properties, "pStyle")
        styles = self.parts.styles
        self.paragraph = _Paragraph(
            bool(look(styles, style, "bold")), bool(look(styles, style, "italic")), bool(look(styles, style, "hidden"))
        )
        if switch(properties, "pageBreakBefore"):
            self._break()
        for child in element:
            self._inline(child, None, depth + 1)
        done, self.paragraph = self.paragraph, before
        return done

    def _asides(self, done: _Paragraph, depth: int) -> None:
        for number, element in done.notes:
            start = self.writer.begin()
            self.writer.write(f"[{number}] ")
            for count, line in enumerate(_paragraphs(element)):
                if count:
                    self.writer.begin()
                self._content(line, depth + 1)
            self.writer.end(start, PartKind.FOOTNOTE, number=number)
        for box in done.boxes:
            self.blocks_in(box, depth + 1)

    def _inline(self, element: _Element, run: _Element | None, depth: int) -> None:
        self._check(depth)
        tag = element.tag
        if tag in _UNSEEN:
            return
        if tag in _REMOVED:
            self.changes += 1
        elif tag in {f"{W}t", _MATHS}:
            self._write(element.text or "", run)
        elif tag in _SIGNS:
            self._write(_SIGNS[tag], run)
        elif tag in _BOXES:
            self._boxes(element)
        elif (action := self.actions.get(tag)) is not None:
            action(element, run)
        else:
            self.changes += tag in _ADDED
            inner = element.find(f"{W}rPr") if tag == f"{W}r" else run
            for child in element:
                self._inline(child, inner, depth + 1)

    def _write(self, text: str, run: _Element | None) -> None:
        if any(self.fields):
            return
        style, styles, paragraph = value_of(run, "rStyle"), self.parts.styles, self.paragraph
        if _first(switch(run, "vanish"), look(styles, style, "hidden"), paragraph.hidden):
            self.hidden += 1
            return
        bold = _first(switch(run, "b"), look(styles, style, "bold"), paragraph.bold)
        italic = _first(switch(run, "i"), look(styles, style, "italic"), paragraph.italic)
        self.writer.write(text, ("b" if bold else "") + ("i" if italic else ""))

    def _break(self) -> None:
        """A page begins here; Word notes a rendered break again right after an explicit one."""
        if self.writer.length and (not self.breaks or self.breaks[-1] < self.writer.length):
            self.breaks.append(self.writer.length)

    def _explicit_break(self, element: _Element, run: _Element | None) -> None:
        self._write("\n", run)
        if element.get(f"{W}type") == "page":
            self._break()

    def _rendered_break(self, element: _Element, run: _Element | None) -> None:
        del element, run
        self.rendered = True
        self._break()

    def _symbol(self, element: _Element, run: _Element | None) -> None:
        code = element.get(f"{W}char") or ""
        try:
            self._write(chr(int(code, 16)), run)
        except (ValueError, OverflowError):
            self._write("\ufffd", run)

    def _field(self, element: _Element, run: _Element | None) -> None:
        """A field is begun, shows its result after `separate`, and ends; what it computes from is no text."""
        del run
        step = element.get(f"{W}fldCharType")
        if step == "begin" and len(self.fields) < limits.DEPTH:
            self.fields.append(True)
        elif step == "separate" and self.fields:
            self.fields[-1] = False
        elif step == "end" and self.fields:
            self.fields.pop()

    def _note(self, element: _Element, run: _Element | None) -> None:
        asides = self.parts.footnotes if element.tag == f"{W}footnoteReference" else self.parts.endnotes
        aside = asides.pop(element.get(f"{W}id") or "", None)
        if aside is not None:
            self.notes += 1
            self._write(f"[{self.notes}]", run)
            self.paragraph.notes.append((str(self.notes), aside.element))

    def _boxes(self, element: _Element) -> None:
        if element.tag == _CHOICE and len(element):
            element = element[0]
        self.paragraph.boxes.extend(element.iter(f"{W}txbxContent"))

    def _comment_start(self, element: _Element, run: _Element | None) -> None:
        del run
        self.open_comments[element.get(f"{W}id") or ""] = self.writer.length

    def _comment_end(self, element: _Element, run: _Element | None) -> None:
        del run
        number = element.get(f"{W}id") or ""
        start = self.open_comments.pop(number, self.writer.length)
        self.comments[number] = (start, self.writer.length)

    def _comment_mark(self, element: _Element, run: _Element | None) -> None:
        del run
        self.comments.setdefault(element.get(f"{W}id") or "", (self.writer.length, self.writer.length))

    def _table(self, element: _Element, depth: int) -> None:
        """Rows by line, cells by tab; the paragraphs of a cell by line."""
        self._check(depth)
        first = self.writer.begin()
        rows: list[tuple[Stretch, ...]] = []
        waiting: list[_Paragraph] = []
        for row in element.iter(f"{W}tr"):
            if _owner(row) is not element or row.find(f"{W}trPr/{W}del") is not None:
                continue
            if rows:
                self.writer.begin()
            rows.append(self._row(row, waiting, depth))
        self.writer.blocks.append(Block(PartKind.TABLE, first, self.writer.length, rows=tuple(rows)))
        for done in waiting:
            self._asides(done, depth)

    def _row(self, row: _Element, waiting: list[_Paragraph], depth: int) -> tuple[Stretch, ...]:
        cells: list[Stretch] = []
        for cell in row.iter(f"{W}tc"):
            if _owner(cell) is not row:
                continue
            if cells:
                self.writer.write("\t")
            start = self.writer.length
            for count, line in enumerate(_paragraphs(cell)):
                if count:
                    self.writer.write("\n")
                waiting.append(self._content(line, depth + 1))
            cells.append((start, self.writer.length))
        return tuple(cells)

    def _page_starts(self) -> list[int]:
        return [0, *self.breaks] if self.breaks else []

    def _comment(self, number: str, stretch: Stretch) -> Comment | None:
        aside = self.parts.comments.get(number)
        if aside is None:
            return None
        lines = ["".join(text.text or "" for text in line.iter(f"{W}t")) for line in aside.element.iter(f"{W}p")]
        return Comment(*self._widened(stretch), aside.author, "\n".join(lines).strip())

    def _widened(self, stretch: Stretch) -> Stretch:
        """A comment on a mere point is on the block that holds it."""
        start, end = stretch
        if start < end:
            return stretch
        around = (block for block in self.writer.blocks if block.start <= start <= block.end)
        block = next(around, None)
        return (block.start, block.end) if block else stretch

    def _notices(self, *, known_pages: bool) -> tuple[Notice, ...]:
        found = []
        if self.changes:
            found.append(Notice("tracked-changes", f"{self.changes} tracked changes taken as accepted"))
        if self.hidden:
            found.append(Notice("hidden-text", "hidden text stays in the original and is not in the text"))
        if self.parts.has_running_heads:
            found.append(Notice("running-heads", "headers and footers stay in the original and are not in the text"))
        if known_pages:
            where = "of Word's last rendering" if self.rendered else "counted from page breaks set by hand"
            found.append(Notice("pages", f"page numbers are those {where}"))
        return tuple(found)


def _too_deep(name: str) -> Damaged:
    return Damaged(name, "its parts are nested too deeply", "open it in Word or LibreOffice and save it anew")


def _first(*values: object) -> bool:
    return bool(next((value for value in values if value is not None), False))


def _level(properties: _Element | None) -> int | None:
    value = value_of(properties, "outlineLvl")
    return int(value) + 1 if value is not None and value.isdigit() and int(value) < 9 else None


def _is_listed(properties: _Element | None) -> bool | None:
    if properties is None or properties.find(f"{W}numPr") is None:
        return None
    return value_of(properties.find(f"{W}numPr"), "numId") != "0"


def _is_set_off(properties: _Element | None, styled: bool) -> bool:  # noqa: FBT001 - what the style says
    """Whether a paragraph stands apart as block quotations do: by its style or by its own indent."""
    indent = indent_of(properties)
    return styled if indent is None else indent >= SET_OFF_TWIPS


def _paragraphs(parent: _Element) -> Iterator[_Element]:
    """The paragraphs of a cell or note, those of tables in it too, without those of text boxes."""
    for child in parent:
        if child.tag == f"{W}p":
            yield child
        elif child.tag not in _REMOVED and child.tag not in _UNSEEN:
            yield from _paragraphs(child)


def _owner(element: _Element) -> _Element | None:
    """The row of a cell, or the table of a row, past wrappers such as content controls."""
    wanted = f"{W}tbl" if element.tag == f"{W}tr" else f"{W}tr"
    return next(element.iterancestors(wanted), None)
