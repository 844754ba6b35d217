"""Several windows on one study, and answers that get lost on their way."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.indexing import study_to_index
from trellis.bootstrap import open_study

TEXT = "INT: How was it?\nP1: Fine. It rained a lot.\nINT: Far?\nP1: Two miles.\nINT: And back?\nP1: By bus.\n"
TABS = 8


@pytest.fixture
def reading(page, serving, complaints):
    """The page on a short interview."""
    study_to_index(serving.library, {"short": TEXT})
    page.goto(serving.link)
    return opened(page, serving)


def opened(page, serving):
    page.goto(f"{serving.address}/s/index/read")
    page.get_by_role("link", name="short").click()
    page.get_by_role("region", name="Text of short").focus()
    return page


def codings(serving) -> list[str]:
    with open_study(serving.library / "index.trellis", "Ana") as study:
        return sorted(extract.number for extract in study.index.retrieve(None, limit=None).extracts)


def index_under(page, number):
    page.keyboard.press("ArrowDown")
    page.keyboard.type(number)
    page.keyboard.press("Enter")


def test_eight_tabs_are_all_alive_on_one_stream(reading, serving, context, complaints):
    streams = []
    context.on("request", lambda asked: streams.append(asked.url) if asked.url.endswith("/api/events") else None)
    tabs = [reading, *(opened(context.new_page(), serving) for _ in range(TABS - 1))]

    tabs[-1].bring_to_front()
    index_under(tabs[-1], "1.1")
    for tab in tabs:
        expect(tab.locator(".reader-head .facts")).to_contain_text("1 coding")
    # The tab that held the stream goes; another takes it over, and nobody is left behind.
    tabs.pop(0).close()
    tabs[0].bring_to_front()
    index_under(tabs[0], "2.2")
    for tab in tabs:
        expect(tab.locator(".reader-head .facts")).to_contain_text("2 codings")

    assert len(streams) <= 1
    assert complaints == []


def test_an_answer_that_is_lost_on_its_way_doubles_nothing(reading, serving):
    lost: list[int] = []

    def lose(route):
        # The server does the work, and its answer never arrives.
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().status)
        route.abort("connectionreset")

    reading.route(re.compile(r"/codings$"), lose)
    reading.keyboard.press("ArrowDown")
    index_under(reading, "1.1 2.3")
    index_under(reading, "4.4")

    expect(reading.locator(".quick-kept")).to_have_text("kept")
    expect(reading.locator(".reader-head .facts")).to_contain_text("3 codings")
    assert len(lost) == 1
    assert lost[0] < 300
    assert codings(serving) == ["1.1", "2.3", "4.4"]


def test_a_server_that_is_killed_while_somebody_indexes_loses_nothing(reading, serving):
    index_under(reading, "1.1")
    expect(reading.locator(".quick-kept")).to_have_text("kept")
    serving.kill()
    index_under(reading, "2.2")
    reading.keyboard.press("ArrowDown")
    reading.keyboard.type("3.")
    serving.start()
    reading.keyboard.type("3")
    reading.keyboard.press("Enter")

    expect(reading.locator(".quick-kept")).to_have_text("kept")
    expect(reading.locator(".reader-head .facts")).to_contain_text("3 codings")
    assert codings(serving) == ["1.1", "2.2", "3.3"]
