"""Sort and review: the extracts of a sub-theme across cases, worked through by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes


@pytest.fixture
def sorting(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/sort")
    roles.get_by_role("combobox", name="Theme").fill("2.1")
    roles.get_by_role("option", name=re.compile("^2.1")).click()
    expect(roles.locator(".extract").first).to_be_focused()
    return roles


def facts(page):
    return page.locator(".extracts .sort-facts").first


def test_extracts_are_reviewed_one_after_the_other_by_one_key(sorting, complaints):
    for _ in range(3):
        sorting.keyboard.press("Space")

    expect(facts(sorting)).to_contain_text("3 reviewed")
    expect(sorting.locator('.extract[data-reviewed="true"]')).to_have_count(3)
    sorting.get_by_role("combobox", name="Show").click()
    sorting.get_by_role("option", name="still to review").click()
    expect(sorting.locator('.extract[data-reviewed="true"]')).to_have_count(0)
    assert complaints == []


def test_several_extracts_move_to_a_new_sub_theme(sorting):
    for key in ("x", "ArrowDown", "x", "m"):
        sorting.keyboard.press(key)
    sorting.get_by_role("textbox", name=re.compile("new sub-theme")).fill("Odd days")
    sorting.keyboard.press("Enter")

    expect(sorting.locator(".extract-theme", has_text="2.1.1 Odd days")).to_have_count(2)


def test_an_extract_that_is_moved_away_leaves_the_page(sorting):
    before = sorting.locator(".extract").count()
    sorting.keyboard.press("m")
    sorting.get_by_role("combobox", name="To another theme").fill("8.2")
    sorting.get_by_role("option", name=re.compile("^8.2")).click()

    expect(sorting.locator(".extract")).to_have_count(before - 1)


def test_what_is_around_an_extract_is_shown_on_demand(sorting):
    sorting.keyboard.press("c")

    expect(sorting.locator(".extract").first.locator("mark")).to_be_visible()
    sorting.keyboard.press("c")
    expect(sorting.locator(".extract").first.locator("mark")).to_have_count(0)


def test_the_definition_is_mended_beside_the_extracts(sorting):
    field = sorting.get_by_role("textbox", name="Include")
    field.fill("Odd days; what was done on the way.")
    sorting.get_by_role("checkbox", name=re.compile("Only the wording")).check()
    sorting.get_by_role("button", name="Keep what is written").click()

    expect(sorting.get_by_role("button", name="Keep what is written")).to_have_count(0)
    sorting.reload()
    expect(sorting.get_by_role("textbox", name="Include")).to_have_value("Odd days; what was done on the way.")


def test_extracts_are_grouped_by_an_attribute(sorting):
    sorting.get_by_role("combobox", name="Grouped by").click()
    sorting.get_by_role("option", name="site").click()

    expect(sorting.locator(".extracts h2", has_text="Saltmarsh")).to_be_visible()


def test_sorting_is_accessible(sorting):
    assert violations_in_both_schemes(sorting) == []
