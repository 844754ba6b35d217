"""The report: what it would have in it, its template, and the file."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes


def test_the_report_is_outlined_given_another_template_and_downloaded(roles, on_example, complaints):
    roles.goto(f"{on_example.address}/s/roles/report")
    sections = roles.get_by_role("region", name="New roles without a profession in community mental health")
    expect(sections.get_by_text("How the study was done")).to_be_visible()
    roles.get_by_text("COREQ checklist").last.click()
    expect(roles.get_by_role("cell", name="Data saturation")).to_be_visible()
    assert violations_in_both_schemes(roles) == []

    roles.get_by_role("button", name="Change the template").click()
    roles.get_by_role("textbox", name="Template").fill('[[section]]\nid = "results"\nheading = "What we found"\n')
    roles.get_by_role("button", name="Use this template").click()
    expect(roles.get_by_text("is no section; there are: summary")).to_be_visible()
    assert violations_in_both_schemes(roles) == []
    roles.get_by_role("textbox", name="Template").fill('[[section]]\nid = "findings"\nheading = "What we found"\n')
    roles.get_by_role("button", name="Use this template").click()
    expect(sections.get_by_text("How the study was done")).to_have_count(0)
    expect(sections.get_by_text("What we found")).to_be_visible()

    with roles.expect_download() as download:
        roles.get_by_role("link", name="Markdown (.md)").click()

    assert "## What we found" in download.value.path().read_text("utf-8")
    # A refusal that the page told is one that the browser notes as well.
    assert [line for line in complaints if "status of 4" not in line] == []
