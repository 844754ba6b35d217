from __future__ import annotations

from trellis.reading.pdf_lines import Piece, paragraphs


def piece(text: str, left: float, top: float, right: float | None = None) -> Piece:
    return Piece(text, left, right if right is not None else left + 5 * len(text), top - 10, top)


def test_pieces_on_one_line_are_parted_by_a_tab_and_sorted():
    assert paragraphs([piece("words", 200, 701), piece("INT:", 70, 700)], 595) == ["INT:\twords"]


def test_a_larger_gap_begins_a_paragraph():
    pieces = [piece(words, 70, 700 - at) for words, at in [("a", 0), ("b", 14), ("c", 28), ("d", 60)]]

    assert paragraphs(pieces, 595) == ["a\nb\nc", "d"]


def test_an_indented_line_begins_a_paragraph():
    pieces = [piece("one", 70, 700), piece("two", 70, 686), piece("three", 90, 672), piece("four", 70, 658)]

    assert paragraphs(pieces, 595) == ["one\ntwo", "three\nfour"]


def test_columns_between_titles_are_read_before_the_next_title():
    pieces = [piece("first title", 70, 760, 500)]
    pieces += [piece(f"l{at}", 70, 740 - 14 * at, 280) for at in range(5)]
    pieces += [piece(f"r{at}", 310, 740 - 14 * at, 500) for at in range(5)]
    pieces += [piece("second title", 70, 640, 500)]
    pieces += [piece(f"L{at}", 70, 620 - 14 * at, 280) for at in range(5)]
    pieces += [piece(f"R{at}", 310, 620 - 14 * at, 500) for at in range(5)]

    words = "\n".join(paragraphs(pieces, 595)).split("\n")

    assert words == [
        "first title", *[f"l{at}" for at in range(5)], *[f"r{at}" for at in range(5)],
        "second title", *[f"L{at}" for at in range(5)], *[f"R{at}" for at in range(5)],
    ]  # fmt: skip


def test_a_page_without_pieces_has_no_paragraphs():
    assert paragraphs([piece(" ", 0, 10)], 595) == []
