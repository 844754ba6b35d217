from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes

ROOT = Path(__file__).parents[2]
ROLES = ROOT / "src" / "trellis" / "examples" / "roles"
EXAMPLES = ROOT / "examples" / "check-a-manuscript"


@pytest.fixture
def giving(home):
    """The page on which a manuscript is given, come to from Home."""
    home.get_by_role("link", name="Check a manuscript").click()
    expect(home.get_by_role("heading", level=1, name="Check a manuscript")).to_be_visible()
    return home


def choose(page, button, files):
    with page.expect_file_chooser() as chosen:
        page.get_by_role("button", name=button, exact=True).press("Enter")
    chosen.value.set_files(files)


def check(page, manuscript, *, sample=True):
    choose(page, "Choose the manuscript", manuscript)
    choose(page, "Choose the transcripts", sorted((ROLES / "transcripts").iterdir()))
    if sample:
        choose(page, "Choose the sample sheet", ROLES / "people.csv")
    page.get_by_role("button", name="Check the manuscript").press("Enter")


@pytest.fixture
def found(giving):
    """What was found in the faulty manuscript."""
    check(giving, EXAMPLES / "faulty.md")
    expect(giving.get_by_role("heading", level=2, name="First page")).to_be_visible(timeout=60_000)
    return giving


def test_a_remark_opens_both_sides_with_what_differs_marked(found, complaints):
    line = found.get_by_role("button", name="“always” is printed where the source has “still”").last
    line.press("Enter")

    expect(line).to_have_attribute("aria-expanded", "true")
    expect(found.get_by_role("group", name="In the manuscript").locator("mark")).to_have_text("always")
    expect(found.get_by_role("group", name="In the transcripts").locator("mark")).to_have_text("still")
    expect(found.get_by_text("Usually resolved by")).to_be_visible()
    assert complaints == []


def test_the_first_page_has_ten_lines_at_most_with_their_levels(found):
    themes = found.get_by_role("region").filter(has=found.get_by_role("heading", level=3))
    lines = themes.get_by_role("listitem")

    expect(lines.first).to_contain_text("wrong")
    assert 0 < lines.count() <= 10


def test_remarks_are_narrowed_in_the_address(found):
    found.get_by_role("button", name="Level", exact=True).click()
    found.get_by_role("menu").get_by_text("for your eyes").click()
    found.keyboard.press("Escape")

    expect(found.get_by_role("status").filter(has_text="3 remarks")).to_be_visible()
    assert "level=for+your+eyes" in found.url
    found.reload()
    expect(found.get_by_role("status").filter(has_text="3 remarks")).to_be_visible()


def test_the_manuscript_with_comments_and_the_data_are_fetched(found, tmp_path):
    with found.expect_download() as commented:
        found.get_by_role("link", name="With comments").click()
    with found.expect_download() as data:
        found.get_by_role("link", name="As data").click()

    assert commented.value.suggested_filename == "faulty-commented.docx"
    data.value.save_as(tmp_path / "review.json")
    assert json.loads((tmp_path / "review.json").read_text("utf-8"))["counts"]["wrong"] > 0


def test_what_was_found_is_thrown_away(found):
    address = found.url
    found.get_by_role("button", name="Throw away").click()
    expect(found.get_by_role("heading", level=1, name="Check a manuscript")).to_be_visible()

    found.goto(address)

    expect(found.get_by_role("alert")).to_contain_text("thrown away")


def test_nothing_of_a_check_is_in_the_library(found, serving):
    assert list(serving.library.iterdir()) == []


def test_without_a_sheet_it_says_what_was_not_asked(giving):
    check(giving, EXAMPLES / "sound.md", sample=False)

    expect(giving.get_by_role("heading", name="What was not asked")).to_be_visible(timeout=60_000)
    expect(giving.get_by_text("· no sample sheet")).to_be_visible()


def test_a_manuscript_that_cannot_be_read_is_told_and_can_be_exchanged(giving, tmp_path):
    broken = tmp_path / "draft.docx"
    broken.write_bytes(b"PK\x03\x04 not a document")
    check(giving, broken)
    expect(giving.get_by_role("alert")).to_contain_text("draft.docx", timeout=60_000)

    choose(giving, "Choose the manuscript", EXAMPLES / "sound.md")
    giving.get_by_role("button", name="Check the manuscript").click()

    expect(giving.get_by_role("heading", level=1, name="What was found in the manuscript")).to_be_visible(
        timeout=60_000
    )


def test_a_check_is_stopped_and_can_be_begun_again(giving):
    # One file is held back on its way, so that the check is still going on when Stop is pressed.
    giving.route("**/sample/0?*", lambda _route: None)
    check(giving, EXAMPLES / "sound.md")
    giving.get_by_role("region", name="Taking files in").get_by_role("button", name="Stop").press("Enter")
    expect(giving.get_by_text("Stopped.")).to_be_visible()
    giving.unroute("**/sample/0?*")

    giving.get_by_role("button", name="Check the manuscript").press("Enter")

    expect(giving.get_by_role("heading", level=1, name="What was found in the manuscript")).to_be_visible(
        timeout=60_000
    )


def test_the_palette_leads_to_it(roles):
    expect(roles.get_by_role("heading", name="What wants attention")).to_be_visible()
    roles.keyboard.press("Control+k")
    roles.keyboard.type("Check a manuscript")
    roles.keyboard.press("Enter")

    expect(roles.get_by_role("heading", level=1, name="Check a manuscript")).to_be_visible()


def test_giving_the_files_is_accessible(giving):
    choose(giving, "Choose the transcripts", sorted((ROLES / "transcripts").iterdir()))

    assert violations_in_both_schemes(giving) == []


def test_what_was_found_is_accessible(found):
    found.get_by_role("button", name="“always” is printed").last.press("Enter")

    assert violations_in_both_schemes(found) == []
