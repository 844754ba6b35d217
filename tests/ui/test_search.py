"""Search over all sources: filters in the address, the way into a source and back, suggestions taken one by one."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.keeping import expect_kept

OVERFLOWING = """lines => lines.flatMap(line => [...line.querySelectorAll('.left, .right')])
  .filter(each => each.scrollWidth > each.clientWidth).map(each => each.textContent)"""
"""What stands beside the hits and is not all in sight."""
SHOWN = """lines => lines.map(line => ['.left', '.right'].map(each => line.querySelector(each).textContent))"""


@pytest.fixture
def searching(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/search")
    roles.get_by_role("textbox", name="Search for").fill("the")
    roles.keyboard.press("Enter")
    expect(roles.locator(".hit").first).to_be_visible()
    return roles


def test_a_hit_opens_at_its_place_and_the_way_back_leads_to_the_same_scroll_position(searching, complaints):
    searching.get_by_role("button", name="Show more").click()
    hit = searching.locator(".hit-words").nth(150)
    hit.scroll_into_view_if_needed()
    expect(hit).to_be_in_viewport()
    words = hit.locator("mark").inner_text()
    before = searching.evaluate("document.getElementById('screen').scrollTop")
    hit.click()
    expect(searching.get_by_role("region", name=re.compile("^Text of "))).to_be_focused()
    expect(searching.locator(".quick-where")).to_contain_text(f"“{words}”")

    searching.go_back()

    expect(searching.locator(".hit-words").nth(150)).to_be_in_viewport()
    assert searching.evaluate("document.getElementById('screen').scrollTop") == before
    assert complaints == []


def test_filters_stand_in_the_address(searching):
    searching.get_by_role("button", name="Source", exact=True).click()
    searching.get_by_role("menuitemcheckbox", name="02-dan").click()
    searching.keyboard.press("Escape")

    expect(searching.get_by_role("heading", level=2, name="02-dan")).to_be_visible()
    expect(searching.get_by_role("heading", level=2)).to_have_count(1)
    searching.reload()
    expect(searching.get_by_role("heading", level=2)).to_have_count(1)


def test_chosen_hits_wait_beside_their_text_until_they_are_taken(searching, on_example):
    searching.get_by_role("textbox", name="Search for").fill("carpet")
    searching.keyboard.press("Enter")
    expect(searching.locator(".hit mark").first).to_have_text(re.compile("carpet", re.IGNORECASE))
    searching.get_by_role("checkbox", name=re.compile("^Choose:")).first.check()
    source = searching.locator(".hits h2").first.inner_text()
    searching.get_by_role("button", name="Suggest 1 under a theme …").click()
    searching.get_by_role("combobox", name="Theme").fill("2.1")
    searching.get_by_role("option", name=re.compile("^2.1")).click()
    searching.get_by_role("button", name="Let 1 wait").click()
    expect(searching.get_by_text("until somebody accepts or rejects them")).to_be_visible()

    searching.goto(f"{on_example.address}/s/roles/read")
    searching.get_by_role("link", name=source).click()
    searching.get_by_role("tab", name="Rules 1").click()
    searching.get_by_role("button", name="Accept").click()

    expect(searching.get_by_role("tab", name="Rules", exact=True)).to_be_visible()


def test_the_field_has_the_cursor_whenever_one_comes_and_leads_on_to_the_hits(searching):
    for _ in range(2):
        searching.get_by_role("link", name="Overview").click()
        expect(searching.get_by_role("heading", name="What wants attention")).to_be_visible()
        searching.get_by_role("link", name="Search", exact=True).click()
        expect(searching.get_by_role("textbox", name="Search for")).to_be_focused()
    searching.keyboard.type("carpet")
    searching.keyboard.press("Enter")
    expect(searching.locator(".hit mark").first).to_have_text(re.compile("carpet", re.IGNORECASE))

    searching.keyboard.press("ArrowDown")

    expect(searching.locator(".hit-words").first).to_be_focused()


def test_the_cursor_goes_on_to_the_next_suggestion(searching, on_example):
    searching.get_by_role("textbox", name="Search for").fill("the")
    searching.keyboard.press("Enter")
    searching.get_by_role("button", name="Source", exact=True).click()
    searching.get_by_role("menuitemcheckbox", name="01-maureen").click()
    searching.keyboard.press("Escape")
    expect(searching.locator(".hits h2")).to_have_text(["01-maureen"])
    for hit in searching.get_by_role("checkbox", name=re.compile("^Choose:")).all()[:3]:
        hit.check()
    searching.get_by_role("button", name="Suggest 3 under a theme …").click()
    searching.get_by_role("combobox", name="Theme").fill("2.1")
    searching.get_by_role("option", name=re.compile("^2.1")).click()
    searching.get_by_role("button", name="Let 3 wait").click()
    expect_kept(searching)
    searching.goto(f"{on_example.address}/s/roles/read")
    searching.get_by_role("link", name="01-maureen").click()
    searching.get_by_role("tab", name="Rules 3").click()

    searching.get_by_role("button", name="Accept").first.click()
    expect(searching.get_by_role("tab", name="Rules 2")).to_be_visible()
    expect(searching.get_by_role("button", name="Accept").first).to_be_focused()
    searching.keyboard.press("Enter")
    expect(searching.get_by_role("tab", name="Rules 1")).to_be_visible()
    searching.keyboard.press("Enter")

    expect(searching.get_by_role("tab", name="Rules", exact=True)).to_be_focused()


def test_a_query_that_cannot_be_read_is_told(searching):
    searching.get_by_role("textbox", name="Search for").fill("(the")
    searching.keyboard.press("Enter")

    expect(searching.get_by_role("alert")).to_contain_text("character")


def test_the_search_is_accessible(searching):
    assert violations_in_both_schemes(searching) == []


@pytest.mark.parametrize("width", [1000, 1280, 1920])
def test_no_word_around_a_hit_is_cut(searching, on_example, width):
    searching.set_viewport_size({"width": width, "height": 800})
    lines = searching.locator(".hit-words")
    expect(lines).to_have_count(100)
    searching.wait_for_function(f"() => ({OVERFLOWING})([...document.querySelectorAll('.hit-words')]).length === 0")

    shown = lines.evaluate_all(SHOWN)

    found = searching.request.get(f"{on_example.address}/api/studies/roles/search?q=the&limit=100").json()["items"]
    for (left, right), hit in zip(shown, found, strict=True):
        before, after = (" ".join(re.split(r"\s+", hit[side])) for side in ("left", "right"))
        assert f" {before}".endswith(f" {left}" if left.strip() else left)
        assert f"{after} ".startswith(f"{right} " if right.strip() else right)
    assert max(len(left) for left, _ in shown) > 15
