"""A typology from the chart: dimensions, every case placed by keyboard, combinations, a type, a lens."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.keeping import expect_kept
from trellis.core.lens_file import read_lens


@pytest.fixture
def begun(roles, on_example):
    """A typology of sites with two dimensions; the example has three sites."""
    roles.goto(f"{on_example.address}/s/roles/typologies")
    roles.get_by_label("New typology").fill("Kinds of place")
    roles.get_by_label("Of cases that are a").select_option("site")
    roles.get_by_role("button", name="Begin").click()
    dimension(roles, "Who sets the limit", "a manager", "nobody")
    dimension(roles, "Base", "a desk", "none")
    return roles


def dimension(page, name, *values):
    page.get_by_role("button", name="Add a dimension").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name", exact=True).fill(name)
    dialog.get_by_label("Values of your own").fill("\n".join(values))
    dialog.get_by_role("button", name="Add", exact=True).click()
    expect(dialog).to_have_count(0)


def choices(page, name):
    return page.get_by_role("combobox", name=re.compile(f"^{name} of "))


def test_every_case_is_placed_a_type_named_in_place_and_the_whole_saved_as_a_lens(begun, complaints):
    begun.get_by_role("button", name="Save as lens").click()
    expect(begun.get_by_text("not placed once on every dimension; place them")).to_be_visible()
    limits, bases = choices(begun, "Who sets the limit"), choices(begun, "Base")
    expect(limits).to_have_count(3)
    for n, (limit, base) in enumerate([("a manager", "a desk"), ("a manager", "a desk"), ("nobody", "none")]):
        limits.nth(n).focus()
        # As many letters as tell the values apart; with a pause between them a list begins anew.
        begun.keyboard.type(limit[:3])
        bases.nth(n).select_option(base)
    expect(begun.get_by_text("All 3 cases are placed once on every dimension.")).to_be_visible()
    expect(begun.get_by_role("cell", name=re.compile("^empty"))).to_have_count(2)
    begun.get_by_role("button", name="Name the type at nobody, none").click()
    begun.keyboard.type("Left alone")
    begun.keyboard.press("Enter")

    cell = begun.get_by_role("region", name="Who sets the limit by Base").get_by_role(
        "cell", name=re.compile("Left alone")
    )
    expect(cell).to_contain_text("one case only")
    with begun.expect_download() as download:
        begun.get_by_role("button", name="Save as lens").click()
    lens = read_lens(Path(download.value.path()).read_bytes(), "kinds.toml")
    assert [outcome.name for outcome in lens.outcomes] == ["Left alone"]
    assert violations_in_both_schemes(begun) == []
    assert [each for each in complaints if "422" not in each] == []


def test_a_case_is_set_aside_with_a_reason_and_placed_after_all(begun):
    begun.get_by_role("button", name=re.compile("^Set aside: ")).first.click()
    begun.keyboard.type("Closed before the study began")
    begun.keyboard.press("Enter")
    expect(begun.get_by_role("region", name="Set aside")).to_contain_text("Closed before the study began")
    expect(choices(begun, "Base")).to_have_count(2)

    begun.get_by_role("button", name=re.compile("^Place after all")).click()

    expect(choices(begun, "Base")).to_have_count(3)


def test_the_list_of_typologies_keeps_nobody_out(begun):
    begun.get_by_role("link", name="All typologies").click()

    expect(begun.get_by_role("row", name=re.compile("Kinds of place"))).to_contain_text("site")
    assert violations_in_both_schemes(begun) == []


def test_two_windows_on_one_place_lose_nothing(begun, context, complaints):
    elsewhere = context.new_page()
    elsewhere.goto(begun.url)
    there = choices(elsewhere, "Base").first
    expect(there).to_have_value("")
    # The news of the other window does not come; what it says is met only when the case is placed.
    elsewhere.route(re.compile(r"/typologies/\d+$"), lambda route: route.abort())
    choices(begun, "Base").first.select_option("a desk")
    expect(begun.get_by_text("of 3 cases are not placed once")).to_be_visible()
    expect_kept(begun)
    begun.reload()
    expect(choices(begun, "Base").first.locator("option:checked")).to_have_text("a desk")

    there.select_option("none")

    both = elsewhere.get_by_role("alert")
    expect(both).to_contain_text("Theirs: a desk")
    expect(both).to_contain_text("Yours: none")
    both.get_by_role("button", name="Keep mine").click()
    expect(both).to_have_count(0)
    expect(choices(begun, "Base").first.locator("option:checked")).to_have_text("none")


def test_a_case_placed_twice_in_one_breath_meets_no_conflict(begun, complaints):
    base = choices(begun, "Base").first
    answers = count(1)
    with begun.expect_response(lambda answer: answer.request.method != "GET" and next(answers) == 4):
        for value in ("a desk", "none", "", "a desk"):
            base.select_option(value)

    expect(base.locator("option:checked")).to_have_text("a desk")
    expect_kept(begun)
    begun.reload()
    expect(choices(begun, "Base").first.locator("option:checked")).to_have_text("a desk")
    assert complaints == []
