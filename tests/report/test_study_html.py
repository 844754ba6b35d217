from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.report.reports import HOSTILE, a_report
from trellis.report.study_html import study_html


def page(words: str = "Fine. It rained.") -> LexborHTMLParser:
    return LexborHTMLParser(study_html(a_report(words)).decode("utf-8"))


def first(where: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = where.css_first(selector)
    assert found is not None
    return found


def test_a_claim_opens_what_it_rests_on():
    opened = first(page(), "details")

    assert first(opened, "summary").text() == "What this rests on"
    assert [item.text(strip=True) for item in opened.css("li")] == [
        "for: denise, turn 2Fine. It rained.",
        "against: omar, turn 4",
        "for: the cell Denise 2.1Came by bus.",
    ]
    assert [item.text() for item in opened.css("p.summary")] == ["Came by bus."]


def test_a_picture_stands_in_the_page_with_its_number_and_its_words():
    found = page()

    assert first(found, "#figure-1 figcaption").text().startswith("Figure 1. Belonging")
    assert first(found, "#figure-1 svg desc").text() == "Belonging. yes: Denise."
    assert "Figure 1 shows who belongs." in [one.text() for one in found.css("p")]


def test_there_is_room_for_a_pen():
    assert len(page().css(".room > div")) == 3


def test_the_contents_lead_to_the_sections():
    found = page()

    for link in found.css("nav a"):
        assert found.css_first(link.attributes["href"] or "none") is not None
    assert len(found.css("nav a")) == 3


def test_words_of_a_source_are_never_run():
    found = page(HOSTILE)

    assert found.css("script") == []
    assert HOSTILE in first(found, "blockquote").text()


def test_the_page_needs_nothing_from_elsewhere():
    text = study_html(a_report()).decode("utf-8")

    assert "http" not in text
    assert "src=" not in text


def test_numbers_stand_to_the_right_and_tables_are_numbered():
    found = page()

    assert [cell.text() for cell in found.css("td.number")] == ["3"]
    assert [caption.text() for caption in found.css("caption")] == ["Table 1. Sample", "Table 2. 1 Coming"]


def test_the_same_report_gives_the_same_bytes():
    assert study_html(a_report()) == study_html(a_report())
