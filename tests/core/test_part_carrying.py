from __future__ import annotations

from itertools import pairwise

from trellis.core.document import Part, PartKind
from trellis.core.part_carrying import carried_pages, carried_parts
from trellis.core.textmap import TextMap

OLD = "A day\nWhat is it like?\nI drive, mostly.\nWhere to?"
NEW = "A day\nWhat is it like?\nI drive, most of it.\nIn the rain.\nWhere to?"
MAP = TextMap(((0, 35, 0, 35), (39, 49, 56, 66)), len(OLD), len(NEW))
KNOWN = [
    Part(PartKind.HEADING, 0, 5, 0, level=1),
    Part(PartKind.TURN, 6, 22, 6, "INT", from_ms=1_000),
    Part(PartKind.TURN, 23, 39, 23, "P1", from_ms=5_000, to_ms=9_000),
    Part(PartKind.TURN, 40, 49, 40, "INT", from_ms=10_000),
]


def lines(text):
    """The parts that a reader of plain text finds: a paragraph a line."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append(Part(PartKind.PARAGRAPH, at, at + len(line), at))
        at += len(line) + 1
    return found


def told(parts, text=NEW):
    return [(part.kind.value, part.label, part.from_ms, text[part.words : part.end]) for part in parts]


def test_parts_keep_what_the_file_said_of_them_where_their_words_stand():
    parts = carried_parts(MAP, KNOWN, lines(NEW), (OLD, NEW))

    assert told(parts)[:2] == [("heading", None, None, "A day"), ("turn", "INT", 1_000, "What is it like?")]
    assert told(parts)[-1] == ("turn", "INT", 10_000, "Where to?")


def test_a_part_whose_words_changed_inherits_from_the_one_they_come_from():
    parts = carried_parts(MAP, KNOWN, lines(NEW), (OLD, NEW))

    assert told(parts)[2] == ("turn", "P1", 5_000, "I drive, most of it.")


def test_words_that_were_not_there_are_as_they_were_read():
    parts = carried_parts(MAP, KNOWN, lines(NEW), (OLD, NEW))

    assert told(parts)[3] == ("paragraph", None, None, "In the rain.")


def test_a_label_that_stands_in_the_text_goes_before_the_one_that_was_known():
    read = [*lines(NEW)[:2], Part(PartKind.TURN, 23, 43, 25, "I"), *lines(NEW)[3:]]

    parts = carried_parts(MAP, KNOWN, read, (OLD, NEW))

    assert told(parts)[2] == ("turn", "I", 5_000, "drive, most of it.")


def test_parts_do_not_overlap_and_hold_all_visible_characters():
    parts = carried_parts(MAP, KNOWN, lines(NEW), (OLD, NEW))

    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert "".join(NEW[part.start : part.end] for part in parts).split() == NEW.replace("\n", "").split()


def test_pages_grow_with_their_text_and_one_without_words_goes():
    old, new = "one two three|four five six|seven", "one two three|and seven"
    through = TextMap(((0, 14, 0, 14), (28, 33, 18, 23)), len(old), len(new))
    pages = [
        Part(PartKind.PAGE, 0, 14, 0, number="7"),
        Part(PartKind.PAGE, 14, 14, 14, number="8"),
        Part(PartKind.PAGE, 14, 28, 14, number="9"),
        Part(PartKind.PAGE, 28, 33, 28, number="10"),
    ]

    found = carried_pages(through, pages)

    assert [(page.number, new[page.start : page.end]) for page in found] == [
        ("7", "one two three|"),
        ("9", "and "),
        ("10", "seven"),
    ]
    assert carried_pages(TextMap((), 33, 0), pages) == []
