"""A report with one of every kind of block."""

from __future__ import annotations

from trellis.analysis.table import Table
from trellis.report.blocks import Figure, Grid, Head, Points, Prompt, Quotation, Report, Rest, Resting, Room, Words
from trellis.report.note import ExportNote
from trellis.report.placing import PlacedCell, PlacedRow, Placing, placing_drawing, placing_table

NOTE = ExportNote("A study", "Fiction.", "v1", 1_700_000_000_000, "texts pseudonymised", "ab" * 32)
PLACING = Placing(
    "Belonging", "outcome", ("came out so",), (PlacedRow("yes", (PlacedCell(items=("Denise",)),)),), "who belongs"
)
HOSTILE = "<script>alert(1)</script>"


def a_report(words: str = "Fine. It rained.") -> Report:
    """The report; `words` are what is quoted."""
    return Report(
        "A study",
        NOTE,
        (
            Head(1, "Findings", "section-1"),
            Words("What came out."),
            Prompt("Say more."),
            Room("Your words:", 3),
            Points(("one", "two")),
            Head(2, "1. Most came by chance.", "finding-1"),
            Quotation(words, "nurse, North", "denise, turn 2"),
            Resting(
                "What this rests on",
                (
                    Rest("for", "denise, turn 2", words),
                    Rest("against", "omar, turn 4", ""),
                    Rest("for", "the cell Denise 2.1", "Came by bus.", is_summary=True),
                ),
            ),
            Grid(Table(("role", "people"), (("nurse", 3), ("manager", None)), "Sample", "In all 3.")),
            Figure(placing_drawing(PLACING), "Belonging", placing_table(PLACING), "who belongs.", "One is not placed."),
            Head(1, "Charts", "section-2"),
            Grid(Table(("case", "1.1 Routes"), (("Denise", "first line\nsecond line"),), "1 Coming"), wide=True),
            Head(1, "Limits", "section-3"),
        ),
    )
