"""Rounds of coding: opened, indexed in, closed, compared with the words, settled, carried into the index."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.study.double_round import ROUND, coded
from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import new_study


@pytest.fixture
def team(page, serving, complaints):
    """The page of rounds of a study in which Ana and Ben have indexed a blind round, closed."""
    with new_study(serving.library / "double.trellis", "Double", "Ana") as study:
        coded(study)
    page.goto(serving.link)
    page.goto(f"{serving.address}/s/double/team")
    expect(page.get_by_role("heading", level=3, name=ROUND)).to_be_visible()
    return page


def disagreement(page, number):
    return page.get_by_role("listitem", name=f"Disagreement {number}", exact=True)


def test_a_disagreement_is_read_with_its_words_and_settled_with_its_reason(team, complaints):
    team.get_by_role("link", name=f"Disagreements of {ROUND}").click()
    first = disagreement(team, 1)
    expect(first).to_contain_text("Slowly. I’d walk round the car park")
    expect(first).to_contain_text("the walking")
    assert violations_in_both_schemes(team) == []

    first.get_by_label("Ana’s reading").check()
    first.get_by_label("Why").fill("She walks while she waits")
    first.get_by_role("button", name="Settle").click()

    expect(first).to_contain_text("Ana adopted, Ana")
    expect(first).to_contain_text("She walks while she waits")
    expect(disagreement(team, 2)).to_be_focused()
    team.get_by_text("To settle 3").click()
    expect(first).to_have_count(0)
    assert complaints == []


def test_settling_is_undone(team):
    team.get_by_role("link", name=f"Disagreements of {ROUND}").click()
    first = disagreement(team, 1)
    first.get_by_label("Both stand").check()
    first.get_by_label("Why").fill("It is both")
    first.get_by_role("button", name="Settle").click()
    expect(first).to_contain_text("both stand, Ana")

    first.focus()
    team.keyboard.press("Control+z")

    expect(first.get_by_label("Both stand")).to_be_visible()


def test_figures_are_shown_on_request(team):
    team.get_by_role("link", name=f"Disagreements of {ROUND}").click()
    expect(disagreement(team, 1)).to_be_visible()
    assert team.get_by_role("table").count() == 0

    team.get_by_role("button", name="Show the figures").click()

    expect(team.get_by_role("columnheader", name="kappa")).to_be_visible()
    assert violations_in_both_schemes(team) == []


def test_a_round_is_opened_indexed_in_blind_and_closed(team, complaints):
    team.get_by_role("button", name="Open a round").click()
    team.get_by_label("Name").fill("spring")
    team.get_by_role("dialog").get_by_role("button", name="Open", exact=True).click()
    card = team.get_by_role("listitem").filter(has=team.get_by_role("heading", name="spring"))
    expect(card).to_contain_text("everybody sees only their own codings")
    assert violations_in_both_schemes(team) == []

    card.get_by_role("link", name="Index in it").click()
    team.get_by_role("link", name="janet").click()
    expect(team.get_by_label("Round")).to_contain_text("spring · blind")
    expect(team.get_by_text("blind: you see your own codings only")).to_be_visible()
    team.get_by_role("region", name="Text of janet").focus()
    team.keyboard.press("ArrowDown")
    team.keyboard.type("1.1")
    team.keyboard.press("Enter")
    expect(team.locator("mark.piece").first).to_be_visible()
    assert violations_in_both_schemes(team) == []
    expect(team.locator(".reader-head .facts")).to_contain_text("1 coding")

    team.get_by_role("link", name="Team and rounds").click()
    expect(card).to_contain_text("1 coding")
    card.get_by_role("button", name="Close spring").click()
    expect(card).to_contain_text("closed")
    assert complaints == []


def test_a_closed_round_is_for_reading_and_is_carried_into_the_index(team):
    team.get_by_role("button", name=f"Carry {ROUND} into the index").click()
    expect(team.get_by_text("disagreements are not settled")).to_be_visible()
    team.get_by_role("button", name="Carry it into the index").click()
    expect(team.get_by_role("button", name="Carry it into the index")).to_have_count(0)

    team.get_by_role("link", name="Read and index").click()
    team.get_by_role("link", name="janet").click()
    expect(team.locator("mark.piece").first).to_be_visible()
    team.get_by_label("Round").select_option(label=f"{ROUND} · blind · closed")

    expect(team.get_by_text("this round is closed, for reading only")).to_be_visible()
    expect(team.get_by_placeholder("Theme number or name, then Enter")).to_have_count(0)


def test_the_lead_adds_somebody_and_gives_another_role(team, complaints):
    team.get_by_label("Somebody new").fill("Nia")
    team.get_by_role("combobox", name="Role", exact=True).select_option("coder")
    team.get_by_role("button", name="Add to the team").press("Enter")
    theirs = team.get_by_role("row", name="Nia")
    expect(theirs).to_contain_text("index, write memos, note readings, make rules")

    team.get_by_label("Role of Nia").select_option("auditor")

    expect(theirs.get_by_role("cell", name="read", exact=True)).to_be_visible()
    assert violations_in_both_schemes(team) == []
    assert complaints == []


def test_the_only_lead_is_told_why_they_stay(team):
    team.get_by_label("Role of Ana").select_option("analyst")

    expect(team.get_by_role("alert")).to_contain_text("Ana is the study's only lead")
    expect(team.get_by_label("Role of Ana")).to_have_value("lead")
