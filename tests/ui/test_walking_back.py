"""From every kind of outcome to the words that somebody said, in at most three presses, in both examples."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.serving import Serving
from trellis.bootstrap import make_example, open_study
from trellis.study.demo import Example, Stage

READER = re.compile(r"/read/\d+\?at=\d+-\d+$")


@pytest.fixture(scope="session")
def reported(tmp_path_factory):
    """Both examples up to their findings, as closed files, made once; in the roles study a typology of the sites."""
    folder = tmp_path_factory.mktemp("reported")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRELLIS_HOME", str(folder / "home"))
        for example in Example:
            study = make_example(folder / f"{example.value}.trellis", lambda _line: None, Stage.REPORTED, example)
            grouped(study)
            study.close()
    return folder


def grouped(study) -> None:
    """A typology of persons of which one is placed, in the type “Left to it”."""
    study.typologies.new("Footing")
    for name in ("Told", "Asked"):
        study.typologies.add_dimension("Footing", name, values=["yes", "no"])
    unit = next(iter(study.typologies.now("Footing").units))
    for name in ("Told", "Asked"):
        study.typologies.place("Footing", f"#{unit[0]}", name, "no", wave=f"#{unit[1]}" if unit[1] else None)
    study.typologies.add_type("Footing", "Left to it", [("Told", "no")])


@pytest.fixture(params=[example.value for example in Example])
def example_page(request, page, reported, library, tmp_path):
    """The page, signed in; goes to a screen of one of the two examples."""
    shutil.copy(reported / f"{request.param}.trellis", library / f"{request.param}.trellis")
    running = Serving(library, tmp_path / "home", person="Cleo")
    page.goto(running.link)

    yield Walk(page, f"{running.address}/s/{request.param}/", library / f"{request.param}.trellis")
    running.stop()


@dataclass(frozen=True)
class Walk:
    """The page on one of the examples. base: the study's address; file: the study itself."""

    page: Page
    base: str
    file: Path

    @property
    def study(self) -> str:
        """The example's name."""
        return self.file.stem

    def __call__(self, way: str) -> Page:
        """The page on one of its screens."""
        self.page.goto(self.base + way)
        return self.page


def reads(page) -> None:
    expect(page).to_have_url(READER)
    expect(page.get_by_role("region", name=re.compile("^Text of"))).to_be_visible()


def to_the_words(page) -> None:
    """From a cell that is open in its case's chart: one press."""
    beside = page.get_by_role("complementary", name="The cell")
    beside.get_by_role("link", name="Open in the transcript").first.click()


def test_from_an_outcome_of_a_lens(example_page):
    lens = {"roles": "assistant-role", "peer": "recognition"}[example_page.study]
    page = example_page(f"lenses/{lens}")

    page.locator(".unit-link").first.click()
    page.locator(".sheet-beside blockquote a.from").first.click()

    reads(page)


def test_from_a_type_of_a_typology(example_page):
    with open_study(example_page.file, "Cleo") as study:
        k = study.typologies.now("Footing").typology.k
    page = example_page(f"typologies/{k}")

    page.get_by_role("region", name="Types").get_by_role("link").first.click()
    page.get_by_role("gridcell").filter(has_text=re.compile(r"\w{4}")).first.click()
    to_the_words(page)

    reads(page)


def test_from_a_list_of_a_finding(example_page):
    page = example_page("findings")

    page.get_by_role("main").get_by_role("link").first.click()
    page.get_by_role("region", name="Evidence").get_by_role("link", name=re.compile("turn|line|¶")).first.click()

    reads(page)


def test_from_a_cell_of_intent_and_experience(example_page):
    page = example_page("explore?view=intent")
    chart = page.get_by_role("region", name="Intent and experience")
    expect(chart).to_be_visible()
    assert violations_in_both_schemes(page) == []

    chart.locator(".step:not([data-kind=''])").first.click()
    page.get_by_role("region", name="What this rests on").get_by_role("link").first.click()
    to_the_words(page)

    reads(page)


def test_from_a_change_between_waves(example_page):
    if example_page.study == "roles":
        page = example_page("explore?view=waves")
        expect(page.get_by_text("One wave only")).to_be_visible()
        return
    page = example_page("explore?view=waves")

    page.locator(".step:not([data-kind=''])").first.click()
    waves = page.get_by_role("dialog").locator(".two-waves section")
    expect(waves).to_have_count(2)
    expect(waves.first.get_by_role("link").first).to_be_visible()
    expect(waves.last.get_by_role("link").first).to_be_visible()
    assert violations_in_both_schemes(page) == []
    waves.last.locator(".rests-on a").first.click()

    reads(page)
