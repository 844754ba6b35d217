"""The disagreements of a round as a Word document, to be taken to the meeting."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from docx import Document
from docx.document import Document as Paper
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from trellis.core.chart_text import printable
from trellis.report.note import ExportNote
from trellis.report.packing import without_times

MARGIN, NAME, CHOSEN = Cm(2), Cm(3), Cm(14)
AROUND, DEFINED = Pt(9), Pt(8)
GREY = RGBColor(0x55, 0x55, 0x55)
ROOM = "\n\n"
"""What stands where the outcome is to be written."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one coder chose, and the notes they left."""

    coder: str
    chosen: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One disagreement as it is printed. definitions: label and words of each theme; decision: "" for none yet."""

    head: str
    before: str
    words: str
    after: str
    readings: tuple[Reading, ...]
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
    for section in document.sections:
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    document.add_heading(printable(f"{note.title}: {title}"), level=1)
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
    said.paragraph_format.keep_with_next = True
    _around(said, f"{_flat(sheet.before)} ")
    said.add_run(printable(_flat(sheet.words))).bold = True
    _around(said, ("\n" if sheet.after.lstrip(" ").startswith("\n") else " ") + _flat(sheet.after))
    grid = document.add_table(rows=0, cols=2, style="Table Grid")
    grid.autofit = False
    grid.columns[0].width, grid.columns[1].width = NAME, CHOSEN
    rows = [(one.coder, one.chosen, one.notes) for one in sheet.readings]
    for name, chosen, notes in (*rows, ("Settled", sheet.decision or ROOM, ())):
        first, second = grid.add_row().cells
        first.width, second.width = NAME, CHOSEN
        first.text, second.text = printable(name), printable(chosen)
        for words in notes:
            second.add_paragraph().add_run(printable(words)).italic = True
    for label, words in sheet.definitions:
        defined = document.add_paragraph()
        defined.paragraph_format.space_before = defined.paragraph_format.space_after = Pt(2)
        defined.add_run(printable(f"{label}: ")).bold = True
        defined.add_run(printable(words))
        for run in defined.runs:
            run.font.size = DEFINED


def _around(paragraph: Paragraph, words: str) -> None:
    run = paragraph.add_run(printable(words))
    run.font.size, run.font.color.rgb = AROUND, GREY


def _flat(words: str) -> str:
    """The words without empty lines, and without white space around them."""
    return re.sub(r"\n\s*\n", "\n", words.strip())
