from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes


@pytest.fixture
def chart(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/chart")
    expect(roles.get_by_role("group", name="Statement 1, summary")).to_be_visible()
    return roles


def cell_head(page):
    return page.get_by_role("complementary", name="The cell").get_by_role("heading", level=2)


def matrix(page):
    return page.get_by_role("grid", name="Framework matrix")


def test_the_cursor_moves_by_keyboard_and_the_words_follow(chart, complaints):
    matrix(chart).focus()
    chart.keyboard.press("ArrowRight")
    expect(cell_head(chart)).to_have_text("1.2 What the post was said to be")

    chart.keyboard.press("Control+End")

    expect(cell_head(chart)).not_to_have_text("1.2 What the post was said to be")
    assert complaints == []


def test_a_statement_is_written_from_the_grid_and_undone(chart):
    matrix(chart).focus()
    chart.keyboard.press("Enter")
    chart.keyboard.type("Came by way of the kitchens.")
    chart.keyboard.press("Enter")
    line = chart.get_by_role("textbox", name="Statement 3")
    expect(line).to_have_value("Came by way of the kitchens.")

    chart.keyboard.press("Escape")
    chart.keyboard.press("Control+z")

    expect(line).to_have_count(0)


def test_what_is_ticked_becomes_what_the_statement_rests_on(chart):
    chart.get_by_role("checkbox", name="01-maureen, turn 3").check()
    chart.get_by_label("New statement").fill("Sixteen years of kitchens.")
    chart.keyboard.press("Enter")

    last = chart.get_by_role("group", name="Statement 3, summary")
    expect(last.get_by_role("button", name="[1] turn 3")).to_be_visible()


def test_a_row_is_charted_without_leaving_the_keyboard(chart, complaints):
    matrix(chart).focus()
    chart.keyboard.press("Enter")
    chart.keyboard.type("First.")
    chart.keyboard.press("Tab")
    # Written on at once, before the next cell has been read.
    chart.keyboard.type("Second.")
    chart.keyboard.press("Tab")
    expect(chart.get_by_role("gridcell").filter(has_text="First.")).to_be_visible()
    expect(chart.get_by_role("gridcell").filter(has_text="Second.")).to_be_visible()
    expect(chart.get_by_label("New statement")).to_be_focused()
    assert complaints == []


def test_all_that_is_coded_is_ticked_by_one_key_and_does_not_end_the_statement(chart):
    field = chart.get_by_label("New statement")
    field.fill("Sixteen years of kitchens.")
    chart.get_by_role("checkbox", name="01-maureen, turn 3").check()
    expect(field).to_have_value("Sixteen years of kitchens.")

    field.press("Alt+a")
    field.press("Enter")

    last = chart.get_by_role("group", name="Statement 3, summary")
    expect(last.get_by_role("button", name="[1] turn 3")).to_be_visible()


def test_why_a_cell_is_empty_is_said_by_keyboard(chart):
    for name in ("Statement 2", "Statement 1"):
        chart.get_by_role("button", name=f"What can be done with {name.lower()}").click()
        chart.get_by_role("menuitem", name="Remove").click()
        expect(chart.get_by_role("textbox", name=name)).to_have_count(0)
    matrix(chart).focus()
    chart.keyboard.press("-")
    expect(chart.get_by_role("option", name="not asked")).to_be_visible()
    chart.keyboard.press("ArrowDown")
    chart.keyboard.press("Enter")

    expect(matrix(chart)).to_be_focused()
    expect(chart.get_by_role("gridcell").first).to_contain_text("not asked")


def test_words_that_nobody_said_are_refused_and_kept_in_the_field(chart):
    field = chart.get_by_label("New statement")
    field.fill("never said this")
    chart.keyboard.press("Alt+2")
    chart.keyboard.press("Enter")

    expect(chart.get_by_role("complementary").get_by_role("alert")).to_be_visible()
    expect(field).to_have_value("never said this")


def test_unkept_words_survive_a_reload(chart):
    chart.get_by_label("New statement").press_sequentially("Half a thou")

    chart.reload()

    expect(chart.get_by_label("New statement")).to_have_value("Half a thou")


def test_two_windows_edit_one_line_and_both_texts_are_shown(chart, on_example, context):
    other = context.new_page()
    other.goto(f"{on_example.address}/s/roles/chart")
    theirs = other.get_by_role("textbox", name="Statement 1")
    mine = chart.get_by_role("textbox", name="Statement 1")
    expect(theirs).to_be_visible()
    mine.fill("My wording.")
    theirs.fill("Their wording.")
    theirs.press("Enter")
    expect(other.get_by_role("gridcell").filter(has_text="Their wording.")).to_be_visible()

    mine.press("Enter")

    alert = chart.get_by_role("alert")
    expect(alert).to_contain_text("Theirs: Their wording.")
    expect(alert).to_contain_text("Yours: My wording.")
    alert.get_by_role("button", name="Keep mine").click()
    expect(other.get_by_role("gridcell").filter(has_text="My wording.")).to_be_visible()


def test_words_typed_while_the_server_is_away_are_sent_when_it_is_back(chart, on_example):
    on_example.kill()
    chart.get_by_label("New statement").fill("Written while nobody listened.")
    chart.keyboard.press("Enter")
    expect(chart.get_by_text("Trellis cannot be reached")).to_be_visible()

    on_example.start()

    expect(chart.get_by_role("textbox", name="Statement 3")).to_have_value(
        "Written while nobody listened.", timeout=30_000
    )
    expect(chart.get_by_text("Trellis cannot be reached")).to_have_count(0)


def test_rows_are_grouped_by_an_attribute_in_the_address(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/chart?group=site")

    expect(roles.get_by_role("rowheader", name="Harrow Vale 10", exact=True)).to_be_visible()


def test_the_chart_is_exported_as_a_workbook(chart):
    chart.get_by_role("button", name="Export").click()
    with chart.expect_download(timeout=60_000) as waiting:
        chart.get_by_role("menuitem", name="Workbook").click()

    assert waiting.value.suggested_filename == "roles chart.xlsx"
    assert waiting.value.path().read_bytes().startswith(b"PK")


def test_the_chart_is_accessible(chart):
    assert violations_in_both_schemes(chart) == []
