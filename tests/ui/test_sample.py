from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.keeping import expect_kept

WARN = "Failed to load resource: the server responded with a status of 422"


@pytest.fixture
def sample(roles, on_example):
    """The sample screen of the example study; `view` opens another part of it."""
    roles.goto(f"{on_example.address}/s/roles/sample")
    expect(roles.get_by_role("grid", name="Cases by attributes")).to_be_visible()
    return roles


def opened(page, on_example, view):
    page.goto(f"{on_example.address}/s/roles/sample?view={view}")
    return page


def cell(page, case, text):
    return page.get_by_role("row", name=re.compile(f"^{case} ")).get_by_role("gridcell", name=text, exact=True)


def test_values_are_typed_along_a_row_and_taken_back(sample, complaints):
    cell(sample, "Maureen", "female").click()
    sample.keyboard.press("ArrowRight")
    sample.keyboard.press("ArrowRight")
    sample.keyboard.type("12")
    sample.keyboard.press("Tab")
    expect(cell(sample, "Maureen", "12")).to_be_visible()
    sample.keyboard.type("school kitchens")
    sample.keyboard.press("Enter")
    expect(cell(sample, "Maureen", "school kitchens")).to_be_visible()

    sample.keyboard.press("Control+z")

    expect(cell(sample, "Maureen", "school kitchens")).to_have_count(0)
    expect(cell(sample, "Maureen", "12")).to_be_visible()
    assert complaints == []


def test_escape_leaves_a_cell_as_it_was(sample):
    cell(sample, "Maureen", "female").click()
    sample.keyboard.press("F2")
    sample.get_by_label("gender of Maureen").select_option("male")
    sample.keyboard.press("Escape")

    expect(cell(sample, "Maureen", "female")).to_be_visible()


def test_a_value_that_does_not_fit_stays_with_the_reason_beside_it(sample, complaints):
    cell(sample, "Maureen", "female").click()
    sample.keyboard.press("ArrowRight")
    sample.keyboard.press("ArrowRight")
    sample.keyboard.type("many")
    sample.keyboard.press("Tab")
    sample.keyboard.press("ArrowLeft")

    expect(sample.get_by_role("alert")).to_contain_text("it takes a whole number such as 12")
    sample.keyboard.press("Enter")
    expect(sample.get_by_label("years_in_post of Maureen")).to_have_value("many")
    assert all(line.startswith(WARN) for line in complaints)


def test_how_a_value_is_known_is_marked(sample):
    cell(sample, "Maureen", "female").click()

    sample.get_by_role("radiogroup", name="How the value is known").get_by_text("told", exact=True).click()

    expect(cell(sample, "Maureen", "femaletold")).to_be_visible()


def test_filters_narrow_the_cases_and_stand_in_the_address(sample):
    sample.get_by_role("button", name="Kind", exact=True).click()
    sample.get_by_role("menuitemcheckbox", name="site").click()
    sample.keyboard.press("Escape")

    expect(sample.get_by_text("3 cases of 48")).to_be_visible()
    assert "kind=site" in sample.url


def test_a_block_is_shown_and_pasted_as_one_change(sample):
    cell(sample, "Maureen", "female").click()
    sample.keyboard.press("ArrowRight")
    sample.keyboard.press("ArrowRight")
    sample.get_by_role("button", name="Paste a block").click()
    sample.get_by_label("The block").fill("21\tin a bakery\n\t\nseven\tin a bank")
    expect(sample.get_by_role("status").filter(has_text="left out")).to_contain_text(
        "3 changed, 0 as they are, 1 left out"
    )

    sample.get_by_role("button", name="Paste 3 values").click()

    expect(cell(sample, "Maureen", "21")).to_be_visible()
    expect(cell(sample, "Wendy", "in a bank")).to_be_visible()
    sample.get_by_role("grid").focus()
    sample.keyboard.press("Control+z")
    expect(cell(sample, "Wendy", "in a bank")).to_have_count(0)
    expect(cell(sample, "Maureen", "21")).to_have_count(0)


def test_a_case_and_an_ordered_attribute_are_added(sample):
    sample.get_by_role("button", name="Add a case").click()
    sample.get_by_label("Name").fill("Zoe")
    sample.get_by_role("dialog").get_by_role("button", name="Add", exact=True).click()
    expect(sample.get_by_role("dialog")).to_have_count(0)
    sample.get_by_role("button", name="Add an attribute").click()
    sample.get_by_label("Name").fill("grade")
    sample.get_by_role("combobox", name="Type").click()
    sample.get_by_role("option", name="ordered category").click()
    sample.get_by_label("Categories").fill("low\nhigh")
    sample.get_by_role("dialog").get_by_role("button", name="Add", exact=True).click()

    expect(sample.get_by_role("columnheader", name="grade")).to_be_visible()
    expect(sample.get_by_text("49 cases")).to_be_visible()


def test_the_sample_table_is_downloaded_as_a_word_file(sample, on_example):
    opened(sample, on_example, "table&rows=role&columns=site")
    expect(sample.get_by_role("row", name="carer support worker 2 - 1 3")).to_be_visible()

    with sample.expect_download() as downloading:
        sample.get_by_role("link", name="Download .docx").click()

    grid = Document(str(Path(downloading.value.path()))).tables[0]
    assert [each.text for each in grid.rows[3].cells] == ["carer support worker", "2", "-", "1", "3"]


def test_the_sample_table_opens_as_the_report_prints_it_and_its_columns_can_be_taken_out(sample, on_example):
    opened(sample, on_example, "table")
    expect(sample.get_by_role("row", name="carer support worker 2 - 1 3")).to_be_visible()

    sample.get_by_role("combobox", name="Rows").click()
    sample.get_by_role("option", name="gender").click()
    expect(sample.get_by_role("row", name=re.compile(r"^female \d+ \d+ \d+ \d+$"))).to_be_visible()

    sample.get_by_role("combobox", name="Columns").click()
    sample.get_by_role("option", name="team_type").click()
    expect(sample.get_by_role("columnheader", name="uni-disciplinary")).to_be_visible()
    expect(sample.get_by_role("option", name="team_type")).to_have_count(0)
    sample.get_by_role("combobox", name="Columns").click()
    sample.get_by_role("option", name="team_type").click()

    expect(sample.get_by_role("row", name=re.compile(r"^female \d+$"))).to_be_visible()


def test_a_target_is_kept_on_leaving_its_field(sample, on_example):
    opened(sample, on_example, "quotas")
    expect(sample.get_by_text("5 people still missing.")).to_be_visible()

    sample.get_by_label("Target for STR worker, Harrow Vale").fill("4")
    sample.get_by_label("Target for STR worker, Kelder Bank").focus()

    expect(sample.get_by_text("7 people still missing.")).to_be_visible()


def test_consent_and_coverage_are_said_in_their_places(sample, on_example):
    opened(sample, on_example, "consent")
    sample.get_by_label("Maureen: quote").select_option("no")
    expect_kept(sample)
    sample.reload()
    expect(sample.get_by_label("Maureen: quote")).to_have_value("no")

    opened(sample, on_example, "guide")
    sample.get_by_label("01-maureen, topic 1.1").select_option("partly")
    expect_kept(sample)
    sample.reload()

    expect(sample.get_by_label("01-maureen, topic 1.1")).to_have_value("partly")


def test_the_chart_is_grouped_by_any_attribute_of_cases(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/chart")
    roles.get_by_role("combobox", name="Group rows by").click()
    roles.get_by_role("option", name="gender").click()

    expect(roles.get_by_role("rowheader", name=re.compile("female"))).to_be_visible()


@pytest.mark.parametrize("view", ["cases", "table&rows=role&columns=site", "quotas", "waves", "consent", "guide"])
def test_no_part_of_the_sample_has_a_barrier(sample, on_example, view):
    opened(sample, on_example, view)
    expect(sample.get_by_role("tabpanel")).to_be_visible()
    expect(sample.get_by_role("status").filter(has_text="Reading")).to_have_count(0)

    assert violations_in_both_schemes(sample) == []


def test_topics_of_the_guide_are_written_where_they_stand(sample, on_example, complaints):
    page = opened(sample, on_example, "guide")
    topics = page.get_by_role("list", name="Topics")
    page.get_by_label("New topic").fill("The way home")
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem", name="Topic 5 The way home")).to_be_visible()

    page.get_by_label("Prompt of topic 5").fill("How do you get home?")
    page.keyboard.press("Enter")
    page.get_by_label("Name of topic 5").fill("Going home")
    page.keyboard.press("Alt+ArrowUp")

    expect(topics.get_by_role("listitem", name="Topic 4 Going home")).to_be_visible()
    expect(page.get_by_label("Prompt of topic 4", exact=True)).to_have_value("How do you get home?")
    assert violations_in_both_schemes(page) == []
    page.get_by_role("button", name="Remove topic 4", exact=True).click()
    expect(topics.get_by_role("listitem", name=re.compile("Going home"))).to_have_count(0)
    assert complaints == []


def test_a_new_case_is_in_sight_and_at_the_cursor(sample):
    sample.get_by_role("button", name="Add a case").click()
    sample.get_by_role("dialog").get_by_label("Name").fill("Zelda")
    sample.get_by_role("dialog").get_by_role("button", name="Add", exact=True).click()

    expect(sample.get_by_role("row", name=re.compile("^Zelda"))).to_be_in_viewport()
    expect(sample.get_by_role("group", name="The active cell")).to_contain_text("Zelda")
