"""Secondary analysis: a study made from part of another one, and where it says that it comes from."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes


def test_a_study_is_made_from_two_themes_and_says_where_it_comes_from(roles, on_example, complaints):
    roles.goto(f"{on_example.address}/s/roles/")
    roles.get_by_role("button", name="Make a study from part of it …").click()
    dialog = roles.get_by_role("dialog")
    make = dialog.get_by_role("button", name="Make it")
    expect(make).to_be_disabled()
    roles.keyboard.type("Working alone")
    dialog.get_by_label("What the analysis asks").fill("How is working alone told?")
    for number in ("3.4", "2.4"):
        dialog.get_by_role("combobox", name="Themes, with all below them").fill(number)
        expect(roles.get_by_role("option", name=number)).to_be_visible()
        roles.keyboard.press("ArrowDown")
        roles.keyboard.press("Enter")
    dialog.get_by_label("Title").focus()
    expect(roles.get_by_role("listbox")).to_be_hidden()
    assert violations_in_both_schemes(roles) == []
    make.click()

    expect(dialog.get_by_role("status")).to_contain_text("“Working alone” is made:")
    dialog.get_by_role("link", name="Open it").click()

    expect(roles.get_by_role("heading", name="Working alone")).to_be_visible()
    origin = roles.get_by_role("region", name="Made from “New roles without a profession")
    expect(origin).to_contain_text("How is working alone told?")
    origin.get_by_text("How much of each case came along").click()
    expect(origin.get_by_role("row", name="Dan")).to_be_visible()
    assert violations_in_both_schemes(roles) == []
    assert complaints == []


def test_a_study_of_its_own_says_nothing_of_an_origin(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/")

    expect(roles.get_by_role("heading", name="What wants attention")).to_be_visible()
    expect(roles.get_by_text("Made from", exact=False)).to_have_count(0)
