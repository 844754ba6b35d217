"""The matrix as an Excel workbook: one sheet a theme, ready to print, and to be filled in and brought back.

Each sheet carries the keys of its cases in a hidden first column and of its themes in a hidden row, so that rows may
be sorted and columns moved; the hidden sheet "trellis" holds each cell's rev and the fingerprint of its text.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import xlsxwriter

from trellis.core.chart import CellState
from trellis.core.chart_rules import is_data
from trellis.core.chart_text import MOST_LETTERS, layered, printable, sheet_text, text_print
from trellis.core.chart_view import ChartColumn, ChartRow, ChartTheme, ChartView
from trellis.core.keys import Key
from trellis.report.note import Choices, ExportNote, Paper

HIDDEN_SHEET = "trellis"
FORMAT = "trellis-chart 1"
KEY_ROW = 2
HEAD_ROW = 3
FIRST_ROW = 4
_PAPER_CODE = {Paper.A4: 9, Paper.A3: 8}
_LETTERS_ACROSS = {Paper.A4: 140, Paper.A3: 206}
"""Letters of the standard font between the margins of a landscape sheet."""
_NAME_WIDTH, _HEAD_WIDTH, _WAVE_WIDTH, _LEAST_WIDTH, _MOST_WIDTH = 16, 12, 12, 26, 62
_COLOURS = {
    CellState.DRAFT: "#FFF6DD",
    CellState.CHARTED: "#FFFFFF",
    CellState.RETURNED: "#FDE7E0",
    CellState.REVIEWED: "#E7F3EA",
}
_LINE_HEIGHT, _HIGHEST = 13.2, 409.0
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_SHEET_NAME = 31


def chart_xlsx(view: ChartView, note: ExportNote, choices: Choices) -> bytes:
    """The workbook's bytes: the same for the same view, note and choices."""
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(out, options)
    created = note.time.replace(tzinfo=None, microsecond=0)
    book.set_properties(
        {"title": printable(note.title), "comments": printable(note.line()), "author": "Trellis", "created": created}
    )
    _Book(book, view, note, choices).write()
    book.close()
    return out.getvalue()


class _Book:
    """The workbook in the making: one set of formats, the sheets in order."""

    def __init__(self, book: Any, view: ChartView, note: ExportNote, choices: Choices) -> None:  # noqa: ANN401
        self.book, self.view, self.note, self.choices = book, view, note, choices
        self.names = _sheet_names(view.themes)
        plain = {"text_wrap": True, "valign": "top", "font_size": 10, "border": 1, "border_color": "#B8B8B8"}
        forms: dict[str, dict[str, object]] = {
            "title": {"bold": True, "font_size": 13},
            "small": {"font_size": 9, "font_color": "#444444"},
            "head": {**plain, "bold": True, "bottom": 2, "bg_color": "#EDEDED"},
            "name": {**plain, "bold": True},
            "group": {"bold": True, "font_size": 11, "bottom": 1, "bg_color": "#F6F6F6"},
            "plain": plain,
            "line": {"text_wrap": True, "valign": "top"},
            "line head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"},
        }
        # A text that begins like a formula also gets the mark that keeps it a text when somebody edits the cell.
        self.formats = {
            (form, quoted): book.add_format({**values, "quote_prefix": quoted})
            for form, values in forms.items()
            for quoted in (False, True)
        }
        self.by_state = {
            (state, quoted): book.add_format({**plain, "bg_color": colour, "quote_prefix": quoted})
            for state, colour in _COLOURS.items()
            for quoted in (False, True)
        }

    def write(self) -> None:
        """All sheets: one a theme, the evidence, what the file is, and the hidden keys."""
        for theme in self.view.themes:
            self._theme(theme)
        self._evidence()
        self._about()
        self._keys()

    def _theme(self, theme: ChartTheme) -> None:
        sheet = self.book.add_worksheet(self.names[theme.theme])
        heads = ["Case", *(["Wave"] if self.view.waves else []), *self.view.attributes]
        first = 1 + len(heads)
        self._put(sheet, 0, 1, f"{theme.number} {theme.name}", "title")
        self._put(sheet, 1, 1, self.note.notice, "small")
        for at, head in enumerate(heads):
            self._put(sheet, HEAD_ROW, 1 + at, head, "head")
        self._put(sheet, KEY_ROW, 0, FORMAT, "small")
        for at, column in enumerate(theme.columns):
            self._put(sheet, KEY_ROW, first + at, str(column.theme), "small")
            self._put(sheet, HEAD_ROW, first + at, f"{column.number} {column.name}", "head")
        last = self._rows(sheet, theme, first)
        self._layout(sheet, theme, first, last)

    def _rows(self, sheet: Any, theme: ChartTheme, first: int) -> int:  # noqa: ANN401
        heads = [(f"{column.number} {column.name}", self._widths(theme)[0]) for column in theme.columns]
        sheet.set_row(HEAD_ROW, _height(heads))
        at = FIRST_ROW
        group: tuple[str, ...] = ()
        width, _ = self._widths(theme)
        for row in self.view.rows:
            if row.groups and row.groups != group:
                group = row.groups
                self._put(sheet, at, 1, " · ".join(value or "(none)" for value in group), "group")
                at += 1
            self._put(sheet, at, 0, f"{row.case}:{row.wave}", "small")
            values = [row.name, *([row.wave_name] if self.view.waves else []), *row.header]
            for offset, value in enumerate(values):
                self._put(sheet, at, 1 + offset, value, "plain" if offset else "name")
            texts = [self._cell(sheet, at, first + offset, row, column) for offset, column in enumerate(theme.columns)]
            sheet.set_row(at, _height([(text, width) for text in texts] + [(row.name, _NAME_WIDTH)]))
            at += 1
        return at - 1

    def _cell(self, sheet: Any, at: int, across: int, row: ChartRow, column: ChartColumn) -> str:  # noqa: ANN401
        cell = self.view.cell(row, column)
        text = sheet_text(cell, comments=self.choices.comments)
        form = self.formats["plain", text.startswith(_FORMULA)]
        if self.choices.colours and cell is not None:
            form = self.by_state[cell.state, text.startswith(_FORMULA)]
        _write(sheet, at, across, text, form)
        return text

    def _put(self, sheet: Any, at: int, across: int, text: str, form: str) -> None:  # noqa: ANN401
        kept = printable(text)
        if len(kept) > MOST_LETTERS:
            kept = kept[:MOST_LETTERS] + "…"
        _write(sheet, at, across, kept, self.formats[form, kept.startswith(_FORMULA)])

    def _layout(self, sheet: Any, theme: ChartTheme, first: int, last: int) -> None:  # noqa: ANN401
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.set_row(KEY_ROW, None, None, {"hidden": True})
        sheet.set_column(1, 1, _NAME_WIDTH)
        if self.view.waves:
            sheet.set_column(2, 2, _WAVE_WIDTH)
        attributes_from = first - len(self.view.attributes)
        if self.view.attributes:
            sheet.set_column(attributes_from, first - 1, _HEAD_WIDTH)
        width, a_page = self._widths(theme)
        sheet.set_column(first, first + len(theme.columns) - 1, width)
        sheet.freeze_panes(FIRST_ROW, first)
        sheet.set_landscape()
        sheet.set_paper(_PAPER_CODE[self.choices.paper])
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
        sheet.repeat_rows(HEAD_ROW)
        sheet.repeat_columns(1, first - 1)
        sheet.print_area(0, 1, max(last, HEAD_ROW), first + len(theme.columns) - 1)
        # Pages wide, not breaks: where a computer lacks the font, all is scaled and nothing slips to another page.
        sheet.fit_to_pages(-(-len(theme.columns) // a_page), 0)
        sheet.set_footer(_footer(self.note, f"{theme.number} {theme.name}"))

    def _widths(self, theme: ChartTheme) -> tuple[int, int]:
        heads = _NAME_WIDTH + _WAVE_WIDTH * self.view.waves + _HEAD_WIDTH * len(self.view.attributes)
        return _widths(_LETTERS_ACROSS[self.choices.paper] - heads, len(theme.columns))

    def _evidence(self) -> None:
        sheet = self.book.add_worksheet(self.names["Evidence"])
        heads = (
            "Case",
            "Wave",
            "Theme",
            "Statement",
            "Layer",
            "Text",
            "Reference",
            "Quotation to use",
            "Source",
            "Words",
        )
        for at, head in enumerate(heads):
            self._put(sheet, 0, at, head, "line head")
        for at, values in enumerate(_evidence_rows(self.view, comments=self.choices.comments), 1):
            for across, value in enumerate(values):
                if isinstance(value, int):
                    sheet.write_number(at, across, value, self.formats["line", False])
                else:
                    self._put(sheet, at, across, value, "line")
        for at, width in enumerate((16, 12, 10, 6, 10, 40, 18, 8, 18, 70)):
            sheet.set_column(at, at, width)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(_PAPER_CODE[self.choices.paper])
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer(_footer(self.note, "Evidence"))

    def _about(self) -> None:
        sheet = self.book.add_worksheet(self.names["About"])
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 90)
        for at, (head, text) in enumerate(_about_lines(self.note, self.choices)):
            self._put(sheet, at, 0, head, "line head")
            self._put(sheet, at, 1, text, "line")
        sheet.set_paper(_PAPER_CODE[self.choices.paper])
        sheet.set_footer(_footer(self.note, "About"))

    def _keys(self) -> None:
        sheet = self.book.add_worksheet(HIDDEN_SHEET)
        sheet.very_hidden()
        comments = self.choices.comments
        sheet.write_row(0, 0, [FORMAT, self.note.head, "comments" if comments else "no comments"])
        sheet.write_row(1, 0, ["case", "wave", "theme", "rev", "print"])
        at = 2
        for row in self.view.rows:
            for column in self.view.columns:
                cell = self.view.cell(row, column)
                text = sheet_text(cell, comments=comments)
                # Keys pass 2^52, where a spreadsheet's numbers would round them: they are kept as text.
                values = (row.case, row.wave, column.theme, 0 if cell is None else cell.rev)
                sheet.write_row(at, 0, [*map(str, values), text_print(text)])
                at += 1


def _write(sheet: Any, at: int, across: int, text: str, form: Any) -> None:  # noqa: ANN401
    if text:
        sheet.write_string(at, across, text, form)
    else:
        sheet.write_blank(at, across, None, form)


def _evidence_rows(view: ChartView, *, comments: bool) -> Iterator[tuple[str | int, ...]]:
    for row, column, cell in view.filled():
        for n, statement in enumerate(cell.statements, 1):
            if not (comments or is_data(statement.layer)):
                continue
            said = (row.name, row.wave_name, column.number, n, statement.layer.value, layered(statement))
            for evidence in statement.evidence:
                star = "*" if evidence.star else ""
                yield (*said, evidence.reference, star, evidence.source_name, evidence.words)
            if not statement.evidence:
                yield (*said, "", "", "", "")


def _about_lines(note: ExportNote, choices: Choices) -> tuple[tuple[str, str], ...]:
    comments = "in this file" if choices.comments else "left out of this file"
    return (
        ("Study", note.title),
        ("Notice", note.notice),
        ("Framework", note.framework),
        ("Date", f"{note.date} (of the newest change)"),
        ("Pseudonyms", note.pseudonyms),
        ("State of the study", note.head),
        ("How to read a cell", "One statement a line. “In quotation marks”: words of the source; else a summary."),
        ("Comments", f"The analyst's comments stand in [square brackets]; they are {comments}."),
        ("References", "(turn 43, 00:12:26), (p. 7), (¶ 43): where the words stand; * marks a quotation to use."),
        ("Blank cells", "(not asked), (asked and nothing said), (not raised), (not applicable); empty: uncharted."),
        ("Filling in", "Type in the cells and bring the file back with “trellis chart fill”. Rows may be sorted."),
    )  # fmt: skip


def _widths(room: int, count: int) -> tuple[int, int]:
    """How wide each of `count` columns is, in letters, and how many of them go on a page."""
    a_page = max(1, room // _LEAST_WIDTH)
    pages = -(-count // a_page)
    a_page = -(-count // pages)
    return max(_LEAST_WIDTH, min(_MOST_WIDTH, room // a_page)), a_page


def _height(texts: list[tuple[str, int]]) -> float:
    """The height of a row in points that holds these texts, each wrapped at its width in letters."""
    # Programs differ in whether they fit a row to wrapped text on opening, so it is estimated.
    lines = max(sum(-(-len(line) * 0.97 // width) or 1 for line in text.split("\n")) for text, width in texts)
    return min(_HIGHEST, _LINE_HEIGHT * lines + 3)


def _footer(note: ExportNote, what: str) -> str:
    most = 78
    left, middle, right = (
        _for_footer(text, most)
        for text in (
            f"{what} · {note.title}",
            f"{note.framework} · {note.date} · {note.pseudonyms}",
            f"{note.notice} · state {note.short_head}".lstrip(" ·"),
        )
    )
    return f"&L&8{left}&C&8{middle}&R&8{right} · &P/&N"


def _for_footer(text: str, most: int) -> str:
    short = printable(text) if len(text) <= most else printable(text[: most - 1]) + "…"
    # A digit after a font size would be read as part of it, and "&" begins a code.
    return " " + short.replace("&", "&&") if short[:1].isdigit() else short.replace("&", "&&")


def _sheet_names(themes: tuple[ChartTheme, ...]) -> Mapping[Key | str, str]:
    taken = {HIDDEN_SHEET.casefold(), "history"}
    names: dict[Key | str, str] = {}
    for theme in themes:
        names[theme.theme] = _free_name(f"{theme.number} {theme.name}", taken)
    for own in ("Evidence", "About"):
        names[own] = _free_name(own, taken)
    return names


def _free_name(wanted: str, taken: set[str]) -> str:
    base = " ".join(_NOT_IN_SHEET_NAMES.sub(" ", printable(wanted)).split()) or "Theme"
    name, n = base[:_LONGEST_SHEET_NAME].rstrip(), 1
    while name.casefold() in taken:
        n += 1
        ending = f" ({n})"
        name = base[: _LONGEST_SHEET_NAME - len(ending)].rstrip() + ending
    taken.add(name.casefold())
    return name
