"""The study read as it was: on no screen is there anything to be changed, by hand or by key."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from scripts.pictured import dress

from tests.ui.axe import violations_in_both_schemes
from tests.ui.test_lenses import LENS
from trellis.bootstrap import open_study
from trellis.study.chart_given import OnCell

# Enabled, on screen, in the part that is the screen's own.
CONTROLS = """async () => {
  const cases = new Set((await (await fetch('/api/studies/roles/cases')).json()).cases.map(each => each.name));
  return [...document.querySelectorAll(
      'main :is(button, input, select, textarea, [contenteditable=true], [draggable=true]):not([aria-hidden=true])')]
    .filter(each => each.checkVisibility() && !each.matches(':disabled') && !each.readOnly)
    .map(each => (each.getAttribute('aria-label') || each.labels?.[0]?.innerText || each.innerText || each.textContent
      || each.placeholder || each.outerHTML).replace(/\\s+/g, ' ').trim())
    .filter(name => !cases.has(name));
}"""

READING = re.compile(
    r"""
    Cases\ and\ attributes|Sample\ table|Quotas|Waves|Consent|Topic\ guide|Copy\ the\ table     # views
    |Tree|To\ look\ at\ again|Versions|By\ (theme|case|place|coder)|Low|Middle|High
    |Crosstab|Co-occurrence|Groups|Saturation|Information\ power|Voices|Intent\ and\ experience
    |What\ comes\ out|Judge|What\ it\ rests\ on|Judges,\ waves,\ crossings|About\ this\ lens
    |Coded\ here.*|Linked|All\ the\ case\ said|Index|Memos.*|Rules.*|Chart|Source.*
    |Kind|Wave|Read|Indexed|Who|What|Theme|Where|About|Themes|Themes\ with|Rows\ with|Case|Speaker  # filters
    |Indexed\ under|Coder|Level|Show|Name\ of\ a\ source|Words\ in\ the\ (memo|change)|Search(\ for)?|Column
    |role|team|team_type|band|gender|age_band|site|years_in_post|background|Rows|Columns
    |wrong.*|say\ why.*|for\ your\ eyes.*                                                       # points of the review
    |Characters|Turns|Codings|The\ case\ (before|after)|More\ around|Hide\ the\ words|Export|Whom\ or\ what\ to\ judge
    |The\ (next|previous)\ theme\ with\ extracts    # what is shown, and how
    |.*,\ open\ the\ words|(Picture|Table)\ \(\.\w+\)|Find\ (in\ this\ source|counter-evidence.*)|Round
    |Select\ turn.*|\[\d+\]\ .*|\d(\.\d)?\ .*|line\ \d+.*|\W|Read\ as\ it\ was.*
    |(Maureen|no|yes),\ .*|(Told\ what\ the\ job\ is|Asked\ about\ referrals).*|Only\ cells\ with\ these\ words
    |Says\ no\ by\ herself|Knows\ the\ number.*|Asks\ the\ manager.*
    |Theme\ to\ read|Extracts\ under\ each|Open\ ones\ first|All|To\ settle.*|Settled.*|Show\ the\ figures|Open|\d
    """,
    re.VERBOSE,
)
SCREENS = (
    "",
    "sample",
    "sample?view=table",
    "sample?view=quotas",
    "sample?view=waves",
    "sample?view=consent",
    "sample?view=guide",
    "sources",
    "memos",
    "framework",
    "framework?view=todo",
    "framework?view=versions",
    "read",
    "search?q=supervision",
    "sort",
    "team",
    "chart",
    "queue",
    "explore",
    "explore?view=power",
    "explore?view=intent",
    "worksheet",
    "typologies",
    "lenses",
    "lenses/standing",
    "lenses/standing?view=judge&unit=Maureen&kind=case",
    "findings",
    "review",
    "report",
    "panel",
    "history",
)


@pytest.fixture
def past(roles, on_example, monkeypatch, tmp_path):
    """The page, reading the example as it was before somebody renamed a source."""
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    dress(on_example.library)
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        study.lenses.add_text(LENS)
        study.lenses.judge("standing", "Maureen", "told", "no", judge="Cleo", evidence=[OnCell("Maureen", "1.2")])
        study.findings.add("Nobody was told what the post was.")
        number = study.history.number()
        study.sources.rename("01-maureen", "first interview")
    roles.goto(f"{on_example.address}/s/roles/history")
    roles.get_by_role("button", name=f"Read as it was after change {number}", exact=True).click()
    expect(roles.get_by_role("status").filter(has_text="The study as it was")).to_be_visible()
    return roles


def settled(page):
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Reading")).to_have_count(0)


def changing(page):
    return sorted({name for name in page.evaluate(CONTROLS) if READING.fullmatch(name) is None})


def test_no_screen_has_a_control_that_changes_something(past, on_example, complaints):
    found = {}
    for screen in SCREENS:
        past.goto(f"{on_example.address}/s/roles/{screen}")
        settled(past)
        found[screen] = changing(past)

    assert {screen: names for screen, names in found.items() if names} == {}
    assert complaints == []


@pytest.mark.parametrize(
    ("screen", "way"),
    [
        ("sort", "^4.3"),
        ("worksheet", "^4.3"),
        ("typologies", "^Kinds of place"),
        ("chart", "^Maureen"),
        ("read", "^01-"),
    ],
)
def test_nor_has_what_a_list_leads_to(past, on_example, screen, way):
    past.goto(f"{on_example.address}/s/roles/{screen}")
    past.get_by_role("main").get_by_role("link", name=re.compile(way)).first.click()
    settled(past)

    assert changing(past) == []


def test_keys_that_would_change_something_do_nothing(past, on_example):
    refused = past.get_by_text("nothing can be changed in it", exact=False)
    for screen, place, keys in (
        ("framework", past.get_by_role("tree"), ("F2", "m", "s", "Alt+ArrowDown", "n")),
        ("chart", past.get_by_role("grid", name="Framework matrix"), ("a", "-", "Enter", "Control+z")),
        ("sample", past.get_by_role("grid", name="Cases by attributes"), ("Enter", "a", "Delete")),
    ):
        past.goto(f"{on_example.address}/s/roles/{screen}")
        place.focus()
        for key in keys:
            past.keyboard.press(key)
        expect(past.get_by_role("dialog")).to_have_count(0)
        expect(past.locator("main :is(input[type=text], textarea):focus")).to_have_count(0)
    expect(refused).to_have_count(0)


def test_what_cannot_be_used_says_why_and_is_accessible(past, on_example):
    past.goto(f"{on_example.address}/s/roles/framework")
    settled(past)

    expect(past.get_by_role("group", name="This is the study as it was").first).to_be_visible()
    expect(past.get_by_label("Definition")).to_be_disabled()
    assert violations_in_both_schemes(past) == []
