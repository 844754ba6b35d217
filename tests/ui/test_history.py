"""The history: the study read as it was, and what stands in the way of an undo."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import open_study


def banner(page):
    return page.get_by_role("status").filter(has_text="The study as it was")


def test_the_study_is_read_as_it_was_and_nothing_in_it_can_be_changed(roles, on_example, complaints):
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        number = study.history.number()
        study.sources.rename("01-maureen", "first interview")
    roles.goto(f"{on_example.address}/s/roles/history")
    roles.get_by_role("button", name=f"Read as it was after change {number}", exact=True).click()

    expect(banner(roles)).to_contain_text(f"after change {number}")
    roles.get_by_role("link", name="Read and index").click()
    roles.get_by_role("link", name="01-maureen").click()
    expect(roles.get_by_role("region", name="Text of 01-maureen")).to_be_visible()
    expect(banner(roles)).to_be_visible()
    expect(roles.get_by_placeholder("Theme number or name, then Enter")).to_have_count(0)
    roles.get_by_role("tab", name="Source").click()
    expect(roles.get_by_role("button", name="I have read all of it")).to_have_count(0)
    assert violations_in_both_schemes(roles) == []

    roles.get_by_role("button", name="Back to now").click()

    expect(roles.get_by_role("heading", level=1, name="first interview")).to_be_visible()
    expect(banner(roles)).to_have_count(0)
    expect(roles.get_by_placeholder("Theme number or name, then Enter")).to_be_visible()
    assert complaints == []


def test_the_past_is_read_on_after_a_reload_and_only_in_that_study(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/history")
    roles.get_by_role("button", name=re.compile("^Read as it was after change")).first.click()
    expect(banner(roles)).to_be_visible()

    roles.reload()
    expect(banner(roles)).to_be_visible()
    roles.goto(on_example.address)

    expect(roles.get_by_role("heading", level=1)).to_be_visible()
    expect(banner(roles)).to_have_count(0)


def test_what_forbids_an_undo_is_named_and_shown(roles, on_example):
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        study.sources.rename("01-maureen", "first")
    with open_study(on_example.library / "roles.trellis", "Dora") as study:
        study.sources.rename("first", "the first")
        later = study.history.number()
    roles.goto(f"{on_example.address}/s/roles/history")
    expect(roles.get_by_role("button", name=f"Undo change {later}: renamed a source")).to_be_visible()

    roles.keyboard.press("Control+z")

    told = roles.get_by_role("alert")
    expect(told).to_contain_text(f"Change {later} stands in the way: Dora renamed a source")
    assert "trellis" not in told.inner_text().casefold()
    told.get_by_role("button", name=f"Show change {later}").click()
    expect(roles.locator("tr[aria-current=true]")).to_contain_text("Dora")
    assert violations_in_both_schemes(roles) == []


def test_many_undos_leave_one_message(roles, on_example):
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        for n in range(6):
            study.sources.rename("01-maureen" if n == 0 else f"interview {n}", f"interview {n + 1}")
    roles.goto(f"{on_example.address}/s/roles/history")
    expect(roles.get_by_role("button", name=re.compile("^Undo change")).first).to_be_visible()

    for _ in range(6):
        with roles.expect_response(lambda answer: answer.url.endswith("/undo")):
            roles.keyboard.press("Control+z")

    expect(roles.locator(".mantine-Notification-root")).to_have_count(1)


def test_a_line_says_what_the_change_was_about_and_an_undo_what_it_took_back(roles, on_example):
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        study.chart.write("Maureen", "1.1", "Came by way of the kitchens.")
        number = study.history.number()
        study.history.undo()
    roles.goto(f"{on_example.address}/s/roles/history")

    rows = roles.get_by_role("row")
    cell = "Maureen, 1.1 Routes in and earlier work"
    expect(rows.nth(1)).to_contain_text(f"undid change {number}: wrote a statement ({cell})")
    expect(rows.nth(2)).to_contain_text(f"wrote a statement {cell}")
    roles.get_by_role("textbox", name="Words in the change").fill("routes in")
    expect(rows.nth(2)).to_contain_text("wrote a statement Maureen")
