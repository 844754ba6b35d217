from __future__ import annotations

import pytest

from trellis.core.document import SpeakerLabel
from trellis.reading import LabelRole, probable_host, propose_roles, role_of


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Interviewer", "interviewer"), ("INT", "interviewer"), ("int.", "interviewer"), ("I:", "interviewer"),
        ("I1", "interviewer"), ("Q", "interviewer"), ("Moderator 2", "interviewer"), ("Question", "interviewer"),
        ("P1", "participant"), ("R", "participant"), ("Respondent", "participant"), ("Ana Okoro", "participant"),
        ("P07 (female)", "participant"), ("Speaker 1", "participant"), ("Answer", "participant"),
        ("All", "several voices"), ("Group", "several voices"), ("Several voices", "several voices"),
        ("?", "unknown"), ("??", "unknown"), ("Unknown", "unknown"), ("Unidentified speaker", "unknown"),
    ],
)  # fmt: skip
def test_roles_are_proposed_by_the_words(label, role):
    assert role_of(label).value == role


def test_spellings_are_one_line_of_the_table():
    one = [SpeakerLabel("Int.", 2, 10, "Hello"), SpeakerLabel("P1", 5, 100, "Well")]
    two = [SpeakerLabel("INT", 3, 20, "Right"), SpeakerLabel("P01", 5, 100, "Yes")]

    first, second, third = propose_roles([one, two])

    assert (first.key, first.spellings, first.role) == ("int", ("INT", "Int."), LabelRole.INTERVIEWER)
    assert (first.turns, first.words, first.texts, first.first_line) == (5, 30, 2, "Hello")
    assert [(line.key, line.texts) for line in (second, third)] == [("p01", 1), ("p1", 1)]


def said(name, turns=3):
    return SpeakerLabel(name, turns, 30, "Well")


@pytest.mark.parametrize(
    ("batch", "host"),
    [
        ([["Ada", "Ben"], ["Ada", "Cleo"]], "ada"),
        ([["Ada", "Ben"], ["Ada", "Cleo"], ["Ada", "Dora", "Eve"]], "ada"),
        ([["Ada", "Ben"]], None),
        ([["Ada", "Ben"], ["Ada", "Ben"]], None),
        ([["Ada", "Ben"], ["Ada", "Cleo"], ["Ben", "Dora"]], None),
        ([["Ada", "Ben", "INT"], ["Ada", "Cleo", "INT"]], None),
        ([["Ada"], ["Ada"]], None),
        ([["Ada", "Ben"], ["Cleo", "Dora"]], None),
    ],
)  # fmt: skip
def test_who_speaks_in_every_text_as_nobody_else_probably_asks(batch, host):
    lines = propose_roles([[said(name) for name in text] for text in batch])

    found = probable_host(lines, len(batch))

    assert (None if found is None else found.key) == host
