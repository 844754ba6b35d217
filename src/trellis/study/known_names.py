"""Pseudonyms for the names that the key knows, in tables and charts that leave the study."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trellis.analysis.table import Table, Value
from trellis.core.chart_view import CellView, ChartView
from trellis.core.pseudonym import Name
from trellis.core.pseudonym_key import KeyBook
from trellis.report.blocks import Block, Grid, Head, Points, Quotation, Rest, Resting, Words

_OF_COLLEAGUES = frozenset({"who", "by", "by whom", "named", "to", "present", "coder", "person", "readings"})
"""Columns that name people who work in the study, and no participant."""
_OF_NAMES = frozenset({"case", "cases", "source", "participant", "speaker"})
"""Columns of names, which may be written small: "janet-one"."""


def without_names(sections: Sequence[Table], book: KeyBook) -> list[Table]:
    """The tables with pseudonyms wherever the key knows a name; who works in the study stays named."""
    names = _names(book)
    return [replace(one, values=tuple(_renamed(one.columns, row, names) for row in one.values)) for one in sections]


def chart_without_names(view: ChartView, book: KeyBook) -> ChartView:
    """The chart with pseudonyms wherever the key knows a name: in names of cases and sources, and in statements."""
    names = _names(book)
    rows = tuple(replace(row, name=_anywhere(row.name, names)) for row in view.rows)
    cells = {spot: _cell(cell, names) for spot, cell in view.cells.items()}
    return replace(view, rows=rows, cells=cells)


def blocks_without_names(blocks: Sequence[Block], book: KeyBook) -> tuple[Block, ...]:
    """A report with pseudonyms wherever the key knows a name; names of sources and cases may be written small."""
    names = _names(book)
    return tuple(_block(block, names) for block in blocks)


def _block(block: Block, names: Sequence[Name]) -> Block:
    match block:
        case Head() | Words():
            return replace(block, text=_within(block.text, names))
        case Points(items=items):
            return Points(tuple(_anywhere(item, names) for item in items))
        case Quotation():
            return Quotation(_within(block.words, names), block.by, _anywhere(block.reference, names))
        case Resting(items=rests):
            told = [Rest(one.side, _anywhere(one.reference, names), _within(one.words, names)) for one in rests]
            return replace(block, items=tuple(told))
        case Grid(table=table):
            rows = tuple(tuple(_value("case", value, names) for value in row) for row in table.values)
            return replace(block, table=replace(table, values=rows))
        case _:
            return block


def _cell(cell: CellView, names: Sequence[Name]) -> CellView:
    statements = tuple(
        replace(
            statement,
            text=_within(statement.text, names),
            evidence=tuple(
                replace(one, source_name=_anywhere(one.source_name, names), reference=_anywhere(one.reference, names))
                for one in statement.evidence
            ),
        )
        for statement in cell.statements
    )
    return replace(cell, statements=statements)


def _names(book: KeyBook) -> list[Name]:
    return [Name(one.name, one.replacement, leave=one.leave) for one in book.pseudonyms]


def _renamed(columns: Sequence[str], row: tuple[Value, ...], names: Sequence[Name]) -> tuple[Value, ...]:
    return tuple(_value(column, value, names) for column, value in zip(columns, row, strict=True))


def _value(column: str, value: Value, names: Sequence[Name]) -> Value:
    if not isinstance(value, str) or column in _OF_COLLEAGUES:
        return value
    return _anywhere(value, names) if column in _OF_NAMES else _within(value, names)


def _within(text: str, names: Sequence[Name]) -> str:
    for name in names:
        text = name.within(text)
    return text


def _anywhere(text: str, names: Sequence[Name]) -> str:
    for name in names:
        text = name.anywhere(text)
    return text
