"""Units placed by a lens, as a picture and as a table: two axes, types, conditions, stances."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.analysis.table import Table
from trellis.report.drawing import EDGE, FAINT, LINE, Box, Drawing, Label, Line, Shape, wrapped

_WIDE, _HEAD = 604, 140
_OCCUPIED, _HEADED = "eef6f7", "f3f4f1"
_MOST_NAMED = 24


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell. heading: what it is called, "" for nothing. items: who or what is in it; listed: one below the other."""

    heading: str = ""
    items: tuple[str, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row. about: what is said of its head."""

    head: str
    cells: tuple[PlacedCell, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Placing:
    """Rows and columns with what is placed in them.

    across, corner: what columns and rows stand for. shows: what there is to see, as the end of a sentence.
    """

    title: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[PlacedRow, ...]
    shows: str
    across: str = ""
    note: str = ""


def placing_drawing(placing: Placing) -> Drawing:
    """The picture: black on white, cells with something in them shaded."""
    wide = (_WIDE - 4 - _HEAD) / max(len(placing.columns), 1)
    shapes: list[Shape] = []
    y = 2.0
    if placing.across:
        shapes.append(Label(2 + _HEAD + (_WIDE - 4 - _HEAD) / 2, y + 0.8 * LINE, placing.across, bold=True))
        y += LINE + 4
    heads = [_head(placing.corner, _HEAD), *(_head(column, wide) for column in placing.columns)]
    y = _band(shapes, y, heads, [_HEADED] * len(heads))
    for row in placing.rows:
        lines = [_head(row.head, _HEAD) + _soft(row.about, _HEAD), *(_lines(cell, wide) for cell in row.cells)]
        fills = [_HEADED, *(_OCCUPIED if cell.items else "ffffff" for cell in row.cells)]
        y = _band(shapes, y, lines, fills)
    return Drawing(placing.title, _told(placing), _WIDE, round(y) + 2, tuple(shapes))


def placing_table(placing: Placing) -> Table:
    """The same words as a table, for whoever wants them as such."""
    rows = tuple((row.head, *(_said(cell) or None for cell in row.cells)) for row in placing.rows)
    columns = tuple(f"{placing.across}: {name}" if placing.across else name for name in placing.columns)
    return Table((placing.corner, *columns), rows, placing.title, placing.note)


def _band(shapes: list[Shape], y: float, lines: list[list[Line]], fills: list[str]) -> float:
    """A row of boxes, all as high as the fullest; returns where the next row starts."""
    high = max(len(each) for each in lines) * LINE + EDGE
    wide = (_WIDE - 4 - _HEAD) / max(len(lines) - 1, 1)
    for at, (words, fill) in enumerate(zip(lines, fills, strict=True)):
        x, room = (2.0, float(_HEAD)) if at == 0 else (2 + _HEAD + (at - 1) * wide, wide)
        shapes.append(Box(x, y, room, high, fill, FAINT, tuple(words)))
    return y + high


def _head(text: str, wide: float) -> list[Line]:
    return [Line(line, bold=True) for line in wrapped(text, wide)]


def _soft(text: str, wide: float) -> list[Line]:
    return [Line(line, soft=True) for line in wrapped(text, wide)]


def _lines(cell: PlacedCell, wide: float) -> list[Line]:
    named = _named(cell)
    items = named if cell.listed else ([", ".join(named)] if named else [])
    return [*_head(cell.heading, wide), *(Line(line) for item in items for line in wrapped(item, wide))]


def _named(cell: PlacedCell) -> list[str]:
    more = len(cell.items) - _MOST_NAMED
    return [*cell.items[:_MOST_NAMED], f"and {more} more"] if more > 0 else list(cell.items)


def _said(cell: PlacedCell) -> str:
    items = ", ".join(_named(cell))
    return f"{cell.heading}: {items}" if cell.heading and items else cell.heading or items


def _told(placing: Placing) -> str:
    said = []
    for row in placing.rows:
        for column, cell in zip(placing.columns, row.cells, strict=True):
            if cell.items or cell.heading:
                where = f"{row.head}, {column}" if len(placing.columns) > 1 else row.head
                said.append(f"{where}: {_said(cell) if cell.items else f'{cell.heading}: nobody'}")
    return f"{placing.title}. {'; '.join(said)}."
