from __future__ import annotations

import pytest

from tests.reading.making import read, spoken


def turns(source: str) -> list[tuple[str | None, str, int | None, str | None]]:
    document = read("a.txt", source)
    assert document.turns is not None
    return [(part.label, document.text[part.words : part.end], part.from_ms, part.number) for part in document.parts]


@pytest.mark.parametrize(
    "label",
    [
        "INT",
        "Interviewer",
        "I",
        "R",
        "P1",
        "P07",
        "Participant 3",
        "Respondent",
        "Q",
        "Ana",
        "Ana Okoro",
        "Dr. Ana O'Neil-Okoro, PhD",
        "Maria de la Cruz",
        "P1 (female)",
        "\u0410\u043d\u043d\u0430",
        "\u91c7\u8bbf\u8005",
        "\u00c9lodie",
        "F1",
        "interviewer 2",
        "?",
    ],
)
def test_labels_of_every_spelling(label):
    found = turns(f"{label}: How was it?\nBo: Fine.\n{label}: Good.\nBo: Yes.\n")

    assert found[0][:2] == (label, "How was it?")
    assert len(found) == 4


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("[00:12:26] INT: Words", 746_000),
        ("\\[00:12:26.06\\] INT: Words", 746_060),
        ("(12:26) INT: Words", 746_000),
        ("12:26 INT: Words", 746_000),
        ("00:12:26 - INT: Words", 746_000),
        ("INT [00:12:26]: Words", 746_000),
        ("INT (12:26): Words", 746_000),
        ("INT 12:26: Words", 746_000),
        ("INT: [12:26] Words", 746_000),
        ("INT: 00:12:26 Words", 746_000),
        ("INT: #00:12:26-3# Words", 746_000),
        ("INT: \\[12:26\\] Words", 746_000),
        ("[INT]: Words", None),
        ("INT\uff1a Words", None),
        ("  INT :  Words", None),
    ],
)
def test_times_before_in_and_after_the_label(line, at):
    found = turns(f"{line}\nP1: Yes.\nINT: More.\nP1: No.\n")

    assert found[0][:3] == ("INT", "Words", at)


def test_an_hour_of_the_day_is_neither_label_nor_time():
    found = turns("INT: When?\nP1: 10:30 in the morning, or\n10:45 perhaps.\nINT: Good.\nP1: Yes.\n")

    assert found[1] == ("P1", "10:30 in the morning, or\n10:45 perhaps.", None, None)


def test_the_words_of_a_label_may_begin_on_the_next_line():
    assert turns("INT:\nHow was it?\nP1:\nFine.\nINT:\nGood.\n")[0][1] == "How was it?"


def test_line_numbers_go_with_the_turn_and_not_with_the_label():
    found = turns("1  INT: How was\n2  it?\n3\n4  P1: Fine.\n5  INT: 12 people?\n6  P1: Yes.\n")

    assert found[0] == ("INT", "How was\n2  it?\n3", None, "1")
    assert found[1] == ("P1", "Fine.", None, "4")
    assert found[2] == ("INT", "12 people?", None, "5")


def test_turn_numbers_with_a_full_stop():
    found = turns("1. INT: One\n2. P1: Two\n3. INT: Three\n4. P1: Four\n")

    assert [(label, number) for label, _, _, number in found] == [("INT", "1"), ("P1", "2"), ("INT", "3"), ("P1", "4")]


def test_particulars_at_the_top_are_no_turns():
    document = read(
        "a.txt",
        "Interview 3\nDate: 3 March\nInterviewer: AB\nParticipant: P1\n\nAB: Hello.\nP1: Yes.\nAB: Good.\nP1: Bye.\n",
    )

    assert spoken(document)[0][0] is None
    assert [label for label, _ in spoken(document) if label] == ["AB", "P1", "AB", "P1"]


def test_a_line_that_says_break_ends_a_turn_and_is_none():
    document = read("a.txt", "INT: One.\nP1: Two.\nBreak: [12:00] to [12:10]\nINT: Three.\nP1: Four.\n")

    assert spoken(document)[2] == (None, "Break: [12:00] to [12:10]")


def test_recurring_words_that_are_no_names_are_not_labels():
    document = read("a.txt", "INT: One.\nand then: a\nP1: Two.\nand then: b\nINT: Three.\nSo I said: c\nSo I said: d\n")

    assert {label for label, _ in spoken(document)} == {"INT", "P1"}


def test_an_address_is_not_a_label():
    document = read("a.txt", "INT: One.\nHttp://example.org\nP1: Two.\nHttp://example.org\nINT: Three.\n")

    assert {label for label, _ in spoken(document)} == {"INT", "P1"}


def test_labels_before_a_tab():
    document = read("a.txt", "INT\tHow was it?\nP1\tFine.\n\tReally.\nINT\tGood.\nP1\tYes.\n")

    assert spoken(document)[1] == ("P1", "Fine.\n\tReally.")
    assert document.turns is not None
    assert document.turns.layout == "tab labels"
