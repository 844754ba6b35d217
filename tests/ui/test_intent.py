"""Intent and experience: a provision on a document's words, told by groups, each cell resting on words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.keeping import expect_kept
from trellis.bootstrap import open_study
from trellis.core.intent import Experienced
from trellis.core.source import Source, SourceKind, Version


@pytest.fixture
def words(on_example, monkeypatch, tmp_path):
    """A document and an interview of the example, each with words that stand in it once."""
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    with open_study(on_example.library / "roles.trellis", "Cleo") as study, study._work.read() as reader:
        found: dict[SourceKind, tuple[str, str]] = {}
        for source in sorted(reader.all(Source), key=lambda one: one.name):
            text = reader.text(reader.get(Version, source.current).sha)
            found.setdefault(source.kind, (source.name, text[200:260].strip()))
        return found[SourceKind.DOCUMENT], found[SourceKind.INTERVIEW]


@pytest.fixture
def told(roles, on_example, words):
    """The chart with one provision, by role; the page is on it."""
    document, _ = words
    roles.goto(f"{on_example.address}/s/roles/explore?view=intent")
    roles.get_by_role("combobox", name="Who tells it, by").click()
    roles.get_by_role("option", name="role", exact=True).click()
    roles.get_by_role("button", name="Add a provision").click()
    dialog = roles.get_by_role("dialog")
    dialog.get_by_label("What is to happen, in a sentence").fill("Supervision every month.")
    link(roles, dialog, "Document", *document)
    dialog.get_by_role("button", name="Add it on these words").click()
    expect(dialog).to_have_count(0)
    expect(roles.get_by_role("rowheader")).to_contain_text("1. Supervision every month.")
    return roles


def link(page, dialog, what, source, quote):
    dialog.get_by_role("combobox", name=what).click()
    page.get_by_role("option", name=source, exact=True).click()
    dialog.get_by_label("Words, as they stand there").fill(quote)


def cell(page, group="STR worker"):
    return page.get_by_role("button", name=re.compile(f"^{group}, provision 1:"))


def say(page, value):
    page.get_by_role("dialog").get_by_role("combobox", name="How it is told").click()
    page.get_by_role("option", name=value, exact=True).click()


def stands(on_example):
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        chart = study.intent.chart()
        return chart.rows[0].cells[chart.groups.index("STR worker")]


def test_a_cell_is_told_by_keyboard_and_rests_on_words(told, on_example, words, complaints):
    cell(told).focus()
    told.keyboard.press("Enter")
    say(told, "diluted")
    dialog = told.get_by_role("dialog")
    dialog.get_by_label("In words").fill("Every third month, if at all.")
    dialog.get_by_label("In words").press("Enter")
    link(told, dialog, "Transcript", *words[1])
    dialog.get_by_label("Which way they point").select_option("against")
    dialog.get_by_role("button", name="Link these words").click()
    expect(dialog.get_by_role("region", name="What this rests on").get_by_role("link")).to_have_count(1)
    assert violations_in_both_schemes(told) == []
    told.keyboard.press("Escape")

    expect(cell(told)).to_contain_text("diluted")
    expect(cell(told)).to_contain_text("rests on 1")
    expect_kept(told)
    found = stands(on_example)
    assert (found.experience.value, found.experience.text) == (Experienced.DILUTED, "Every third month, if at all.")
    assert [(one.words, one.side.value) for one in found.evidence] == [(words[1][1], "against")]
    assert complaints == []


def test_words_typed_while_the_value_is_on_its_way_stay_and_are_kept(told, on_example):
    held = []

    def hold(route):
        held.append(route)

    told.route(re.compile(r"/told$"), hold, times=1)
    cell(told).click()
    say(told, "diluted")
    field = told.get_by_role("dialog").get_by_label("In words")
    field.fill("Every third month, if at all.")
    with told.expect_response(re.compile(r"/told$")):
        held[0].continue_()
    told.wait_for_timeout(200)

    expect(field).to_have_value("Every third month, if at all.")
    with told.expect_response(re.compile(r"/told$")) as answer:
        field.press("Enter")
    assert answer.value.status == 200
    assert stands(on_example).experience.text == "Every third month, if at all."


def test_words_that_do_not_stand_there_are_refused_where_they_were_typed(told, words):
    cell(told).click()
    say(told, "exceeded")
    dialog = told.get_by_role("dialog")
    link(told, dialog, "Transcript", words[1][0], "nobody ever said this")
    dialog.get_by_role("button", name="Link these words").click()

    expect(dialog.get_by_role("alert")).to_contain_text("does not stand in")
    expect(dialog.get_by_label("Words, as they stand there")).to_have_value("nobody ever said this")


def test_two_windows_on_one_cell_lose_nothing(told, context, on_example):
    elsewhere = context.new_page()
    elsewhere.goto(told.url)
    for page in (told, elsewhere):
        cell(page).click()
    say(told, "diluted")
    expect(elsewhere.get_by_role("combobox", name="How it is told")).to_have_value("diluted")
    elsewhere.get_by_label("In words").fill("Not since the spring.")
    told.get_by_label("In words").fill("Every third month.")
    told.get_by_label("In words").press("Enter")
    expect(cell(told)).to_contain_text("Every third month.")
    elsewhere.get_by_label("In words").press("Enter")

    both = elsewhere.get_by_role("dialog").get_by_role("alert")
    expect(both).to_contain_text("Theirs: diluted: Every third month.")
    expect(both).to_contain_text("Yours: diluted: Not since the spring.")
    both.get_by_role("button", name="Keep mine").click()
    expect(both).to_have_count(0)
    expect_kept(elsewhere)
    assert stands(on_example).experience.text == "Not since the spring."


def transcript(page, dialog, source):
    """The transcript of a source, chosen in the dialog."""
    dialog.get_by_role("combobox", name="Transcript").click()
    page.get_by_role("option", name=source, exact=True).click()
    text = dialog.get_by_role("region", name=f"Text of {source}")
    expect(text.locator("[data-start]").first).to_be_visible()
    return text


def test_words_are_selected_in_the_transcript_by_keyboard(told, on_example, words, complaints):
    cell(told).click()
    say(told, "diluted")
    dialog = told.get_by_role("dialog")
    text = transcript(told, dialog, words[1][0])
    text.focus()
    told.keyboard.press("ArrowDown")
    told.keyboard.press("ArrowDown")
    told.keyboard.press("ArrowRight")
    field = dialog.get_by_label("Words, as they stand there")
    expect(field).to_have_value(re.compile(r"\w[.?!]$"))
    sentence = field.input_value()
    told.keyboard.press("Shift+Control+ArrowRight")
    expect(field).to_have_value(re.compile(f"^{re.escape(sentence)} \\w+$"))
    chosen = field.input_value()
    assert violations_in_both_schemes(told) == []
    with told.expect_response(re.compile(r"/evidence$")) as answer:
        told.keyboard.press("Enter")

    assert answer.value.status == 201
    expect(dialog.get_by_role("region", name="What this rests on").get_by_role("link")).to_have_count(1)
    expect(field).to_have_value("")
    assert [one.words for one in stands(on_example).evidence] == [chosen]
    assert complaints == []


def test_words_are_selected_in_the_transcript_by_mouse(told, on_example, words):
    cell(told).click()
    say(told, "exceeded")
    dialog = told.get_by_role("dialog")
    text = transcript(told, dialog, words[1][0])
    text.locator("[data-start]").nth(1).click(click_count=3)
    field = dialog.get_by_label("Words, as they stand there")
    expect(field).not_to_have_value("")
    chosen = field.input_value()
    with told.expect_response(re.compile(r"/evidence$")) as answer:
        dialog.get_by_role("button", name="Link these words").click()

    assert answer.value.status == 201
    expect(dialog.get_by_role("region", name="What this rests on").get_by_role("link")).to_have_count(1)
    assert [one.words for one in stands(on_example).evidence] == [chosen]
