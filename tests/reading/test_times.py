from __future__ import annotations

import pytest

from trellis.reading.times import marked_times, milliseconds, span_of


@pytest.mark.parametrize(
    ("clock", "ms"),
    [("0:03", 3_000), ("12:26", 746_000), ("75:10", 4_510_000), ("1:02:26", 3_746_000), ("00:12:26.06", 746_060),
     ("00:12:26,5", 746_500), ("00:12:26:13", 746_000), ("noon", None), ("12", None)],
)  # fmt: skip
def test_a_clock_is_milliseconds_from_the_start(clock, ms):
    assert milliseconds(clock) == ms


def test_a_range_has_two_ends():
    assert span_of("[00:01 - 00:05]") == (1_000, 5_000)
    assert span_of("(00:01)") == (1_000, None)
    assert span_of(None) == (None, None)


def test_only_times_in_brackets_are_marked():
    text = "at 10:30 [00:05] and \\[01:02:03.5\\] or (1:02) #00:00:09-1# [12:99]"

    assert [(text[start:end], ms) for start, end, ms in marked_times(text)] == [
        ("[00:05]", 5_000), ("\\[01:02:03.5\\]", 3_723_500), ("(1:02)", 62_000), ("#00:00:09-1#", 9_000),
    ]  # fmt: skip
