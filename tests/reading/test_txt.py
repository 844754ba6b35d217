from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.making import assert_parts_cover, kinds, read
from trellis.core.errors import Unreadable


def test_the_text_is_the_file_with_its_line_ends_made_one_kind():
    document = read("a.txt", b"\xef\xbb\xbf  One \t two\r\nthree\rfour \xf0\x9f\x98\x80\n\n")

    assert document.text == "  One \t two\nthree\nfour \U0001f600\n\n"


def test_a_blank_line_ends_a_paragraph():
    document = read("a.txt", "One\ntwo\n\n \n  three  \n")

    assert kinds(document) == [("paragraph", "One\ntwo"), ("paragraph", "three")]


def test_without_blank_lines_each_line_is_a_paragraph():
    document = read("a.txt", "One\ntwo\n")

    assert kinds(document) == [("paragraph", "One"), ("paragraph", "two")]


def test_composed_and_decomposed_letters_stay_as_they_are():
    text = "caf\u00e9 cafe\u0301 \U0001f469\u200d\U0001f469\u200d\U0001f467 \u0627\u0644\u0639\u0631\u0628\u064a\u0629"

    assert read("a.txt", text).text == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x01\x02\r"), min_size=1))
def test_every_text_comes_back_and_its_parts_cover_it(text):
    try:
        document = read("a.txt", text)
    except Unreadable:
        return

    assert document.text == text.removeprefix("\ufeff")
    assert_parts_cover(document)
