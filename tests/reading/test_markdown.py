from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.making import assert_parts_cover, kinds, read, slugs, spoken
from trellis.core.errors import Unreadable


def text_of(source: str) -> str:
    return read("a.md", source).text


def test_markup_is_rendered_away():
    assert text_of("A **bold _and_ slanted** `code` word\\[1\\] &amp; [a link](http://example.org/a_(b)).") == (
        "A bold and slanted code word[1] & a link."
    )


def test_signs_that_are_no_markup_stay():
    assert text_of("2 * 3 * 4, snake_case_name, **open, a * b and [laughs]") == (
        "2 * 3 * 4, snake_case_name, **open, a * b and [laughs]"
    )


def test_blank_lines_and_line_ends_stay():
    assert text_of("One\ntwo\n\n\nthree\n") == "One\ntwo\n\n\nthree\n"


def test_headings_lists_and_paragraphs_are_known():
    document = read("a.md", "# Day *one* #\nWords\n\n- first\n- second\n  more\n\n3. third\n\nUnder\n-----\n")

    assert kinds(document) == [
        ("heading", "Day one"),
        ("paragraph", "Words"),
        ("list item", "first"),
        ("list item", "second\nmore"),
        ("list item", "third"),
        ("heading", "Under"),
    ]
    assert [part.level for part in document.parts if part.level] == [1, 2]


def test_table_cells_are_parted_by_tabs():
    document = read("a.md", "| a | **b** |\n|---|:-:|\n| c \\| d | e |\n\nafter\n")

    assert kinds(document) == [("table", "a\tb\nc \\| d\te".replace("\\|", "|")), ("paragraph", "after")]


def test_a_footnote_comes_after_the_paragraph_with_its_mark():
    document = read("a.md", "[^n]: the *note*\n\nWords[^n].\n\nMore.\n")

    assert kinds(document) == [("paragraph", "Words[n]."), ("footnote", "[n] the note"), ("paragraph", "More.")]


def test_what_stays_in_the_original_is_noticed():
    document = read("a.md", "---\ntitle: Made up\n---\nA [link](http://example.org) <!-- hidden -->\n")

    assert document.text.strip() == "A link"
    assert slugs(document) == ["links", "comments-left-out"]
    assert document.properties == (("title", "Made up"),)


def test_bold_names_and_escaped_times_are_turns():
    document = read(
        "a.md",
        "**Ana Okoro:** \\[00:12:26.06\\] How was it?\n\n**Ben, PhD**: Fine.\n\nQuite fine. \\[12:40\\]\n\n"
        "**Break:** \\[13:00\\] to \\[13:10\\]\n\n**Ana Okoro:** Thanks.\n",
    )

    assert spoken(document) == [
        ("Ana Okoro", "How was it?"),
        ("Ben, PhD", "Fine.\n\nQuite fine. [12:40]"),
        (None, "Break: [13:00] to [13:10]"),
        ("Ana Okoro", "Thanks."),
    ]
    assert [part.from_ms for part in document.parts] == [746_060, 760_000, None, None]
    assert document.turns is not None
    assert document.turns.layout == "bold labels"


def test_code_between_fences_stays_as_typed():
    assert text_of("```\na **b**\n```\n") == "a **b**\n"


@given(st.text("ab *_`[]()\\#-|<>!&;:\n1.^", max_size=80))
def test_any_markup_gives_parts_that_cover_the_text(source):
    try:
        document = read("a.md", source)
    except Unreadable:
        return

    assert_parts_cover(document)


def test_quotation_marks_at_the_margin_are_markup():
    assert text_of("> One\n> > two\n") == "One\ntwo\n"
    assert text_of("> " * 100_000 + "deep") == "deep"
