"""Makes the Word documents of the example studies' manuscripts from the text beside them.

    python scripts/make_manuscripts.py peer     # writes sound.docx and faulty.docx of that study

The text is the small part of Markdown that the two need: headings, paragraphs, block quotations, numbered lists,
tables with a caption above, and italics.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

EXAMPLES = Path(__file__).parents[1] / "src" / "trellis" / "examples"
NAMES = ("sound", "faulty")
_WRITTEN = datetime(2010, 2, 1, tzinfo=UTC)
_WHOLE, _FIRST = Cm(15), Cm(5)
"""Widths of a table and of its first column."""


def blocks(text: str) -> Iterator[str]:
    """The pieces of a text that stand apart by empty lines."""
    return (piece.strip("\n") for piece in re.split(r"\n{2,}", text) if piece.strip())


def made(text: str) -> Doc:
    """The Word document of a text."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name = "Calibri"
    normal.font.size = Pt(11)
    normal.paragraph_format.line_spacing = 1.1
    for piece in blocks(text):
        _add(document, piece)
    about = document.core_properties
    about.author, about.last_modified_by, about.comments = "", "", "Fiction written for Trellis (CC0)"
    about.created = about.modified = _WRITTEN
    return document


def _add(document: Doc, piece: str) -> None:
    heading = re.match(r"(#+) (.*)", piece)
    if heading:
        document.add_heading(heading[2], level=len(heading[1]) - 1)
    elif piece.startswith("|"):
        _add_table(document, piece.split("\n"))
    elif piece.startswith("> "):
        _write(document.add_paragraph(style="Quote"), piece.removeprefix("> "))
    elif re.match(r"\d+\. ", piece):
        for line in piece.split("\n"):
            _write(document.add_paragraph(style="List Number"), line.partition(". ")[2])
    elif piece.startswith("Table "):
        _write(document.add_paragraph(style="Caption"), piece)
    else:
        _write(document.add_paragraph(), piece)


def _add_table(document: Doc, lines: list[str]) -> None:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not set(line) <= set("|- ")]
    widths = [_FIRST, *[(_WHOLE - _FIRST) // (len(rows[0]) - 1)] * (len(rows[0]) - 1)]
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            _write(cell.paragraphs[0], text)


def _write(paragraph: Paragraph, text: str) -> None:
    for place, part in enumerate(re.split(r"\*([^*]+)\*", text)):
        if part:
            paragraph.add_run(part).italic = place % 2 == 1


def main() -> None:
    """Writes both manuscripts of the studies that are named."""
    for study in sys.argv[1:]:
        folder = EXAMPLES / study / "manuscripts"
        for name in NAMES:
            made((folder / f"{name}.md").read_text(encoding="utf-8")).save(str(folder / f"{name}.docx"))


if __name__ == "__main__":
    main()
