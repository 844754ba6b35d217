# ruff: noqa: INP001 - a script beside its data, not a package
"""A Word file of a manuscript in Markdown, as somebody would have typed it: headings, block quotations, tables.

usage: python make_docx.py DRAFT.md DRAFT.docx
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from docx import Document


def main(source: Path, target: Path) -> None:
    """Write the Word file."""
    document = Document()
    for block in source.read_text("utf-8").split("\n\n"):
        add(document, block.strip("\n"))
    document.save(str(target))


def add(document: Any, block: str) -> None:  # noqa: ANN401 - python-docx has no public type for it
    """One heading, table, quotation or paragraph."""
    if block.startswith("#"):
        document.add_heading(block.lstrip("# "), level=len(block) - len(block.lstrip("#")))
    elif block.startswith("|"):
        add_table(document, block)
    elif block.startswith(">"):
        for part in re.split(r"\n>\s*\n", block):
            document.add_paragraph(" ".join(line.lstrip("> ") for line in part.split("\n")), style="Quote")
    elif block:
        paragraph = document.add_paragraph()
        for n, run in enumerate(" ".join(block.split("\n")).split("*")):
            paragraph.add_run(run).italic = bool(n % 2)


def add_table(document: Any, block: str) -> None:  # noqa: ANN401 - the same
    """A table out of its lines, the one of dashes left out."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.split("\n")]
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows[:1] + rows[2:]:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
