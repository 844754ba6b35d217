from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.report.chart_views import HOSTILE, a_cell, a_full_view, a_hostile_view, a_note, a_statement, a_view
from trellis.core.chart_rules import Stale
from trellis.report.chart_html import chart_html
from trellis.report.note import Choices, Paper


def html(view=None, choices=None):
    return chart_html(view or a_full_view(), a_note(), choices or Choices()).decode()


def test_the_page_stands_alone_and_runs_nothing():
    page = html()

    assert "<script" not in page
    assert "http" not in page
    assert "src=" not in page


def test_the_same_view_gives_the_same_bytes():
    assert html() == html()


def test_what_the_export_says_of_itself_is_on_the_page():
    page = html()

    assert "Fiction, written for Trellis. CC0." in page
    assert "framework v2 · 2026-09-21 · texts as imported, no redactions · state abababababab" in page
    assert "ab" * 32 in page


def test_comments_are_left_out_unless_asked_for():
    assert "Watch for the floater." not in html()
    assert "[Watch for the floater.]" in " ".join(html(choices=Choices(comments=True)).split())


def test_a_stale_cell_says_why():
    view = a_view({(11, 0, 101): a_cell(a_statement("A."), stale=(Stale.REDEFINED, Stale.TEXT_CHANGED))})

    assert "Look again: the theme was redefined; the text it rests on was corrected" in html(view)


def test_the_paper_that_is_asked_for_is_in_the_print_rules():
    assert "size: A3 landscape" in html(choices=Choices(Paper.A3))


def test_hostile_text_stays_text(page):
    page.set_content(html(a_hostile_view()))

    shown = page.locator("td").inner_text()
    assert "<script>alert(1)</script>" in shown
    assert "{{ 7 * 7 }} {% raw %}" in shown
    assert page.locator("script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert "\x00" not in html(a_hostile_view())
    assert len(HOSTILE) == page.locator("td .line").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("choices", [Choices(), Choices(comments=True, colours=True)])
def test_the_page_is_accessible(page, scheme, choices):
    page.emulate_media(color_scheme=scheme)
    page.set_content(html(choices=choices))
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")

    found = Axe().run(page)

    assert [(v["id"], v["nodes"][0]["html"]) for v in found.response["violations"]] == []


def test_a_reference_opens_the_words_by_keyboard(page):
    page.set_content(html())
    words = page.get_by_text("Biscuits, seventeen year.").first

    before = words.is_visible()
    page.locator("td summary").first.focus()
    page.keyboard.press("Enter")

    assert (before, words.is_visible()) == (False, True)


def test_the_first_stop_of_the_tab_key_skips_to_the_chart(page):
    page.set_content(html())

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Skip to the chart"
