"""The matrix as a Word document: landscape tables with their heads on every page, for the team's table."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from trellis.core.chart import CellState, Layer
from trellis.core.chart_rules import is_data
from trellis.core.chart_text import layered, printable, references_of
from trellis.core.chart_view import CellView, ChartColumn, ChartRow, ChartTheme, ChartView
from trellis.report.note import Choices, ExportNote, Paper
from trellis.report.packing import without_times

_SHEET_MM = {Paper.A4: (297, 210), Paper.A3: (420, 297)}
_MARGIN_MM = 12
_HEAD_MM = 34
_LEAST_MM = 44
_COLOURS = {CellState.DRAFT: "FFF6DD", CellState.RETURNED: "FDE7E0", CellState.REVIEWED: "E7F3EA"}
_TWENTIETHS = 56.6929  # of a point, per millimetre


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of text. size: half points, None for the paragraph's own."""

    text: str
    bold: bool = False
    italic: bool = False
    size: int | None = None
    grey: bool = False


Paragraph = tuple[_Run, ...]


def chart_docx(view: ChartView, note: ExportNote, choices: Choices) -> bytes:
    """The document's bytes: the same for the same view, note and choices."""
    document = Document()
    _set_up(document, note, choices)
    for at, theme in enumerate(view.themes):
        heading = document.add_heading(printable(f"{theme.number} {theme.name}"), level=1)
        heading.paragraph_format.page_break_before = at > 0
        heading.paragraph_format.keep_with_next = True
        for n, columns in enumerate(_shares(theme, choices.paper)):
            if n:
                again = document.add_heading(printable(f"{theme.number} {theme.name} (continued)"), level=2)
                again.paragraph_format.page_break_before = True
            _table(document, view, columns, choices)
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def _set_up(document: Any, note: ExportNote, choices: Choices) -> None:  # noqa: ANN401
    section = document.sections[0]
    width, height = _SHEET_MM[choices.paper]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    section.footer_distance = section.header_distance = Mm(6)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(9)
    normal.paragraph_format.space_after = Pt(2)
    _properties(document, note)
    title = document.add_paragraph(style="Title")
    title.add_run(printable(note.title)).font.size = Pt(18)
    if note.notice:
        document.add_paragraph(printable(note.notice))
    document.add_paragraph(
        "“In quotation marks”: words of the source; otherwise summaries. References follow in parentheses; "
        "* marks a quotation to use; [square brackets] hold the analyst's comments."
    )
    _footer(section, note, width - 2 * _MARGIN_MM)


def _properties(document: Any, note: ExportNote) -> None:  # noqa: ANN401
    properties = document.core_properties
    time = note.time.replace(tzinfo=None, microsecond=0)
    properties.created = properties.modified = time
    properties.author = properties.last_modified_by = "Trellis"
    properties.title = printable(note.title)[:255]
    properties.comments = printable(note.line())[:255]
    properties.revision = 1


def _footer(section: Any, note: ExportNote, width_mm: int) -> None:  # noqa: ANN401
    paragraph = section.footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width_mm), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(printable(note.line()) + "\t").font.size = Pt(7.5)
    for code in ("PAGE", "NUMPAGES"):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        field.append(_run(_Run("1", size=15)))
        paragraph._p.append(field)  # noqa: SLF001  # python-docx has no call for fields
        if code == "PAGE":
            paragraph._p.append(_run(_Run("/", size=15)))  # noqa: SLF001


def _shares(theme: ChartTheme, paper: Paper) -> Iterator[Sequence[ChartColumn]]:
    """The theme's columns, as many at a time as fit the sheet's width, evenly."""
    room = _SHEET_MM[paper][0] - 2 * _MARGIN_MM - _HEAD_MM
    most = max(1, room // _LEAST_MM)
    tables = -(-len(theme.columns) // most)
    each = -(-len(theme.columns) // tables)
    for at in range(0, len(theme.columns), each):
        yield theme.columns[at : at + each]


def _table(document: Any, view: ChartView, columns: Sequence[ChartColumn], choices: Choices) -> None:  # noqa: ANN401
    room = _SHEET_MM[choices.paper][0] - 2 * _MARGIN_MM - _HEAD_MM
    widths = [_HEAD_MM, *[room // len(columns)] * len(columns)]
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")._tbl  # noqa: SLF001  # its rows are appended as elements
    _fix_widths(table, widths)
    heads = [(_Run("Case", bold=True),), *((_Run(f"{c.number} {c.name}", bold=True),) for c in columns)]
    table.append(_row([_cell([head], width, "EDEDED") for head, width in zip(heads, widths, strict=True)], head=True))
    group: tuple[str, ...] = ()
    for row in view.rows:
        if row.groups and row.groups != group:
            group = row.groups
            title = " · ".join(value or "(none)" for value in group)
            named = _cell([(_Run(title, bold=True),)], sum(widths), "F6F6F6", across=len(widths))
            named.p_lst[0].get_or_add_pPr().append(OxmlElement("w:keepNext"))
            table.append(_row([named]))
        cells = [_cell(_heads(view, row), widths[0])]
        for column, width in zip(columns, widths[1:], strict=True):
            found = view.cell(row, column)
            shade = _COLOURS.get(found.state) if found is not None and choices.colours else None
            cells.append(_cell(_lines(found, comments=choices.comments), width, shade))
        table.append(_row(cells))


def _heads(view: ChartView, row: ChartRow) -> list[Paragraph]:
    values = [f"{name}: {value}" for name, value in zip(view.attributes, row.header, strict=True) if value]
    under = [value for value in (row.wave_name, *values) if value]
    return [(_Run(row.name, bold=True),), *((_Run(value, size=16, grey=True),) for value in under)]


def _lines(cell: CellView | None, *, comments: bool) -> list[Paragraph]:
    if cell is None:
        return [()]
    lines: list[Paragraph] = []
    if cell.blank is not None:
        lines.append((_Run(f"({cell.blank.value})", italic=True, grey=True),))
    for statement in cell.statements:
        if not (comments or is_data(statement.layer)):
            continue
        said = _Run(layered(statement), italic=statement.layer is Layer.VERBATIM, grey=statement.layer is Layer.COMMENT)
        references = references_of(statement)
        lines.append((said, _Run(f" ({references})", size=15, grey=True)) if references else (said,))
    return lines or [()]


# The table is built from its elements: python-docx looks every cell up again in the whole table, which takes
# minutes for a large study.


def _fix_widths(table: Any, widths: Sequence[int]) -> None:  # noqa: ANN401
    properties = table.tblPr
    layout = OxmlElement("w:tblLayout")
    layout.set(qn("w:type"), "fixed")
    properties.insert_element_before(layout, "w:tblCellMar", "w:tblLook")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "A6A6A6")):
            line.set(qn(name), value)
        borders.append(line)
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    for column, width in zip(table.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(round(width * _TWENTIETHS)))


def _row(cells: Iterable[Any], *, head: bool = False) -> Any:  # noqa: ANN401
    row = OxmlElement("w:tr")
    if head:
        properties = OxmlElement("w:trPr")
        for name in ("w:cantSplit", "w:tblHeader"):
            properties.append(OxmlElement(name))
        row.append(properties)
    row.extend(cells)
    return row


def _cell(paragraphs: Sequence[Paragraph], width: int, shade: str | None = None, *, across: int = 1) -> Any:  # noqa: ANN401
    cell = OxmlElement("w:tc")
    properties = OxmlElement("w:tcPr")
    size = OxmlElement("w:tcW")
    size.set(qn("w:w"), str(round(width * _TWENTIETHS)))
    size.set(qn("w:type"), "dxa")
    properties.append(size)
    if across > 1:
        span = OxmlElement("w:gridSpan")
        span.set(qn("w:val"), str(across))
        properties.append(span)
    if shade is not None:
        filled = OxmlElement("w:shd")
        for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", shade)):
            filled.set(qn(name), value)
        properties.append(filled)
    cell.append(properties)
    for runs in paragraphs:
        paragraph = OxmlElement("w:p")
        paragraph.extend(_run(run) for run in runs)
        cell.append(paragraph)
    return cell


def _run(run: _Run) -> Any:  # noqa: ANN401
    made = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    for name, on in (("w:b", run.bold), ("w:i", run.italic)):
        if on:
            properties.append(OxmlElement(name))
    if run.grey:
        colour = OxmlElement("w:color")
        colour.set(qn("w:val"), "444444")
        properties.append(colour)
    if run.size is not None:
        size = OxmlElement("w:sz")
        size.set(qn("w:val"), str(run.size))
        properties.append(size)
    made.append(properties)
    text = OxmlElement("w:t")
    text.set(qn("xml:space"), "preserve")
    text.text = printable(run.text)
    made.append(text)
    return made
