from __future__ import annotations

import pytest

from tests.report.chart_views import a_cell, a_full_view, a_segment, a_statement
from trellis.core.chart import Blank, Layer
from trellis.core.chart_text import CellText, Written, cell_text, read_cell_text


def test_what_is_printed_is_read_back():
    for _, _, cell in a_full_view().filled():
        read = read_cell_text(cell_text(cell, comments=True))

        assert [(line.layer, line.text) for line in read.lines] == [(s.layer, s.text) for s in cell.statements]
        assert read.blank == cell.blank


@pytest.mark.parametrize(
    ("line", "layer", "text", "references"),
    [
        ("Learnt by doing. (turn 43, 00:12:26*; p. 7)", Layer.SUMMARY, "Learnt by doing.", "turn 43, 00:12:26*; p. 7"),
        ("Learnt by doing (mostly).", Layer.SUMMARY, "Learnt by doing (mostly).", ""),
        ("Learnt by doing (on the job)", Layer.SUMMARY, "Learnt by doing (on the job)", ""),
        ("“a day” (denise 2, ¶ 43)", Layer.VERBATIM, "a day", "denise 2, ¶ 43"),
        ('"a day"', Layer.VERBATIM, "a day", ""),
        ("[odd] (p. 3)", Layer.COMMENT, "odd", "p. 3"),
        ("Sites differ. (→ Denise 1.1; → Yusuf (at start) 1.1)", Layer.SUMMARY, "Sites differ.", None),
        ("(p. 7)", Layer.SUMMARY, "(p. 7)", ""),
        ("“”", Layer.SUMMARY, "“”", ""),
    ],
)
def test_a_typed_line_is_read_by_its_marks(line, layer, text, references):
    found = read_cell_text(line).lines[0]

    assert (found.layer, found.text) == (layer, text)
    assert references is None or found.references == references


def test_a_blank_reason_is_read_and_gives_way_to_what_is_written():
    assert read_cell_text("(Not asked)") == CellText((), Blank.NOT_ASKED)
    assert read_cell_text("(not asked)\n[odd]") == CellText((Written(Layer.COMMENT, "odd"),), Blank.NOT_ASKED)
    assert read_cell_text("(not asked)\nAsked after all.").blank is None
    assert read_cell_text(" \n ") == CellText(())


def test_one_place_that_a_statement_rests_on_twice_is_printed_once():
    assert cell_text(a_cell(a_statement("A.", evidence=(a_segment(), a_segment(2))))) == "A. (turn 2, 00:12:26)"
