"""A report as Markdown: headings, tables with pipes, quotations as quotes, what claims rest on as footnotes."""

from __future__ import annotations

import re

from trellis.analysis.table import Table, Value
from trellis.core.chart_text import printable
from trellis.report.blocks import (
    Block,
    Figure,
    Grid,
    Head,
    Points,
    Prompt,
    Quotation,
    Report,
    Rest,
    Resting,
    Room,
    Words,
    rest_said,
    said_by,
)

_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def study_md(report: Report) -> bytes:
    """The report's bytes, UTF-8 (CommonMark with tables and footnotes): the same for the same report."""
    writer = _Writer()
    lines = [f"# {_plain(report.title)}", "", f"*{_plain(report.note.line())}*", ""]
    for block in report.blocks:
        lines += [*writer.lines(block), ""]
    lines += writer.notes
    lines += ["", f"State of the study: {report.note.head}"]
    return "\n".join(lines).encode("utf-8") + b"\n"


class _Writer:
    def __init__(self) -> None:
        self.notes: list[str] = []
        self._tables = self._figures = 0

    def lines(self, block: Block) -> list[str]:
        """The lines of one block; what a claim rests on goes to the notes at the end."""
        match block:
            case Head(level=level, text=text):
                return [f"{'#' * (level + 1)} {_plain(text)}"]
            case Words(text=text):
                return [_plain(text)]
            case Prompt(text=text):
                return [f"**[To write]** {_plain(text)}"]
            case Room(text=text, lines=lines):
                return [_plain(text), "", *["\\_" * 60 + "\n"] * lines]
            case Points(items=items):
                return [f"- {_plain(item)}" for item in items]
            case Quotation(words=words, by=by, reference=reference):
                said = [f"> {_plain(line)}" for line in words.splitlines() or [""]]
                return [*said, ">", f"> — {_plain(said_by(by, reference))}"]
            case Grid() | Figure():
                return self._numbered(block)
            case Resting(title=title, items=items):
                return self._resting(title, items)

    def _numbered(self, block: Grid | Figure) -> list[str]:
        if isinstance(block, Figure):
            return self._figure(block)
        self._tables += 1
        return [f"**Table {self._tables}.** {_plain(block.table.title)}", "", *_grid(block.table)]

    def _figure(self, block: Figure) -> list[str]:
        """The words of a picture as a table, since one file of text holds no picture."""
        self._figures += 1
        told = [f"Figure {self._figures} shows {_plain(block.shows)}", ""] if block.shows else []
        note = ["", _plain(block.note)] if block.note and block.note != block.table.note else []
        return [*told, f"**Figure {self._figures}.** {_plain(block.caption)}", "", *_grid(block.table), *note]

    def _resting(self, title: str, items: tuple[Rest, ...]) -> list[str]:
        marks = []
        for item in items:
            number = len(self.notes) + 1
            self.notes.append(f"[^{number}]: {_plain(rest_said(item))}")
            marks.append(f"[^{number}]")
        return [f"{_plain(title)}: {' '.join(marks)}" if marks else f"{_plain(title)}: nothing"]


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", printable(text))


def _grid(table: Table) -> list[str]:
    lines = [_row(table.columns), "|" + " --- |" * len(table.columns)]
    lines += [_row(row) for row in table.values]
    return [*lines, "", _plain(table.note)] if table.note else lines


def _row(values: tuple[Value, ...] | tuple[str, ...]) -> str:
    cells = ("" if value is None else _plain(str(value)).replace("\n", "<br>") for value in values)
    return f"| {' | '.join(cells)} |"
