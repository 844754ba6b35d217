from __future__ import annotations

from trellis.core.document import PartKind
from trellis.reading.draft import Writer, pages_from, trimmed


def test_blocks_lose_the_white_space_at_their_ends_and_empty_ones_go():
    writer = Writer()
    for words in ["  one ", "   ", "two"]:
        start = writer.begin()
        writer.write(words)
        writer.end(start, PartKind.PARAGRAPH)

    draft = writer.draft("made up 1")

    assert draft.text == "  one \n   \ntwo"
    assert [draft.text[block.start : block.end] for block in draft.blocks] == ["one", "two"]


def test_runs_of_one_look_are_one_and_show_at_each_line():
    writer = Writer()
    writer.begin()
    writer.write("bold", "b")
    writer.write(" on\nand on", "b")
    writer.write(" plain")

    assert writer.draft("made up 1").emphasis == {0: 14, 8: 14}


def test_characters_that_cannot_be_kept_are_noticed():
    writer = Writer()
    writer.begin()
    writer.write("a\x00b\x01\r\nc\ud83d")

    draft = writer.draft("made up 1")

    assert draft.text == "ab\nc\ufffd"
    assert [notice.slug for notice in draft.notices] == ["control-characters", "half-characters"]


def test_empty_pages_keep_their_number_to_themselves():
    assert [(page.number, page.start, page.end) for page in pages_from([0, 5, 5], 9)] == [("1", 0, 5), ("3", 5, 9)]


def test_trimming_white_space_only_gives_nothing():
    assert trimmed("a   b", 1, 4) == (1, 1)
    assert trimmed(" a ", 0, 3) == (1, 2)
