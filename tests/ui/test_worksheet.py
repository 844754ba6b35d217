"""The worksheet of a column: elements drawn from what was said, and categories made of them, by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes


@pytest.fixture
def working(roles, on_example):
    """The worksheet of “Caseload and saying no”, with the first statement in focus."""
    roles.goto(f"{on_example.address}/s/roles/worksheet")
    roles.get_by_role("link", name=re.compile("^4.3")).click()
    rows(roles, "Data").first.focus()
    return roles


def rows(page, pane):
    return page.get_by_role("region", name=pane).locator("[data-row]")


def draw(page, words, *, lines=1):
    for n in range(lines):
        page.keyboard.press("Space")
        if n < lines - 1:
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(rows(page, "Elements").filter(has_text=words)).to_have_count(1)
    expect(page.get_by_role("region", name="Data").locator('[data-active="true"]')).to_be_focused()


def test_elements_are_drawn_and_grouped_without_the_mouse(working, complaints):
    draw(working, "Knows the number", lines=2)
    draw(working, "Says no alone")
    working.keyboard.press("ArrowRight")
    working.keyboard.press("Space")
    working.keyboard.press("ArrowDown")
    working.keyboard.press("Space")
    working.keyboard.press("Enter")
    working.keyboard.type("Held alone")
    working.keyboard.press("Enter")

    category = rows(working, "Categories").filter(has_text="Held alone")
    expect(category).to_contain_text("2 elements")
    expect(rows(working, "Elements").filter(has_text="Knows the number")).to_contain_text("2 statements")
    assert complaints == []


def test_an_element_that_is_there_is_linked_and_not_made_twice(working):
    draw(working, "Knows the number")
    draw(working, "Knows the number")

    expect(rows(working, "Elements")).to_have_count(1)
    expect(rows(working, "Elements").first).to_contain_text("2 statements")


def test_an_element_leads_to_its_statement_and_the_statement_to_the_transcript(working):
    draw(working, "Knows the number")
    rows(working, "Elements").first.focus()
    working.get_by_role("button", name=re.compile("^line 1")).click()

    line = rows(working, "Data").first
    expect(line).to_be_focused()
    line.get_by_role("link").first.click()
    expect(working).to_have_url(re.compile(r"/read/\d+\?at="))


def test_what_was_drawn_is_taken_back_by_undo(working):
    draw(working, "Knows the number")
    rows(working, "Elements").first.focus()
    working.keyboard.press("Delete")
    expect(rows(working, "Elements")).to_have_count(0)
    working.keyboard.press("Control+z")

    expect(rows(working, "Elements")).to_have_count(1)


def test_a_worksheet_is_reached_from_the_head_of_its_column(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/chart")
    head = roles.get_by_role("columnheader", name=re.compile("^1.2"))
    head.hover()
    head.get_by_role("link", name="Worksheet of 1.2").click()

    expect(roles).to_have_url(re.compile(r"/worksheet/\d+"))
    expect(rows(roles, "Data").first).to_be_visible()


def test_nothing_on_the_worksheet_keeps_anybody_out(working):
    draw(working, "Knows the number", lines=2)
    working.keyboard.press("ArrowRight")
    expect(working.get_by_role("region", name="Elements").locator('[data-active="true"]')).to_be_focused()
    working.keyboard.press("Enter")
    working.keyboard.type("Held alone")
    working.keyboard.press("Enter")
    expect(rows(working, "Categories")).to_have_count(1)

    assert violations_in_both_schemes(working) == []
    working.get_by_role("link", name="All columns").click()
    expect(working.get_by_role("heading", name="Worksheets")).to_be_visible()
    assert violations_in_both_schemes(working) == []
