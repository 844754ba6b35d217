"""All suggestions that wait, over all sources: found from the Overview, filtered, settled by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import open_study


@pytest.fixture
def waiting(on_example, monkeypatch, tmp_path):
    """How many suggestions wait: of two rules, under two themes, in several sources."""
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        for name, query, theme in (("carpets", "carpet", "2.1"), ("budgies", "budgie*", "3.4")):
            study.index.rule(name, query, theme)
            study.index.suggest(name, widen="hit")
        return len(study.index.waiting())


def test_what_waits_is_settled_one_by_one_by_keyboard_and_taken_back(roles, on_example, waiting, complaints):
    roles.reload()
    roles.get_by_role("link", name="suggestions that wait").click()
    rows = roles.locator(".suggestions > li")
    expect(rows).to_have_count(waiting)
    assert violations_in_both_schemes(roles) == []

    rows.first.focus()
    with roles.expect_response("**/suggestions/accept") as accepted:
        roles.keyboard.press("a")
    expect(rows).to_have_count(waiting - 1)
    expect(rows.first).to_be_focused()
    with roles.expect_response("**/suggestions/reject") as rejected:
        roles.keyboard.press("r")
    expect(rows).to_have_count(waiting - 2)
    assert (accepted.value.status, rejected.value.status) == (200, 200)
    assert complaints == []


def test_ctrl_z_takes_back_refusals_and_changes_in_the_order_they_were_made(roles, on_example, waiting, complaints):
    roles.goto(f"{on_example.address}/s/roles/suggestions")
    rows = roles.locator(".suggestions > li")
    expect(rows).to_have_count(waiting)
    rows.first.focus()
    for left, key in enumerate("rar", 1):
        with roles.expect_response(re.compile("/suggestions/(accept|reject)$")):
            roles.keyboard.press(key)
        expect(rows).to_have_count(waiting - left)

    told = []
    for left in (2, 1, 0):
        roles.keyboard.press("Control+z")
        expect(rows).to_have_count(waiting - left)
        told.append(roles.get_by_role("alert").last.inner_text())
    roles.keyboard.press("Control+Shift+z")
    expect(rows).to_have_count(waiting - 1)

    assert [words.startswith("Undone: the suggestion waits again.") for words in told] == [True, False, True]
    assert complaints == []


def test_the_notice_of_a_refusal_takes_it_back(roles, on_example, waiting):
    roles.goto(f"{on_example.address}/s/roles/suggestions")
    rows = roles.locator(".suggestions > li")
    expect(rows).to_have_count(waiting)
    place = rows.first.get_by_role("link").inner_text()
    rows.first.focus()
    roles.keyboard.press("r")
    expect(rows).to_have_count(waiting - 1)

    roles.get_by_role("alert").get_by_role("button", name="Undo").click()

    expect(rows).to_have_count(waiting)
    expect(rows.first.get_by_role("link")).to_have_text(place)
    expect(roles.get_by_text("the suggestion waits again")).to_be_visible()
    assert violations_in_both_schemes(roles) == []


def test_the_list_is_narrowed_to_a_theme_and_leads_to_the_words(roles, on_example, waiting):
    roles.goto(f"{on_example.address}/s/roles/suggestions")
    expect(roles.locator(".suggestions > li")).to_have_count(waiting)
    roles.get_by_role("button", name="Theme", exact=True).click()
    roles.get_by_role("menuitemcheckbox", name="3.4").click()
    roles.keyboard.press("Escape")
    expect(roles.get_by_role("status").filter(has_text=f"of {waiting} fit")).to_be_visible()

    roles.locator(".suggestions > li").first.get_by_role("link").click()

    expect(roles.locator(".transcript")).to_be_visible()


def test_the_palette_leads_to_the_list_which_says_where_nothing_waits(roles):
    expect(roles.get_by_role("heading", name="What wants attention")).to_be_visible()
    roles.keyboard.press("Control+k")
    roles.keyboard.type("suggestions that")
    expect(roles.get_by_role("button", name="Suggestions that wait")).to_be_visible()
    roles.keyboard.press("Enter")

    expect(roles.get_by_text("No suggestion waits")).to_be_visible()
