"""The rail of the method's stages, folded for room and opened again."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes


def rail(page):
    return page.get_by_role("navigation", name="Stages of the study")


def test_the_rail_is_folded_by_a_key_and_stays_so(roles, on_example, complaints):
    roles.goto(f"{on_example.address}/s/roles/chart")
    matrix = roles.get_by_role("grid", name="Framework matrix")
    expect(matrix).to_be_visible()
    before = matrix.bounding_box()["width"]

    roles.keyboard.press("Control+b")

    expect(rail(roles)).to_have_css("width", "56px")
    assert matrix.bounding_box()["width"] >= before + 150
    roles.reload()
    expect(rail(roles)).to_have_css("width", "56px")
    roles.get_by_role("link", name="Queue").click()
    expect(roles.get_by_role("heading", level=1, name="Queue")).to_be_visible()
    roles.mouse.move(640, 400)
    expect(roles.get_by_role("tooltip")).to_have_count(0)
    assert violations_in_both_schemes(roles) == []
    assert complaints == []


def test_the_rail_is_opened_again_by_its_button(roles):
    button = roles.get_by_role("button", name="Fold the rail")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")

    button.click()

    expect(button).to_have_attribute("aria-pressed", "false")
    expect(rail(roles)).not_to_have_css("width", "56px")


def test_a_small_window_has_no_wide_rail_to_open(roles):
    roles.set_viewport_size({"width": 1100, "height": 800})

    expect(rail(roles)).to_have_css("width", "56px")
    expect(roles.get_by_role("button", name="Fold the rail")).to_have_count(0)
