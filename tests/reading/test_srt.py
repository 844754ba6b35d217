from __future__ import annotations

from tests.reading.making import read, spoken

SUBTITLES = """1
00:00:01,000 --> 00:00:02,500
INT: How was <i>it</i>?

2
00:00:03,000 --> 00:00:04,000
P1: Fine.

3
00:01:00,000 --> 00:01:01,000
and busy
"""


def test_names_that_subtitles_show_are_speakers():
    document = read("a.srt", SUBTITLES)

    assert document.text == "INT: How was it?\nP1: Fine. and busy"
    assert spoken(document) == [("INT", "How was it?"), ("P1", "Fine. and busy")]
    assert [(part.from_ms, part.to_ms) for part in document.parts] == [(1000, 2500), (3000, 61_000)]


def test_speakers_can_be_turned_off():
    document = read("a.srt", SUBTITLES, turns="none")

    assert {label for label, _ in spoken(document)} == {None}
    assert document.turns is None


def test_numbers_may_be_missing_and_line_ends_of_windows():
    document = read("a.srt", "1\r\n00:00:01,000 --> 00:00:02,500\r\nOne\r\n00:00:03,000 --> 00:00:04,000\r\ntwo\r\n")

    assert document.text == "One two"


def test_a_line_of_blanks_without_end_is_read_in_one_pass():
    assert read("a.srt", SUBTITLES + " " * 200_000 + "\nx").text.endswith("x")
