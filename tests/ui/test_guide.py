"""Topics of the guide feed themes, and an empty cell of the chart tells whether its case was asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.study.picking import records
from tests.ui.axe import violations_in_both_schemes
from tests.ui.serving import Serving
from tests.ui.two_waves import LATER, make_two_waves
from trellis.bootstrap import open_study
from trellis.core.case import Case, Wave
from trellis.core.framework import Theme


@pytest.fixture
def guided(library, tmp_path, monkeypatch):
    """A workbench on a study with one topic, which nobody asked Owen about the second time; the way to his cell."""
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    make_two_waves(library / "outings.trellis", tmp_path / "home")
    with open_study(library / "outings.trellis", "Cleo") as study:
        study.guide.add("Company")
        study.guide.cover("owen-2", "1", "no")
        found = {
            "case": next(one.k for one in records(study, Case) if one.name == "OWEN"),
            "theme": next(one.k for one in records(study, Theme) if one.name == "Who goes along"),
            "wave": next(one.k for one in records(study, Wave) if one.name == LATER),
        }
    running = Serving(library, tmp_path / "home", person="Cleo")
    yield running, found
    running.stop()


def test_a_topic_feeds_a_theme_and_the_blank_cell_says_that_nobody_asked(page, guided, complaints):
    running, at = guided
    page.goto(running.link)
    page.goto(f"{running.address}/s/outings/sample?view=guide")
    feeds = page.get_by_role("combobox", name="Themes that topic 1 feeds")
    with page.expect_response(lambda answer: answer.url.endswith("/themes") and answer.request.method == "PUT"):
        feeds.click()
        page.get_by_role("option", name="1.2 Who goes along").click()
    page.keyboard.press("Escape")
    topic = page.get_by_role("listitem", name="Topic 1 Company")
    expect(topic.get_by_text("1.2 Who goes along").first).to_be_visible()
    assert violations_in_both_schemes(page) == []

    page.goto(f"{running.address}/s/outings/chart/case/{at['case']}?cell={at['case']}:{at['wave']}:{at['theme']}")

    expect(page.get_by_text("By the topic guide not asked: 1 Company was not covered in owen-2.")).to_be_visible()
    assert violations_in_both_schemes(page) == []
    assert complaints == []
