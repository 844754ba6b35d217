"""The recording of a source: linked, played with the text following, stepped back, refused where it is a wrong file."""

from __future__ import annotations

import re
import shutil

import pytest
from playwright.sync_api import expect

from tests.study.recordings import recorded
from tests.ui.axe import violations_in_both_schemes
from trellis.bootstrap import open_study

SPOKEN = """WEBVTT

00:00:00.000 --> 00:00:01.000
<v INT>How long did you wait?

00:00:01.000 --> 00:00:02.000
<v JOAN>Nine months in all.

00:00:02.000 --> 00:00:06.000
<v INT>And then a letter came?
"""


@pytest.fixture
def joan(roles, on_example, tmp_path):
    """The page with a timed interview open; its recording lies beside."""
    (tmp_path / "joan.vtt").write_text(SPOKEN, encoding="utf-8")
    recorded(tmp_path / "tapes" / "joan.wav", tenths=60)
    with open_study(on_example.library / "roles.trellis", "Cleo") as study:
        study.sources.bring_in([tmp_path / "joan.vtt"])
        [k] = [one.source.k for one in study.readings.shelf() if one.source.name == "joan"]
    roles.goto(f"{on_example.address}/s/roles/read/{k}")
    expect(roles.get_by_role("heading", level=1, name="joan")).to_be_visible()
    return roles


def link(page, path):
    page.get_by_role("tab", name="Source").click()
    page.get_by_role("button", name=re.compile("^Link ")).click()
    page.get_by_label("Path of the file").fill(str(path))
    page.get_by_role("dialog").get_by_role("button", name="Link", exact=True).click()


def at(page):
    """Where the recording is, in seconds."""
    return page.locator("audio").evaluate("each => each.currentTime")


def test_a_recording_is_linked_and_the_text_follows_it(joan, tmp_path, complaints):
    link(joan, tmp_path / "tapes" / "joan.wav")
    expect(joan.get_by_role("region", name="Recording", exact=True)).to_be_visible()

    joan.get_by_role("button", name="Play from 00:01").click()

    expect(joan.get_by_role("button", name="Pause the recording")).to_be_visible()
    expect(joan.locator(".gutter[data-spoken=true]")).to_contain_text("00:02")
    assert violations_in_both_schemes(joan) == []
    assert complaints == []


def test_keys_play_step_back_and_change_the_speed(joan, tmp_path):
    link(joan, tmp_path / "tapes" / "joan.wav")
    joan.get_by_role("button", name="Play from 00:02").click()
    text = joan.get_by_role("region", name="Text of joan")
    text.focus()

    joan.keyboard.press("p")
    expect(joan.get_by_role("button", name="Play the recording")).to_be_visible()
    before = at(joan)
    joan.keyboard.press(",")
    joan.keyboard.press("-")

    assert before >= 2
    assert at(joan) == max(0, before - 3)
    expect(joan.get_by_label("Speed")).to_have_value("0.75")
    assert joan.locator("audio").evaluate("each => each.playbackRate") == 0.75


def test_a_recording_is_chosen_from_a_folder(joan, tmp_path, complaints):
    joan.evaluate("folder => sessionStorage.setItem('reader.recordings.folder', folder)", str(tmp_path))
    joan.get_by_role("tab", name="Source").click()
    joan.get_by_role("button", name="Link a recording").click()
    dialog = joan.get_by_role("dialog")

    dialog.get_by_role("button", name="tapes").click()
    dialog.get_by_role("button", name="joan.wav").click()
    assert violations_in_both_schemes(joan) == []
    dialog.get_by_role("button", name="Link", exact=True).click()

    expect(joan.get_by_role("region", name="Recording", exact=True)).to_be_visible()
    assert complaints == []


def test_a_file_that_moved_is_told_and_a_wrong_one_refused(joan, tmp_path):
    link(joan, tmp_path / "tapes" / "joan.wav")
    expect(joan.get_by_role("region", name="Recording", exact=True)).to_be_visible()
    shutil.move(tmp_path / "tapes" / "joan.wav", tmp_path / "elsewhere.wav")
    other = recorded(tmp_path / "other.wav", tone=4)

    joan.reload()
    expect(joan.get_by_text("“joan.wav” is not where it was")).to_be_visible()
    link(joan, other)
    expect(joan.get_by_role("alert")).to_contain_text("is not the recording")
    joan.get_by_label("Path of the file").fill(str(tmp_path / "elsewhere.wav"))
    joan.get_by_role("dialog").get_by_role("button", name="Link", exact=True).click()

    expect(joan.get_by_role("region", name="Recording", exact=True)).to_be_visible()


def test_a_link_is_taken_away_and_undone(joan, tmp_path):
    link(joan, tmp_path / "tapes" / "joan.wav")
    player = joan.get_by_role("region", name="Recording", exact=True)
    expect(player).to_be_visible()

    joan.get_by_role("button", name="Take the link away").click()
    expect(player).to_be_hidden()
    joan.get_by_role("region", name="Text of joan").focus()
    joan.keyboard.press("Control+z")

    expect(player).to_be_visible()
