from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.serving import Serving
from tests.ui.two_waves import make_two_waves
from trellis.bootstrap import open_study
from trellis.study.chart_given import Words


@pytest.fixture
def explore(roles, on_example):
    """Opens a view of the page Explore."""

    def opened(view=""):
        roles.goto(f"{on_example.address}/s/roles/explore?view={view}")
        expect(roles.get_by_role("heading", name="Explore")).to_be_visible()
        return roles

    return opened


@pytest.fixture
def two_waves(library, tmp_path):
    """A workbench on a study in which people were heard twice."""
    make_two_waves(library / "outings.trellis", tmp_path / "home")
    running = Serving(library, tmp_path / "home", person="Cleo")
    yield running
    running.stop()


def test_a_count_opens_its_words_and_they_open_their_transcript(explore, complaints):
    page = explore()

    page.get_by_role("button", name="Place in the team, STR worker", exact=False).first.click()
    words = page.get_by_role("complementary", name="3 Place in the team, STR worker")
    expect(words.get_by_text("extracts")).to_be_visible()
    words.get_by_role("link").first.click()

    expect(page).to_have_url(re.compile("/read/"))
    assert complaints == []


def test_themes_that_stand_together_open_the_words_that_they_share(explore):
    page = explore("together")

    page.get_by_role("button", name="Coming to the role, 2:", exact=False).click()

    expect(page.get_by_role("complementary", name="1 Coming to the role with 2 The daily work")).to_be_visible()


def test_saturation_answers_what_is_asked_and_leaves_as_files(explore, complaints):
    page = explore("saturation")
    expect(page.get_by_text("base 4, run 2, threshold 5 %")).to_be_visible()

    page.get_by_label("Base (interviews)").fill("6")

    expect(page.get_by_text("base 6, run 2, threshold 5 %")).to_be_visible()
    expect(page.get_by_role("img", name="Themes seen after each interview", exact=False)).to_be_visible()
    with page.expect_download() as got:
        page.get_by_role("link", name="Numbers as .csv").click()
    assert got.value.suggested_filename == "saturation.csv"
    assert complaints == []


def test_information_power_is_said_in_words(explore):
    page = explore("power")
    aim = page.get_by_role("group", name="study aim")

    aim.get_by_role("radio", name="2").check()
    aim.get_by_label("Why").fill("One service, one question.")
    aim.get_by_role("button", name="Say so").click()

    expect(aim.get_by_text("said by Cleo")).to_be_visible()


def test_a_study_of_one_wave_says_so(explore):
    expect(explore("waves").get_by_text("One wave only")).to_be_visible()


def test_what_changed_between_waves_is_said_where_the_two_stand(page, two_waves, complaints):
    page.goto(two_waves.link)
    page.goto(f"{two_waves.address}/s/outings/explore?view=waves")
    expect(page.get_by_text("2 cases were heard in both waves; 2 in one of them only (lost, refused)")).to_be_visible()

    page.get_by_role("button", name="Going out, Halima: not said").click()
    dialog = page.get_by_role("dialog", name="1.1 Going out, Halima")
    expect(dialog.get_by_text("Goes to the market alone on Fridays.")).to_be_visible()
    dialog.get_by_role("combobox", name="What became of it").click()
    page.get_by_role("option", name="emerges").click()
    dialog.get_by_label("In words").fill("to the market, alone")
    dialog.get_by_role("button", name="Say so").click()

    expect(page.get_by_role("button", name="Going out, Halima: emerges")).to_be_visible()
    assert violations_in_both_schemes(page) == []
    assert complaints == []


def test_everybody_can_use_it(explore):
    for view in ("", "together", "groups", "saturation", "power", "voices"):
        page = explore(view)
        expect(page.get_by_role("link", name="Numbers as .csv").first).to_be_visible()

        assert violations_in_both_schemes(page) == [], view


@pytest.mark.parametrize("view", ["saturation", "voices"])
def test_pictures_stand_in_the_colours_of_the_page_and_files_stay_white(explore, view):
    page = explore(view)
    picture = page.locator(".paper img")
    expect(picture).not_to_have_attribute("src", re.compile("dark"))

    page.emulate_media(color_scheme="dark")

    expect(picture).to_have_attribute("src", re.compile("dark=true"))
    drawn = page.request.get(f"{page.url.partition('/s/')[0]}{picture.get_attribute('src')}").text()
    file = page.get_by_role("link", name="Picture as .svg").get_attribute("href")
    assert 'fill="#ffffff"' not in drawn
    assert 'fill="#ffffff"' in page.request.get(f"{page.url.partition('/s/')[0]}{file}").text()


def test_a_change_rests_on_words_and_cells_of_its_own(page, two_waves, complaints):
    page.goto(two_waves.link)
    page.goto(f"{two_waves.address}/s/outings/explore?view=waves")
    page.get_by_role("button", name="Going out, Halima: not said").click()
    dialog = page.get_by_role("dialog", name="1.1 Going out, Halima")
    expect(dialog.get_by_text("Say what became of it; then words of its own are linked here.")).to_be_visible()
    dialog.get_by_role("combobox", name="What became of it").click()
    page.get_by_role("option", name="emerges").click()
    dialog.get_by_role("button", name="Say so").click()

    page.get_by_role("button", name="Going out, Halima: emerges").click()
    dialog.get_by_role("combobox", name="Transcript").click()
    page.get_by_role("option", name="halima-2", exact=True).click()
    dialog.get_by_label("Words, as they stand there").fill("I ring if I want somebody.")
    dialog.get_by_label("Which way they point").select_option("qualifies")
    dialog.get_by_role("button", name="Link these words").click()
    rests = dialog.get_by_role("region", name="What this also rests on")
    expect(rests.get_by_role("link")).to_have_count(1)
    dialog.get_by_role("button", name="Link another cell instead").click()
    dialog.get_by_role("combobox", name="Case of the cell").click()
    page.get_by_role("option", name="Halima").click()
    dialog.get_by_role("combobox", name="Theme of the cell").click()
    page.get_by_role("option", name="2.1").first.click()
    dialog.get_by_label("Wave of the cell").select_option("at nine months")
    dialog.get_by_role("button", name="Link this cell").click()
    expect(rests.get_by_role("link")).to_have_count(2)
    assert violations_in_both_schemes(page) == []

    rests.get_by_label("Which way this points: Nobody comes, by choice.").select_option("against")
    expect(rests.locator("li[data-side=against]")).to_have_count(1)
    rests.get_by_role("button", name="Take away: Nobody comes, by choice.").click()
    expect(rests.get_by_role("link")).to_have_count(1)
    rests.get_by_role("link").click()

    expect(page).to_have_url(re.compile("/read/"))
    assert complaints == []


def test_a_change_whose_words_were_corrected_is_looked_at_again(page, two_waves, library, tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    with open_study(library / "outings.trellis", "Cleo") as study:
        study.waves.say("Halima", "1.1", "emerges", "to the market")
        study.waves.link("Halima", "1.1", Words("halima-2", "I ring if I want somebody."))
        study.sources.correct("halima-2", study.sources.text("halima-2").replace("I ring", "I telephone"))
    page.goto(two_waves.link)
    page.goto(f"{two_waves.address}/s/outings/explore?view=waves")

    step = page.get_by_role("button", name="Going out, Halima: emerges")
    expect(step.get_by_text("look again")).to_be_visible()
    step.click()
    dialog = page.get_by_role("dialog", name="1.1 Going out, Halima")
    expect(dialog.get_by_text("Look again: the text it rests on was corrected.")).to_be_visible()
    dialog.get_by_role("button", name="Still right").click()

    expect(dialog.get_by_text("Look again")).to_have_count(0)
