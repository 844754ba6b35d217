from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.making import assert_parts_cover, kinds, read, slugs, spoken
from trellis.core.errors import Damaged, Unreadable

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fswiss\fcharset204 Arial;}"
    r"{\f2\fcharset128 Gothic;}}{\stylesheet{\s1\b heading 1;}}{\*\generator Made up;}{\info{\title No}}"
)


def rtf(body: str) -> bytes:
    return (HEAD + body + "}").encode("latin-1")


def test_paragraphs_tabs_breaks_and_quotes():
    document = read("a.rtf", rtf(r"One\tab two\line three \ldblquote x\rdblquote\par\pard Next\~one \{a\\b\}\par"))

    assert document.text == "One\ttwo\nthree \u201cx\u201d\nNext\u00a0one {a\\b}"


def test_characters_of_every_kind():
    source = rtf(r"caf\'e9 caf\u233?\u-10179?\u-8704? \f1\'cf\'f0\f2\'83\'65\f0 \uc2\u8364 EU\uc0\u8364 .\par")

    assert read("a.rtf", source).text == "caf\u00e9 caf\u00e9\U0001f600 \u041f\u0440\u30c6\u20ac\u20ac."


def test_half_a_character_is_shown_as_such():
    assert read("a.rtf", rtf(r"a\u-10179?b\par")).text == "a\ufffdb"


def test_headings_and_list_items_are_known():
    body = r"\pard\s1 Day\par\pard{\listtext\bullet\tab}\ls1 item\par\pard\outlinelevel1 Hour\par\pard words\par"

    document = read("a.rtf", rtf(body))

    assert kinds(document) == [("heading", "Day"), ("list item", "item"), ("heading", "Hour"), ("paragraph", "words")]
    assert [part.level for part in document.parts] == [1, None, 2, None]


def test_a_footnote_comes_after_its_paragraph():
    document = read(
        "a.rtf", rtf(r"Words{\super\chftn}{\footnote\pard\plain{\super\chftn} a note \u-10179?\u-8704?} on.\par B\par")
    )

    assert document.text == "Words[1] on.\n[1] a note \U0001f600\nB"
    assert [part.kind.value for part in document.parts] == ["paragraph", "footnote", "paragraph"]


def test_a_comment_is_on_its_paragraph_so_far():
    document = read("a.rtf", rtf(r"Words{\*\atnid AO}{\*\atnauthor Ana}\chatn{\*\annotation{\*\atndate 1}why?} on\par"))

    (comment,) = document.comments
    assert (comment.author, comment.text) == ("Ana", "why?")
    assert document.text[comment.start : comment.end] == "Words"


def test_hidden_and_deleted_text_stays_out_and_is_noticed():
    document = read("a.rtf", rtf(r"Shown{\v secret}{\deleted gone}{\revised  added}\par"))

    assert document.text == "Shown added"
    assert slugs(document) == ["tracked-changes", "hidden-text"]


def test_fields_give_their_result():
    assert read("a.rtf", rtf(r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt a link}}\par')).text == "a link"


def test_tables_stand_where_they_are():
    row = r"\trowd\pard\intbl {}\cell {}\cell\row"
    document = read(
        "a.rtf", rtf(r"before\par" + row.format("a", r"b\par c") + row.format("d", "e") + r"\pard after\par")
    )

    assert kinds(document) == [("paragraph", "before"), ("table", "a\tb\nc\t\nd\te"), ("paragraph", "after")]


def test_pages_are_counted_from_breaks():
    document = read("a.rtf", rtf(r"one\page two\par"))

    assert [page.number for page in document.pages] == ["1", "2"]


def test_bold_labels_are_speakers():
    body = "".join(rf"\pard{{\b {name}:}} Words.\par" for name in ["Ana", "Ben"] * 2)

    assert spoken(read("a.rtf", rtf(body)))[0] == ("Ana", "Words.")


def test_pictures_are_stepped_over():
    assert read("a.rtf", rtf(r"a{\pict\bin4 {}}\b}b\par")).text == "ab"


@pytest.mark.parametrize("body", ["{" * 5_000, "x{unfinished"])
def test_broken_groups_are_damaged(body):
    with pytest.raises(Damaged):
        read("a.rtf", (HEAD + body).encode())


@given(
    st.lists(
        st.sampled_from(
            [
                "{",
                "}",
                r"\par ",
                r"\cell ",
                r"\row ",
                r"\intbl ",
                r"\pard ",
                r"\u233?",
                r"\'e9",
                r"{\footnote n}",
                "a b",
                r"\b ",
                r"\page ",
            ]
        ),
        max_size=30,
    )
)
def test_any_words_give_parts_that_cover_the_text(words):
    try:
        document = read("a.rtf", rtf("".join(words)))
    except Unreadable:
        return

    assert_parts_cover(document)


def test_a_row_that_is_never_closed_is_a_row():
    document = read("a.rtf", rtf(r"\pard\intbl a\cell b{\footnote n}\pard\par after\par"))

    assert kinds(document) == [("table", "a\tb[1]"), ("footnote", "[1] n"), ("paragraph", "after")]


def test_many_bytes_and_fonts_take_one_pass():
    source = rtf(r"\'e9" * 200_000 + r"\f1\fnil" * 2_000)

    assert len(read("a.rtf", source).text) == 200_000


def test_a_footnote_of_a_table_comes_after_words_that_are_left_over_behind_it():
    document = read("a.rtf", rtf(r"\trowd\cellx10 a{\footnote\pard{\super\chftn} a note}\cell b\cell\row left over"))

    assert kinds(document)[-2:] == [("paragraph", "left over"), ("footnote", "[1] a note")]
    assert_parts_cover(document)
