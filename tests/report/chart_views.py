"""Chart views made by hand, for reports that need no study."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from trellis.core.case import CaseKind
from trellis.core.chart import Blank, CellState, Layer
from trellis.core.chart_view import CellView, ChartColumn, ChartRow, ChartTheme, ChartView, EvidenceView, StatementView
from trellis.report.note import ExportNote

HOSTILE = (
    '=HYPERLINK("http://example.org","x")',
    "+1-1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "a\x00b\x1fc\x0bd",
    "W" * 400,
    "مرحبا بالعالم\u200f — שלום\u202e",
    "👩‍👩‍👧‍👦 e\u0301 \U0001f469\U0001f3fd",
    "{{ 7 * 7 }} {% raw %}",
    "&amp; ]]> <!-- ",
    "lone \ud800 surrogate",
    "x" * 40_000,
)


NOTE = ExportNote(
    "New roles & old ones",
    "Fiction, written for Trellis. CC0.",
    "v2",
    1_790_000_000_000,
    "texts as imported, no redactions",
    "ab" * 32,
)


def a_note(**changes: Any) -> ExportNote:
    return replace(NOTE, **changes)


def a_segment(k: int = 1, *, words: str = "Biscuits, seventeen year.", star: bool = False) -> EvidenceView:
    return EvidenceView(k, 9, "denise", 8, 10, 35, 7, None, star, None, "turn 2, 00:12:26", words)


def a_statement(text: str, layer: Layer = Layer.SUMMARY, k: int = 1, evidence: tuple = ()) -> StatementView:
    return StatementView(k, 5, layer, text, "", evidence)


def a_cell(*statements: StatementView, blank: Blank | None = None, **changes: Any) -> CellView:
    return replace(CellView(5, CellState.CHARTED, blank, statements, ()), **changes)


def a_view(cells: dict | None = None, *, waves: bool = False, columns: int = 2, rows: int = 2) -> ChartView:
    """Themes 1 (with `columns` sub-themes, keys from 101) and 2 (key 200); cases from key 11, in wave 31 if waves."""
    made = tuple(ChartColumn(100 + n, f"1.{n}", f"Sub-theme {n}", "Defined.") for n in range(1, columns + 1))
    themes = (
        ChartTheme(100, "1", "Coming to the role", made),
        ChartTheme(200, "2", "Plans", (ChartColumn(200, "2", "Plans", ""),)),
    )
    lines = tuple(
        ChartRow(10 + n, f"Case {n}", CaseKind.PERSON, 31 if waves else 0, "at start" if waves else "", ("North",), ())
        for n in range(1, rows + 1)
    )
    return ChartView("New roles", ("Site",), (), waves, True, lines, themes, cells or {})


def a_full_view() -> ChartView:
    """Three filled cells: a summary and verbatim words, a blank, a comment."""
    return a_view(
        {
            (11, 0, 101): a_cell(
                a_statement("Biscuit factory, 17 years.", evidence=(a_segment(),)),
                a_statement("seventeen year", Layer.VERBATIM, 2, (a_segment(2, star=True),)),
                a_statement("Watch for the floater.", Layer.COMMENT, 3),
            ),
            (12, 0, 101): a_cell(blank=Blank.NOT_ASKED),
            (12, 0, 102): a_cell(a_statement("Hunch.", Layer.COMMENT, 4)),
        }
    )


def a_hostile_view() -> ChartView:
    statements = tuple(
        a_statement(text, k=n, evidence=(a_segment(n, words=text),)) for n, text in enumerate(HOSTILE, 1)
    )
    themes = (ChartTheme(100, "1", "[a]:b*c?d/e\\f'g " + "h" * 50, (ChartColumn(101, "1.1", "=1+1", HOSTILE[3]),)),)
    row = ChartRow(11, HOSTILE[0], CaseKind.PERSON, 0, "", (HOSTILE[3],), ())
    cells = {(11, 0, 101): a_cell(*statements)}
    return ChartView("<b>New</b>", ("<i>Site</i>",), (), False, True, (row,), themes, cells)
