"""A table of codings as a file gives it: the rows of a sheet, or Parquet, to columns."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from trellis.core.coding_lines import CodingLines, coding_lines, name_of_head
from trellis.core.errors import BadTable, Damaged, NotSupported

PARQUET = b"PAR1"
"""How a Parquet file begins."""
_MOST_ROWS_ABOVE = 15
_FEWEST_HEADS = 2

Said = Mapping[str, str]
"""Heads of the table to names of columns, where the heads do not say it by themselves."""


def lines_in_rows(name: str, rows: Sequence[Sequence[str]], said: Said | None = None) -> CodingLines:
    """The lines of a sheet, whose heads may stand below a title. name: of the file, for messages. Raises BadTable."""
    at = _head_row(rows, said or {})
    heads = [" ".join(head.split()) for head in rows[at]]
    double = next((head for head in heads if head and heads.count(head) > 1), None)
    if double is not None:
        message = f"{name}: two columns are headed “{double}”; give each a head of its own"
        raise BadTable(message)
    width = len(heads)
    filled = [(line, row) for line, row in enumerate(rows[at + 1 :], at + 2) if any(cell.strip() for cell in row)]
    even = [[*row[:width], *[""] * (width - len(row))] for _, row in filled]
    columns = {head: [row[place] or None for row in even] for place, head in enumerate(heads) if head}
    lines = coding_lines(columns, at + 2, said)
    return CodingLines(lines.columns, lines.first_row, tuple(line for line, _ in filled))


def lines_in_parquet(name: str, content: bytes, said: Said | None = None) -> CodingLines:
    """The lines of a Parquet file. Raises NotSupported without pyarrow, Damaged, BadTable."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        advice = "install the extra (pip install 'trellis-qda[parquet]') or save the table as .csv"
        raise NotSupported(name, "reading Parquet needs the package pyarrow", advice) from error
    try:
        table = pq.read_table(io.BytesIO(content))
    except pa.ArrowException as error:
        raise Damaged(name, "the Parquet file cannot be read", "write it again") from error
    columns = dict(zip(table.column_names, (column.to_pylist() for column in table.columns), strict=True))
    return coding_lines(columns, first_row=1, said=said)


def _head_row(rows: Sequence[Sequence[str]], said: Said) -> int:
    """The first row with two heads that are known; else the first that holds anything."""
    wanted = {" ".join(head.casefold().split()) for head in said}
    for at, row in enumerate(rows[:_MOST_ROWS_ABOVE]):
        known = {name_of_head(cell) or cell for cell in row if name_of_head(cell) or cell.casefold().strip() in wanted}
        if len(known) >= _FEWEST_HEADS:
            return at
    return next(at for at, row in enumerate(rows) if any(cell.strip() for cell in row))
