from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes


@pytest.fixture
def findings(roles, on_example):
    """The findings of the example study, which has none yet."""
    roles.goto(f"{on_example.address}/s/roles/findings")
    expect(roles.get_by_text("No findings yet")).to_be_visible()
    return roles


def written(page):
    """A claim on working alone, from theme 3.4."""
    page.keyboard.press("n")
    dialog = page.get_by_role("dialog", name="Write a finding")
    dialog.get_by_label("The claim").fill("Most workers are by themselves all day.")
    dialog.get_by_role("combobox", name="The theme that it comes from").fill("3.4")
    page.get_by_role("option", name="3.4 Working alone").click()
    dialog.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("heading", name="Most workers are by themselves all day.")).to_be_visible()


def the_list(page, name):
    return page.get_by_role("region", name=name, exact=True)


def test_a_claim_gets_its_cases_evidence_and_a_search(findings, complaints):
    written(findings)
    expect(the_list(findings, "to be placed").get_by_role("button", name="Denise")).to_be_visible()

    the_list(findings, "to be placed").get_by_role("button", name="Denise").click()
    findings.get_by_text("Use the cell 3.4:").get_by_role("button", name="For").click()
    expect(the_list(findings, "holds").get_by_role("button", name="Denise")).to_be_visible()
    expect(the_list(findings, "For it").get_by_role("link", name="→ Denise 3.4")).to_be_visible()

    findings.get_by_label("How Stacey stands to it").select_option("contrary")
    expect(the_list(findings, "contrary").get_by_role("button", name="Stacey")).to_be_visible()

    findings.get_by_role("button", name="Find counter-evidence").click()
    expect(findings.get_by_role("row", name=re.compile("^Stacey contrary"))).to_be_visible()
    findings.get_by_label("Where you looked").fill("all of 3.4")
    findings.get_by_label("What you found").fill("Stacey goes in pairs")
    findings.get_by_role("combobox", name="What was done to the claim").click()
    findings.get_by_role("option", name="bounded to a context").click()
    findings.get_by_role("button", name="Record the search").click()
    expect(findings.get_by_text("looked in all of 3.4 and found Stacey goes in pairs")).to_be_visible()
    assert complaints == []


def test_undo_takes_a_place_back(findings):
    written(findings)
    findings.get_by_label("How Stacey stands to it").select_option("contrary")
    expect(the_list(findings, "contrary").get_by_role("button", name="Stacey")).to_be_visible()

    findings.get_by_role("heading", name="Cases", exact=False).first.click()
    findings.keyboard.press("Control+z")

    expect(the_list(findings, "to be placed").get_by_role("button", name="Stacey")).to_be_visible()


def test_a_claim_is_reworded_and_its_words_stay_while_they_are_typed(findings):
    written(findings)
    findings.get_by_role("button", name="Reword").click()
    findings.get_by_label("The claim", exact=True).fill("Some workers are by themselves all day.")

    findings.reload()
    expect(findings.get_by_label("The claim", exact=True)).to_have_value("Some workers are by themselves all day.")
    findings.get_by_role("button", name="Keep what is written").click()

    expect(findings.get_by_role("link", name="Some", exact=True)).to_be_visible()


def test_everybody_can_use_the_findings(findings):
    written(findings)
    the_list(findings, "to be placed").get_by_role("button", name="Denise").click()
    findings.get_by_role("button", name="Find counter-evidence").click()

    assert violations_in_both_schemes(findings) == []
