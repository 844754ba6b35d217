from __future__ import annotations

from tests.report.chart_views import a_cell, a_segment, a_statement
from trellis.core.chart import Blank
from trellis.core.chart_progress import IndexedSegment, by_spot, progress_of, unsummarised

NAMED = IndexedSegment(7, 9, 8, 10, 35)
OVERLAPPING = IndexedSegment(70, 9, 8, 34, 40)
BESIDE = IndexedSegment(71, 9, 8, 35, 40)
OLDER = IndexedSegment(72, 9, 6, 10, 35)


def test_codings_that_are_named_or_overlap_are_summarised():
    cell = a_cell(a_statement("A.", evidence=(a_segment(),)))

    assert unsummarised(cell, [NAMED, OVERLAPPING, BESIDE, OLDER]) == [BESIDE, OLDER]


def test_an_uncharted_cell_summarises_nothing_and_a_blank_one_owes_nothing():
    assert unsummarised(None, [NAMED]) == [NAMED]
    assert unsummarised(a_cell(blank=Blank.NOT_RAISED), [NAMED]) == []


def test_progress_counts_and_says_whether_anything_is_to_do():
    done = progress_of(a_cell(a_statement("A.", evidence=(a_segment(),))), [NAMED])

    assert (done.indexed, done.open, done.needs_work) == (1, 0, False)
    assert progress_of(a_cell(a_statement("A.")), []).unevidenced
    assert progress_of(None, [NAMED]).needs_work


def test_codings_go_to_the_column_of_their_theme_and_to_one_row_without_waves():
    rows = [(11, 31, 102, 1, 9, 8, 0, 1), (11, 32, 103, 2, 9, 8, 0, 1), (11, 31, 999, 3, 9, 8, 0, 1)]

    with_waves = by_spot(rows, {102: 102, 103: 102}, waves=True)
    without = by_spot(rows, {102: 102, 103: 102}, waves=False)

    assert {spot: [s.coding for s in found] for spot, found in with_waves.items()} == {
        (11, 31, 102): [1],
        (11, 32, 102): [2],
    }
    assert [s.coding for s in without[11, 0, 102]] == [1, 2]
