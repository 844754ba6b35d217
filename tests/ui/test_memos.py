"""Memos: in the margin at their place, and all of them on a page."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import open_study
from trellis.study.memo_about import Topic


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


def _words(study, words):
    start = study.sources.text("01-maureen").index(words)
    return start, start + len(words)


def test_a_memo_leads_to_its_cell_and_to_its_words(roles, on_example, complaints):
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        study.memos.add("Why so short?", Topic(case="Yusuf", theme="8.2"))
        study.memos.add("Says it twice", Topic(source="01-maureen", segment=_words(study, "I don't mop.")))
    roles.goto(f"{on_example.address}/s/roles/memos")

    roles.get_by_role("listitem").filter(has_text="Why so short?").get_by_role("link").click()
    cell = roles.get_by_role("complementary", name="The cell")
    expect(cell.get_by_role("heading", level=2)).to_have_text("8.2 Plans")
    expect(cell).to_contain_text("Yusuf")

    roles.go_back()
    roles.get_by_role("listitem").filter(has_text="Says it twice").get_by_role("link").click()
    expect(roles.get_by_role("region", name="Text of 01-maureen").get_by_text("a lot of mopping")).to_be_in_viewport()
    assert complaints == []
