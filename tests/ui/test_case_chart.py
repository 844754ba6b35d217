"""The chart by case, and the waves of a study beside each other: the same cells in other places."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.serving import Serving
from tests.ui.two_waves import make_two_waves


@pytest.fixture
def on_waves(library, tmp_path):
    """A workbench over a study in two waves, "nine"."""
    make_two_waves(library / "nine.trellis", tmp_path / "home")
    running = Serving(library, tmp_path / "home", person="Cleo")
    yield running
    running.stop()


@pytest.fixture
def nine(page, on_waves, complaints):
    page.goto(on_waves.link)
    page.goto(f"{on_waves.address}/s/nine/chart")
    expect(page.get_by_role("grid", name="Framework matrix")).to_be_visible()
    return page


def panel(page):
    return page.get_by_role("complementary", name="The cell")


def beside(page):
    page.get_by_role("radiogroup", name="Waves of a case").get_by_text("Side by side").click()
    expect(page.get_by_role("columnheader", name="at nine months").first).to_be_visible()


def test_the_waves_of_a_case_stand_side_by_side_in_the_grid(nine, complaints):
    beside(nine)

    halima = nine.get_by_role("row").filter(has=nine.get_by_role("rowheader", name="HALIMA"))

    expect(halima).to_have_count(1)
    expect(halima.get_by_role("gridcell").nth(0)).to_contain_text("Did not leave the house")
    expect(halima.get_by_role("gridcell").nth(1)).to_contain_text("Goes to the market alone")
    expect(halima.get_by_role("rowheader")).to_contain_text("6 → 1")
    assert complaints == []


def test_a_wave_in_which_somebody_was_not_heard_is_no_cell_and_says_why(nine):
    beside(nine)

    nine.get_by_role("gridcell").filter(has_text="refused").first.click()

    expect(panel(nine)).to_contain_text("refused: had had enough of questions")
    expect(panel(nine).get_by_label("New statement")).to_have_count(0)


def test_rows_are_grouped_by_site_with_the_waves_side_by_side(nine):
    beside(nine)

    nine.get_by_role("combobox", name="Group rows by").click()
    nine.get_by_role("option", name="Site").click()

    expect(nine.get_by_role("rowheader", name="Tarnley 2")).to_be_visible()
    expect(nine.get_by_role("rowheader", name="Overby 2")).to_be_visible()


def test_only_one_wave_is_shown_where_that_is_wanted(nine):
    nine.get_by_role("button", name="Waves", exact=True).click()
    nine.get_by_role("menuitemcheckbox", name="at nine months").click()

    expect(nine.get_by_role("rowheader", name="PRIYA")).to_have_count(0)
    expect(nine.get_by_role("rowheader", name="OWEN")).to_have_count(1)


def test_what_is_written_in_a_case_chart_stands_in_the_theme_chart(nine):
    nine.get_by_role("link", name="OWEN").first.click()
    expect(nine.get_by_role("heading", name="Chart of OWEN")).to_be_visible()
    nine.get_by_role("row").filter(has_text="2.1 Who comes").get_by_role("gridcell").nth(0).click()
    expect(panel(nine).get_by_role("heading", level=2)).to_have_text("2.1 Who comes")

    nine.get_by_label("New statement").fill("A worker took him for coffee.")
    nine.keyboard.press("Enter")
    expect(panel(nine).get_by_role("textbox", name="Statement 1")).to_have_value("A worker took him for coffee.")
    nine.get_by_role("radiogroup", name="Chart by").get_by_text("By theme").click()

    expect(nine.get_by_role("heading", name="Chart", exact=True)).to_be_visible()
    expect(nine.get_by_role("gridcell").filter(has_text="A worker took him for coffee.")).to_have_count(1)
    expect(panel(nine)).to_contain_text("OWEN, at referral")


def test_a_case_without_a_second_wave_shows_it_in_its_own_chart(nine):
    nine.get_by_role("link", name="PRIYA").click()

    expect(nine.get_by_role("columnheader", name="at nine months")).to_contain_text("refused: had had enough")


def test_the_chart_of_a_case_is_found_by_typing_and_by_a_key(nine):
    nine.keyboard.press("Control+k")
    nine.get_by_role("searchbox", name="Find anything").or_(nine.get_by_label("Find anything")).last.fill(
        "Chart of TOM"
    )
    expect(nine.get_by_role("button", name="Chart of TOM")).to_be_visible()
    nine.keyboard.press("Enter")
    expect(nine.get_by_role("heading", name="Chart of TOM")).to_be_visible()

    nine.get_by_role("button", name="The case before").click()
    expect(nine.get_by_role("heading", name="Chart of PRIYA")).to_be_visible()
    nine.go_back()
    nine.go_back()
    nine.get_by_role("grid", name="Framework matrix").focus()
    nine.keyboard.press("Alt+c")

    expect(nine.get_by_role("heading", name="Chart of HALIMA")).to_be_visible()


def test_the_next_empty_cell_is_the_next_theme_of_the_case(nine):
    nine.get_by_role("link", name="HALIMA").first.click()
    expect(nine.get_by_role("heading", name="Chart of HALIMA")).to_be_visible()
    expect(panel(nine)).to_contain_text("1.1 Going out")

    nine.keyboard.press("Alt+n")
    expect(panel(nine)).to_contain_text("1.2 Who goes along")
    nine.get_by_label("New statement").fill("Her sister, at first.")
    nine.keyboard.press("Alt+n")

    expect(panel(nine)).to_contain_text("2.2 What they do")
    expect(nine.get_by_role("gridcell").filter(has_text="Her sister, at first.")).to_have_count(1)


def test_an_address_leads_back_to_the_cell_that_was_looked_at(nine):
    nine.get_by_role("gridcell").filter(has_text="Back where he was").click()
    nine.wait_for_url("**cell=**")

    nine.reload()

    expect(panel(nine)).to_contain_text("OWEN, at nine months")


def test_charts_by_case_and_side_by_side_are_accessible(nine):
    beside(nine)
    assert violations_in_both_schemes(nine) == []

    nine.get_by_role("link", name="PRIYA").click()
    expect(nine.get_by_role("heading", name="Chart of PRIYA")).to_be_visible()
    expect(panel(nine).get_by_role("heading", level=2)).to_be_visible()

    assert violations_in_both_schemes(nine) == []
