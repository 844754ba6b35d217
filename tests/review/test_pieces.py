from __future__ import annotations

import pytest

from trellis.review.pieces import pieces_of


def forms(text: str) -> list[list[str]]:
    return [[word.form for word in piece.words] for piece in pieces_of(text, 0, len(text))]


@pytest.mark.parametrize("gap", ["…", "...", ". . .", "[…]", "[...]", "(...)", "( … )", "[ . . . ]", "…..", "[..]"])
def test_an_ellipsis_of_any_kind_parts_pieces(gap):
    assert forms(f"one two {gap} three") == [["one", "two"], ["three"]]


def test_brackets_stand_apart_with_their_place():
    piece = pieces_of("we told [the manager] about it", 0, 30)[0]

    assert [word.form for word in piece.words] == ["we", "told", "about", "it"]
    assert piece.put == ((2, "the manager"),)


def test_brackets_inside_a_word_belong_to_it():
    piece = pieces_of("[T]he work[ed] out", 0, 18)[0]

    assert [word.form for word in piece.words] == ["the", "worked", "out"]
    assert piece.loose == {0, 1}


def test_notes_and_sounds_are_passed_over():
    assert forms("one[12] two [laughs] three (pause) four[^a1] five [sic]")[0][:4] == ["one", "two", "three", "four"]


def test_a_part_of_a_piece_keeps_brackets_at_their_place():
    piece = pieces_of("a b [c] d [E]f", 0, 14)[0]

    part = piece.part(1, 4)

    assert (part.put, part.loose) == (((1, "c"),), frozenset({2}))
