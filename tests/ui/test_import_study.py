"""A study's file comes into the library from Home: taken in, refused, told that it is there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import new_study

PASSPHRASE = "seven buses to Quill"


@pytest.fixture
def saved(home, tmp_path):
    """A study's file outside the library."""
    new_study(tmp_path / "night shifts.trellis", "Night shifts", "Ana").close()
    return tmp_path / "night shifts.trellis"


def chosen(page, path):
    page.get_by_role("button", name="Import a study").click()
    page.get_by_label("Study to import").set_input_files(path)


def test_a_study_is_imported_and_the_same_one_again_is_told(home, saved, complaints):
    chosen(home, saved)
    expect(home.get_by_role("heading", level=1, name="Night shifts")).to_be_visible()

    home.get_by_role("link", name="Your studies").click()
    chosen(home, saved)
    expect(home.get_by_text("which is in the library already")).to_be_visible()
    assert violations_in_both_schemes(home) == []
    home.get_by_role("button", name="Take it in beside the other").click()
    expect(home.get_by_role("heading", level=1, name="Night shifts")).to_be_visible()

    assert [line for line in complaints if "409" not in line] == []


def test_what_is_no_study_is_refused_in_one_line(home, tmp_path):
    (tmp_path / "joan.trellis").write_text("INT: Good morning.", encoding="utf-8")

    chosen(home, tmp_path / "joan.trellis")

    expect(home.get_by_role("alert")).to_contain_text("“joan.trellis” is not a Trellis study")
    expect(home.get_by_role("button", name="Choose another file")).to_be_visible()


def test_an_encrypted_study_asks_for_its_passphrase(home, tmp_path):
    new_study(tmp_path / "locked.trellis", "Locked", "Ana", passphrase=PASSPHRASE).close()

    chosen(home, tmp_path / "locked.trellis")
    home.get_by_label("Passphrase").fill("eight buses to Quill")
    home.get_by_role("button", name="Import", exact=True).click()
    expect(home.get_by_text("The passphrase does not open this study.")).to_be_visible()
    home.get_by_label("Passphrase").fill(PASSPHRASE)
    home.get_by_role("button", name="Import", exact=True).click()

    expect(home.get_by_role("button", name="Open with its passphrase")).to_be_visible()
