from __future__ import annotations

import pytest

from tests.review.making import remarks
from trellis.core.review import Level

HEAD = "# D\n\n## Findings\n\n"
BIG = [("participant", "role"), *((f"P{n}", "STR worker") for n in range(1, 9)), ("P9", "manager"), ("P10", "manager")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Most STR workers had no desk.", "Most STR workers"),
        ("The majority of the workers had no desk.", "The majority of the workers"),
        ("For some participants it was so.", "some participants"),
        ("Many of the interviewees left.", "Many of the interviewees"),
    ],
)
def test_a_quantifier_before_a_group_is_for_the_eyes(text, words):
    found = remarks(HEAD + text + "\n", "quantifier-unbased", rows=BIG)

    assert [(remark.level, remark.spots[0].words) for remark in found] == [(Level.LOOK, words)]


def test_most_of_two_asks_why():
    found = remarks(f"{HEAD}Most managers agreed.\n", "quantifier-unbased", rows=BIG)

    assert [(remark.level, remark.said) for remark in found] == [
        (Level.SAY_WHY, "“Most managers”: the sample has 2 of them.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It took some time before anybody came.",
        "Most of the work was done at night.",
        "Six of the eight STR workers, most of them new, had no desk.",
        "Most STR workers (6 of 8) had no desk.",
        "In other studies most workers had none (Smith, 2012).",
        "> Most workers have no desk, you know",
        "Not all STR workers had a desk.",
        "They do not all STR workers call.",
    ],
)
def test_what_is_no_group_or_has_its_count_raises_nothing(text):
    assert remarks(HEAD + text + "\n", "quantifier-unbased", rows=BIG) == []


def test_a_line_in_the_methods_settles_all():
    text = "# D\n\n## Methods\n\nBy “most” we mean more than half.\n\n## Findings\n\nMost STR workers had no desk.\n"

    assert remarks(text, "quantifier-unbased", rows=BIG) == []


def test_who_was_asked_is_no_finding():
    assert remarks("# D\n\n## Findings\n\nSome managers were asked it too.\n", "quantifier-unbased") == []


def test_numbers_of_tables_and_lengths_of_time_give_no_base():
    for words in ("Most STR workers did so (Table 2).", "At nine months most STR workers did so."):
        assert len(remarks(f"# D\n\n## Findings\n\n{words}\n", "quantifier-unbased")) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Several STR workers slept there. Three of the eight had a key.", False),
        ("Several STR workers slept there. Nothing more was said.", True),
        ("Most STR workers slept there. The hall was warm.", True),
    ],
)
def test_several_may_be_counted_in_the_next_sentence(text, told):
    assert bool(remarks(f"{HEAD}{text}\n", "quantifier-unbased", rows=BIG)) is told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nearly everyone we spoke to had slept there.", ["Nearly everyone we spoke to"]),
        ("Most of these workers slept there, and two managers did not.", ["Most of these workers"]),
        (
            "The great majority of STR workers slept there, but one manager did not.",
            ["The great majority of STR workers"],
        ),
        ("Most STR workers (six of the eight) slept there.", []),
        ("Most STR workers, six in all, slept there.", []),
        ("Nearly everyone was ill.", ["Nearly everyone"]),
        ("Nearly everyone in the town was ill.", []),
        ("Not nearly everyone we spoke to had slept there.", []),
    ],
)
def test_what_is_said_of_more_than_half_needs_a_count_of_its_own(text, words):
    for head in (HEAD, "# D\n\n## Discussion\n\n"):
        found = remarks(head + text + "\n", "quantifier-unbased", rows=BIG)

        assert [spot.words for remark in found for spot in remark.spots] == words


def test_the_number_of_a_note_is_no_count():
    for words in ("Most STR workers slept there.[4]", "Most STR workers slept there.4"):
        assert len(remarks(f"{HEAD}{words}\n", "quantifier-unbased", rows=BIG)) == 1
    assert remarks(f"{HEAD}Most STR workers (6) slept there.\n", "quantifier-unbased", rows=BIG) == []
