from __future__ import annotations

import pytest

from tests.reading.making import a_docx, bold, p, read, spoken

TEAMS = "Ana Okoro   0:03\nHow was it?\nReally?\nP1   0:09\nFine.\nAna Okoro   1:02:12\nGood.\nP1   1:02:20\nYes.\n"
WORD = "Transcript\n00:00:03 Speaker 1\nHow was it?\n00:00:09 Speaker 2\nFine.\n00:00:12 Speaker 1\nGood.\n"
RANGES = "0:0:1.530 --> 0:0:4.20\nAna Okoro\nHow was it?\n\n0:0:5.0 --> 0:0:6.5\nBen Ode\nFine.\n"
NAMES = "Interviewer\nHow was it?\n\nRespondent\nFine.\n\nInterviewer\nGood.\n\nRespondent\nYes.\n"


@pytest.mark.parametrize(
    ("source", "layout", "first", "times"),
    [
        (TEAMS, "name and time", ("Ana Okoro", "How was it?\nReally?"), [3_000, 9_000, 3_732_000, 3_740_000]),
        (WORD, "time and name", ("Speaker 1", "How was it?"), [3_000, 9_000, 12_000]),
        (RANGES, "time ranges", ("Ana Okoro", "How was it?"), [1_530, 5_000]),
        (NAMES, "name lines", ("Interviewer", "How was it?"), [None] * 4),
    ],
)
def test_a_speaker_on_a_line_of_their_own(source, layout, first, times):
    document = read("a.txt", source)

    assert document.turns is not None
    assert document.turns.layout == layout
    turns = [part for part in document.parts if part.label]
    assert [part.from_ms for part in turns] == times
    assert next(turn for turn in spoken(document) if turn[0]) == first


def test_teams_in_word_has_name_words_and_breaks_in_one_paragraph():
    def turn(name: str, at: str, words: str) -> str:
        return p(bold(name), f"   {at}", f"<w:r><w:br/><w:t>{words}</w:t></w:r>")

    body = turn("Ana Okoro", "0:03", "How was it?") + turn("P1", "0:09", "Fine.") + turn("Ana Okoro", "0:12", "Good.")

    document = read("a.docx", a_docx(body))

    assert spoken(document)[0] == ("Ana Okoro", "How was it?")


def test_a_range_of_times_gives_both_ends():
    assert [(part.from_ms, part.to_ms) for part in read("a.txt", RANGES).parts] == [(1_530, 4_200), (5_000, 6_500)]


def test_names_in_bold_may_stand_alone():
    body = "".join(p(bold(name)) + p("Words.") for name in ["Ana", "Ben", "Ana", "Ben"])

    assert spoken(read("a.docx", a_docx(body))) == [(name, "Words.") for name in ["Ana", "Ben", "Ana", "Ben"]]


def test_one_recurring_line_is_no_conversation():
    assert read("a.txt", "Speaker\nwords and words\nSpeaker\nwords\n").turns is None
