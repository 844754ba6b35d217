"""What goes on paper: the pages for printing, made to PDF by the browser and read back."""

from __future__ import annotations

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from tests.ui.serving import Serving
from tests.ui.two_waves import make_two_waves

MM = 72 / 25.4
"""Points to a millimetre."""


@pytest.fixture
def on_waves(library, tmp_path):
    make_two_waves(library / "nine.trellis", tmp_path / "home")
    running = Serving(library, tmp_path / "home", person="Cleo")
    yield running
    running.stop()


@pytest.fixture
def nine(page, on_waves, complaints):
    page.goto(on_waves.link)
    page.goto(f"{on_waves.address}/s/nine/chart")
    expect(page.get_by_role("grid", name="Framework matrix")).to_be_visible()
    return page


def printed(page):
    """The sheets of the page as it stands, each as its text."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    return document, [sheet.get_textpage().get_text_range() for sheet in document]


def test_a_chart_by_theme_is_printed_with_heads_and_foot_on_every_sheet(nine, complaints):
    nine.get_by_role("link", name="Print").click()
    expect(nine.get_by_role("table", name="1 Getting about")).to_be_visible()

    document, sheets = printed(nine)

    assert len(sheets) == 2
    assert [round(side / MM) for side in document[0].get_size()] == [420, 297]
    for sheet, theme in zip(sheets, ("1 Getting about", "2 Help at home"), strict=True):
        assert theme in sheet
        assert "framework v1" in sheet
        assert "Getting out again" in sheet
        assert "Your studies" not in sheet
    assert "page 1 of 2" in sheets[0]
    assert "Did not leave the house; her sister shopped. (turn 2)" in " ".join(sheets[0].split())
    assert complaints == []


def test_heads_are_repeated_where_a_chart_goes_on_to_another_sheet(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/print/chart?paper=A4")
    expect(roles.get_by_role("table").first).to_be_visible()

    _document, sheets = printed(roles)

    first = [sheet for sheet in sheets if "1 Coming to the role" in sheet]
    assert len(first) > 1
    assert all("Case" in sheet and "1.1 Routes in and earlier work" in " ".join(sheet.split()) for sheet in first)


def test_the_right_margin_stays_blank(nine):
    nine.get_by_role("link", name="Print").click()
    expect(nine.get_by_role("table", name="1 Getting about")).to_be_visible()

    document, _sheets = printed(nine)

    text = document[0].get_textpage()
    boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    assert max(right for _left, _bottom, right, _top in boxes) < (420 - 54) * MM


def test_a_chart_by_case_has_a_sheet_for_each_and_says_who_was_not_heard_again(nine):
    nine.get_by_role("link", name="Print").click()
    nine.get_by_role("radiogroup", name="Sheets by").get_by_text("By case").click()
    nine.get_by_role("radiogroup", name="Paper").get_by_text("A4").click()
    expect(nine.get_by_role("table", name="PRIYA")).to_be_visible()
    expect(nine.get_by_role("radio", name="A4")).to_be_checked()

    document, sheets = printed(nine)

    assert [round(side / MM) for side in document[0].get_size()] == [297, 210]
    assert len(sheets) == 5
    priya = next(sheet for sheet in sheets if "PRIYA" in sheet)
    assert "at nine months" in priya
    assert "refused" in priya
    assert "had had enough" not in priya


def test_comments_are_on_paper_only_where_they_are_asked_for(nine):
    nine.get_by_role("link", name="Print").click()
    expect(nine.get_by_role("table", name="2 Help at home")).not_to_contain_text("A form comes: ask him")

    nine.get_by_label("With the analyst’s comments").click()

    expect(nine.get_by_role("table", name="2 Help at home")).to_contain_text("[A form comes: ask him what it says.]")


def test_a_transcript_is_printed_with_numbers_of_turns_lines_and_themes(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/read")
    roles.get_by_role("link", name="01-maureen").first.click()
    roles.get_by_role("link", name="Print with line and theme numbers").click()
    expect(roles.get_by_role("table", name="01-maureen")).to_be_visible()
    expect(roles.get_by_role("cell", name="1.1", exact=False).first).to_be_visible()

    document, sheets = printed(roles)

    assert [round(side / MM) for side in document[0].get_size()] == [210, 297]
    assert all("01-maureen" in sheet for sheet in sheets)
    assert "1.1" in sheets[0]
    assert f"page {len(sheets)} of {len(sheets)}" in sheets[-1]


def test_extracts_are_printed_sub_theme_by_sub_theme(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/sort")
    roles.get_by_role("combobox", name="Theme").fill("Coming to the role")
    roles.get_by_role("option", name="1 Coming to the role").click()
    roles.get_by_role("link", name="Print").click()
    expect(roles.get_by_role("table", name="1.1 Routes in and earlier work")).to_be_visible()

    _document, sheets = printed(roles)

    assert all("1.1 Routes in and earlier work" in sheet for sheet in sheets[:2])
    assert "01-maureen, turn 3" in " ".join("".join(sheets).split())


def test_pages_for_printing_are_accessible(nine, on_waves):
    nine.get_by_role("link", name="Print").click()
    expect(nine.get_by_role("table", name="1 Getting about")).to_be_visible()
    assert violations_in_both_schemes(nine) == []

    nine.goto(f"{on_waves.address}/s/nine/print/chart?by=case")
    expect(nine.get_by_role("table", name="PRIYA")).to_be_visible()
    assert violations_in_both_schemes(nine) == []


def test_so_are_those_of_transcripts_and_extracts(roles, on_example, complaints):
    roles.goto(f"{on_example.address}/s/roles/read")
    roles.get_by_role("link", name="01-maureen").first.click()
    roles.get_by_role("link", name="Print with line and theme numbers").click()
    expect(roles.get_by_role("table", name="01-maureen")).to_be_visible()
    expect(roles.get_by_role("cell", name="1.1", exact=False).first).to_be_visible()
    assert violations_in_both_schemes(roles) == []

    roles.goto(f"{on_example.address}/s/roles/sort")
    roles.get_by_role("main").get_by_role("link", name="1.1 Routes in and earlier work").click()
    roles.get_by_role("link", name="Print").click()
    expect(roles.get_by_role("table", name="1.1 Routes in and earlier work")).to_be_visible()
    assert violations_in_both_schemes(roles) == []
    assert complaints == []
