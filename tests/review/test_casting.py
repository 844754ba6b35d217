from __future__ import annotations

from tests.review.making import a_sample, transcripts
from trellis.review.casting import Heard, cast

SAMPLE = a_sample()


def voices(name: str, text: str) -> list[tuple[str, int | None, bool]]:
    made = transcripts({name: text}, SAMPLE)[0]
    return [(turn.voice, turn.person, turn.is_asking) for turn in made.turns]


def test_a_label_that_is_a_name_in_the_sample_is_that_person():
    assert voices("talk.txt", "Interviewer: How?\nP2: Well.\nInterviewer: And?\nP2: Fine.\n")[1] == ("P2", 1, False)


def test_a_general_label_is_the_person_whom_the_sheet_gives_for_the_file():
    assert voices("p03.txt", "Interviewer: How?\nRespondent: Well.\nInterviewer: And?\nRespondent: Fine.\n")[1][1] == 2


def test_a_number_of_a_files_only_voice_is_the_person_whom_the_sheet_gives_for_the_file():
    assert voices("p03.txt", "Interviewer: How?\nP1: Well.\nInterviewer: And?\nP1: Fine.\n")[1][1] == 2


def test_a_file_named_after_somebody_is_theirs():
    assert voices("P4_second.txt", "Interviewer: How?\nR: Well.\nInterviewer: And?\nR: Fine.\n")[1][1] == 3


def test_a_name_in_several_sources_that_nobody_in_the_sample_has_asks():
    text = "Ana: Tell me about it.\nP{n}: Well, it is fine.\nAna: Go on.\nP{n}: That is all.\n"

    made = transcripts({f"t{n}.txt": text.replace("{n}", str(n)) for n in (1, 2, 3)}, SAMPLE)

    assert all(turn.is_asking == (turn.voice == "Ana") for one in made for turn in one.turns)


def test_the_voice_of_two_that_mostly_asks_is_the_interviewers():
    text = "Cleo: How was it?\nP1: Fine.\nCleo: And then?\nP1: Then we left.\nCleo: Why?\nP1: It was late.\n"

    assert [asking for _, _, asking in voices("x.txt", text)] == [True, False] * 3


def test_voices_of_a_focus_group_are_those_of_its_people_whose_names_end_so():
    sample = a_sample([("id", "file", "role"), ("FG1-P1", "fg1.txt", "nurse"), ("FG1-P2", "fg1.txt", "nurse")])
    text = "Interviewer: Well?\nP1: Yes.\nP2: No, never.\nInterviewer: And?\nP1: Fine.\nP2: Good.\n"

    made = transcripts({"fg1.txt": text}, sample)[0]

    assert [turn.person for turn in made.turns] == [None, 0, 1, None, 0, 1]


def test_a_source_without_labels_belongs_to_its_person():
    heard = [Heard(0, 0, 5, "", is_asking=False)]

    made = cast([("p05.txt", "Hello", heard)], SAMPLE)[0]

    assert [(turn.person, turn.is_asking) for turn in made.turns] == [(4, False)]


def test_a_number_in_a_files_name_is_the_person_of_that_number():
    sample = a_sample([["no", "role"], ["1", "nurse"], ["12", "nurse"]])
    heard = [Heard(0, 0, 5, "", is_asking=False)]

    made = cast([("interview 12 site 1.txt", "Hello", heard)], sample)[0]

    assert made.people == {1}


def test_a_label_that_begins_the_name_of_the_one_person_of_a_source_is_theirs():
    rows = [("participant", "file", "role"), ("Marian", "long.txt", "cook")]
    text = (
        "INT: And then?\nMAR: I went home.\nTOM: Sorry, is this taken?\nMAR: Sit down. It was late.\n"
        "TOM: Thanks.\nINT: So?\nMAR: So.\n"
    )

    found = transcripts({"long.txt": text}, a_sample(rows))[0]

    assert {turn.voice: turn.person for turn in found.turns} == {"INT": None, "MAR": 0, "TOM": None}
