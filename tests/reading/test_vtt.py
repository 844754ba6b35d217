from __future__ import annotations

import pytest

from tests.reading.making import assert_parts_cover, read, slugs, spoken
from trellis.core.errors import Damaged, EmptyFile


def cues(*payloads: str) -> str:
    blocks = [f"00:00:{at:02}.000 --> 00:00:{at:02}.900 align:start\n{words}" for at, words in enumerate(payloads)]
    return "\n\n".join(["WEBVTT - made up", *blocks]) + "\n"


def test_cues_of_one_voice_are_one_turn_with_the_times_of_both():
    document = read(
        "a.vtt", cues("<v Ana Okoro>So how\nwas it?</v>", "<v Ana Okoro>Really.", "<v P1>Fine &amp; <i>busy</i>")
    )

    assert document.text == "So how\nwas it? Really.\nFine & busy"
    assert [(part.label, part.from_ms, part.to_ms) for part in document.parts] == [
        ("Ana Okoro", 0, 1900),
        ("P1", 2000, 2900),
    ]
    assert document.turns is not None
    assert (document.turns.layout, document.turns.confidence, document.turns.timed) == ("voices", 1.0, 2)


def test_two_voices_in_a_cue_are_two_turns():
    document = read("a.vtt", cues("<v Ana>Well?</v>\n<v Ben>No.</v>"))

    assert spoken(document) == [("Ana", "Well?"), ("Ben", "No.")]


def test_a_name_shown_in_the_caption_stays_in_the_text():
    document = read("a.vtt", cues("Ana: Well?", "go on", "Ben: No.", "Ana: I see.", "Ben: Good."))

    assert document.text.startswith("Ana: Well? go on\nBen: No.")
    assert spoken(document)[0] == ("Ana", "Well? go on")


def test_captions_without_voices_are_paragraphs_with_times():
    document = read("a.vtt", cues("we came at", "half past nine"))

    assert spoken(document) == [(None, "we came at half past nine")]
    assert document.parts[0].to_ms == 1900
    assert_parts_cover(document)


def test_notes_and_styles_are_left_out_with_a_notice():
    document = read("a.vtt", cues("<v A>One") + "\nNOTE by the machine\n\nSTYLE\n::cue {}\n")

    assert document.text == "One"
    assert slugs(document) == ["notes-left-out"]


def test_hours_may_be_missing():
    document = read("a.vtt", "WEBVTT\n\n01:02.5 --> 01:03.25\n<v A>One\n")

    assert (document.parts[0].from_ms, document.parts[0].to_ms) == (62_500, 63_250)


def test_a_file_without_captions_is_empty():
    with pytest.raises(EmptyFile):
        read("a.vtt", "WEBVTT\n\n")


def test_a_file_cut_off_in_its_first_times_is_damaged():
    with pytest.raises(Damaged):
        read("a.vtt", "WEBVTT\n\n00:00:01.000 --> 00:")


def test_tags_that_never_close_are_text():
    assert read("a.vtt", cues("<v " * 50_000 + "<c." * 50_000)).text.startswith("<v <v")
