"""A small table that a user gives, with its heads found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trellis.core.errors import BadTable
from trellis.study.tabular import rows_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """Heads and rows as text. lines: the spreadsheet's number of each row, the heads being line 1."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    def records(self, *required: str) -> list[tuple[int, dict[str, str]]]:
        """Line and values by head (small letters, "_" as a space) of each row. Raises BadTable if a head is missing."""
        names = [" ".join(head.casefold().replace("_", " ").split()) for head in self.heads]
        missing = [name for name in required if name not in names]
        if missing:
            message = (
                f"the table has no column {', '.join(f'“{name}”' for name in missing)}; "
                f"its heads are: {', '.join(self.heads)}"
            )
            raise BadTable(message)
        return [
            (line, {name: value.strip() for name, value in zip(names, row, strict=False)})
            for line, row in zip(self.lines, self.rows, strict=True)
        ]


def sheet_in(path: Path) -> Sheet:
    """The table in a .csv or .xlsx file, empty rows left out. Raises Unreadable, or BadTable where it has no heads."""
    rows = rows_of(path)
    if not rows or not any(cell.strip() for cell in rows[0]):
        message = f"{path.name}: the first line holds no heads; put the names of the columns there"
        raise BadTable(message)
    width = len(rows[0])
    filled = [(n, row) for n, row in enumerate(rows[1:], 2) if any(cell.strip() for cell in row)]
    padded = tuple(tuple(row[:width]) + ("",) * (width - len(row)) for _, row in filled)
    return Sheet(tuple(rows[0]), padded, tuple(n for n, _ in filled))
