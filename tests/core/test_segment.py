from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.errors import OutOfRange
from trellis.core.segment import Segment, gaps, grown, union_length

segments = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)).map(lambda p: Segment(p[0], p[0] + p[1])))


@given(segments)
def test_union_length_counts_each_code_point_once(given_segments):
    counted = {at for segment in given_segments for at in range(segment.start, segment.end)}

    assert union_length(given_segments) == len(counted)


@given(segments)
def test_gaps_are_what_no_segment_touches(given_segments):
    covered = {at for segment in given_segments for at in range(segment.start, segment.end)}

    free = {at for gap in gaps(Segment(0, 120), given_segments) for at in range(gap.start, gap.end)}

    assert free == set(range(120)) - covered


@pytest.mark.parametrize("segment", [Segment(-1, 2), Segment(2, 2), Segment(3, 2), Segment(0, 9)])
def test_a_segment_that_does_not_fit_is_refused(segment):
    with pytest.raises(OutOfRange, match="does not fit a text of 8 characters"):
        segment.within(8)


@pytest.mark.parametrize(
    ("text", "segment", "whole"),
    [
        ("e\u0301t\u00e9", Segment(0, 1), Segment(0, 2)),
        ("a👩\u200d🔬b", Segment(1, 2), Segment(1, 4)),
        ("a🇬🇧🇩🇪b", Segment(2, 4), Segment(1, 5)),
        ("👍🏽!", Segment(0, 1), Segment(0, 2)),
        ("plain", Segment(1, 3), Segment(1, 3)),
    ],
)
def test_a_segment_grows_to_whole_characters(text, segment, whole):
    assert grown(segment, text) == whole
