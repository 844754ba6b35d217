"""Tables of a report as Word has them: widths by what stands in the columns, three rules, heads on every page."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from trellis.analysis.table import Table, Value
from trellis.core.chart_text import printable

_EMU_PER_TWENTIETH = 635
_MOST_CHARACTERS = 60
_CHARACTER, _CELL_EDGES = 115, 240
"""Twentieths of a point: a wide letter at nine points, and the room left and right of a cell's words."""
_KEPT_WHOLE = 16
"""A table of at most so many rows is not parted by the end of a page."""
_HALF_POINTS = "18"

Element = Any
"""An element of a Word document; python-docx has no public type for it."""


def add_grid(document: Any, table: Table) -> None:  # noqa: ANN401  # python-docx has no public type for a document
    """Writes a table at the end of the document, as wide as its page. A row at a time, since python-docx is slow."""
    grid = document.add_table(rows=0, cols=len(table.columns))._tbl  # noqa: SLF001  # as said
    section = document.sections[-1]
    room = section.page_width - section.left_margin - section.right_margin
    widths = _widths(table, round(room / _EMU_PER_TWENTIETH))
    numbers = [_is_numbers(table, at) for at in range(len(table.columns))]
    grid.append(_row(table.columns, widths, numbers, head=True, kept=True))
    last = len(table.values) - 1
    for at, row in enumerate(table.values):
        grid.append(_row(row, widths, numbers, kept=last < _KEPT_WHOLE and at < last))
    _laid_out(grid, widths)


def _is_numbers(table: Table, at: int) -> bool:
    known = [row[at] for row in table.values if row[at] not in {None, "-"}]
    return bool(known) and all(isinstance(value, int | float) for value in known)


def _widths(table: Table, room: int) -> list[int]:
    """Widths in twentieths of a point that fill the room: as much as what stands in a column asks for."""
    least, usual = [], []
    for at, head in enumerate(table.columns):
        cells = [str(row[at]) for row in table.values if row[at] is not None]
        longest = max((len(word) for cell in (head, *cells) for word in cell.split()), default=1)
        lengths = sorted(len(line) for cell in cells for line in cell.split("\n")) or [1]
        least.append(longest * _CHARACTER + _CELL_EDGES)
        usual.append(min(max(lengths[len(lengths) * 3 // 4], lengths[-1] // 4), _MOST_CHARACTERS))
    if sum(least) >= room:
        return [room * each // sum(least) for each in least]
    spare = room - sum(least)
    return [low + spare * more // sum(usual) for low, more in zip(least, usual, strict=True)]


def _row(
    values: tuple[Value, ...] | tuple[str, ...],
    widths: list[int],
    numbers: list[bool],
    *,
    kept: bool,
    head: bool = False,
) -> Element:
    row = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    for name in ("w:cantSplit", "w:tblHeader") if head else ("w:cantSplit",):
        properties.append(OxmlElement(name))
    row.append(properties)
    for value, width, is_number in zip(values, widths, numbers, strict=True):
        row.append(_cell(value, width, _paragraph_look(kept=kept, is_number=is_number), bold=head))
    return row


def _paragraph_look(*, kept: bool, is_number: bool) -> list[tuple[str, dict[str, str]]]:
    spacing = {"before": "20", "after": "20", "line": "240", "lineRule": "auto"}
    looks: list[tuple[str, dict[str, str]]] = [("w:keepNext", {})] if kept else []
    looks.append(("w:spacing", spacing))
    return [*looks, ("w:jc", {"val": "right"})] if is_number else looks


def _cell(value: Value, width: int, look: list[tuple[str, dict[str, str]]], *, bold: bool) -> Element:
    cell = OxmlElement("w:tc")
    shape, wide = OxmlElement("w:tcPr"), OxmlElement("w:tcW")
    wide.set(qn("w:w"), str(width))
    wide.set(qn("w:type"), "dxa")
    shape.append(wide)
    cell.append(shape)
    lines = [] if value is None else str(value).split("\n")
    for line in lines or [""]:
        cell.append(_paragraph(line, look, bold=bold))
    return cell


def _paragraph(line: str, look: list[tuple[str, dict[str, str]]], *, bold: bool) -> Element:
    paragraph, laid, run, text = (OxmlElement(name) for name in ("w:p", "w:pPr", "w:r", "w:t"))
    for name, said in look:
        each = OxmlElement(name)
        for key, value in said.items():
            each.set(qn(f"w:{key}"), value)
        laid.append(each)
    properties = OxmlElement("w:rPr")
    if bold:
        properties.append(OxmlElement("w:b"))
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), _HALF_POINTS)
    properties.append(size)
    text.set(qn("xml:space"), "preserve")
    text.text = printable(line)
    run.extend([properties, text])
    paragraph.extend([laid, run])
    return paragraph


def _laid_out(grid: Element, widths: list[int]) -> None:
    """Columns of fixed width; three rules and hairlines between rows, as journals print tables."""
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(_CELL_EDGES // 2 - 12))
    indent.set(qn("w:type"), "dxa")
    grid.tblPr.insert_element_before(indent, "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
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
