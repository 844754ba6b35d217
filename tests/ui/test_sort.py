"""Sort and review: the extracts of a sub-theme across cases, worked through by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.keeping import expect_kept


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


def in_hand(page):
    """The key of the extract that has the cursor."""
    return page.evaluate("() => document.activeElement.closest('.extract')?.dataset.extract ?? null")


@pytest.mark.parametrize("way", ["to another theme", "to a new sub-theme", "away"])
def test_the_cursor_goes_on_to_the_next_extract(sorting, way):
    keys = [each.get_attribute("data-extract") for each in sorting.locator(".extract").all()]
    sorting.keyboard.press("ArrowDown")
    if way == "away":
        sorting.keyboard.press("Delete")
    else:
        sorting.keyboard.press("m")
    if way == "to another theme":
        sorting.get_by_role("combobox", name="To another theme").fill("8.2")
        sorting.get_by_role("option", name=re.compile("^8.2")).click()
    if way == "to a new sub-theme":
        sorting.get_by_role("textbox", name=re.compile("new sub-theme")).fill("Odd days")
        sorting.keyboard.press("Enter")
        expect(sorting.locator(".extract-theme", has_text="Odd days")).to_have_count(1)
    else:
        expect(sorting.locator(f'[data-extract="{keys[1]}"]')).to_have_count(0)

    stays = keys[1] if way == "to a new sub-theme" else keys[2]
    expect(sorting.locator(f'[data-extract="{stays}"]')).to_be_focused()


def test_all_extracts_are_reviewed_at_once(sorting):
    count = sorting.locator(".extract").count()
    sorting.keyboard.press("a")
    expect(facts(sorting)).to_contain_text(f"{count} chosen")
    sorting.keyboard.press("Space")

    expect(facts(sorting)).to_contain_text(f"{count} reviewed")
    assert in_hand(sorting) is not None


def test_one_goes_from_theme_to_theme_by_a_key(sorting):
    sorting.keyboard.press("Shift+ArrowDown")
    expect(sorting.get_by_role("combobox", name="Theme")).to_have_value(re.compile("^2.2"))
    expect(sorting.locator(".extract").first).to_be_focused()

    sorting.keyboard.press("Shift+ArrowUp")

    expect(sorting.get_by_role("combobox", name="Theme")).to_have_value(re.compile("^2.1"))


def test_a_theme_is_taken_by_enter_where_its_first_letter_opens_the_list(sorting):
    theme = sorting.get_by_role("combobox", name="Theme")
    theme.focus()
    theme.press("Escape")
    expect(sorting.get_by_role("listbox")).to_have_count(0)
    theme.press("3")
    expect(sorting.locator("[data-combobox-selected]")).to_have_text(re.compile(r"^\s*3 "))

    theme.press("Enter")

    expect(theme).to_have_value(re.compile(r"^3 "))


def test_one_comes_back_from_the_transcript_to_the_extract_in_hand(sorting):
    for _ in range(3):
        sorting.keyboard.press("ArrowDown")
    held = in_hand(sorting)
    sorting.keyboard.press("Enter")
    expect(sorting.get_by_role("region", name=re.compile("^Text of "))).to_be_focused()

    sorting.go_back()

    expect(sorting.locator(f'[data-extract="{held}"]')).to_be_focused()


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
    expect_kept(sorting)
    sorting.reload()
    expect(sorting.get_by_role("textbox", name="Include")).to_have_value("Odd days; what was done on the way.")


def test_a_mended_definition_is_kept_by_a_key_and_the_cursor_goes_back(sorting):
    field = sorting.get_by_role("textbox", name="Include")
    field.fill("Odd days.")
    field.press("Control+Enter")

    expect(sorting.get_by_role("button", name="Keep what is written")).to_have_count(0)
    expect(sorting.locator(".extract").first).to_be_focused()


def test_extracts_are_grouped_by_an_attribute(sorting):
    sorting.get_by_role("combobox", name="Grouped by").click()
    sorting.get_by_role("option", name="site").click()

    expect(sorting.locator(".extracts h2", has_text="Saltmarsh")).to_be_visible()


def test_sorting_is_accessible(sorting):
    assert violations_in_both_schemes(sorting) == []


def test_letters_and_arrows_in_the_dialog_for_moving_stay_in_it(sorting):
    sorting.get_by_role("button", name="Move …").first.press("Enter")
    dialog = sorting.get_by_role("dialog", name="Move this extract")
    field = dialog.get_by_role("combobox", name="To another theme")
    expect(field).to_be_focused()
    sorting.keyboard.type("colleagues")
    sorting.keyboard.press("ArrowDown")

    expect(field).to_be_focused()
    expect(field).to_have_value("colleagues")
    expect(dialog.get_by_role("option", name="5.2 Colleagues to turn to")).to_be_visible()
