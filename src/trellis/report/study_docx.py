"""A report as a Word document: styles, numbered captions, contents, pictures, wide tables on sheets turned."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor

from trellis.core.chart_text import printable
from trellis.report.blocks import (
    Block,
    Figure,
    Grid,
    Head,
    Points,
    Prompt,
    Quotation,
    Report,
    Rest,
    Resting,
    Room,
    Words,
    rest_said,
    said_by,
)
from trellis.report.drawing_docx import drawing_element
from trellis.report.fields_docx import add_field, add_link, begin_place, end_place, instruct, mark, ruled
from trellis.report.grid_docx import add_grid
from trellis.report.packing import without_times
from trellis.report.styles_docx import styled_document

_MOST_LEVELS, _LEVELS_LISTED = 3, 2
_SMALL = Pt(9)
_TO_WRITE = RGBColor(0x7A, 0x43, 0x00)
_RESTING = "What the findings rest on"


def study_docx(report: Report, styles: bytes | None = None) -> bytes:
    """The document's bytes: the same for the same report.

    What a claim rests on stands at the end, and the claim says where, so that the findings can be read on paper.
    styles: a Word document whose styles, page and margins are taken; what it holds is left out. Raises Damaged where it
    is none.
    """
    writer = _Writer(styled_document(styles))
    writer.begin(report)
    for block, following in zip(report.blocks, (*report.blocks[1:], None), strict=True):
        writer.add(block, is_kept=isinstance(following, Figure | Grid))
    writer.end(report)
    out = io.BytesIO()
    writer.document.save(out)
    return without_times(out.getvalue())


class _Writer:
    """Writes blocks one after the other."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401  # python-docx has no public type for it
        self.document = document
        # python-docx looks a style up anew for each paragraph, which takes most of the time.
        self._known = {style.name: style.style_id for style in document.styles}
        self._tables = self._figures = self._heads = 0
        self._is_wide = False
        self._claim = ""
        self._resting: list[tuple[str, Resting]] = []
        self._places, self._shapes = count(1), count(1)

    def begin(self, report: Report) -> None:
        """The title, what the export says of itself, and the table of contents."""
        note = report.note
        properties = self.document.core_properties
        properties.title, properties.author = printable(report.title)[:255], "Trellis"
        properties.created = properties.modified = note.time.replace(tzinfo=None, microsecond=0)
        properties.last_modified_by, properties.revision = "Trellis", 1
        self._words(report.title, "Title")
        if note.notice:
            self._words(note.notice, "Normal").runs[0].bold = True
        self._contents(list(_listed(report)))

    def end(self, report: Report) -> None:
        """What the claims rest on, the foot of every page, and the state of the study."""
        self._turn(wide=False)
        if self._resting:
            self._head(1, _RESTING)
            for at, (claim, resting) in enumerate(self._resting, 1):
                self._rests(at, claim, resting)
        self._words(f"State of the study: {report.note.head}", "Normal").runs[0].font.size = _SMALL
        for section in self.document.sections:
            section.footer.is_linked_to_previous = False
            foot = section.footer.paragraphs[0]
            foot.text = printable(report.note.line())
            pages = section.footer.add_paragraph(style=foot.style)
            pages.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            add_field(pages, "PAGE", "1")
            for run in (*foot.runs, *pages.runs):
                run.font.size = Pt(8)

    def add(self, block: Block, *, is_kept: bool = False) -> None:
        """One block. is_kept: whether a paragraph stays on the page of what comes next."""
        self._turn(wide=isinstance(block, Grid) and block.wide)
        match block:
            case Head(level=level, text=text):
                self._claim = text
                self._head(level, text)
            case Words(text=text):
                self._words(text, "Normal").paragraph_format.keep_with_next = is_kept or None
            case Prompt(text=text):
                asked = self._words(f"[To write] {text}", "Normal").runs[0]
                asked.italic, asked.font.color.rgb = True, _TO_WRITE
            case Room(text=text, lines=lines):
                self._room(text, lines)
            case Points(items=items):
                for item in items:
                    self._words(item, "List Bullet")
            case Quotation() | Resting() | Grid() | Figure():
                self._set_apart(block)

    def _set_apart(self, block: Quotation | Resting | Grid | Figure) -> None:
        match block:
            case Quotation():
                self._quotation(block)
            case Resting():
                self._point_at(block)
            case Grid():
                self._grid(block)
            case Figure():
                self._figure(block)

    def _words(self, text: str, style: str) -> Any:  # noqa: ANN401
        paragraph = self._paragraph(style)
        paragraph.add_run(printable(text))
        return paragraph

    def _paragraph(self, style: str) -> Any:  # noqa: ANN401
        """An empty paragraph; in the usual style where the document has none of that name."""
        paragraph = self.document.add_paragraph()
        if style in self._known and style != "Normal":
            paragraph._p.get_or_add_pPr().get_or_add_pStyle().val = self._known[style]  # noqa: SLF001  # as said
        return paragraph

    def _head(self, level: int, text: str) -> None:
        paragraph = self._paragraph(f"Heading {min(level, _MOST_LEVELS)}")
        is_listed = level <= _LEVELS_LISTED
        self._heads += is_listed
        place = next(self._places)
        if is_listed:
            begin_place(paragraph, f"_Toc{self._heads}", place)
        paragraph.add_run(printable(text))
        if is_listed:
            end_place(paragraph, place)

    def _contents(self, heads: list[tuple[int, str]]) -> None:
        """A field that Word fills anew when it opens the file; until then it lists the headings, without pages."""
        line = None
        for at, (level, text) in enumerate(heads, 1):
            line = self._words("", f"toc {level}")
            if at == 1:
                mark(line, "begin", stale=True)
                instruct(line, f'TOC \\o "1-{_LEVELS_LISTED}" \\h \\z \\u')
                mark(line, "separate")
            add_link(line, text, f"_Toc{at}")
        if line is not None:
            mark(line, "end")

    def _room(self, text: str, lines: int) -> None:
        self._words(text, "Normal").paragraph_format.keep_with_next = True
        for at in range(lines):
            line = self._paragraph("Normal")
            line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(12), at < lines - 1
            ruled(line)

    def _quotation(self, block: Quotation) -> None:
        said = self._words(block.words, "Quote")
        said.paragraph_format.keep_with_next = said.paragraph_format.keep_together = True
        by = self._words(said_by(block.by, block.reference), "Quote")
        by.alignment, by.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.RIGHT, Pt(8)
        by.runs[0].italic, by.runs[0].font.size = False, Pt(10)

    def _point_at(self, block: Resting) -> None:
        """Says where at the end the list of what a claim rests on stands."""
        self._resting.append((self._claim, block))
        number = len(self._resting)
        line = self._words(f"{block.title}: ", "Normal")
        add_field(line, f"REF rests{number} \\h", f"List {number}")
        line.add_run(", at the end.")
        for run in line.runs:
            run.font.size = _SMALL

    def _rests(self, number: int, claim: str, block: Resting) -> None:
        place = next(self._places)
        head = self._words("", "Heading 3")
        begin_place(head, f"rests{number}", place)
        head.add_run(f"List {number}")
        end_place(head, place)
        head.add_run(f": finding {printable(claim)}")
        for item in block.items:
            self._rest(item)

    def _rest(self, item: Rest) -> None:
        line = self._words(rest_said(item), "List Bullet")
        line.runs[0].font.size = _SMALL
        line.paragraph_format.space_after = Pt(1)

    def _grid(self, block: Grid) -> None:
        self._tables += 1
        caption = self._caption("Table", self._tables, block.table.title)
        caption.paragraph_format.keep_with_next = True
        caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(10), Pt(3)
        add_grid(self.document, block.table)
        self._below(block.table.note)

    def _figure(self, block: Figure) -> None:
        self._figures += 1
        place = f"figure{self._figures}"
        if block.shows:
            told = self._paragraph("Normal")
            told.paragraph_format.keep_with_next = True
            add_field(told, f"REF {place} \\h", f"Figure {self._figures}")
            told.add_run(printable(f" shows {block.shows}"))
        holder = self._paragraph("Normal")
        holder.paragraph_format.keep_with_next = True
        section = self.document.sections[-1]
        room = section.page_width - section.left_margin - section.right_margin
        holder.add_run()._r.append(drawing_element(block.drawing, room, self._shapes))  # noqa: SLF001  # no call for it
        caption = self._caption("Figure", self._figures, block.caption, place)
        caption.paragraph_format.space_after = Pt(3 if block.note else 10)
        caption.paragraph_format.keep_with_next = bool(block.note)
        self._below(block.note)

    def _caption(self, kind: str, number: int, words: str, place: str = "") -> Any:  # noqa: ANN401
        caption = self._words("", "Caption")
        at = next(self._places)
        if place:
            begin_place(caption, place, at)
        caption.add_run(f"{kind} ")
        add_field(caption, f"SEQ {kind} \\* ARABIC", str(number))
        for run in caption.runs:
            run.bold = True
        if place:
            end_place(caption, at)
        caption.add_run(printable(f". {words}"))
        return caption

    def _below(self, note: str) -> None:
        """What stands in small letters below a table or a picture; an empty line keeps the next words off."""
        line = self._words(note, "Normal")
        line.runs[0].font.size = _SMALL if note else Pt(4)

    def _turn(self, *, wide: bool) -> None:
        """Turns the sheet where the next block wants it the other way."""
        if wide == self._is_wide:
            return
        self._is_wide = wide
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width


def _listed(report: Report) -> Iterator[tuple[int, str]]:
    """The headings of the contents, with their levels."""
    yield from ((head.level, head.text) for head in report.heads if head.level <= _LEVELS_LISTED)
    if any(isinstance(block, Resting) for block in report.blocks):
        yield 1, _RESTING
