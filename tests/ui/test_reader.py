"""Reading a source: turns, brackets, finding, memos, the reading log; nothing in a text is ever executed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import new_study, open_study
from trellis.core.framework_wording import Wording
from trellis.study.bringing import BringIn


@pytest.fixture
def maureen(roles, on_example):
    """The page with the first interview open."""
    roles.goto(f"{on_example.address}/s/roles/read")
    roles.get_by_role("link", name="01-maureen").click()
    expect(roles.get_by_role("heading", level=1, name="01-maureen")).to_be_visible()
    expect(roles.locator("mark.piece").first).to_be_visible()
    # The last of what comes into the head; what stands below does not move after it.
    expect(roles.get_by_role("button", name="Replace a name by its pseudonym")).to_be_visible()
    return roles


def the_text(page):
    return page.get_by_role("region", name=re.compile("^Text of "))


def test_every_turn_is_in_the_page_and_can_be_found_by_the_browser(maureen, complaints):
    assert maureen.locator(".turn").count() > 30
    assert maureen.evaluate("window.find('washing machine')")
    assert complaints == []


def test_the_words_of_the_page_are_the_words_of_the_text(maureen, on_example):
    said = maureen.locator(".turn .words").all_text_contents()

    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        opened = study.readings.open("01-maureen")
    assert [words.strip() for words in said if words.strip()] == [
        opened.text[part.words : part.end].strip() for part in opened.parts if part.kind != "page"
    ]


def test_labels_and_names_stay_out_of_what_is_copied(maureen):
    the_text(maureen).focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Shift+ArrowDown"):
        maureen.keyboard.press(key)

    copied = maureen.evaluate("getSelection().toString()")

    assert copied.startswith("Right. How far back d'you want?")
    assert copied.rstrip().endswith("Was she a sort of support worker?")
    assert "INT" not in copied
    assert "1.1" not in copied


def test_a_bracket_lights_its_words_and_opens_the_codings_menu(maureen):
    name = maureen.get_by_role("button", name=re.compile(r"^1\.1 ")).first

    name.hover()
    expect(maureen.locator('mark[data-lit="true"]').first).to_be_visible()
    name.click()

    menu = maureen.get_by_role("region", name="Coding", exact=True)
    expect(menu.get_by_role("heading", name=re.compile(r"^1\.1 "))).to_be_visible()
    expect(maureen.get_by_role("region", name=re.compile("^Theme 1.1"))).to_contain_text("Definition")


def test_words_are_found_whatever_their_capitals(maureen):
    the_text(maureen).press("/")
    maureen.get_by_role("textbox", name="Find in this source").fill("CURTAINS")

    expect(maureen.get_by_role("search").get_by_role("status")).to_have_text(re.compile(r"^1 of \d+$"))
    link = maureen.get_by_role("link", name="In all sources")
    link.click()
    expect(maureen.get_by_role("textbox", name="Search for")).to_have_value("CURTAINS")


def test_a_memo_stands_beside_its_words(maureen):
    the_text(maureen).focus()
    maureen.keyboard.press("ArrowDown")
    maureen.keyboard.press("m")
    field = maureen.get_by_role("textbox", name="New memo")
    expect(field).to_be_focused()
    field.fill("Why so short?")
    field.press("Control+Enter")

    expect(maureen.get_by_role("complementary", name="Beside the text").get_by_text("Why so short?")).to_be_visible()
    expect(field).to_have_value("")


def test_a_memo_being_written_is_kept_when_the_page_is_read_again(maureen):
    maureen.get_by_role("tab", name=re.compile("Memos")).click()
    maureen.get_by_role("textbox", name="New memo").fill("half a thou")

    maureen.reload()
    maureen.get_by_role("tab", name=re.compile("Memos")).click()

    expect(maureen.get_by_role("textbox", name="New memo")).to_have_value("half a thou")


def test_it_is_noted_who_has_read_how_far(maureen):
    maureen.get_by_role("button", name="Select turn 9").click()
    maureen.get_by_role("tab", name="Source").click()
    maureen.get_by_role("button", name="Up to turn 9").click()

    expect(maureen.get_by_role("region", name="Reading log")).to_contain_text("up to turn 9")


def test_the_cells_of_who_speaks_stand_beside_the_words(maureen):
    maureen.get_by_role("tab", name="Chart").click()

    expect(maureen.get_by_role("region", name="Chart of Maureen").get_by_role("heading", level=3).first).to_be_visible()
    expect(maureen.get_by_role("link", name="Open the chart")).to_be_visible()


def test_only_the_codings_of_a_theme_are_shown_and_the_address_says_so(maureen):
    maureen.get_by_role("button", name="Theme", exact=True).click()
    maureen.get_by_role("menuitemcheckbox", name="8 Where it leads").click()
    maureen.keyboard.press("Escape")

    expect(maureen.locator(".names .name").filter(has_not_text=re.compile("^8"))).to_have_count(0)
    expect(maureen.locator(".names .name").first).to_be_visible()
    assert "theme=" in maureen.url


def test_hostile_words_are_words(page, serving, complaints):
    text = "P1: <script>window.hit=1</script><img src=x onerror=window.hit=2>\nINT: \u202eok\x0b?\n"
    with new_study(serving.library / "hostile.trellis", "<b>Hostile</b>", "Ana") as study:
        study.framework.add(Wording("<img src=x onerror=window.hit=3>"))
        file = serving.library.parent / "hostile <b>.txt"
        file.write_text(text, "utf-8")
        study.sources.bring_in([file], BringIn())
        study.index.code("hostile <b>", "1", turn=1)
    page.goto(serving.link)
    page.goto(f"{serving.address}/s/hostile/read")
    page.get_by_role("link", name="hostile <b>").click()

    expect(page.get_by_text("<script>window.hit=1</script>")).to_be_visible()
    expect(page.locator(".names .name", has_text="onerror=window.hit=3")).to_be_visible()
    page.locator(".names .name").first.click()
    assert page.evaluate("window.hit") is None
    assert complaints == []


@pytest.mark.parametrize("tab", ["Index", "Memos", "Chart", "Source"])
def test_the_reader_is_accessible(maureen, tab):
    maureen.locator(".names .name").first.click()
    maureen.get_by_role("tab", name=re.compile(tab)).click()

    assert violations_in_both_schemes(maureen) == []


def test_the_list_of_sources_is_accessible(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/read")
    expect(roles.get_by_role("link", name="01-maureen")).to_be_visible()

    assert violations_in_both_schemes(roles) == []
