"""Memos: in the margin at their place, and all of them on a page."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes


def test_a_memo_is_written_from_the_selection_and_opened_in_the_margin_by_keyboard(roles, on_example, complaints):
    roles.goto(f"{on_example.address}/s/roles/read")
    roles.get_by_role("link", name="01-maureen").click()
    text = roles.get_by_role("region", name="Text of 01-maureen")
    text.focus()
    for key in ("ArrowDown", "ArrowDown", "m"):
        roles.keyboard.press(key)
    roles.get_by_label("New memo").fill("She laughs here")
    roles.keyboard.press("Control+Enter")

    mark = text.get_by_role("button", name="Memo by Cleo: She laughs here")
    expect(mark).to_be_visible()
    roles.get_by_role("tab", name="Index").click()
    mark.focus()
    roles.keyboard.press("Enter")

    memo = roles.locator(".side-list > li", has_text="She laughs here")
    expect(memo).to_be_focused()
    assert violations_in_both_schemes(roles) == []
    memo.get_by_role("button", name="Edit").click()
    roles.get_by_label("Words of the memo").fill("She laughs, and then does not")
    roles.get_by_role("button", name="Keep", exact=True).click()
    expect(text.get_by_role("button", name="Memo by Cleo: She laughs, and then does not")).to_be_visible()
    assert complaints == []


def test_all_memos_are_on_a_page_with_the_way_to_what_they_are_about(roles, on_example, complaints):
    roles.get_by_role("link", name="Memos", exact=True).click()
    roles.get_by_label("New memo on the study").fill("Nobody speaks of pay unasked")
    roles.get_by_label("Kind", exact=True).select_option("decision")
    roles.get_by_role("button", name="Write the memo").click()

    memo = roles.get_by_role("listitem").filter(has_text="Nobody speaks of pay unasked")
    expect(memo).to_contain_text("decision · Cleo")
    assert violations_in_both_schemes(roles) == []
    memo.get_by_role("button", name="Remove").click()
    expect(memo).to_have_count(0)
    roles.keyboard.press("Control+z")
    expect(memo).to_be_visible()
    assert complaints == []


def test_a_memo_on_a_theme_is_reached_from_the_theme(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/framework")
    roles.get_by_role("treeitem").first.click()
    roles.get_by_role("link", name="Memos", exact=True).last.click()
    roles.get_by_label("New memo on this theme").fill("Too wide?")
    roles.get_by_role("button", name="Write the memo").click()

    expect(roles.get_by_role("listitem").filter(has_text="Too wide?")).to_contain_text("theme 1")
