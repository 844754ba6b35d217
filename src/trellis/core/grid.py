"""A sheet as it stands: every row and column at its place, as text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """Cells that were merged into one: first and last row and column, from 0, all included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. rows: from the sheet's first, empty ones too, so that row n of a spreadsheet is `rows[n - 1]`.

    Rows may differ in length; a cell that holds nothing is "". merged: blocks of merged cells, whose value stands in
    the top left one.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Block, ...] = ()

    def at(self, row: int, column: int) -> str:
        """The value of a cell, from 0; "" outside the rows."""
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])):
            return ""
        return self.rows[row][column]
