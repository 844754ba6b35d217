from __future__ import annotations

from trellis.reading import ReadOptions
from trellis.reading.cues import Cue, draft_of_cues


def parts_of(*cues: Cue) -> list[tuple[str | None, int | None, int | None]]:
    draft = draft_of_cues(cues, "made up 1", ReadOptions())
    return [(part.label, part.from_ms, part.to_ms) for part in draft.parts or ()]


def test_a_pause_ends_a_paragraph_without_voices():
    assert parts_of(Cue(0, 900, None, "one"), Cue(1000, 1900, None, "two"), Cue(9000, 9900, None, "three")) == [
        (None, 0, 1900),
        (None, 9000, 9900),
    ]


def test_a_sentence_ends_a_paragraph_once_it_has_some_length():
    long = " ".join(["word"] * 20) + "."

    assert len(parts_of(Cue(0, 900, None, long), Cue(1000, 1900, None, "two"))) == 2
    assert len(parts_of(Cue(0, 900, None, "Short."), Cue(1000, 1900, None, "two"))) == 1


def test_a_cue_that_overlaps_the_next_ends_where_it_ends():
    assert parts_of(Cue(0, 5000, "Ana", "one"), Cue(1000, 1900, "Ana", "two")) == [("Ana", 0, 5000)]


def test_control_characters_go_without_moving_the_parts():
    draft = draft_of_cues([Cue(0, 1, "Ana", "a\x01b"), Cue(1, 2, "Ben", "c")], "made up 1", ReadOptions())

    assert draft.text == "ab\nc"
    assert [draft.text[part.start : part.end] for part in draft.parts or ()] == ["ab", "c"]
