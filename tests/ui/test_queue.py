"""The queue: a cell returned with a question, answered, reviewed; something assigned and ticked off."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import open_study


def region(page, name):
    return page.get_by_role("region", name=name, exact=True)


def test_a_returned_cell_is_answered_where_it_waits(roles, on_example, complaints):
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        study.chart.write("Maureen", "8.4", "Asks about the car.")
        study.under("Dora").chart.mark("Maureen", "8.4", "returned", question="Whose car?")
    roles.goto(f"{on_example.address}/s/roles/")
    roles.get_by_role("link", name=re.compile("1 cell returned to you")).click()

    cell = region(roles, "Returned to you").get_by_role("listitem").filter(has_text="Whose car?").first
    cell.get_by_role("textbox").fill("Bev's.")
    with roles.expect_response(lambda answer: answer.request.method == "POST"):
        roles.keyboard.press("Control+Enter")

    expect(region(roles, "Returned to you")).to_contain_text("No cell of yours")
    with open_study(on_example.library / "roles.trellis", "Dora") as study:
        assert study.queue.now().returned[0].talk[-1].text == "Bev's."
    assert complaints == []


def test_something_is_assigned_and_ticked_off(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/queue")
    roles.get_by_role("combobox", name="Who").click()
    roles.get_by_role("option").first.click()
    roles.get_by_role("combobox", name="Does what").fill("chart")
    roles.get_by_role("combobox", name="Case").fill("Maureen")
    roles.get_by_role("option", name="Maureen", exact=True).click()
    roles.get_by_role("button", name="Assign", exact=True).click()
    expect(roles.get_by_role("link", name="chart Maureen")).to_be_visible()
    assert violations_in_both_schemes(roles) == []

    roles.get_by_role("button", name="Done: chart Maureen").click()

    expect(roles.get_by_role("link", name="chart Maureen")).to_have_count(0)
