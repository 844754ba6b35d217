"""Many cells of the chart at once: chosen, marked in one change, given to somebody."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import open_study


@pytest.fixture
def chart(roles, on_example):
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        for number in ("1.1", "1.2"):
            study.chart.mark("Maureen", number, "draft")
        study.under("Dora").chart.mark("Maureen", "1.3", "returned", question="Which week?")
    roles.goto(f"{on_example.address}/s/roles/chart")
    expect(roles.get_by_role("group", name="Statement 1, summary")).to_be_visible()
    return roles


def matrix(page):
    return page.get_by_role("grid", name="Framework matrix")


def states(on_example):
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        return [study.chart.panel("Maureen", number).state.value for number in ("1.1", "1.2", "1.3")]


def test_a_row_is_marked_at_once_by_keyboard_and_undone_at_once(chart, on_example, complaints):
    matrix(chart).focus()
    chart.keyboard.press("Shift+Space")
    assert violations_in_both_schemes(chart) == []
    chart.keyboard.press("Alt+m")
    chart.get_by_role("menuitem", name="Mark as reviewed").click()

    expect(chart.get_by_text("What is written there is reviewed.")).to_be_visible()
    expect(matrix(chart)).to_be_focused()
    assert states(on_example) == ["reviewed", "reviewed", "returned"]
    chart.keyboard.press("Control+z")
    expect(chart.get_by_text("Undone: said how far many cells are (Maureen, 1.1")).to_be_visible()
    assert states(on_example) == ["draft", "draft", "returned"]
    assert complaints == []


def test_chosen_cells_alone_are_marked(chart, on_example):
    matrix(chart).focus()
    chart.keyboard.press("Control+Home")
    chart.keyboard.press("Shift+ArrowRight")
    expect(chart.locator('.cell[data-chosen="true"]')).to_have_count(2)
    chart.get_by_role("button", name="2 cells").click()
    chart.get_by_role("menuitem", name="Mark as charted").click()

    expect(chart.get_by_text("What is written there is charted.")).to_be_visible()
    assert states(on_example)[:2] == ["charted", "charted"]
    chart.keyboard.press("Escape")
    expect(chart.locator('.cell[data-chosen="true"]')).to_have_count(0)


def test_where_nothing_can_be_marked_that_is_said(chart, on_example):
    matrix(chart).focus()
    for _ in range(2):
        chart.keyboard.press("ArrowRight")
    chart.keyboard.press("Alt+m")
    chart.get_by_role("menuitem", name="Mark as charted").click()

    expect(chart.get_by_role("alert")).to_contain_text("none of these cells")


def test_a_cell_and_a_row_are_given_to_somebody_from_the_chart(chart, on_example):
    matrix(chart).focus()
    for entry, name in (("Assign the cell …", "Maureen, 1.1"), ("Assign all of Maureen …", "Maureen")):
        chart.keyboard.press("Alt+m")
        chart.get_by_role("menuitem", name=entry).click()
        dialog = chart.get_by_role("dialog", name=f"Assign {name}")
        expect(dialog.get_by_role("combobox", name="Who")).to_be_focused()
        assert violations_in_both_schemes(chart) == []
        chart.keyboard.type("Dora")
        dialog.get_by_role("option", name="Dora").click()
        dialog.get_by_role("button", name="Assign", exact=True).click()
        expect(chart.get_by_text("is Dora’s to do")).to_be_visible()
        expect(matrix(chart)).to_be_focused()

    with open_study(on_example.library / "roles.trellis", "Dora") as study:
        assert sorted(one.about for one in study.queue.now().mine if one.about.startswith("Maureen")) == [
            "Maureen",
            "Maureen × 1.1 Routes in and earlier work",
        ]
