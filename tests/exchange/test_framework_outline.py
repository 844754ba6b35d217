from __future__ import annotations

import pytest
from hypothesis import given

from tests.exchange.frameworks import frameworks, plain_words
from trellis.core.errors import BadTable
from trellis.core.framework import Origin
from trellis.exchange.framework_outline import read_framework, write_framework


def read(text: str):
    return read_framework(text.encode(), "f.md")


def numbered(text: str) -> list[tuple[str, str]]:
    return [(theme.number, theme.words.name) for theme in read(text).themes]


@given(frameworks(plain_words, headed=False))
def test_what_was_written_is_read_again_the_same(framework):
    written = write_framework(framework)

    assert read_framework(written, "f.md").themes == framework.themes
    assert write_framework(read_framework(written, "f.md")) == written


def test_a_nested_list_is_a_framework():
    text = "- 1 Support — Whom one can turn to.\n  - 1.1 Supervision\n  - 1.2 Colleagues - by chance\n* 2 Team"

    assert numbered(text) == [("1", "Support"), ("1.1", "Supervision"), ("1.2", "Colleagues"), ("2", "Team")]
    assert [theme.words.definition for theme in read(text).themes] == ["Whom one can turn to.", "", "by chance", ""]


def test_without_numbers_the_nesting_counts():
    assert numbered("- A\n    - B\n\t- C\n- D") == [("1", "A"), ("1.1", "B"), ("1.2", "C"), ("2", "D")]


def test_numbers_of_markdown_lists_are_no_theme_numbers():
    assert numbered("1. A\n   1. B\n   2. C\n2. D") == [("1", "A"), ("1.1", "B"), ("1.2", "C"), ("2", "D")]


def test_list_items_below_headings_are_sub_themes():
    assert numbered("## A\n- B\n- C\n## D\n- E") == [("1", "A"), ("1.1", "B"), ("1.2", "C"), ("2", "D"), ("2.1", "E")]


def test_text_below_a_theme_is_its_definition_and_named_lines_the_rest():
    definition = "# Title\n## A\nOne line\nand more.\n\n"
    text = definition + "- **Include:** this\n- Exclude: that\nExample: “words”\nOrigin: emergent\n"

    framework = read(text)

    words = framework.themes[0].words
    assert framework.title == "Title"
    assert (words.definition, words.include, words.exclude, words.example, words.origin) == (
        "One line and more.",
        "this",
        "that",
        "“words”",
        Origin.EMERGENT,
    )


def test_a_first_heading_with_a_number_is_a_theme():
    assert numbered("# 1 A\n## 1.1 B") == [("1", "A"), ("1.1", "B")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", r"f\.md holds no themes"),
        ("Only text.", "holds no themes"),
        ("- A\n- **", r"f\.md, line 2: the theme has no name"),
        ("- 1 A\n- 1 B", r"f\.md, line 2: the number 1 of “B” was given to “A” \(line 1\)"),
        ("- A\n  Origin: guess", r"f\.md, line 1: “guess” is not an origin"),
    ],
)
def test_an_outline_that_does_not_fit_is_told_by_its_line(text, told):
    with pytest.raises(BadTable, match=told):
        read(text)


def test_other_bytes_than_utf8_are_refused():
    with pytest.raises(BadTable, match="not UTF-8"):
        read_framework(b"- Caf\xe9", "f.md")
