"""Turns in tables: one row a turn, a column with the speaker, one with the words, perhaps one with the time."""

from __future__ import annotations

import re
from collections import Counter

from trellis.core.document import PartKind

from . import options as layouts
from .draft import Block, Draft, Stretch, trimmed
from .lexicon import LabelKind, fold, kind_of_label
from .options import ReadOptions
from .times import ANY_TIME, span_of
from .turn_marks import Layout, Mark, tempered

_TIME_CELL = re.compile(rf"\s*{ANY_TIME}\s*$")
_HEADS = frozenset(
    {
        "speaker",
        "name",
        "who",
        "time",
        "timestamp",
        "text",
        "words",
        "transcript",
        "turn",
        "line",
        "content",
        "utterance",
        "nr",
        "no",
    }
)


def is_turn_table(draft: Draft, block: Block, options: ReadOptions) -> bool:
    """Whether a table holds turns: a column of recurring labels beside a column of words."""
    return bool(block.rows) and _label_column(draft.text, block.rows, options) is not None


def in_tables(draft: Draft, options: ReadOptions) -> Layout | None:
    """Turns out of the rows of every table that has a column of speakers."""
    marks: list[Mark] = []
    length = 0
    for block in draft.blocks:
        column = _label_column(draft.text, block.rows, options) if block.kind is PartKind.TABLE else None
        if column is not None:
            marks.extend(_row_marks(draft.text, block.rows, column))
            length += block.end - block.start
    if not marks:
        return None
    return Layout(layouts.TABLE, tempered(0.93, marks, length), tuple(marks))


def table_rows(text: str, block: Block) -> list[Block]:
    """The rows of a table as paragraphs of their own."""
    rows = []
    for row in block.rows:
        start, end = trimmed(text, row[0][0], row[-1][1])
        if start < end:
            rows.append(Block(PartKind.PARAGRAPH, start, end))
    return rows


def _label_column(text: str, rows: tuple[tuple[Stretch, ...], ...], options: ReadOptions) -> int | None:
    wide = [row for row in rows if len(row) >= 2]
    if len(wide) < 3 or len(wide) * 10 < len(rows) * 8:
        return None
    refused = set(map(fold, options.not_speakers))
    for column in range(min(3, min(map(len, wide)) - 1)):
        cells = [text[slice(*row[column])].strip() for row in wide]
        body = [cell for cell in cells if cell and fold(cell) not in _HEADS and fold(cell) not in refused]
        if body and _are_labels(body) and len(body) * 2 >= len(cells):
            return column
    return None


def _are_labels(cells: list[str]) -> bool:
    kinds = [kind_of_label(cell.rstrip(":：")) if len(cell) <= 60 else LabelKind.NOBODY for cell in cells]
    spoken = {LabelKind.KNOWN, LabelKind.WEAK, LabelKind.NAME}
    good = sum(kind in spoken for kind in kinds)
    counts = Counter(map(fold, cells))
    known = sum(kind is LabelKind.KNOWN for kind in kinds)
    recurring = sum(count for count in counts.values() if count > 1)
    return good * 10 >= len(cells) * 8 and (recurring * 2 >= len(cells) or known * 2 >= len(cells))


def _row_marks(text: str, rows: tuple[tuple[Stretch, ...], ...], column: int) -> list[Mark]:
    marks = []
    words_column = _words_column(text, rows, column)
    for row in rows:
        if len(row) <= max(column, words_column):
            continue
        label = text[slice(*row[column])].strip().rstrip(":：").strip()
        if not label or fold(label) in _HEADS:
            continue
        start, end = trimmed(text, row[0][0], row[-1][1])
        words = trimmed(text, *row[words_column])[0]
        cells = (text[slice(*cell)] for cell in row)
        time = next((cell for cell in cells if _TIME_CELL.match(cell)), None)
        marks.append(Mark(start, max(start, min(words, end)), label, *span_of(time)))
    return marks


def _words_column(text: str, rows: tuple[tuple[Stretch, ...], ...], column: int) -> int:
    sizes: Counter[int] = Counter()
    for row in rows:
        for number, cell in enumerate(row):
            if number > column:
                sizes[number] += len(text[slice(*cell)].strip())
    return sizes.most_common(1)[0][0] if sizes else column + 1
