"""One cell: what it rests on, why it is to be looked at again, and who else writes in it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import open_study
from trellis.core.framework_wording import Rewording
from trellis.study.chart_given import Line

MINE = "Came by way of the kitchens."


@pytest.fixture
def chart(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/chart")
    expect(roles.get_by_role("group", name="Statement 1, summary")).to_be_visible()
    return roles


@pytest.fixture
def as_dora(on_example):
    """Somebody else at work on the same study."""
    return lambda: open_study(on_example.library / "roles.trellis", "Dora")


def panel(page):
    return page.get_by_role("complementary", name="The cell")


def test_words_selected_in_all_that_the_case_said_become_what_a_statement_rests_on(chart, complaints):
    panel(chart).get_by_text("All the case said").click()
    words = panel(chart).get_by_text("So, thank you for doing this.")
    expect(words).to_be_visible()
    words.evaluate(
        """turn => {
          const range = document.createRange();
          range.setStart(turn.firstChild, 0);
          range.setEnd(turn.firstChild, 13);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    panel(chart).get_by_role("button", name="link them").click()
    chart.get_by_label("New statement").fill(MINE)
    chart.keyboard.press("Enter")

    line = chart.get_by_role("group", name="Statement 3, summary")
    line.get_by_role("button", name="[1] turn 2").click()

    expect(panel(chart).get_by_text("So, thank you", exact=True)).to_be_visible()
    assert complaints == []


def test_words_are_linked_by_keyboard_from_what_the_case_said(chart, complaints):
    panel(chart).get_by_text("All the case said").click()
    text = panel(chart).get_by_role("region", name="Text of 01-maureen")
    expect(text.locator("[data-start]").first).to_be_visible()
    text.focus()
    chart.keyboard.press("ArrowDown")
    chart.keyboard.press("ArrowDown")
    chart.keyboard.press("ArrowRight")
    chart.keyboard.press("Enter")

    expect(panel(chart).get_by_text("Will rest on 1 chosen")).to_be_visible()
    expect(text.locator("mark")).to_have_count(1)
    assert violations_in_both_schemes(chart) == []
    assert complaints == []


def test_a_cell_says_why_it_is_to_be_looked_at_again_until_it_is_still_right(chart, as_dora):
    with as_dora() as study:
        study.framework.reword("1.1", Rewording(definition="Only paid work that came before."))
    cell = chart.get_by_role("gridcell").first
    expect(cell).to_contain_text("look again")
    alert = panel(chart).get_by_role("alert")
    expect(alert).to_contain_text("redefined")
    assert violations_in_both_schemes(chart) == []

    panel(chart).get_by_role("button", name="Still right").click()

    expect(alert).to_have_count(0)
    expect(cell).not_to_contain_text("look again")


def test_a_theme_is_folded_and_opened_by_its_head(chart):
    chart.get_by_role("button", name="1 Coming to the role").click()
    expect(chart.get_by_role("columnheader", name="4 folded")).to_be_visible()

    chart.get_by_role("button", name="1", exact=True).click()

    expect(chart.get_by_role("columnheader", name="1.1 Routes in and earlier work")).to_be_visible()


def test_undo_names_the_change_of_somebody_who_has_edited_the_row_since(chart, as_dora):
    chart.get_by_label("New statement").fill(MINE)
    chart.keyboard.press("Enter")
    line = chart.get_by_role("textbox", name="Statement 3")
    expect(line).to_have_value(MINE)
    with as_dora() as study:
        study.chart.edit(Line("Maureen", "1.1", 3), "Came by way of two kitchens.")
        later = study.history.number()
    expect(line).to_have_value("Came by way of two kitchens.")

    chart.get_by_role("grid").focus()
    chart.keyboard.press("Control+z")

    told = chart.get_by_role("alert").filter(has_text="cannot be undone now")
    expect(told).to_contain_text(f"Change {later} stands in the way: Dora")
    assert "trellis undo" not in told.inner_text()
    expect(line).to_have_value("Came by way of two kitchens.")
    told.get_by_role("button", name=f"Show change {later}").click()
    expect(chart.locator("tr[aria-current=true]")).to_contain_text("Dora")


def test_undo_takes_back_the_persons_own_change_and_leaves_that_of_somebody_else(chart, as_dora):
    chart.get_by_label("New statement").fill(MINE)
    chart.keyboard.press("Enter")
    expect(chart.get_by_role("textbox", name="Statement 3")).to_have_value(MINE)
    with as_dora() as study:
        study.chart.edit(Line("Maureen", "1.2", 1), "A sheet with long words on it.")
    expect(chart.get_by_role("gridcell").filter(has_text="A sheet with long words on it.")).to_be_visible()

    chart.get_by_role("grid").focus()
    chart.keyboard.press("Control+z")

    expect(chart.get_by_role("textbox", name="Statement 3")).to_have_count(0)
    expect(chart.get_by_role("gridcell").filter(has_text="A sheet with long words on it.")).to_be_visible()


def test_rows_come_in_three_heights(chart):
    heights = []
    for name in ("Low", "Middle", "High"):
        chart.get_by_role("radiogroup", name="Height of rows").get_by_text(name).click()
        cell = chart.locator(f".cell[data-height={name.lower()}]").first
        expect(cell).to_be_visible()
        heights.append(cell.bounding_box()["height"])

    assert heights == sorted(set(heights))
