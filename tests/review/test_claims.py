from __future__ import annotations

import pytest

from tests.review.making import SHEET, remarks

HEAD = "# D\n\n## Findings\n\n"
DOCTORS = "the doctors have never learned my name, to be honest with you"
DESK = "I had no desk and no computer for the first six weeks"
DIARY = "The practice manager books straight into my diary"
LOST = "I'd be lost without them, and I have told the board so"


def count(check: str, text: str) -> int:
    return len(remarks(HEAD + text + "\n", check))


@pytest.mark.parametrize(
    "text",
    [
        f"Doctors ignored the new workers: “{DOCTORS}” (P2, STR worker).",
        f"Service managers left new workers without a desk: “{DESK}” (STR worker, site 1).",
        f"Service managers left new workers without a desk:\n\n> {DESK} (STR worker, site 1)",
        f"However, the professionals did not know their names: “{DOCTORS}” (P2, STR worker).",
    ],
)
def test_a_fact_about_a_group_on_the_word_of_others_asks_who_says_so(text):
    assert count("second-hand", text) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"As workers saw it, doctors ignored them: “{DOCTORS}” (P2, STR worker).",
        f"Doctors were seen as distant: “{DOCTORS}” (P2, STR worker).",
        f"STR workers had no place of their own: “{DESK}” (P1, STR worker).",
        f"Service managers relied on the workers: “{LOST}” (P5, service manager).",
        f"Workers’ doctors were far away: “{DOCTORS}” (P2, STR worker).",
        f"STR workers talked of the doctors. Doctors did not know them: “{DOCTORS}” (P2, STR worker).",
        "Doctors ignore such workers (Smith, 2012).",
    ],
)
def test_views_told_as_views_raise_nothing(text):
    assert count("second-hand", text) == 0


@pytest.mark.parametrize(
    "text",
    [
        f"At site 2 there was no room for anybody: “{DESK}” (STR worker, site 1).",
        f"Graduate workers described a lonely start: “{DESK}” (P1, STR worker).",
    ],
)
def test_evidence_from_elsewhere_asks_why(text):
    assert count("evidence-off-scope", text) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"At site 1 there was no room for anybody: “{DESK}” (STR worker, site 1).",
        f"STR workers described tensions with service managers: “{DESK}” (P1, STR worker).",
        f"Tensions with service managers were common: “{DESK}” (P1, STR worker).",
        f"Unlike at site 2, there was no room: “{DESK}” (STR worker, site 1).",
        f"Women had less room: “{DESK}” (P1, STR worker).",
        f"At sites 1 and 2 nobody had room: “{DESK}” (STR worker, site 1) and “{DIARY}” (graduate worker, site 2).",
    ],
)
def test_evidence_from_where_it_should_be_raises_nothing(text):
    assert count("evidence-off-scope", text) == 0


def test_a_comparison_with_one_side_quoted_asks_why():
    text = f"STR workers had no desks, whereas graduate workers had rooms of their own.\n\n> {DESK} (P1, STR worker)"

    found = remarks(HEAD + text + "\n", "contrast-one-sided")

    assert [remark.said for remark in found] == [
        "The sentence sets STR workers against graduate workers; nobody of graduate workers is quoted here."
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"STR workers had no desks, whereas graduate workers had none either.\n\n> {DESK} (P1)\n\n> {DIARY} (P3)",
        "STR workers had no desks, whereas graduate workers had rooms of their own.",
        f"More than half of the STR workers and graduate workers had none.\n\n> {DESK} (P1)",
        f"STR workers rather than graduate workers were asked.\n\n> {DESK} (P1)",
        f"STR workers and graduate workers met on Mondays.\n\n> {DESK} (P1)",
    ],
)
def test_a_comparison_with_both_sides_or_none_quoted_raises_nothing(text):
    assert count("contrast-one-sided", text) == 0


def test_one_person_told_as_many_is_asked_about():
    rows = (*SHEET, ("P7", "p07.txt", "pharmacist", "1", "female"), ("P8", "p08.txt", "midwife", "1", "female"))
    text = "# D\n\n## Findings\n\nPharmacists lock the cupboard at noon.\n"

    found = remarks(text, "second-hand", rows=rows)

    assert any("the sample has one" in remark.said for remark in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Service managers lock the cupboard at noon.",
        "Pharmacists, as P1 saw it, lock the cupboard at noon.",
        "The pharmacist locks the cupboard at noon.",
        "Pharmacists may lock the cupboard at noon.",
    ],
)
def test_several_a_view_or_one_as_one_raise_nothing(sentence: str):
    rows = (*SHEET, ("P7", "p07.txt", "pharmacist", "1", "female"), ("P8", "p08.txt", "midwife", "1", "female"))
    found = remarks(f"# D\n\n## Findings\n\n{sentence}\n", "second-hand", rows=rows)

    assert not any("the sample has one" in remark.said for remark in found)


_SHOP = (
    ("participant", "file", "role", "backing", "team"),
    ("P1", "p01.txt", "owner-baker", "bank", "day team"),
    ("P2", "p02.txt", "owner", "unknown", "night team"),
    ("P3", "p03.txt", "owner", "family", "night team"),
    ("P4", "p04.txt", "owner", "bank", "day team"),
)


def off_scope(text: str) -> int:
    return len(remarks(HEAD + text + "\n", "evidence-off-scope", rows=_SHOP))


@pytest.mark.parametrize(
    "text",
    [
        f"Owners said that nothing was ready: “{DESK}” (P1, owner-baker).",
        f"An owner without bank money had to wait: “{DIARY}” (P3, owner).",
        f"Bank money was no help to some: “{DOCTORS}” (P2, owner).",
        f"One in the day team was told of it, and the other had not known: “{DIARY}” (P3, owner).",
    ],
)
def test_a_part_of_a_name_a_denial_and_the_unknown_are_no_other_group(text):
    assert off_scope(text) == 0


def test_another_group_is_told_all_the_same():
    assert off_scope(f"In the day team nobody asked first: “{DIARY}” (P3, owner).") == 1
