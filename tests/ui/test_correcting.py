"""A text is corrected: what moves is shown first, and what cannot is settled by hand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.indexing import study_to_index
from tests.ui.keeping import expect_kept
from trellis.bootstrap import open_study

TEXT = "INT: How was it?\nP1: Fine. It rained a lot near the bins. We walked home.\nINT: Far?\nP1: Two miles.\n"


@pytest.fixture
def short(page, serving, complaints):
    study_to_index(serving.library, {"short": TEXT})
    with open_study(serving.library / "index.trellis", "Ana") as study:
        study.index.code("short", "1.1", quote="near the bins")
        study.index.code("short", "2.2", quote="We walked home.")
    page.goto(serving.link)
    page.goto(f"{serving.address}/s/index/read")
    page.get_by_role("link", name="short").click()
    page.get_by_role("tab", name="Source").click()
    return page


WATCH = """() => {
  const look = () => [...document.querySelectorAll('mark.piece')].map(each => each.textContent).join('|');
  window.seenMarks = [look()];
  const watching = new MutationObserver(() => { window.seenMarks.push(look()); });
  watching.observe(document.body, { childList: true, characterData: true, subtree: true });
}"""
"""Notes in the page whatever words are marked, whenever anything changes there."""


def correct(page, text):
    page.get_by_role("button", name="Correct the text …").click()
    editor = page.get_by_role("textbox", name="Text to correct")
    expect(editor).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    page.get_by_role("button", name="See what moves").click()


def test_a_correction_shows_what_moves_before_it_is_written(short, complaints):
    correct(short, TEXT.replace("near the bins", "by the skips").replace("Fine.", "Oh, fine."))
    told = short.get_by_role("dialog").get_by_role("status")
    expect(told).to_contain_text("near the bins")
    short.get_by_role("button", name="Read this text from now on").click()
    expect(short.locator('.words[data-row="1"]')).to_contain_text("Oh, fine. It rained a lot by the skips.")
    expect(short.locator("mark.piece")).to_have_count(1)
    expect(short.locator("mark.piece")).to_have_text("We walked home.")

    short.get_by_role("tab", name="Source").click()
    left = short.get_by_role("region", name="Left by corrections")
    expect(left).to_contain_text("near the bins")
    left.get_by_role("button", name="Drop").click()

    expect(left).to_have_count(0)
    assert complaints == []


def test_a_correction_being_made_is_kept_when_the_page_is_read_again(short):
    correct(short, TEXT.replace("Fine", "Grand"))
    short.reload()
    short.get_by_role("tab", name="Source").click()
    short.get_by_role("button", name="Correct the text …").click()

    expect(short.get_by_role("textbox", name="Text to correct")).to_contain_text("Grand")


def test_a_text_corrected_while_another_window_codes_it_moves_the_coding(short, serving, context):
    other = context.new_page()
    other.goto(short.url)
    other.get_by_role("region", name=re.compile("^Text of ")).focus()
    correct(short, "Recorded at the office.\n" + TEXT)
    for key in ("ArrowDown", "ArrowDown"):
        other.keyboard.press(key)
    other.keyboard.type("3.3")
    other.keyboard.press("Enter")
    expect(other.locator(".quick-kept")).to_have_text("kept")
    short.get_by_role("button", name="Read this text from now on").click()

    expect(other.locator(".words").first).to_have_text("Recorded at the office.")
    expect(other.locator(".reader-head .facts")).to_contain_text("3 codings")
    other.get_by_role("button", name="Select turn 3").click()
    expect(other.get_by_role("region", name="Indexed here")).to_contain_text("3.3 Part 3-3")


def coded_without_connection(page, address):
    """A turn of the text indexed under 3.3 in a window whose writes find no server."""
    page.goto(address)
    page.get_by_role("region", name=re.compile("^Text of ")).focus()
    page.route(CODINGS, lambda route: route.abort("connectionreset"))
    for key in ("ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    page.keyboard.type("3.3")
    with page.expect_event("requestfailed"):
        page.keyboard.press("Enter")


CODINGS = re.compile(r"/reading/\d+/codings$")


@pytest.mark.parametrize(
    ("after", "indexed"),
    [
        ("Recorded at the office.\n" + TEXT, ["Fine. It rained a lot near the bins. We walked home."]),
        ("Recorded at the office.\n" + TEXT.replace("a lot", "hard"), []),
    ],
)
def test_a_coding_that_waited_for_the_connection_never_lands_on_other_words(short, serving, context, after, indexed):
    other = context.new_page()
    coded_without_connection(other, short.url)
    correct(short, after)
    short.get_by_role("button", name="Read this text from now on").click()
    expect(short.locator(".words").first).to_have_text("Recorded at the office.")

    other.unroute(CODINGS)

    expect(other.locator(".words").first).to_have_text("Recorded at the office.")
    expect_kept(other)
    with open_study(serving.library / "index.trellis", "Ana") as study:
        assert [extract.words for extract in study.index.retrieve("3.3").extracts] == indexed


LATE = {"text": re.compile(r"/reading/\d+$"), "marks": re.compile(r"/reading/\d+/beside$")}
"""What comes late, by its address."""


@pytest.mark.parametrize("late", LATE)
def test_marks_never_stand_on_another_text_while_a_corrected_one_is_on_its_way(short, late, complaints):
    expect(short.locator("mark.piece")).to_have_text(["near the bins", "We walked home."])
    correct(short, "Recorded at the office.\n" + TEXT)
    held: list[Route] = []
    holds = [True]
    short.route(LATE[late], lambda route: held.append(route) if holds else route.continue_())
    short.evaluate(WATCH)
    with short.expect_response(LATE["marks" if late == "text" else "text"]), short.expect_request(LATE[late]):
        short.get_by_role("button", name="Read this text from now on").click()
    expect(short.get_by_role("dialog")).to_have_count(0)

    holds.clear()
    for route in held:
        route.continue_()

    expect(short.locator(".words").first).to_have_text("Recorded at the office.")
    expect(short.locator("mark.piece")).to_have_text(["near the bins", "We walked home."])
    assert set(short.evaluate("window.seenMarks")) <= {"near the bins|We walked home.", ""}
    assert complaints == []


def test_correcting_is_accessible(short):
    correct(short, TEXT.replace("near the bins", "by the skips"))
    expect(short.get_by_role("dialog").get_by_role("status")).to_contain_text("near the bins")

    assert violations_in_both_schemes(short) == []
