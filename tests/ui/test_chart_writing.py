"""Charting a row by hand: where the cursor goes, what a statement rests on, and that nothing is written twice."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.keeping import expect_kept
from trellis.bootstrap import open_study
from trellis.study.chart_given import Line


@pytest.fixture
def chart(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/chart")
    expect(roles.get_by_role("group", name="Statement 1, summary")).to_be_visible()
    return roles


def matrix(page):
    return page.get_by_role("grid", name="Framework matrix")


def panel(page):
    return page.get_by_role("complementary", name="The cell")


def emptied(library, *numbers):
    """Takes every statement out of Maureen's cells under these themes."""
    with open_study(library / "roles.trellis", "Cleo") as study:
        for number in numbers:
            for _ in study.chart.panel("Maureen", number).statements:
                study.chart.remove(Line("Maureen", number, 1))


def test_the_last_cell_of_a_row_is_written_once(chart):
    matrix(chart).focus()
    chart.keyboard.press("Control+End")
    chart.keyboard.type("Would tell the next one to ask.")
    chart.keyboard.press("Tab")

    expect(matrix(chart)).to_be_focused()
    lines = panel(chart).get_by_role("textbox", name=re.compile("^Statement"))
    expect(lines.last).to_have_value("Would tell the next one to ask.")
    expect(chart).to_have_url(re.compile(r"[?&]cell="))
    expect_kept(chart)
    chart.reload()
    expect(lines.last).to_have_value("Would tell the next one to ask.")
    written = [line.input_value() for line in lines.all()]
    assert written.count("Would tell the next one to ask.") == 1


def test_a_statement_that_was_kept_unheard_before_a_reload_is_written_once(chart):
    heard: list[int] = []

    def unheard(route):
        heard.append(route.fetch().status)
        route.abort("connectionreset")

    chart.route(re.compile(r"/statements$"), unheard)
    chart.get_by_label("New statement").fill("Came by way of the kitchens.")
    with chart.expect_event("requestfailed"):
        chart.keyboard.press("Enter")
    chart.reload()
    chart.unroute(re.compile(r"/statements$"))
    assert heard[0] < 300
    lines = panel(chart).get_by_role("textbox", name=re.compile("^Statement"))
    expect(lines).to_have_count(3)
    expect(chart.get_by_label("New statement")).to_have_value("Came by way of the kitchens.")

    chart.get_by_label("New statement").press("Enter")

    expect(chart.get_by_label("New statement")).to_have_value("")
    expect_kept(chart)
    chart.reload()
    expect(lines).to_have_count(3)
    expect(chart.get_by_label("New statement")).to_have_value("")


@pytest.mark.parametrize("first", ["g", "x", "T", "1"])
def test_any_letter_begins_a_statement_from_the_grid(chart, first):
    matrix(chart).focus()

    chart.keyboard.type(f"{first}o on")

    expect(chart.get_by_label("New statement")).to_have_value(f"{first}o on")


def test_who_types_while_the_words_are_hidden_writes_in_the_cell_all_the_same(chart):
    chart.get_by_role("button", name="Hide the words").click()
    expect(panel(chart)).to_have_count(0)
    matrix(chart).focus()

    chart.keyboard.press("K")
    expect(chart.get_by_label("New statement")).to_be_focused()
    chart.keyboard.type("itchens first.")

    expect(chart.get_by_label("New statement")).to_have_value("Kitchens first.")


def test_why_a_cell_is_empty_is_said_while_writing_which_goes_on_in_the_next_empty_cell(roles, on_example, complaints):
    emptied(on_example.library, "1.1", "1.3")
    roles.goto(f"{on_example.address}/s/roles/chart")
    chart = roles
    matrix(chart).focus()
    chart.keyboard.press("Enter")
    chart.keyboard.press("-")
    expect(chart.get_by_role("option", name="not asked")).to_be_visible()
    chart.keyboard.press("ArrowDown")
    chart.keyboard.press("Enter")

    expect(chart.get_by_role("gridcell").first).to_contain_text("not asked")
    expect(panel(chart).get_by_role("heading", level=2)).to_contain_text("1.3")
    expect(chart.get_by_label("New statement")).to_be_focused()
    assert complaints == []


def test_a_hyphen_in_a_statement_is_a_hyphen(chart):
    field = chart.get_by_label("New statement")
    field.press_sequentially("- and so on")

    expect(field).to_have_value("- and so on")


def test_what_a_statement_rests_on_is_ticked_without_the_mouse(chart):
    field = chart.get_by_label("New statement")
    field.press_sequentially("Sixteen years of kitchens.")
    field.press("Alt+ArrowDown")
    box = chart.get_by_role("checkbox", name="01-maureen, turn 3")
    while not box.evaluate("box => box === document.activeElement"):
        chart.keyboard.press("ArrowDown")
    chart.keyboard.press("Space")
    chart.keyboard.press("Enter")
    expect(field).to_be_focused()
    chart.keyboard.press("Enter")

    last = chart.get_by_role("group", name="Statement 3, summary")
    expect(last.get_by_role("button", name="[1] turn 3")).to_be_visible()


def test_words_that_were_refused_as_verbatim_wait_as_verbatim(chart):
    chart.get_by_label("New statement").fill("never said this")
    chart.keyboard.press("Alt+2")
    chart.keyboard.press("Tab")
    expect(chart.get_by_role("alert").filter(has_text="not kept")).to_be_visible()

    matrix(chart).focus()
    chart.keyboard.press("Control+Home")

    expect(chart.get_by_label("New statement")).to_have_value("never said this")
    expect(chart.get_by_role("radiogroup", name="Layer").get_by_role("radio", name="Verbatim")).to_be_checked()


def test_what_the_case_said_is_searched_and_linked_from_where_it_is_read(chart):
    panel(chart).get_by_text("All the case said").click()
    found = panel(chart).get_by_label("Find in what the case said")
    found.fill("shortbread")
    found.press("Enter")
    turn = panel(chart).locator('[data-found="true"]')
    expect(turn).to_be_in_viewport()
    turn.evaluate("turn => getSelection().selectAllChildren(turn)")
    link = panel(chart).get_by_role("button", name="link them")
    expect(link).to_be_in_viewport()
    link.click()

    expect(panel(chart).get_by_text("Will rest on 1 chosen below.")).to_be_visible()
    expect(turn.locator("mark")).to_be_visible()
    expect(turn).to_be_in_viewport()
    expect(chart.get_by_label("New statement")).to_be_focused()
    found.fill("no such word")
    found.press("Enter")
    expect(panel(chart).get_by_text("This is not said here.")).to_be_visible()


def test_the_words_of_a_cell_look_the_same_after_the_extracts_were_sorted(chart):
    words = panel(chart).get_by_role("checkbox", name="01-maureen, turn 3").locator("xpath=ancestor::*[@data-open]")
    before = words.evaluate("box => getComputedStyle(box).display")
    chart.get_by_role("link", name="Sort and review").click()
    expect(chart.get_by_role("heading", level=1, name="Sort and review")).to_be_visible()
    chart.get_by_role("combobox", name="Theme").fill("2.1")
    expect(chart.get_by_role("option", name=re.compile(r"^2\.1 "))).to_be_visible()
    chart.keyboard.press("Enter")
    expect(chart.locator(".extract").first).to_be_visible()
    chart.get_by_role("link", name="Chart", exact=True).click()

    expect(words).to_be_visible()
    assert words.evaluate("box => getComputedStyle(box).display") == before
