"""From a folder of files to an exported chart, as a researcher goes it: one study, one test."""

from __future__ import annotations

import io
import re
import zipfile

from playwright.sync_api import expect

PEOPLE = {f"p{n:02}": ("bus", "car", "bicycle", "tram")[n % 4] for n in range(1, 13)}
THEMES = "Getting there\nWhat it costs"


def transcript(name: str, way: str) -> str:
    return (
        f"INT: How do you come to work?\n\nP: By {way}. Half an hour from {name}, and I like the quiet of it.\n\n"
        f"INT: And what does it cost?\n\nP: More than it did. The {way} went up twice last year.\n"
    )


def made(page, files):
    """A study with the twelve files in it."""
    page.get_by_role("button", name="New study").first.click()
    page.get_by_label("Title").fill("Ways to work")
    page.get_by_role("button", name="Make the study").click()
    page.get_by_role("link", name="Sources", exact=True).click()
    page.get_by_label("Files to bring in").set_input_files(files)
    page.get_by_role("button", name="Bring in 12").click()
    expect(page.get_by_role("heading", name="12 sources came in")).to_be_visible()


def framed(page):
    page.get_by_role("link", name="Framework", exact=True).click()
    page.get_by_role("button", name="Add the first theme").click()
    page.keyboard.type("Travel")
    page.keyboard.press("Enter")
    expect(page.get_by_role("treeitem", name="1 Travel")).to_be_visible()
    page.get_by_role("tree", name="Framework").focus()
    page.keyboard.press("s")
    page.get_by_role("dialog").get_by_role("textbox", name="Name").fill(THEMES)
    page.keyboard.press("Enter")
    expect(page.get_by_role("treeitem", name="1.2 What it costs")).to_be_visible()


def indexed(page, address):
    """Two answers of each source under a sub-theme each, by keyboard."""
    for name in PEOPLE:
        page.goto(f"{address}/read")
        page.get_by_role("link", name=name).click()
        page.get_by_role("region", name=f"Text of {name}").focus()
        for theme in ("1.1", "1.2"):
            page.keyboard.press("ArrowDown")
            page.keyboard.press("ArrowDown")
            page.keyboard.type(theme)
            page.keyboard.press("Enter")
        expect(page.locator(".reader-head .facts")).to_contain_text("2 codings")
        expect(page.locator(".quick-kept")).to_have_text("kept")


def charted(page, address):
    """Every cell, without the mouse: what was said, resting on what is coded there."""
    page.goto(f"{address}/chart")
    matrix = page.get_by_role("grid", name="Framework matrix")
    # Twelve rows below two rows of heads; those out of view are not in the page.
    expect(matrix).to_have_attribute("aria-rowcount", "14")
    matrix.focus()
    page.keyboard.press("Control+Home")
    for column in (1, 2):
        page.keyboard.press("Enter")
        for way in PEOPLE.values():
            expect(page.get_by_role("checkbox", name=re.compile("turn"))).to_have_count(1)
            page.get_by_role("checkbox", name=re.compile("turn")).focus()
            page.keyboard.press("Space")
            page.get_by_label("New statement").focus()
            page.keyboard.type(f"By {way}, and likes it." if column == 1 else f"The {way} is dearer.")
            page.keyboard.press("Control+Enter")
        expect(matrix).to_be_focused()
        page.keyboard.press("Control+Home")
        page.keyboard.press("ArrowRight")
    expect(page.locator(".quick-kept, .offline")).to_have_count(0)


def test_from_twelve_files_to_an_exported_chart(home, serving, tmp_path, complaints):
    files = []
    for name, way in PEOPLE.items():
        files.append(tmp_path / f"{name}.txt")
        files[-1].write_text(transcript(name, way), "utf-8")
    address = f"{serving.address}/s/Ways%20to%20work"

    made(home, files)
    framed(home)
    indexed(home, address)
    charted(home, address)
    home.get_by_role("button", name="Export").click()
    with home.expect_download() as waiting:
        home.get_by_role("menuitem", name="Workbook").click()

    book = zipfile.ZipFile(io.BytesIO(waiting.value.path().read_bytes()))
    words = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    assert words.count("and likes it.") >= 4
    assert "The tram is dearer." in words
    assert "What it costs" in words
    assert complaints == []
