"""The review of a study: opening a point, following it, letting it stand, and seeing it come back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import open_study


@pytest.fixture
def reviewed(roles, on_example, library, tmp_path, monkeypatch):
    """The page on the review of the example, with one finding that is called ready and rests on nothing."""
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    with open_study(str(library / "roles.trellis"), "Cleo") as study:
        study.findings.add("Most workers were told by nobody what the work would be.", status="ready")
    roles.goto(f"{on_example.address}/s/roles/review")
    return roles


def test_a_point_is_opened_followed_and_let_stand(reviewed, complaints):
    counts = reviewed.get_by_role("list", name="Points by level")
    expect(counts.get_by_text("say why")).to_be_visible()
    assert violations_in_both_schemes(reviewed) == []

    line = reviewed.get_by_role("button", name="No finding answers question 1").first
    line.focus()
    reviewed.keyboard.press("Enter")
    expect(line).to_have_attribute("aria-expanded", "true")
    expect(reviewed.get_by_text("Usually resolved so").first).to_be_visible()
    assert violations_in_both_schemes(reviewed) == []

    reviewed.get_by_role("button", name="Let it stand, with a reason").first.click()
    reviewed.get_by_role("textbox", name="Why may it stand?").fill("answered in another paper")
    reviewed.get_by_role("button", name="Let it stand", exact=True).click()
    kept = reviewed.get_by_role("region", name="Let stand, with reasons")
    expect(kept.get_by_text("answered in another paper")).to_be_visible()
    every = reviewed.get_by_role("region", name="Every point")
    expect(every.get_by_role("button", name="No finding answers question 1")).to_have_count(0)
    assert violations_in_both_schemes(reviewed) == []

    kept.get_by_role("button", name="Take up again: No finding answers question 1").click()
    expect(every.get_by_role("button", name="No finding answers question 1")).to_have_count(1)
    assert complaints == []


def test_a_waiver_without_a_reason_is_refused_in_words_and_nothing_typed_is_lost(reviewed, complaints):
    reviewed.get_by_role("button", name="No finding answers question 1").first.click()
    reviewed.get_by_role("button", name="Let it stand, with a reason").first.click()
    reviewed.get_by_role("button", name="Let it stand", exact=True).click()
    expect(reviewed.get_by_text("a waiver needs a reason")).to_be_visible()

    reviewed.get_by_role("textbox", name="Why may it stand?").fill("half a thought")
    reviewed.reload()
    reviewed.get_by_role("button", name="No finding answers question 1").first.click()
    reviewed.get_by_role("button", name="Let it stand, with a reason").first.click()

    expect(reviewed.get_by_role("textbox", name="Why may it stand?")).to_have_value("half a thought")
    assert [line for line in complaints if "status of 4" not in line] == []


def test_every_point_can_be_narrowed_to_a_level_and_leads_to_its_place(reviewed, complaints):
    every = reviewed.get_by_role("region", name="Every point")
    every.get_by_text("for your eyes (").click()
    every.get_by_role("button", name="is charted").first.click()
    every.get_by_role("list", name="What it is about").get_by_role("link").first.click()

    expect(reviewed.get_by_role("heading", level=1)).not_to_have_text("Review")
    assert complaints == []
