"""A table of results as a Word document, laid out as journals print tables: three rules, numbers to the right."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from trellis.analysis.table import Table, Value
from trellis.core.chart_text import printable
from trellis.report.note import ExportNote
from trellis.report.packing import without_times


def table_docx(table: Table, note: ExportNote) -> bytes:
    """The document's bytes, the same for the same table and note."""
    document = Document()
    properties = document.core_properties
    properties.title = printable(f"{note.title}: {table.title}")
    properties.author, properties.created, properties.modified = "Trellis", note.time, note.time
    document.add_paragraph(printable(table.title)).runs[0].bold = True
    grid = document.add_table(rows=0, cols=len(table.columns))
    for row in (table.columns, *table.values):
        _fill(grid.add_row().cells, row)
    for at in {0, len(table.values)}:
        _ruled(grid.rows[at], top=at == 0)
    _repeated(grid.rows[0])
    for cell in grid.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    if table.note:
        document.add_paragraph(printable(table.note))
    document.sections[0].footer.paragraphs[0].text = printable(note.line())
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def _fill(cells: Any, row: tuple[Value, ...]) -> None:  # noqa: ANN401  # python-docx has no public type for it
    for at, (cell, value) in enumerate(zip(cells, row, strict=True)):
        cell.text = "" if value is None else printable(str(value))
        if at:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _ruled(row: Any, *, top: bool) -> None:  # noqa: ANN401
    for cell in row.cells:
        borders = OxmlElement("w:tcBorders")
        for side in ("top", "bottom") if top else ("bottom",):
            rule = OxmlElement(f"w:{side}")
            for name, value in (("val", "single"), ("sz", "8"), ("space", "0"), ("color", "000000")):
                rule.set(qn(f"w:{name}"), value)
            borders.append(rule)
        cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001  # borders have no public door


def _repeated(row: Any) -> None:  # noqa: ANN401
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)  # noqa: SLF001  # nor have heads that repeat on every page
