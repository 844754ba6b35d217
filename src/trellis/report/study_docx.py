"""A report as a Word document: styles, numbered captions, a table of contents, wide tables on sheets turned."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from trellis.analysis.table import Table, Value
from trellis.core.chart_text import printable
from trellis.core.errors import Damaged
from trellis.report.blocks import Block, Grid, Head, Points, Prompt, Quotation, Report, Resting, Words, said_by
from trellis.report.packing import without_times

_SHEET_MM = (210, 297)
_MOST_LEVELS = 3
_EMU_PER_TWENTIETH = 635
_MOST_CHARACTERS = 60
_CHARACTER, _CELL_EDGES = 115, 240
"""Twentieths of a point: a wide letter at nine points, and the room left and right of a cell's words."""


def study_docx(report: Report, styles: bytes | None = None) -> bytes:
    """The document's bytes: the same for the same report.

    styles: a Word document whose styles, page and margins are taken; what it holds is left out. Raises Damaged where it
    is none.
    """
    writer = _Writer(_opened(styles), is_ours=styles is None)
    writer.begin(report)
    for block in report.blocks:
        writer.add(block)
    writer.end(report)
    out = io.BytesIO()
    writer.document.save(out)
    return without_times(out.getvalue())


def _opened(styles: bytes | None) -> Any:  # noqa: ANN401
    try:
        return Document(None if styles is None else io.BytesIO(styles))
    except (KeyError, ValueError, AttributeError, PackageNotFoundError) as error:
        raise Damaged("the file of styles", "it is no Word document", "give a .docx that Word opens") from error


class _Writer:
    """Writes blocks one after the other."""

    def __init__(self, document: Any, *, is_ours: bool) -> None:  # noqa: ANN401  # python-docx has no public type for it
        self.document = document
        self._tables = 0
        self._is_wide = False
        if is_ours:
            _our_styles(document)
        else:
            _empty(document)

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
        _contents(self._words("", "Normal"), report)

    def end(self, report: Report) -> None:
        """The foot of every page, and the state of the study."""
        self._turn(wide=False)
        self._words(f"State of the study: {report.note.head}", "Normal")
        for section in self.document.sections:
            section.footer.is_linked_to_previous = False
            foot = section.footer.paragraphs[0]
            foot.text = f"{printable(report.note.line())} · "
            _field(foot, "PAGE", "1")
            for run in foot.runs:
                run.font.size = Pt(8)

    def add(self, block: Block) -> None:
        """One block."""
        self._turn(wide=isinstance(block, Grid) and block.wide)
        match block:
            case Head(level=level, text=text):
                self._words(text, f"Heading {min(level, _MOST_LEVELS)}")
            case Words(text=text):
                self._words(text, "Normal")
            case Prompt(text=text):
                self._words(f"[To write] {text}", "Normal").runs[0].italic = True
            case Points(items=items):
                for item in items:
                    self._words(item, "List Bullet")
            case Quotation(words=words, by=by, reference=reference):
                self._words(words, "Quote")
                self._words(said_by(by, reference), "Quote").alignment = WD_ALIGN_PARAGRAPH.RIGHT
            case Resting():
                self._resting(block)
            case Grid(table=table):
                self._grid(table)

    def _words(self, text: str, style: str) -> Any:  # noqa: ANN401
        known = {each.name for each in self.document.styles}
        paragraph = self.document.add_paragraph(style=style if style in known else "Normal")
        paragraph.add_run(printable(text))
        return paragraph

    def _resting(self, block: Resting) -> None:
        self._words(f"{block.title}:", "Normal").paragraph_format.keep_with_next = True
        for item in block.items:
            words = f" “{' '.join(item.words.split())}”" if item.words else ""
            line = self._words(f"{item.side}: {item.reference}{words}", "List Bullet")
            line.runs[0].font.size = Pt(9)

    def _grid(self, table: Table) -> None:
        self._tables += 1
        caption = self._words("Table ", "Caption")
        _field(caption, "SEQ Table \\* ARABIC", str(self._tables))
        caption.add_run(printable(f". {table.title}"))
        caption.paragraph_format.keep_with_next = True
        caption.paragraph_format.space_before = Pt(10)
        grid = self.document.add_table(rows=0, cols=len(table.columns))._tbl  # noqa: SLF001  # a row at a time is slow
        section = self.document.sections[-1]
        room = section.page_width - section.left_margin - section.right_margin
        widths = _widths(table, round(room / _EMU_PER_TWENTIETH))
        grid.append(_row(table.columns, widths, head=True))
        for row in table.values:
            grid.append(_row(row, widths))
        _laid_out(grid, widths)
        if table.note:
            self._words(table.note, "Normal").runs[0].font.size = Pt(9)

    def _turn(self, *, wide: bool) -> None:
        """Turns the sheet where the next block wants it the other way."""
        if wide == self._is_wide:
            return
        self._is_wide = wide
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width


def _our_styles(document: Any) -> None:  # noqa: ANN401
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in _SHEET_MM)
    section.left_margin = section.right_margin = Mm(25)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    document.styles["Quote"].paragraph_format.left_indent = Mm(10)


def _empty(document: Any) -> None:  # noqa: ANN401
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def _contents(paragraph: Any, report: Report) -> None:  # noqa: ANN401
    """A field that Word fills with page numbers; until then it lists the sections."""
    heads = [head.text for head in report.heads if head.level == 1]
    _field(paragraph, f'TOC \\o "1-{_MOST_LEVELS - 1}" \\h \\z \\u', "\n".join(heads), stale=True)


def _field(paragraph: Any, code: str, shown: str, *, stale: bool = False) -> None:  # noqa: ANN401
    for kind in ("begin", "separate", "end"):
        run = paragraph.add_run()
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        if kind == "begin" and stale:
            mark.set(qn("w:dirty"), "true")
        run._r.append(mark)  # noqa: SLF001  # python-docx has no call for fields
        if kind == "begin":
            told = paragraph.add_run()
            words = OxmlElement("w:instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {code} "
            told._r.append(words)  # noqa: SLF001
        elif kind == "separate":
            paragraph.add_run(printable(shown))


def _widths(table: Table, room: int) -> list[int]:
    """Widths in twentieths of a point that fill the room: as much as what stands in a column asks for."""
    least, usual = [], []
    for at, head in enumerate(table.columns):
        cells = [str(row[at]) for row in table.values if row[at] is not None]
        longest = max((len(word) for cell in (head, *cells) for word in cell.split()), default=1)
        lengths = sorted(len(line) for cell in cells for line in cell.split("\n")) or [1]
        least.append(longest * _CHARACTER + _CELL_EDGES)
        usual.append(min(lengths[len(lengths) * 3 // 4], _MOST_CHARACTERS))
    if sum(least) >= room:
        return [room * each // sum(least) for each in least]
    spare = room - sum(least)
    return [low + spare * more // sum(usual) for low, more in zip(least, usual, strict=True)]


def _row(values: tuple[Value, ...] | tuple[str, ...], widths: list[int], *, head: bool = False) -> Any:  # noqa: ANN401
    row = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    for name in ("w:cantSplit", "w:tblHeader") if head else ("w:cantSplit",):
        properties.append(OxmlElement(name))
    row.append(properties)
    row.extend(_cell(value, width, bold=head) for value, width in zip(values, widths, strict=True))
    return row


def _cell(value: Value, width: int, *, bold: bool) -> Any:  # noqa: ANN401
    cell = OxmlElement("w:tc")
    shape, wide = OxmlElement("w:tcPr"), OxmlElement("w:tcW")
    wide.set(qn("w:w"), str(width))
    wide.set(qn("w:type"), "dxa")
    shape.append(wide)
    cell.append(shape)
    lines = [] if value is None else str(value).split("\n")
    for line in lines or [""]:
        paragraph, run, text = (OxmlElement(name) for name in ("w:p", "w:r", "w:t"))
        properties = OxmlElement("w:rPr")
        if bold:
            properties.append(OxmlElement("w:b"))
        size = OxmlElement("w:sz")
        size.set(qn("w:val"), "18")
        properties.append(size)
        text.set(qn("xml:space"), "preserve")
        text.text = printable(line)
        run.extend([properties, text])
        paragraph.append(run)
        cell.append(paragraph)
    return cell


def _laid_out(grid: Any, widths: list[int]) -> None:  # noqa: ANN401
    """Columns of fixed width; three rules and hairlines between rows, as journals print tables."""
    layout = OxmlElement("w:tblLayout")
    layout.set(qn("w:type"), "fixed")
    for known in grid.tblPr.findall(qn("w:tblLayout")):
        grid.tblPr.remove(known)
    grid.tblPr.insert_element_before(layout, "w:tblCellMar", "w:tblLook")
    for column, width in zip(grid.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width))
    borders = OxmlElement("w:tblBorders")
    for side, size in (("top", "8"), ("bottom", "8"), ("insideH", "2")):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", size), ("space", "0"), ("color", "808080")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    grid.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
