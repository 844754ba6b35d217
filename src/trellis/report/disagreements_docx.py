"""The disagreements of a round as a Word document, to be taken to the meeting."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from docx import Document
from docx.document import Document as Paper

from trellis.core.chart_text import printable
from trellis.report.note import ExportNote
from trellis.report.packing import without_times


@dataclass(frozen=True, slots=True)
class Sheet:
    """One disagreement as it is printed. readings: coder and what they chose; notes: lines below; decision: or ""."""

    head: str
    before: str
    words: str
    after: str
    readings: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    definitions: tuple[tuple[str, str], ...]
    decision: str


def disagreements_docx(title: str, about: str, sheets: Iterable[Sheet], note: ExportNote) -> bytes:
    """The document's bytes: each disagreement with its words, readings, definitions, and room for what is settled.

    The same for the same study.
    """
    document = Document()
    properties = document.core_properties
    properties.title = printable(f"{note.title}: {title}")
    properties.author, properties.created, properties.modified = "Trellis", note.time, note.time
    document.add_heading(printable(f"{note.title}: {title}"), level=0)
    for line in (note.line(), about):
        document.add_paragraph(printable(line))
    for sheet in sheets:
        _add(document, sheet)
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def _add(document: Paper, sheet: Sheet) -> None:
    document.add_heading(printable(sheet.head), level=2)
    said = document.add_paragraph()
    said.add_run(printable(f"{sheet.before} "))
    said.add_run(printable(sheet.words)).bold = True
    said.add_run(printable(f" {sheet.after}"))
    grid = document.add_table(rows=0, cols=2, style="Table Grid")
    for name, chosen in (*sheet.readings, ("Settled", sheet.decision or "…")):
        cells = grid.add_row().cells
        cells[0].text, cells[1].text = printable(name), printable(chosen)
    for line in sheet.notes:
        document.add_paragraph(printable(line))
    for label, words in sheet.definitions:
        paragraph = document.add_paragraph()
        paragraph.add_run(printable(f"{label}: ")).bold = True
        paragraph.add_run(printable(words))
