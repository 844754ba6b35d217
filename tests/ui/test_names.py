"""A name replaced by its pseudonym from the selection; the identified and the pseudonymised text in one place."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import open_study
from trellis.core.study import Person, Role
from trellis.study.bringing import BringIn

PASSPHRASE = "seven buses to Quill"
SAID = "INT: Who came?\nJOAN: Kwame came, with Kwame's bag. And kwame again, in the chat.\n" + "".join(
    f"INT: And in week {week}?\nJOAN: The same as before, and then the letters, in week {week}.\n" for week in range(40)
)


@pytest.fixture
def joan(roles, on_example, tmp_path):
    """The page with a text that names somebody, indexed at the name."""
    (tmp_path / "joan.txt").write_text(SAID, encoding="utf-8")
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        study.sources.bring_in([tmp_path / "joan.txt"], BringIn())
        study.index.code("joan", ["1.1"], quote="Kwame came, with")
        [k] = [one.source.k for one in study.readings.shelf() if one.source.name == "joan"]
    roles.goto(f"{on_example.address}/s/roles/read/{k}")
    expect(the_text(roles)).to_contain_text("Kwame came")
    return roles


def the_text(page):
    return page.get_by_role("region", name="Text of joan")


def replace(page):
    page.get_by_role("button", name="Replace a name by its pseudonym").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("New passphrase").fill(PASSPHRASE)
    dialog.get_by_label("The same again").fill(PASSPHRASE)
    dialog.get_by_role("button", name="Make the file").click()
    dialog.get_by_label("Name that goes").fill("Kwame")
    dialog.get_by_label("Pseudonym").fill("Ali")
    return dialog


def test_a_name_is_replaced_from_the_selection_with_its_forms(joan, complaints):
    the_text(joan).focus()
    for key in ("ArrowDown", "ArrowDown", "Control+ArrowRight"):
        joan.keyboard.press(key)
    joan.keyboard.press("x")
    dialog = joan.get_by_role("dialog")
    dialog.get_by_label("New passphrase").fill(PASSPHRASE)
    dialog.get_by_label("The same again").fill(PASSPHRASE)
    dialog.get_by_role("button", name="Make the file").click()

    expect(dialog.get_by_label("Name that goes")).to_have_value("Kwame")
    dialog.get_by_label("Pseudonym").fill("Ali")
    expect(dialog.get_by_role("button", name="Replace in 2 places")).to_be_enabled()
    assert violations_in_both_schemes(joan) == []
    dialog.get_by_role("checkbox", name="kwame", exact=True).check()
    dialog.get_by_role("button", name="Replace in 3 places").click()

    expect(the_text(joan)).to_contain_text("Ali came, with Ali's bag. And ali again")
    assert complaints == []


def test_it_is_undone(joan):
    dialog = replace(joan)
    dialog.get_by_role("button", name="Replace in 2 places").click()
    expect(the_text(joan)).to_contain_text("Ali came")

    the_text(joan).focus()
    joan.keyboard.press("Control+z")

    expect(the_text(joan)).to_contain_text("Kwame came")


def test_both_views_keep_the_place_and_the_codings(joan):
    replace(joan).get_by_role("button", name="Replace in 2 places").click()
    expect(joan.locator("mark.piece")).to_have_text("Ali came, with")
    expect(joan.get_by_role("dialog")).to_have_count(0)

    joan.get_by_text("Identified", exact=True).click()
    expect(joan.locator("mark.piece")).to_have_text("Kwame came, with")
    expect(joan.get_by_placeholder("Theme number or name, then Enter")).to_have_count(0)
    assert violations_in_both_schemes(joan) == []
    joan.locator("[data-row]").last.scroll_into_view_if_needed()
    row = joan.locator("p.words", has_text="the letters, in week 35.")
    expect(row).to_be_in_viewport()

    joan.get_by_text("Pseudonymised", exact=True).click()

    expect(joan.get_by_placeholder("Theme number or name, then Enter")).to_be_visible()
    expect(row).to_be_in_viewport()


def test_who_may_see_pseudonymised_texts_only_has_no_switch(joan, on_example, page):
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        study.pseudonyms.open(PASSPHRASE)
        study.pseudonyms.replace("Kwame", "Ali")
        with study._work.change("person.role") as change:
            change.insert(Person(change.new_key(), 0, "Dot", Role.CODER))
        study.pseudonyms.show_only("Dot")
    address = page.url
    on_example.stop()
    on_example._person = "Dot"
    on_example.start()
    page.goto(on_example.link)
    page.goto(f"{address}?view=identified")

    expect(the_text(page)).to_contain_text("Ali came")
    expect(page.get_by_text("Identified", exact=True)).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("Replace a name"))).to_have_count(0)
