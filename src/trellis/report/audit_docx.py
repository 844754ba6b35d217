"""The audit trail as a Word document: a few pages that a reviewer reads."""

from __future__ import annotations

import io
from collections.abc import Iterable

from docx import Document

from trellis.analysis.table import Table
from trellis.core.chart_text import printable
from trellis.report.note import ExportNote
from trellis.report.packing import without_times


def audit_docx(sections: Iterable[Table], note: ExportNote) -> bytes:
    """The document's bytes, a heading and a table for each section: the same for the same study."""
    document = Document()
    properties = document.core_properties
    properties.title = printable(f"{note.title}: audit trail")
    properties.author, properties.created, properties.modified = "Trellis", note.time, note.time
    document.add_heading(printable(f"{note.title}: audit trail"), level=0)
    document.add_paragraph(printable(note.line()))
    document.add_paragraph(f"Head of the history: {note.head}")
    for section in sections:
        document.add_heading(printable(section.title), level=1)
        _add(document, section)
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def _add(document: object, section: Table) -> None:
    if not section.values:
        document.add_paragraph("none")  # type: ignore[attr-defined]  # python-docx has no public type for it
        return
    grid = document.add_table(rows=0, cols=len(section.columns))  # type: ignore[attr-defined]
    for row in (section.columns, *section.values):
        cells = grid.add_row().cells
        for cell, value in zip(cells, row, strict=True):
            cell.text = "" if value is None else printable(str(value))
