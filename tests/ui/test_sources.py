from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.ui.axe import violations_in_both_schemes

ASKED = ("INT", "Int.", "I", "Interviewer", "IV", "Researcher")


def transcript(n: int) -> str:
    asked, told = ASKED[n % len(ASKED)], f"P{n}"
    return (
        f"{asked}: How did you come to it?\n\n{told}: By bus, mostly. It was the number {n}.\n\n"
        f"{asked}: And then?\n\n{told}: Then I stayed, because nobody had told me to go.\n"
    )


@pytest.fixture
def folder(tmp_path):
    """Twelve invented transcripts whose labels do not agree, and a file that is none."""
    files = tmp_path / "transcripts"
    files.mkdir()
    for n in range(1, 13):
        (files / f"{n:02}.txt").write_text(transcript(n), "utf-8")
    (files / "broken.docx").write_bytes(b"PK\x03\x04 not a document")
    return files


@pytest.fixture
def sources(home, serving):
    """The screen of sources in a new study."""
    home.get_by_role("button", name="New study").first.click()
    home.get_by_label("Title").fill("Night shifts")
    home.get_by_role("button", name="Make the study").click()
    expect(home.get_by_role("heading", level=1, name="Night shifts")).to_be_visible()
    home.get_by_role("link", name="Sources", exact=True).click()
    expect(home.get_by_role("button", name="Choose files")).to_be_visible()
    return home


def look(page, folder):
    page.get_by_label("Files to bring in").set_input_files(sorted(folder.iterdir()))
    expect(page.get_by_role("heading", name="sources would come in")).to_be_visible(timeout=60_000)


def test_nothing_is_written_before_it_was_seen(sources, folder):
    look(sources, folder)
    sources.get_by_role("button", name="Leave it").click()

    expect(sources.get_by_text("0 sources")).to_be_visible()


def test_twelve_transcripts_with_labels_that_differ_come_in_with_few_decisions(sources, folder, complaints):
    look(sources, folder)
    decisions = 0
    for line in sources.get_by_role("region", name="Who speaks").get_by_role("row").all()[1:]:
        role = line.get_by_role("combobox")
        wanted = "participant" if line.get_by_role("cell").first.inner_text().startswith("P") else "interviewer"
        if role.input_value() != wanted:
            role.click()
            sources.get_by_role("option", name=wanted).click()
            decisions += 1

    sources.get_by_role("button", name="Bring in 12").click()

    expect(sources.get_by_role("heading", name="12 sources came in")).to_be_visible(timeout=60_000)
    expect(sources.get_by_text("broken.docx")).to_be_visible()
    expect(sources.get_by_role("link", name="07", exact=True)).to_be_visible()
    assert decisions <= 15
    assert complaints == []


def test_the_same_files_again_are_told_as_duplicates(sources, folder):
    look(sources, folder)
    sources.get_by_role("button", name="Bring in 12").click()
    expect(sources.get_by_role("heading", name="12 sources came in")).to_be_visible(timeout=60_000)
    sources.get_by_role("button", name="Close").click()

    look(sources, folder)

    expect(sources.get_by_role("button", name="With the 12 duplicates")).to_be_visible()


def test_the_kind_of_ticked_sources_is_put_right_together(roles, on_example):
    roles.goto(f"{on_example.address}/s/roles/sources")
    roles.get_by_role("checkbox", name="Tick 01-maureen").check()
    roles.get_by_role("checkbox", name="Tick 02-dan").check()
    roles.get_by_role("combobox", name="Kind of the ticked sources").click()
    roles.get_by_role("option", name="focus group").click()

    expect(roles.get_by_role("row").filter(has_text="01-maureen")).to_contain_text("focus group")
    expect(roles.get_by_role("row").filter(has_text="02-dan")).to_contain_text("focus group")


def test_sources_are_accessible(sources, folder):
    look(sources, folder)

    assert violations_in_both_schemes(sources) == []


def test_who_speaks_in_every_file_is_proposed_as_interviewer_and_the_person_decides(sources, tmp_path):
    files = []
    for name in ("Ben", "Cleo"):
        files.append(tmp_path / f"{name}.txt")
        text = f"Ada: How did you come to it?\n\n{name}: By bus.\n\nAda: And then?\n\n{name}: I stayed.\n"
        files[-1].write_text(text, "utf-8")
    sources.get_by_label("Files to bring in").set_input_files(files)
    who = sources.get_by_role("combobox", name="Who speaks under Ada")
    expect(who).to_have_value("interviewer")
    expect(sources.get_by_text("proposed as interviewer")).to_be_visible()
    expect(sources.get_by_role("combobox", name="Who speaks under Ben")).to_have_value("participant")
    sources.get_by_role("button", name="Bring in 2").click()
    expect(sources.get_by_role("heading", name="2 sources came in")).to_be_visible()

    sources.get_by_role("link", name="Sample", exact=True).click()

    expect(sources.get_by_text("Cleo").first).to_be_visible()
    expect(sources.get_by_text("Ada")).to_have_count(0)
