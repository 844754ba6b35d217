from __future__ import annotations

import pytest

from tests.review.making import remarks, review
from trellis.core.review import Level

HEAD = "# Draft\n\n## Findings\n\n"
DESK = "I had no desk and no computer for the first six weeks"


@pytest.mark.parametrize(
    "text",
    [
        f"“{DESK}” (graduate mental health worker, site 2).",
        f"“{DESK}” (P3, graduate worker).",
        f"> {DESK}\n> — service manager, site 1",
        f"> {DESK}.\n> Service manager, site 1",
        f"> {DESK}\n\n— service manager, site 2",
        f"P4: “{DESK}”",
        f"“{DESK},” she recalled when asked about the start (P3, graduate worker).",
        f"| who | words |\n|---|---|\n| manager, site 1 | {DESK} |",
    ],
)
def test_words_of_somebody_else_are_told(text):
    found = remarks(HEAD + text + "\n", "attribution-mismatch")

    assert [remark.level for remark in found] == [Level.WRONG]
    assert "P1, STR worker, 1" in found[0].said


@pytest.mark.parametrize(
    "text",
    [
        f"“{DESK}” (STR worker, site 1).",
        f"“{DESK}” (P1).",
        f"“{DESK}” [STR worker].",
        f"‘{DESK}’ (Participant 1, female).",
        f"„{DESK}“ (site 1, STR workers)",
        f"«{DESK}» – STR worker, site 1",
        f"> {DESK} (STR worker)",
        f"> {DESK}\n\n(STR worker, site 1)",
        f"P1: “{DESK}”",
        "“It depends on the day” (P2, STR worker).",
        "“It depends on the day” (P1).",
        f"As one STR worker put it, “{DESK}”.",
        f"Service managers were told what an STR worker said: “{DESK}”.",
    ],
)
def test_words_of_those_who_are_named_raise_nothing(text):
    assert review(HEAD + text + "\n").standing == ()


def test_the_interviewers_words_are_told():
    found = remarks(f"{HEAD}“So would you say that you felt isolated?” (P1, STR worker).\n", "attribution-mismatch")

    assert [remark.said for remark in found] == ["These are the interviewer's words, printed as a participant's."]


def test_a_sentence_that_ascribes_words_to_another_group_asks_why():
    found = remarks(f"{HEAD}A service manager said: “{DESK}”.\n", "attribution-mismatch")

    assert [remark.level for remark in found] == [Level.SAY_WHY]


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ("P41, STR worker", "nobody is called “P41”"),
        ("STR worker, site 2", "no row has"),
        ("STR trainer, site 1", "no row has a “trainer”"),
        ("P1, service manager", "the sample has P1"),
    ],
)
def test_an_attribution_that_fits_nobody_is_told(who, why):
    found = remarks(f"{HEAD}“{DESK}” ({who}).\n", "attribution-not-in-sample")

    assert len(found) == 1
    assert why in found[0].said


def test_attributions_after_two_patterns_are_told_once():
    text = (
        f"{HEAD}“{DESK}” (STR worker, site 1).\n\n"
        "“It was brilliant, because they let me shadow” (STR worker, site 1).\n\n"
        "“With a certificate and three surgeries” (site 2, graduate mental health worker).\n\n"
        "“I'd be lost without them” (service manager, site 1).\n"
    )

    found = remarks(text, "attribution-pattern")

    assert [(remark.level, len(remark.spots)) for remark in found] == [(Level.LOOK, 1)]


def test_attributions_of_one_pattern_raise_nothing():
    text = (
        f"{HEAD}“{DESK}” (STR worker, site 1).\n\n"
        "“It was brilliant, because they let me shadow” (STR worker, site 1).\n\n"
        "“With a certificate and three surgeries” (graduate mental health worker, site 2).\n\n"
        "“I'd be lost without them” (service manager, site 1).\n"
    )

    assert remarks(text, "attribution-pattern") == []


def test_one_attribution_that_says_more_than_the_others_raises_nothing():
    text = (
        f"{HEAD}“{DESK}” (STR worker).\n\n“It was brilliant, because they let me shadow” (STR worker).\n\n"
        "“With a certificate and three surgeries” (graduate mental health worker).\n\n"
        "“I'd be lost without them” (service manager, site 1).\n"
    )

    assert remarks(text, "attribution-pattern") == []


@pytest.mark.parametrize(
    "text",
    [
        "> Interviewer: So would you say that you felt isolated?\n> P1: Yes, definitely.\n> (P1, STR worker)",
        "> Interviewer: So would you say that you felt isolated?\n\n> P1: Yes, definitely.",
        "“So would you say that you felt isolated?” (interviewer)",
        "She was asked, “So would you say that you felt isolated?”, and did.",
        "Their manager had asked “Who decides?” and left.",
    ],
)
def test_questions_that_are_printed_as_such_raise_nothing(text):
    assert [r.said for r in review(HEAD + text + "\n").standing if r.check.startswith(("attrib", "quot", "verb"))] == []


def test_what_a_speaker_tells_of_others_words_may_be_ascribed_to_them():
    extra = {
        "p07.txt": "Interviewer: And?\nP2: The manager said to me you will pick it up, you have the face for it.\n"
    }

    found = review(
        f"{HEAD}A service manager had told him: “you will pick it up, you have the face for it”.\n", more=extra
    )

    assert found.standing == ()


def test_names_in_a_sentence_are_names_when_they_are_written_so():
    rows = [("participant", "file", "role"), ("Pat", "p01.txt", "STR worker"), ("Bill", "p02.txt", "STR worker")]

    found = review(f"{HEAD}The bill was paid, one worker said: “{DESK}”.\n", rows=rows)

    assert found.standing == ()


def test_an_attribution_that_the_text_says_is_an_exception_is_no_second_pattern():
    lines = [
        f"> “{DESK}” (STR worker)\n\nIt was so.\n",
        "> “The practice manager books straight into my diary” (graduate worker)\n\nIt was so.\n",
        "> “I like the clients” (STR worker)\n\nOne is quoted with her site at her own wish:\n",
        "> “I'd be lost without them” (service manager, site 1)\n\nAnother is quoted so at his wish:\n",
        "> “To be frank, we took the money” (service manager, site 2)\n",
    ]
    text = "# D\n\n## Findings\n\n" + "\n".join(lines)

    kept = remarks(text, "attribution-pattern")
    told = remarks(text.replace(" at her own wish", "").replace(" at his wish", ""), "attribution-pattern")

    assert ([remark.said for remark in kept], len(told)) == ([], 1)


def test_what_the_sentence_before_says_is_no_report_of_the_words():
    talk = {"p09.txt": "Interviewer: What is it like?\nP3: Everyone says that. It was like being a hold tune, to me.\n"}
    text = "# D\n\n## Findings\n\nA service manager called it being “a hold tune”.\n"

    found = [r.check for r in review(text, more=talk).standing]

    assert "attribution-mismatch" in found


def test_places_in_a_sentence_and_one_of_several_roles_accuse_nobody():
    fine = [
        f"At site 2 a worker put it so, and a service manager too: “{DESK}”.",
        "A service manager had heard it from an STR worker, and added: “I'd be lost without them”.",
    ]

    for text in fine:
        assert remarks(f"{HEAD}{text}\n", "attribution-mismatch") == []


@pytest.mark.parametrize(
    "lead",
    [
        "Unlike the service managers, one worker said that she had",
        "Service managers did not know it; she said that she had",
        "What service managers had promised, another described as",
        "In a letter to service managers she said that she had",
    ],
)
def test_a_group_that_a_sentence_only_mentions_is_accused_of_nothing(lead):
    assert remarks(f"{HEAD}{lead} “no desk and no computer for the first six weeks”.\n", "attribution-mismatch") == []


@pytest.mark.parametrize("tail", ["said one service manager", "according to a service manager"])
def test_a_group_that_a_sentence_names_behind_the_words_is_held_to_them(tail):
    assert (
        remarks(f"{HEAD}There was “no desk and no computer for the first six weeks”, {tail}.\n", "attribution-mismatch")
        != []
    )


def test_one_noun_that_fits_the_speaker_is_no_other_group():
    rows = [
        ("participant", "file", "role", "grade"),
        ("P1", "p01.txt", "project manager", "senior"),
        ("P5", "p05.txt", "manager", "senior"),
    ]

    assert remarks(f"{HEAD}One manager said: “{DESK}”.\n", "attribution-mismatch", rows=rows) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The workforce plan said that they are “a valued and permanent part of the whole workforce”, one noted.",
        "A manager read us a slide that said “we will grow our own workforce from the community”.",
        "It was called “a valued and permanent part of the whole workforce” (manager's job description).",
        "We put it to a manager that workers “were left to find their own way in the first months”, and she agreed.",
    ],
)
def test_the_words_of_a_document_and_of_those_who_ask_are_nobodys(sentence):
    assert [r.check for r in review(f"{HEAD}{sentence}\n").standing if r.check.startswith(("verb", "attr"))] == []


def test_invented_words_of_a_manager_are_told_all_the_same():
    found = remarks(
        f"{HEAD}One manager said: “we will grow our own workforce from the community”.\n", "verbatim-mismatch"
    )

    assert len(found) == 1


NAMED = (
    ("participant", "pseudonym", "file", "role"),
    ("P1", "Pat", "p01.txt", "STR worker"),
    ("P2", "Bill", "p02.txt", "STR worker"),
    ("P3", "Ines", "p03.txt", "graduate mental health worker"),
    ("P4", "Oona", "p04.txt", "graduate mental health worker"),
    ("P5", "Ruth", "p05.txt", "service manager"),
)
OTHERS = "\n\n".join(
    (
        f"“{DESK}” (Pat, STR worker).",
        "“with a bus pass and a list of names” (Bill, STR worker).",
        "“With a certificate and three surgeries” (Ines, graduate mental health worker).",
        "“We help each other out of the office car” (Oona, graduate mental health worker).",
        "“I'd be lost without them” (Ruth, service manager).",
    )
)


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("Nadja, STR worker", ["nobody is called “Nadja”"]),
        ("Pat, STR worker", []),
        ("STR worker", []),
    ],
)
def test_a_name_that_nobody_has_is_told_where_all_others_are_of_the_sample(who, told):
    text = f"{HEAD}{OTHERS}\n\n“they let me shadow for a month” ({who}).\n"

    found = remarks(text, "attribution-not-in-sample", rows=NAMED)

    assert [remark.said.partition("fits nobody in the sample: ")[2].rstrip(".") for remark in found] == told


def test_a_name_is_not_asked_about_where_few_attributions_have_one():
    text = f"{HEAD}“they let me shadow for a month” (Nadja, STR worker).\n"

    assert remarks(text, "attribution-not-in-sample", rows=NAMED) == []


@pytest.mark.parametrize(
    "lead",
    [
        "One spoke of the start – service manager, site 2:",
        "Service manager, site 2:",
        "One spoke of the start — service manager, site 2, 2009:",
    ],
)
def test_a_block_is_ascribed_to_whom_the_line_before_it_names(lead):
    found = remarks(f"{HEAD}{lead}\n\n> {DESK}.\n", "attribution-mismatch")

    assert ["service manager, site 2" in remark.said.casefold() for remark in found] == [True]
    assert remarks(f"{HEAD}{lead.casefold().replace('service manager, site 2', 'STR worker, site 1')}\n\n> {DESK}.\n",
                   "attribution-mismatch") == []  # fmt: skip


def test_in_a_table_the_cell_under_who_says_it_is_the_attribution():
    table = (
        "| Theme | Asked of | Quotation | Who says it |\n|---|---|---|---|\n"
        f"| What service managers want | Service managers | “{DESK}” | {{}} |\n"
    )

    assert remarks(f"{HEAD}{table.format('STR worker, site 1')}", "attribution-mismatch") == []
    assert len(remarks(f"{HEAD}{table.format('Service manager, site 1')}", "attribution-mismatch")) == 1


@pytest.mark.parametrize("who", ["STR workers and service managers", "Staff member, STR worker, site 1"])
def test_joined_groups_and_members_are_not_looked_for_in_one_row(who):
    assert remarks(f"{HEAD}“{DESK}” ({who}).\n", "attribution-not-in-sample") == []


def test_a_few_words_of_the_interviewers_are_only_shown():
    found = remarks(f"{HEAD}To her it was “that you felt isolated”.\n", "attribution-mismatch")

    assert [remark.level for remark in found] == [Level.LOOK]


def test_what_a_guide_is_said_to_ask_is_nobodys_words():
    assert review(f"{HEAD}In the second round it asks: “How did you start, then?”.\n").standing == ()


def test_a_caption_in_italics_is_no_quotation():
    found = review(f"{HEAD}See Table 1.\n\n*Table 1. What was asked of them at nine months (STR workers)*\n")

    assert found.standing == ()
