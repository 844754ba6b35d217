from __future__ import annotations

from tests.report.chart_views import a_note


def test_the_note_is_one_line_without_gaps():
    note = a_note(notice="", version="", at=0)

    assert note.line() == (
        "New roles & old ones · framework not yet named · 1970-01-01 · texts as imported, no redactions · state "
        "abababababab"
    )
