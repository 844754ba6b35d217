"""The audit trail on screen: what a reviewer will read, and the document."""

from __future__ import annotations

import io

from docx import Document
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes


def test_the_trail_is_found_from_the_history_looked_at_and_downloaded(roles, on_example, complaints):
    roles.goto(f"{on_example.address}/s/roles/history")
    link = roles.get_by_role("link", name="Audit trail")
    expect(link).to_be_visible()
    link.click()

    expect(roles.get_by_role("heading", level=1, name="Audit trail")).to_be_visible()
    deeds = roles.get_by_role("region", name="Who did what", exact=True)
    expect(deeds.get_by_role("columnheader", name="times")).to_be_visible()
    expect(deeds.get_by_role("cell", name="Cleo").first).to_be_visible()
    head = roles.get_by_text("Head of the history:").inner_text()
    assert violations_in_both_schemes(roles) == []
    with roles.expect_download() as kept:
        roles.get_by_role("link", name="Word (.docx)").click()

    assert kept.value.suggested_filename == "audit.docx"
    document = Document(io.BytesIO(kept.value.path().read_bytes()))
    assert head in [one.text for one in document.paragraphs]
    assert complaints == []


def test_the_report_and_the_palette_lead_to_the_trail(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/report")
    expect(roles.get_by_role("link", name="Audit trail")).to_have_attribute("href", "/s/roles/history/audit")

    roles.keyboard.press("Control+k")
    roles.keyboard.type("audit trail")
    expect(roles.get_by_role("button", name="Audit trail")).to_be_visible()
    roles.keyboard.press("Enter")

    expect(roles.get_by_role("heading", level=1, name="Audit trail")).to_be_visible()
