from __future__ import annotations

from tests.review.making import SHEET, remarks

HEAD = "# D\n\n## Findings\n\n"
BY_PERSON = {
    "P1": (
        "I had no desk and no computer for the first six weeks",
        "I like the clients",
        "They are busy, and I do not see them",
    ),
    "P2": (
        "On a Monday, with a bus pass and a list of names",
        "The nurses are fine and the doctors have never learned my name",
    ),
    "P3": ("With a certificate and three surgeries", "I open it in the morning and there they are"),
    "P4": ("I was promised supervision every week", "If we had a room of our own"),
    "P5": ("They hold the people whom nobody else has time for",),
}


def quoted(*people: str) -> str:
    """A block quotation of each person, the next of theirs each time."""
    used: dict[str, int] = {}
    blocks = []
    for person in people:
        blocks.append(f"> {BY_PERSON[person][used.get(person, 0)]} ({person})\n")
        used[person] = used.get(person, 0) + 1
    return "\nThen:\n\n".join(blocks) + "\n"


def test_a_section_on_one_person_asks_why():
    text = f"{HEAD}### Place\n\nWorkers waited:\n\n{quoted('P1', 'P1')}\n### Pay\n\n{quoted('P2')}"

    found = remarks(text, "single-voice")

    assert len(found) == 1
    assert "“Place” rests on one person: all 2 quotations" in found[0].said


def test_one_quotation_two_people_or_a_case_study_raise_nothing():
    for text in (quoted("P1"), quoted("P1", "P2"), "One worker, in her own words:\n\n" + quoted("P1", "P1")):
        assert remarks(HEAD + text, "single-voice") == []


def test_a_quotation_and_its_echo_in_one_passage_are_one_piece_of_evidence():
    text = "“I had no desk and no computer for the first six weeks”, and “no computer for the first six weeks” (P1).\n"

    assert remarks(HEAD + text, "single-voice") == []


def test_a_group_of_whom_nobody_is_quoted_is_told():
    found = remarks(HEAD + quoted("P1", "P2", "P3", "P4", "P1"), "voice-missing")

    assert [remark.said for remark in found] == ["Nobody is quoted of role: service manager (2 in the sample)."]


def test_a_group_that_is_explained_or_heard_raises_nothing():
    explained = "# D\n\n## Methods\n\nThe interviews with service managers are reported elsewhere.\n\n## Findings\n\n"

    assert remarks(explained + quoted("P1", "P2", "P3", "P4", "P1"), "voice-missing") == []
    assert remarks(HEAD + quoted("P1", "P2", "P3", "P4", "P5"), "voice-missing") == []
    assert remarks(HEAD + quoted("P1", "P2"), "voice-missing") == []


def test_one_person_with_a_third_of_the_quotations_asks_why():
    more = "> It depends on the day. It's nothing (P1)\n\n> nobody told me what the job was supposed to be (P1)\n\n"

    assert len(remarks(HEAD + more + quoted("P1", "P2", "P1", "P3", "P1", "P4"), "voice-dominant")) == 1
    assert remarks(HEAD + quoted("P1", "P2", "P3", "P4", "P5", "P1", "P2", "P3"), "voice-dominant") == []


def test_somebody_who_may_not_be_quoted_is_told():
    rows = [(*SHEET[0], "consent_quote"), *((*row, "no" if row[0] == "P1" else "yes") for row in SHEET[1:])]

    assert [r.spots[0].words for r in remarks(HEAD + quoted("P1", "P2"), "consent", rows=rows)] == [BY_PERSON["P1"][0]]
    assert remarks(HEAD + quoted("P1", "P2"), "consent") == []


def test_so_few_that_they_might_be_recognised_are_for_the_eyes():
    rows = [("participant", "file", "role"), *((f"P{n}", f"p0{n}.txt", "STR worker") for n in (1, 2, 3, 4))]
    rows += [("P5", "p05.txt", "service manager"), ("P6", "p06.txt", "commissioner"), ("P7", "", "commissioner")]
    said = [
        "I had no desk and no computer", "On a Monday, with a bus pass", "With a certificate and three surgeries",
        "I was promised supervision every week", "I'd be lost without them",
    ]  # fmt: skip
    text = "# D\n\n## Findings\n\n" + "\n\n".join(f"It was so: “{words}”." for words in said)

    found = remarks(text, "voice-missing", rows=rows)

    assert [(remark.level.value, "commissioner (2" in remark.said) for remark in found] == [("for your eyes", True)]


def test_one_person_of_a_kind_is_not_missed():
    rows = [*SHEET[:5], ("P5", "p05.txt", "service manager", "1", "female")]
    said = [
        "“I had no desk and no computer for the first six weeks” (P1, STR worker).",
        "“with a bus pass and a list of names” (P2, STR worker).",
        "“With a certificate and three surgeries” (P3, graduate mental health worker).",
        "“We help each other out of the office car” (P4, graduate mental health worker).",
        "“It's a lonely job, really” (P1, STR worker).",
    ]
    text = "\n\n".join(said)

    assert remarks(f"# D\n\n## Findings\n\n{text}\n", "voice-missing", rows=rows) == []
    assert len(remarks(f"# D\n\n## Findings\n\n{text}\n", "voice-missing")) == 1


def test_a_group_of_one_person_in_twenty_may_be_silent():
    crowd = tuple((f"P{n}", f"p{n}.txt", "STR worker", "1", "female") for n in range(7, 50))
    text = HEAD + quoted("P1", "P2", "P3", "P4", "P1")

    assert remarks(text, "voice-missing", rows=(*SHEET, *crowd)) == []
