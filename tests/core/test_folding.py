from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from trellis.core.folding import exchanged, plain, replaced

LETTERS = st.text(alphabet="aeß é\u0301\u0308ü👩\u200d💻A\n…  ", max_size=40)


def brute_force(text: str) -> str:
    """The text without marks, letter by letter; a mark at the very beginning goes too."""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", text) if unicodedata.category(letter) not in {"Mn", "Me"}
    )


@given(LETTERS)
def test_a_plain_text_has_no_marks(text):
    assert plain(text).text == brute_force(text)


@given(LETTERS, st.data())
def test_what_a_stretch_came_from_folds_to_it_again(text, data):
    folded = plain(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))

    back = folded.original(start, end)

    assert 0 <= back.start <= back.end <= len(text) or start == end
    if start < end:
        assert plain(text[back.start : back.end]).text == folded.text[start:end]


def test_a_text_of_plain_letters_needs_no_map():
    assert plain("née").from_starts == ()
    assert plain("née").text == "nee"


def test_single_characters_are_exchanged_wherever_they_stand():
    assert exchanged("a–b–c", {"–": "-"}.get) == "a-b-c"


@given(st.text(alphabet="ab \n", max_size=30))
def test_whole_pieces_come_back(text):
    folded = replaced(text, re.compile(r"\s+"), lambda _: " ")

    for at, letter in enumerate(folded.text):
        back = folded.original(at, at + 1)
        piece = text[back.start : back.end]
        assert piece == letter or (letter == " " and piece.isspace())
