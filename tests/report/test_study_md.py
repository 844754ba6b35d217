from __future__ import annotations

from tests.report.reports import HOSTILE, a_report
from trellis.report.study_md import study_md


def lines(words: str = "Fine. It rained.") -> list[str]:
    return study_md(a_report(words)).decode("utf-8").splitlines()


def test_headings_lists_and_quotations_are_markdown():
    found = lines()

    assert "## Findings" in found
    assert "### 1. Most came by chance." in found
    assert "- one" in found
    assert "> Fine. It rained." in found
    assert "> — nurse, North (denise, turn 2)" in found


def test_what_a_claim_rests_on_stands_in_notes():
    found = lines()

    assert "What this rests on: [^1] [^2] [^3]" in found
    assert "[^1]: for: denise, turn 2 “Fine. It rained.”" in found
    assert "[^2]: against: omar, turn 4" in found


def test_a_picture_is_a_table_since_a_file_of_text_holds_none():
    found = lines()

    assert "Figure 1 shows who belongs." in found
    at = found.index("**Figure 1.** Belonging")
    assert found[at + 2 : at + 5] == ["| outcome | came out so |", "| --- | --- |", "| yes | Denise |"]


def test_there_is_room_for_a_pen():
    assert sum(set(line) == {"\\", "_"} for line in lines() if line) == 3


def test_a_cell_of_several_lines_stays_in_its_row():
    assert "| Denise | first line<br>second line |" in lines()


def test_marks_of_the_language_in_words_are_only_words():
    assert "> \\<script\\>alert(1)\\</script\\>" in lines(HOSTILE)


def test_the_state_of_the_study_is_printed():
    assert lines()[-1] == f"State of the study: {'ab' * 32}"
