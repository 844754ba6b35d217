from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.making import assert_parts_cover, kinds, read, slugs, spoken
from trellis.core.errors import Hostile, Unreadable

PAGE = "<!DOCTYPE html><html><head><title> Made  up </title><style>p {}</style></head><body>%s</body></html>"


def page(body: str) -> str:
    return PAGE % body


def test_blocks_are_paragraphs_and_white_space_is_folded():
    document = read("a.html", page("<p>One\n  two<br>three</p><div>loose <p>in &amp; out</p> tail</div>"))

    assert [words for _, words in kinds(document)] == ["One two\nthree", "loose", "in & out", "tail"]
    assert document.title == "Made up"


def test_headings_and_list_items_are_known():
    document = read("a.html", page("<h2>Day <i>one</i></h2><ul><li>a<li><p>b</p></ul>"))

    assert kinds(document) == [("heading", "Day one"), ("list item", "a"), ("list item", "b")]
    assert document.parts[0].level == 2


def test_tables_stand_where_they_are_cells_by_tab():
    rows = "<tr><th>A<td><p>B</p><p>C</p></tr><tr><td>d<table><tr><td>e<td>f</table><td>g</tr>"
    document = read("a.html", page(f"before<table><caption>Cap</caption>{rows}</table>after"))

    assert document.text.split("\n") == ["before", "Cap", "A\tB", "C", "d", "e\tf\tg", "after"]
    assert [kind for kind, _ in kinds(document)] == ["paragraph", "paragraph", "table", "paragraph"]


def test_scripts_and_hidden_parts_stay_out_and_are_noticed():
    document = read(
        "a.html",
        page(
            '<script>x()</script><p>Shown <a href="http://example.org">link</a></p><p hidden>a</p>'
            '<p style="display: none">b</p><!-- c -->'
        ),
    )

    assert document.text.strip() == "Shown link"
    assert slugs(document) == ["hidden-text", "links"]


def test_preformatted_text_keeps_its_blanks():
    assert read("a.html", page("<pre>a\n   b</pre>")).text == "a\n   b"


def test_bold_names_are_speakers():
    turns = "".join(f"<p><b>{name}:</b> Words.</p>" for name in ["Ana", "Ben"] * 2)

    document = read("a.html", page(turns))

    assert spoken(document)[1] == ("Ben", "Words.")
    assert document.turns is not None
    assert document.turns.layout == "bold labels"


def test_the_charset_that_the_page_names_is_used():
    source = '<html><meta charset="windows-1251"><p>\u041f\u0440\u0438\u0432\u0435\u0442'.encode("cp1251")

    assert read("a.html", source).text == "\u041f\u0440\u0438\u0432\u0435\u0442"


@pytest.mark.parametrize("source", ["<div>" * 100_000 + "x", "<b>" * 900 + "<p>x" * 50_000])
def test_endless_nesting_is_refused(source):
    with pytest.raises(Hostile):
        read("a.html", "<html>" + source)


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<td>",
                "<table>",
                "</table>",
                "<tr>",
                "<li>",
                "<b>",
                "</b>",
                "<br>",
                "a",
                " ",
                "\n",
                "<h1>",
                "<pre>",
            ]
        ),
        max_size=30,
    )
)
def test_any_soup_gives_parts_that_cover_the_text(tags):
    try:
        document = read("a.html", "<html>" + "".join(tags))
    except Unreadable:
        return

    assert_parts_cover(document)
