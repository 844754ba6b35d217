from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.study.chart_given import Indexed, Whole, Words


@pytest.fixture
def sample(study):
    return add_sample(study)


def open_cells(study):
    return {row[:2]: row[2:] for row in study.chart.progress(only_open=True).values}


def test_a_cell_lists_what_is_indexed_and_not_yet_summarised(study, sample):
    before = study.chart.cell("Denise", "1.1")
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])

    assert [(w.words, w.reference) for w in before.waiting] == [("Biscuits, seventeen year.", "turn 2")]
    assert study.chart.cell("Denise", "1.1").waiting == ()
    assert (before.words, study.chart.cell("Denise", "1.1").words) == (0, 1)


@pytest.mark.parametrize("evidence", [Whole(), Words("denise", "seventeen")])
def test_words_that_overlap_and_the_cell_as_a_whole_count_as_summarised(study, sample, evidence):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[evidence])

    assert study.chart.cell("Denise", "1.1").waiting == ()


def test_progress_tells_what_is_open_in_each_cell(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")
    study.chart.blank("Yusuf", "1.2", "not raised")

    cells = open_cells(study)

    assert cells == {
        ("Denise", "1.1 Routes in"): ("draft", 1, 1, "yes", "", ""),
        ("Denise", "1.2 Training"): ("uncharted", 1, 1, "", "", ""),
    }


def test_progress_lists_blanks_with_their_reasons_and_counts_what_is_charted(study, sample):
    study.chart.blank("Yusuf", "2", "not raised")

    table = study.chart.progress()

    assert [row[-1] for row in table.values if row[0] == "Yusuf"] == ["", "not raised"]
    assert table.note == "1 of 9 cells are charted or blank for a reason; 4 cells listed."


def test_progress_knows_waves(study):
    add_sample(study, waves=True)

    assert [row[:3] for row in study.chart.progress().values] == [
        ("Denise", "at start", "1.1 Routes in"),
        ("Denise", "at start", "1.2 Training"),
        ("Yusuf", "at nine months", "1.2 Training"),
    ]


def test_the_next_sheet_is_of_the_first_uncharted_cell(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")

    sheet = study.chart.next_sheet()

    assert (sheet.row.name, sheet.column.number, len(sheet.waiting)) == ("Denise", "1.2", 1)


def test_there_is_no_next_cell_when_all_is_charted(study, sample):
    for case in ("Denise", "Yusuf", "North"):
        for theme in ("1.1", "1.2", "2"):
            study.chart.blank(case, theme, "not applicable")

    assert study.chart.next_empty() is None
    assert study.chart.next_sheet("Denise") is None
