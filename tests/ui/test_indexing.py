"""Indexing as it is done: by keyboard, by mouse, from paper, by two people at once, and all of it taken back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.indexing import EMOJI, long_interview, study_to_index
from trellis.bootstrap import open_study

SHORT = "INT: How was it?\nP1: Fine. It rained a lot. We walked home.\nINT: Far?\nP1: Two miles. I liked it.\n"


class Typist:
    """Works the reader by keyboard alone and counts gestures: a key pressed, or a theme number written."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.gestures = 0
        self.codings = 0
        self.text = page.get_by_role("region", name=re.compile("^Text of "))

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.gestures += 1

    def under(self, *numbers: str) -> None:
        self.page.keyboard.type(" ".join(numbers))
        self.gestures += len(numbers)
        self.press("Enter")
        self.codings += len(numbers)


def opened(page: Page, address: str, name: str) -> Page:
    page.goto(f"{address}/s/index/read")
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    page.get_by_role("region", name=f"Text of {name}").focus()
    return page


@pytest.fixture
def short(page, serving, complaints):
    """The page on a short interview."""
    study_to_index(serving.library, {"short": SHORT})
    page.goto(serving.link)
    return opened(page, serving.address, "short")


def codings(serving, name: str) -> list[tuple[str, str]]:
    """Theme and words of every coding of a source, from the file."""
    with open_study(serving.library / "index.trellis", "Ana") as study:
        found = study.index.retrieve(None, limit=None).extracts
    return [(extract.number or extract.theme, extract.words) for extract in found if extract.source == name]


def expect_codings(page: Page, count: int, within_ms: float = 30_000) -> None:
    facts = page.locator(".reader-head .facts")
    expect(facts).to_contain_text(re.compile(rf"\b{count} codings?\b"), timeout=within_ms)


def settled(page: Page) -> None:
    """Waits until everything that was written has been answered."""
    expect(page.locator(".quick-kept")).to_have_text("kept")


def test_eight_thousand_words_under_25_themes_by_keyboard(page, serving, complaints):
    text = long_interview()
    study_to_index(serving.library, {"long": text})
    page.goto(serving.link)
    typist = Typist(opened(page, serving.address, "long"))
    turns = len(text.splitlines())
    themes = [f"{main}.{sub}" for main in range(1, 6) for sub in range(1, 6)]

    for n in range(turns // 2):
        typist.press("ArrowDown")
        typist.press("Shift+ArrowDown")
        typist.under(themes[n % 25], themes[(n + 1 + n // 25) % 25])
    expect_codings(page, typist.codings, within_ms=180_000)
    settled(page)

    assert len(text.split()) >= 8_000
    assert len({theme for theme, _ in codings(serving, "long")}) == 25
    assert len(codings(serving, "long")) == typist.codings
    assert typist.gestures / typist.codings <= 3
    assert complaints == []


def test_the_turn_at_the_cursor_is_indexed_under_several_numbers_at_once(short, serving):
    for key in ("ArrowDown", "ArrowDown"):
        short.keyboard.press(key)
    short.keyboard.type("2.3 4.1")
    expect(short.get_by_role("region", name=re.compile("^Theme 2.3"))).to_contain_text("What belongs to 2-3")
    short.keyboard.press("Enter")
    expect_codings(short, 2)
    settled(short)

    words = "Fine. It rained a lot. We walked home."
    assert codings(serving, "short") == [("2.3", words), ("4.1", words)]


def test_sentences_and_words_are_selected_by_keyboard(short, serving):
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"):
        short.keyboard.press(key)
    short.keyboard.type("1.1")
    short.keyboard.press("Enter")
    for key in ("Control+ArrowRight", "Shift+Control+ArrowRight"):
        short.keyboard.press(key)
    short.keyboard.press("q")
    expect_codings(short, 2)
    settled(short)

    assert codings(serving, "short") == [("1.1", "It rained"), ("1.1", "It rained a lot.")]


def test_a_theme_is_found_by_letters_and_used_again_by_its_place(short, serving):
    short.keyboard.press("ArrowDown")
    short.keyboard.press("c")
    short.keyboard.type("part 3-2")
    short.keyboard.press("Enter")
    expect_codings(short, 1)
    short.keyboard.press("ArrowDown")
    short.keyboard.press("Alt+1")
    expect_codings(short, 2)
    settled(short)

    assert [theme for theme, _ in codings(serving, "short")] == ["3.2", "3.2"]


def test_the_words_themselves_become_an_open_code(short, serving):
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "i"):
        short.keyboard.press(key)
    expect_codings(short, 1)
    expect(short.locator(".names .name")).to_have_text("It rained a lot.")

    assert codings(serving, "short") == [("It rained a lot.", "It rained a lot.")]


def test_a_number_that_the_framework_does_not_have_is_told(short):
    short.keyboard.press("ArrowDown")
    short.keyboard.type("9.9")
    short.keyboard.press("Enter")

    expect(short.get_by_text("There is no theme 9.9.")).to_be_visible()
    expect_codings(short, 0)


def test_words_are_selected_by_mouse_and_stay_selected(short, serving):
    words = short.locator('.words[data-row="1"]')
    box = words.bounding_box()
    short.mouse.move(box["x"] + 2, box["y"] + 12)
    short.mouse.down()
    short.mouse.move(box["x"] + 200, box["y"] + 12, steps=5)
    short.mouse.up()
    before = short.evaluate("getSelection().toString()")
    short.keyboard.type("1.2")
    short.keyboard.press("Enter")
    expect_codings(short, 1)
    settled(short)

    assert before
    assert codings(serving, "short") == [("1.2", before.strip())]
    assert short.evaluate("getSelection().toString()").strip() == before.strip()


def test_a_double_click_and_a_turns_number_select_the_turn(short, serving):
    short.locator('.words[data-row="3"]').dblclick()
    expect(short.locator(".quick-where")).to_contain_text("turn 4")
    short.get_by_role("button", name="Select turn 1").click()

    expect(short.locator(".quick-where")).to_contain_text("How was it?")


def test_emoji_and_accents_are_taken_whole(page, serving, complaints):
    study_to_index(serving.library, {"emoji": EMOJI})
    page.goto(serving.link)
    opened(page, serving.address, "emoji")
    for key in ("ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    page.keyboard.type("1.1")
    page.keyboard.press("Enter")
    expect_codings(page, 1)
    settled(page)

    assert codings(serving, "emoji") == [("1.1", "It was née\u0301 grand 🏳️‍🌈, so we laughed 😀😀!")]
    assert page.locator("mark.piece").all_text_contents() == ["It was née\u0301 grand 🏳️‍🌈, so we laughed 😀😀!"]


def test_a_coding_is_noted_resized_recoded_and_removed_by_keyboard(short, serving):
    for key in ("ArrowDown", "ArrowDown"):
        short.keyboard.press(key)
    short.keyboard.type("1.1")
    short.keyboard.press("Enter")
    settled(short)

    short.keyboard.press("]")
    short.keyboard.press("n")
    short.get_by_role("textbox", name="Note").fill("the rain")
    short.keyboard.press("Escape")
    expect(short.get_by_role("region", name="Text of short")).to_be_focused()
    expect(short.locator(".names .name")).to_contain_text("✎")
    short.keyboard.press("ArrowRight")
    short.keyboard.press("b")
    expect(short.locator("mark.piece")).to_have_text("Fine.")
    short.keyboard.press("r")
    short.keyboard.type("5.5")
    short.keyboard.press("Enter")
    expect(short.locator(".names .name")).to_contain_text("5.5")
    settled(short)
    assert codings(serving, "short") == [("5.5", "Fine.")]
    short.keyboard.press("Delete")

    expect_codings(short, 0)
    short.keyboard.press("Control+z")
    expect_codings(short, 1)


def test_a_fast_list_is_looked_at_and_indexed(short, serving):
    short.keyboard.press("f")
    short.get_by_role("textbox", name="Lines").fill("T2-3 2.3 4.1\nT4 1.1 far\nT77 1.1")
    short.get_by_role("button", name="Look first").click()
    expect(short.get_by_role("dialog").get_by_role("status")).to_contain_text("3 codings would be added")
    expect(short.get_by_role("dialog").get_by_role("status")).to_contain_text("Line 3")
    short.get_by_role("button", name="Index these").click()
    expect_codings(short, 3)

    assert {theme for theme, _ in codings(serving, "short")} == {"2.3", "4.1", "1.1"}


def test_what_one_window_indexes_stands_in_the_other(short, serving, context):
    other = opened(context.new_page(), serving.address, "short")

    short.keyboard.press("ArrowDown")
    short.keyboard.type("1.1")
    short.keyboard.press("Enter")
    expect_codings(other, 1)
    other.keyboard.press("ArrowDown")
    other.keyboard.press("ArrowDown")
    other.keyboard.type("2.2")
    other.keyboard.press("Enter")

    expect_codings(short, 2)
    expect_codings(other, 2)


def test_three_hundred_codings_are_taken_back_one_by_one(page, serving, complaints):
    study_to_index(serving.library, {"short": SHORT})
    with open_study(serving.library / "index.trellis", "Ana") as study:
        for n in range(300):
            study.index.code("short", f"{n % 5 + 1}.{n // 5 % 5 + 1}", start=n % 60, end=n % 60 + 5 + n // 60)
    page.goto(serving.link)
    opened(page, serving.address, "short")
    expect_codings(page, 300)

    for _ in range(300):
        page.keyboard.press("Control+z")

    expect(page.locator(".reader-head .facts")).to_contain_text(re.compile(r"\b0 codings"), timeout=120_000)
    assert complaints == []


def test_the_reader_is_accessible_while_a_theme_is_looked_for(short):
    short.keyboard.press("ArrowDown")
    short.keyboard.press("c")
    expect(short.get_by_role("listbox")).to_be_visible()

    assert violations_in_both_schemes(short) == []
