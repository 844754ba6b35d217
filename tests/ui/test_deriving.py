"""Secondary analysis: a study made from part of another one, and where it says that it comes from."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes


def test_a_study_is_made_from_two_themes_and_says_where_it_comes_from(roles, on_example, complaints):
    roles.goto(f"{on_example.address}/s/roles/")
    roles.get_by_role("button", name="Make a study from part of it …").click()
    dialog = roles.get_by_role("dialog")
    make = dialog.get_by_role("button", name="Make it")
    expect(make).to_be_disabled()
    roles.keyboard.type("Working alone")
    dialog.get_by_label("What the analysis asks").fill("How is working alone told?")
    for number in ("3.4", "2.4"):
        dialog.get_by_role("combobox", name="Themes, with all below them").fill(number)
        expect(roles.get_by_role("option", name=number)).to_be_visible()
        roles.keyboard.press("ArrowDown")
        roles.keyboard.press("Enter")
    dialog.get_by_label("Title").focus()
    expect(roles.get_by_role("listbox")).to_be_hidden()
    assert violations_in_both_schemes(roles) == []
    make.click()

    expect(dialog.get_by_role("status")).to_contain_text("“Working alone” is made:")
    dialog.get_by_role("link", name="Open it").click()

    expect(roles.get_by_role("heading", name="Working alone")).to_be_visible()
    origin = roles.get_by_role("region", name="Made from “New roles without a profession")
    expect(origin).to_contain_text("How is working alone told?")
    origin.get_by_text("How much of each case came along").click()
    expect(origin.get_by_role("row", name="Dan")).to_be_visible()
    assert violations_in_both_schemes(roles) == []
    assert complaints == []


def test_a_study_of_its_own_says_nothing_of_an_origin(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/")

    expect(roles.get_by_role("heading", name="What wants attention")).to_be_visible()
    expect(roles.get_by_text("Made from", exact=False)).to_have_count(0)


def derived(roles, on_example):
    """The study made of what is indexed under one theme, with its first source open for reading."""
    made = roles.request.post(
        f"{on_example.address}/api/studies/roles/derived",
        data={"title": "Working alone", "purpose": "How is working alone told?", "themes": ["3.4"]},
        headers={"X-Trellis": "1", "Idempotency-Key": "01234567-89ab-4cde-8f01-23456789abcd"},
    )
    assert made.status == 201
    roles.goto(f"{on_example.address}/s/{made.json()['name']}/read")
    roles.get_by_role("row", name="01-maureen").get_by_role("link").click()
    expect(roles.get_by_role("region", name="Text of 01-maureen")).to_be_visible()


def test_the_reader_of_a_derived_study_shows_what_the_parent_says_around_a_coding(roles, on_example, complaints):
    derived(roles, on_example)
    text = roles.get_by_role("region", name="Text of 01-maureen")
    text.focus()
    roles.keyboard.press("]")
    expect(roles.get_by_role("region", name="Coding")).to_be_visible()
    ask = roles.get_by_role("button", name="What the parent study says")
    expect(ask).to_be_visible()

    roles.keyboard.press("o")

    dialog = roles.get_by_role("dialog", name="around here")
    words = dialog.get_by_role("region", name="Words of “New roles without a profession")
    expect(words).to_be_focused()
    expect(words).not_to_contain_text("█")
    narrow = len(words.inner_text())
    assert violations_in_both_schemes(roles) == []
    dialog.get_by_role("button", name="More of it").click()
    expect(dialog.get_by_role("button", name="More of it")).to_be_enabled()
    roles.wait_for_function(
        "before => document.querySelector('.parent-text').innerText.length > before + 1000", arg=narrow
    )
    roles.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(text).to_be_focused()
    assert complaints == []


def test_a_parent_that_is_not_in_the_library_is_said_plainly(roles, on_example, library):
    derived(roles, on_example)
    roles.request.get(f"{on_example.address}/api/studies")
    (library / "roles.trellis").rename(library.parent / "roles.trellis")
    roles.get_by_role("region", name="Text of 01-maureen").focus()
    roles.keyboard.press("]")

    roles.get_by_role("button", name="What the parent study says").click()

    said = roles.get_by_role("dialog").get_by_role("alert")
    expect(said).to_contain_text("“New roles without a profession")
    expect(said).to_contain_text("is not in this library")


def test_a_study_of_its_own_offers_no_parent(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/read")
    roles.get_by_role("row", name="01-maureen").get_by_role("link").click()
    roles.get_by_role("region", name="Text of 01-maureen").focus()
    roles.keyboard.press("]")

    expect(roles.get_by_role("region", name="Coding")).to_be_visible()
    expect(roles.get_by_role("button", name="What the parent study says")).to_have_count(0)
