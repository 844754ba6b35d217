"""A table of results, as notebooks, the command line and exports take it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from html import escape
from typing import Protocol, cast

Value = str | int | float | bool | None


class _Stream(Protocol):
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns and rows of values.

    Read it with `rows()`, with pandas or Polars (both take the Arrow C stream), or look at it in Jupyter.
    columns: names. values: one tuple a row, in the order of the columns; None where there is no value.
    note: what a reader must know (a base, what "-" means), printed under the table; "" for nothing.
    """

    columns: tuple[str, ...]
    values: tuple[tuple[Value, ...], ...]
    title: str = ""
    note: str = ""

    def __len__(self) -> int:
        return len(self.values)

    def rows(self) -> list[tuple[Value, ...]]:
        """The rows as tuples."""
        return list(self.values)

    def records(self) -> list[dict[str, Value]]:
        """The rows as objects for JSON."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.values]

    def to_csv(self) -> str:
        """The table as CSV (RFC 4180, line feeds), with what a spreadsheet would run as a formula defused."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([_defused(value) for value in row] for row in self.values)
        return out.getvalue()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The table as an Arrow C stream, one batch."""
        # Only notebooks need it, and it is slow to import.
        import nanoarrow as na

        kinds = [_arrow_kind([row[at] for row in self.values]) for at in range(len(self.columns))]
        types = {"int": na.int64, "float": na.float64, "bool": na.bool_, "str": na.string}
        fields = [(name, types[kind]()) for name, kind in zip(self.columns, kinds, strict=True)]
        columns = [
            na.c_array([_as(kind, row[at]) for row in self.values], types[kind]()) for at, kind in enumerate(kinds)
        ]
        array = na.c_array_from_buffers(
            na.struct(dict(fields)), length=len(self.values), buffers=[None], children=columns
        )
        stream = cast("_Stream", na.ArrayStream(na.Array(array)))
        return stream.__arrow_c_stream__(requested_schema)

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{'' if value is None else escape(str(value))}</td>" for value in row) + "</tr>"
            for row in self.values
        )
        caption = f"<caption>{escape(self.title)}</caption>" if self.title else ""
        note = f"<p>{escape(self.note)}</p>" if self.note else ""
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _defused(value: Value) -> Value:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it; a lone "-" stays."""
    if isinstance(value, str) and len(value) > 1 and value.startswith(_FORMULA):
        return "'" + value
    return value


def _arrow_kind(values: list[Value]) -> str:
    kinds = {type(value) for value in values if value is not None}
    if kinds <= {bool} and kinds:
        return "bool"
    if kinds <= {int} and kinds:
        return "int"
    return "float" if kinds <= {int, float} and kinds else "str"


def _as(kind: str, value: Value) -> Value:
    if value is None:
        return None
    if kind == "str":
        return str(value)
    return float(value) if kind == "float" else value
