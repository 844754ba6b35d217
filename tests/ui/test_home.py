from __future__ import annotations

from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes


def new_study(page, title):
    page.get_by_role("button", name="New study").first.click()
    page.get_by_label("Title").fill(title)
    page.get_by_role("button", name="Make the study").click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


def test_a_study_is_made_deleted_by_its_title_and_recovered(home, complaints):
    new_study(home, "Night shifts")
    home.get_by_role("link", name="Your studies").click()
    home.get_by_role("button", name="More about Night shifts").click()
    home.get_by_role("menuitem", name="Delete").click()
    home.get_by_label("Type the study’s title").fill("Night shifts")
    home.get_by_role("button", name="Delete", exact=True).click()
    home.get_by_role("button", name="Recover").click()

    expect(home.get_by_role("link", name="Night shifts")).to_be_visible()
    assert complaints == []


def test_a_study_is_not_deleted_under_another_title(home):
    new_study(home, "Night shifts")
    home.get_by_role("link", name="Your studies").click()
    home.get_by_role("button", name="More about Night shifts").click()
    home.get_by_role("menuitem", name="Delete").click()
    home.get_by_label("Type the study’s title").fill("Day shifts")
    home.get_by_role("button", name="Delete", exact=True).click()

    expect(home.get_by_role("alert")).to_be_visible()
    home.get_by_role("button", name="Keep it").click()
    expect(home.get_by_role("link", name="Night shifts")).to_be_visible()


def test_a_script_in_a_title_is_words(home, complaints):
    new_study(home, "<img src=x onerror=alert(1)><script>alert(2)</script>")

    assert complaints == []


def test_the_page_without_a_link_shows_nothing(page, serving):
    page.goto(serving.address)

    expect(page.get_by_role("heading", name="This page is not signed in")).to_be_visible()


def test_home_is_accessible(home):
    expect(home.get_by_role("heading", name="Your studies")).to_be_visible()

    assert violations_in_both_schemes(home) == []


def test_the_overview_is_accessible(roles):
    expect(roles.get_by_role("heading", name="What wants attention")).to_be_visible()

    assert violations_in_both_schemes(roles) == []


def test_what_wants_attention_leads_to_where_it_is_done(roles):
    roles.get_by_role("link", name="codings to allocate").click()

    expect(roles.get_by_role("checkbox", name="Tick all that are shown")).to_be_visible()


def test_the_palette_goes_anywhere_by_keyboard(roles):
    expect(roles.get_by_role("heading", name="What wants attention")).to_be_visible()
    roles.keyboard.press("Control+k")
    roles.keyboard.type("Framework")
    roles.keyboard.press("ArrowDown")
    roles.keyboard.press("Enter")

    expect(roles.get_by_role("tree", name="Framework")).to_be_visible()


def test_the_palette_finds_a_theme_and_a_source(roles):
    expect(roles.get_by_role("heading", name="What wants attention")).to_be_visible()
    roles.keyboard.press("Control+k")
    roles.keyboard.type("Formal supervision")
    roles.get_by_role("button", name="5.1 Formal supervision", exact=True).click()
    expect(roles.get_by_role("heading", name="Sort and review")).to_be_visible()

    roles.keyboard.press("Control+k")
    roles.keyboard.type("02-dan")
    roles.get_by_role("button", name="02-dan").click()

    expect(roles.get_by_role("heading", level=1, name="02-dan")).to_be_visible()


def test_both_examples_are_offered_where_there_is_no_study_yet(home, complaints):
    expect(home.get_by_role("button", name="Open the roles study")).to_be_visible()
    home.get_by_role("button", name="Open the peer study").click()

    expect(home.get_by_role("heading", level=1, name="Peer workers in thirteen self-care projects")).to_be_visible()
    assert complaints == []


def test_an_example_is_opened_from_the_menu_beside_other_studies(home):
    new_study(home, "Night shifts")
    home.get_by_role("link", name="Your studies").click()
    home.get_by_role("button", name="Example studies").click()
    home.get_by_role("menuitem", name="Peer study").click()

    expect(home.get_by_role("heading", level=1, name="Peer workers in thirteen self-care projects")).to_be_visible()
