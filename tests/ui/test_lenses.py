from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.keeping import expect_kept
from trellis.bootstrap import open_study
from trellis.study.chart_given import OnCell

LENS = """format = 1
id = "standing"
title = "Standing in the team"
version = "1"
question = "How does the worker stand to the team?"
units = ["case"]

[rule]
kind = "two axes"
down = "told"
across = "asked"
evidenced = 2

[[dimension]]
id = "told"
name = "Told what the job is"
question = "Did anybody tell them what the job was?"
values = ["no", "yes"]
for = "a talk, a sheet, a plan"

[[dimension]]
id = "asked"
name = "Asked about referrals"
question = "Is the worker asked before somebody is referred?"
values = ["no", "yes"]

[[outcome]]
id = "no-no"
down = "no"
across = "no"
name = "left to it"

[[outcome]]
id = "yes-yes"
down = "yes"
across = "yes"
name = ""
meaning = "not named in the sources read for this file"
"""


@pytest.fixture
def lenses(roles, on_example, monkeypatch, tmp_path):
    """The lenses of the example study; one of them, “Standing in the team”, is ours, with Maureen judged by Ana."""
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        study.lenses.add_text(LENS)
        study.lenses.judge("standing", "Maureen", "told", "no", judge="Ana", evidence=[OnCell("Maureen", "1.2")])
        study.lenses.judge("standing", "Maureen", "asked", "no", judge="Ana", evidence=[OnCell("Maureen", "1.1")])
    roles.goto(f"{on_example.address}/s/roles/lenses")
    expect(roles.get_by_role("heading", name="Lenses", exact=True)).to_be_visible()
    return roles


def opened(page, on_example, view="", **more):
    query = "&".join([f"view={view}", *(f"{name}={value}" for name, value in more.items())])
    page.goto(f"{on_example.address}/s/roles/lenses/standing?{query}")
    return page


def test_a_file_that_does_not_fit_is_told_line_by_line_and_one_that_does_is_declared(lenses, tmp_path, complaints):
    own = LENS.replace('"standing"', '"place"').replace("Standing in the team", "Place in the team")
    (tmp_path / "bad.toml").write_text(own.replace("question", "qestion", 1), encoding="utf-8")
    (tmp_path / "good.toml").write_text(own, encoding="utf-8")
    field = lenses.locator("input[type=file]")

    field.set_input_files(tmp_path / "bad.toml")
    expect(lenses.get_by_role("alert")).to_contain_text(
        "line 5: “qestion” means nothing here; did you mean “question”?"
    )
    field.set_input_files(tmp_path / "good.toml")

    expect(lenses.get_by_role("link", name="Place in the team")).to_be_visible()
    expect(lenses.get_by_role("alert")).to_have_count(0)
    assert complaints == []


def test_a_case_is_judged_on_words_of_the_chart_and_the_outcome_follows(lenses, on_example, complaints):
    page = opened(lenses, on_example, "judge")
    page.get_by_role("combobox", name="Whom or what to judge").fill("Bev")
    page.get_by_role("combobox", name="Whom or what to judge").press("Enter")
    outcome = page.get_by_role("region", name="What comes out")
    expect(outcome).to_contain_text("Bev: not judged")

    told = page.get_by_role("region", name="Told what the job is")
    told.get_by_role("button", name="no", exact=True).click()
    page.get_by_role("complementary").get_by_role("button", name=re.compile("^For: ")).first.click()
    expect(told.get_by_text("Evidence for")).to_be_visible()
    told.get_by_label("self").check()
    told.get_by_label("Why, on Told what the job is").fill("She found out by doing it.")
    page.get_by_role("button", name=re.compile("^Asked about referrals")).click()
    asked = page.get_by_role("region", name="Asked about referrals")
    asked.get_by_role("button", name="no", exact=True).click()

    expect(outcome).to_contain_text("Bev: left to it")
    expect_kept(page)
    page.reload()
    expect(outcome).to_contain_text("Bev: left to it")
    expect(page.get_by_label("Why, on Told what the job is")).to_have_value("She found out by doing it.")
    assert complaints == []


def test_another_judges_words_stand_beside_and_what_differs_is_open(lenses, on_example):
    page = opened(lenses, on_example, "judge", unit="Maureen", kind="case")
    told = page.get_by_role("region", name="Told what the job is")
    expect(told).to_contain_text("Ana: no")

    told.get_by_role("button", name="yes", exact=True).click()

    expect(page.get_by_role("region", name="What comes out")).to_contain_text("Maureen: indeterminate")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    expect(page.get_by_role("region", name="What comes out")).to_contain_text("Maureen: left to it")


def test_an_override_needs_a_reason_and_shows(lenses, on_example, complaints):
    page = opened(lenses, on_example, "judge", unit="Maureen", kind="case")
    page.get_by_role("button", name="Override …").click()
    page.get_by_role("combobox", name="Outcome").click()
    page.get_by_role("option", name="indeterminate").click()
    expect(page.get_by_role("button", name="Override", exact=True)).to_be_disabled()
    page.get_by_label("Reason").fill("Her team was changed since.")
    page.get_by_role("button", name="Override", exact=True).click()

    said = page.get_by_role("region", name="What comes out")
    expect(said).to_contain_text("Overridden; derived is “left to it”. Her team was changed since.")
    assert complaints == []


def test_a_blank_cell_is_named_and_the_picture_is_taken_along(lenses, on_example, complaints):
    page = opened(lenses, on_example)
    page.get_by_role("button", name="Name it").click()
    page.get_by_label("Name of this cell").fill("looked after")
    page.get_by_label("Name of this cell").press("Enter")
    expect(page.get_by_text("looked after").first).to_be_visible()

    with page.expect_download() as picture:
        page.get_by_role("button", name="Picture (.svg)").click()
    with page.expect_download() as table:
        page.get_by_role("button", name="Table (.csv)").click()

    assert "looked after" in Path(picture.value.path()).read_text("utf-8")
    assert "left to it: Maureen" in Path(table.value.path()).read_text("utf-8")
    assert complaints == []


def test_two_names_of_one_cell_stand_to_choose_from(lenses, on_example, context):
    here, elsewhere = opened(lenses, on_example), opened(context.new_page(), on_example)
    for page, name in ((elsewhere, "kept warm"), (here, "looked after")):
        page.get_by_role("button", name="Name it").click()
        page.get_by_label("Name of this cell").fill(name)
    here.get_by_label("Name of this cell").press("Enter")
    expect(here.get_by_text("looked after").first).to_be_visible()

    elsewhere.get_by_label("Name of this cell").press("Enter")

    both = elsewhere.get_by_role("alert")
    expect(both).to_contain_text("Theirs: looked after")
    expect(both).to_contain_text("Yours: kept warm")
    assert violations_in_both_schemes(elsewhere) == []
    both.get_by_role("button", name="Keep mine").click()
    expect(here.get_by_text("kept warm").first).to_be_visible()


def test_what_an_outcome_rests_on_is_told_in_words_and_leads_to_the_sheet(lenses, on_example):
    page = opened(lenses, on_example, "rests")
    expect(page.get_by_text("Without judge Ana, Maureen would come out as “not judged”")).to_be_visible()

    page.get_by_role("tab", name="What comes out").click()
    page.get_by_role("region", name="The two axes").get_by_role("button", name="Maureen").first.click()

    expect(page.get_by_role("region", name="Told what the job is")).to_be_visible()


@pytest.mark.parametrize("view", ["outcomes", "judge", "rests", "compare", "about"])
def test_every_part_can_be_used_by_everybody(lenses, on_example, view):
    page = opened(lenses, on_example, view, unit="Maureen", kind="case", **{"with": "standing"})
    expect(page.get_by_role("heading", name="Standing in the team")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("status")).to_have_count(0)

    assert violations_in_both_schemes(page) == []


def test_the_list_can_be_used_by_everybody(lenses):
    expect(lenses.get_by_role("button", name=re.compile("^Declare ")).first).to_be_visible()

    assert violations_in_both_schemes(lenses) == []


def why(page):
    return page.get_by_label("Why, on Told what the job is")


def told_of(page):
    return page.get_by_role("region", name="Told what the job is")


def judged(on_example):
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        made = study.lenses.judgement("standing", "Maureen", "told")
        return None if made is None else (made.values, made.rationale)


def test_two_windows_on_one_judgement_lose_nothing(lenses, on_example, context, complaints):
    here = opened(lenses, on_example, "judge", unit="Maureen", kind="case")
    told_of(here).get_by_role("button", name="yes", exact=True).click()
    expect(here.get_by_role("button", name=re.compile("^Told what the job is"))).to_contain_text("yes · 0 for")
    elsewhere = opened(context.new_page(), on_example, "judge", unit="Maureen", kind="case")
    expect(told_of(elsewhere).get_by_role("button", name="yes", exact=True)).to_have_attribute("aria-pressed", "true")
    why(elsewhere).fill("Her manager gave her a sheet.")
    why(here).fill("A colleague told her.")
    why(here).press("Enter")
    expect(here.get_by_text("Not kept yet")).to_have_count(0)

    why(elsewhere).press("Enter")

    both = told_of(elsewhere).get_by_role("alert")
    expect(both).to_contain_text("Theirs: yes (medium): A colleague told her.")
    expect(both).to_contain_text("Yours: yes (medium): Her manager gave her a sheet.")
    expect(why(elsewhere)).to_have_value("Her manager gave her a sheet.")
    assert judged(on_example) == (("yes",), "A colleague told her.")
    assert violations_in_both_schemes(elsewhere) == []
    both.get_by_role("button", name="Keep mine").click()
    expect(both).to_have_count(0)
    expect(why(here)).to_have_value("Her manager gave her a sheet.")
    assert judged(on_example) == (("yes",), "Her manager gave her a sheet.")


def test_of_two_texts_the_other_one_is_taken(lenses, on_example, context):
    here = opened(lenses, on_example, "judge", unit="Maureen", kind="case")
    told_of(here).get_by_role("button", name="yes", exact=True).click()
    elsewhere = opened(context.new_page(), on_example, "judge", unit="Maureen", kind="case")
    why(elsewhere).fill("Mine.")
    told_of(here).get_by_role("button", name="no", exact=True).click()
    expect(here.get_by_role("region", name="What comes out")).to_contain_text("Maureen: left to it")
    why(elsewhere).press("Enter")

    told_of(elsewhere).get_by_role("button", name="Take theirs").click()

    expect(why(elsewhere)).to_have_value("")
    expect(told_of(elsewhere).get_by_role("button", name="no", exact=True)).to_have_attribute("aria-pressed", "true")
    assert judged(on_example) == (("no",), "")


def test_what_is_typed_survives_a_lost_connection_and_a_reload(lenses, on_example):
    page = opened(lenses, on_example, "judge", unit="Maureen", kind="case")
    told_of(page).get_by_role("button", name="yes", exact=True).click()
    expect(told_of(page).get_by_role("button", name="Take my judgement back")).to_be_visible()
    page.route(re.compile(r"/judgements$"), lambda route: route.abort("connectionreset"))

    why(page).press_sequentially("She was shown round")
    why(page).press("Enter")
    why(page).press_sequentially(", once.")

    expect(why(page)).to_be_focused()
    expect(page.get_by_text("Not kept yet")).to_be_visible()
    page.reload()
    page.unroute(re.compile(r"/judgements$"))
    expect(why(page)).to_have_value("She was shown round, once.")
    why(page).press("Enter")
    expect(page.get_by_text("Not kept yet")).to_have_count(0)
    assert judged(on_example) == (("yes",), "She was shown round, once.")


def test_a_reason_that_was_kept_unheard_before_a_reload_is_no_conflict_with_oneself(lenses, on_example):
    page = opened(lenses, on_example, "judge", unit="Maureen", kind="case")
    told_of(page).get_by_role("button", name="yes", exact=True).click()
    expect(told_of(page).get_by_role("button", name="Take my judgement back")).to_be_visible()
    heard: list[int] = []

    def unheard(route):
        heard.append(route.fetch().status)
        route.abort("connectionreset")

    page.route(re.compile(r"/judgements$"), unheard)
    why(page).press_sequentially("She was shown round")
    with page.expect_event("requestfailed"):
        why(page).press("Enter")
    why(page).press_sequentially(", once.")
    expect(page.get_by_text("Not kept yet")).to_be_visible()
    page.reload()
    page.unroute(re.compile(r"/judgements$"))
    assert heard[0] < 300

    expect(why(page)).to_have_value("She was shown round, once.")
    why(page).press("Enter")

    expect(page.get_by_text("Not kept yet")).to_have_count(0)
    assert judged(on_example) == (("yes",), "She was shown round, once.")


def test_a_reason_without_a_value_waits_for_one_and_goes_with_signing_out(lenses, on_example):
    page = opened(lenses, on_example, "judge", unit="Maureen", kind="case")
    why(page).fill("Nobody knows.")
    page.reload()
    expect(why(page)).to_have_value("Nobody knows.")
    assert judged(on_example) is None

    told_of(page).get_by_role("button", name="unknown", exact=True).click()
    expect(page.get_by_text("Not kept yet")).to_have_count(0)
    assert judged(on_example) == (("unknown",), "Nobody knows.")
    why(page).fill("Nobody knows it.")
    page.evaluate("window.dispatchEvent(new Event('trellis:signed-out'))")
    expect(why(page)).to_have_count(0)
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('draft ')).length") == 0


def test_nothing_is_judged_before_it_is_known_who_judges(lenses, on_example):
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    lenses.route(re.compile(r"/api/session$"), hold)
    with lenses.expect_response(re.compile(r"/sheet\?")):
        page = opened(lenses, on_example, "judge", unit="Maureen", kind="case")
    expect(page.get_by_text("Reading the sheet")).to_be_visible()
    expect(told_of(page)).to_have_count(0)

    for route in held:
        route.continue_()

    expect(told_of(page)).to_be_visible()


def test_a_judgement_shows_before_the_answer_and_goes_if_it_is_refused(lenses, on_example):
    page = opened(lenses, on_example, "judge", unit="Maureen", kind="case")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile(r"/judgements$"), hold)
    value = told_of(page).get_by_role("button", name="yes", exact=True)
    value.click()
    expect(value).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name=re.compile("^Told what the job is"))).to_contain_text("yes · 0 for")

    problem = {"type": "urn:trellis:invalid", "title": "No", "status": 422, "detail": "it is not to be"}
    held[0].fulfill(status=422, json=problem, content_type="application/problem+json")

    expect(page.get_by_text("it is not to be")).to_be_visible()
    expect(value).to_have_attribute("aria-pressed", "false")
    expect(value).to_be_focused()
    assert judged(on_example) is None
