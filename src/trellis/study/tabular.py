"""The sheets of a table that a user gives, as text, every row at its place."""

from __future__ import annotations

from pathlib import Path

from trellis.core.grid import Grid
from trellis.reading import bytes_of, read_grids


def grids_of(path: Path) -> tuple[Grid, ...]:
    """Every sheet of a .csv, .tsv or .xlsx file, with empty rows, so that messages can name the row.

    Every value is text, as people see it. Raises Unreadable.
    """
    return read_grids(path.name, bytes_of(path))


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a file's first sheet that holds anything. Raises Unreadable."""
    grid = next(grid for grid in grids_of(path) if any(cell.strip() for row in grid.rows for cell in row))
    return [list(row) for row in grid.rows]
