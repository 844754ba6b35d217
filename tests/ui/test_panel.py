"""The panel: the pack made and downloaded, and what its members said brought back."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.ui.axe import violations_in_both_schemes

SAID = "You call it a form; to us it is the door."


def picked(page: Page, label: str, number: str) -> None:
    field = page.get_by_role("combobox", name=label)
    field.click()
    field.fill(number)
    expect(page.locator("[data-combobox-selected]")).to_have_text(re.compile(rf"^\s*{re.escape(number)} "))
    page.keyboard.press("Enter")


def test_the_pack_is_made_of_chosen_themes_in_their_order_and_downloaded(roles, on_example, complaints):
    roles.goto(f"{on_example.address}/s/roles/")
    roles.get_by_role("link", name="Panel", exact=True).click()
    expect(roles.get_by_text("Choose the themes that the panel is to read")).to_be_visible()
    picked(roles, "Theme to read", "2.3")
    picked(roles, "Theme to read", "3.2")
    chosen = roles.get_by_role("list", name="Themes in the pack")
    expect(chosen.get_by_role("listitem")).to_have_count(2)
    roles.get_by_role("button", name="Move up: 3.2").click()
    assert violations_in_both_schemes(roles) == []

    with roles.expect_download() as download:
        roles.get_by_role("link", name="Markdown (.md)").click()

    told = download.value.path().read_text("utf-8")
    assert told.index("## 3.2 ") < told.index("## 2.3 ")
    assert "What do you think?" in told
    assert complaints == []


def test_what_the_panel_said_is_brought_back_answered_and_printed(roles, on_example, complaints):
    roles.goto(f"{on_example.address}/s/roles/panel")
    expect(roles.get_by_text("Nothing has come back yet")).to_be_visible()
    picked(roles, "Theme that it is about", "2.3")
    roles.get_by_label("Who said it").fill("Member 3")
    roles.get_by_label("What was said").fill(SAID)
    roles.get_by_role("button", name="Keep what was said").click()
    point = roles.get_by_role("listitem").filter(has_text=SAID)
    expect(point).to_contain_text("Not answered yet")

    point.get_by_role("button", name="Say what was done").click()
    roles.get_by_label("What was done about it").fill("We renamed the theme.")
    assert violations_in_both_schemes(roles) == []
    roles.get_by_role("button", name="Keep what was done").click()
    expect(point).to_contain_text("We did We renamed the theme.")

    roles.keyboard.press("Control+z")
    expect(point).to_contain_text("Not answered yet")
    assert complaints == []


def test_somebody_of_the_team_is_no_member_of_the_panel(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/panel")
    picked(roles, "Theme that it is about", "2.3")
    roles.get_by_label("Who said it").fill("Ana")
    roles.get_by_label("What was said").fill(SAID)
    roles.get_by_role("button", name="Keep what was said").click()

    expect(roles.get_by_text("name the panel member by what they go by")).to_be_visible()
    expect(roles.get_by_label("What was said")).to_have_value(SAID)
