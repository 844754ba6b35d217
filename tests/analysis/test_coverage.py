from __future__ import annotations

from hypothesis import given

from tests.analysis.test_intervals import MANY, columns, points, rows_of
from trellis.analysis.coverage import Covered, coverage, unindexed


@given(MANY, MANY)
def test_coverage_counts_characters_as_one_would_by_hand(said, indexed):
    found = coverage(columns(said), columns(indexed))

    whole, part = points(said), points(said) & points(indexed)
    assert found == {
        group: Covered(len([p for p in whole if p[0] == group]), len([p for p in part if p[0] == group]))
        for group in {row[0] for row in said}
    }


@given(MANY, MANY)
def test_what_is_not_indexed_is_the_rest(said, indexed):
    assert points(rows_of(unindexed(columns(said), columns(indexed)))) == points(said) - points(indexed)


def test_where_nothing_was_said_there_is_no_share():
    assert Covered(0, 0).share is None
    assert Covered(8, 2).share == 0.25
