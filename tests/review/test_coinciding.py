from __future__ import annotations

import pytest

from tests.review.making import remarks

HEADS = ("participant", "role", "site", "date")
PEOPLE = [(n, "STR worker" if n < 7 else "manager") for n in range(1, 13)]
APART = (HEADS, *((f"P{n}", role, "north" if n < 7 else "south", f"2009-{n:02}-03") for n, role in PEOPLE))
MIXED = (HEADS, *((f"P{n}", role, "north" if n % 2 else "south", "") for n, role in PEOPLE))
TOGETHER = "no STR worker with south, no manager with north."


def said(text: str, check: str, rows) -> list[str]:
    return [r.said for r in remarks(f"# D\n\n## Findings\n\n{text}\n", check, rows=rows)]


def test_a_comparison_by_two_things_that_go_together_is_for_the_eyes():
    assert said("How does this differ by role and site?", "contrast-confounded", APART) == [
        f"By role and by site people are compared, and in the sample the two go together: {TOGETHER}"
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("How does this differ by role and site?", MIXED),
        ("How does this differ by role?", APART),
        ("Role and site were noted.", APART),
        ("How does this differ by role and site? The two overlap in our sample.", APART),
        ("It differs by role and site (Smith, 2012).", APART),
    ],
)
def test_what_is_mixed_said_or_not_compared_raises_nothing(text, rows):
    assert said(text, "contrast-confounded", rows) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("By the winter far more worked beside somebody than in the spring.", True),
        ("More workers went in pairs in the autumn than in the spring.", True),
        ("Workers said that by the winter it was better than in the spring.", False),
        ("It was colder in the winter than in the spring.", False),
        ("By the winter workers were colder.", False),
    ],
)
def test_a_change_between_people_who_were_asked_once_asks_why(text, told):
    assert bool(said(text, "wave-artefact", APART)) is told


def test_people_who_were_asked_twice_or_whose_dates_are_not_known_are_not_asked_about():
    twice = (*APART, *((f"P{n}", "STR worker", "north", "2009-12-20") for n in range(1, 7)))

    for rows in (twice, MIXED):
        assert said("By the winter far more worked in pairs than in the spring.", "wave-artefact", rows) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Work from other wards has grown steadily since the posts were made.", True),
        ("Trust between the teams improved steadily over the years.", True),
        ("Workers said that work from other wards has grown since the posts were made.", False),
        ("The number of such posts has grown over the years (Smith, 2012).", False),
        ("A worker who has grown in the post needs less help.", False),
    ],
)
def test_a_change_over_time_that_nobody_tells_of_is_shown(text, told):
    rows = [("participant", "role", "date"), *((f"P{n}", "cook", f"2009-0{n}-01") for n in range(1, 7))]

    found = remarks(f"# D\n\n## Findings\n\n{text}\n", "wave-artefact", rows=rows)

    assert bool(found) is told


def test_what_may_have_changed_since_is_no_claim():
    text = "Terms {} changed since the time of the interviews."

    assert said(text.format("have"), "wave-artefact", APART) != []
    assert said(text.format("may have"), "wave-artefact", APART) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hardly anything of it was heard in the first period, and a good deal in the second period.", True),
        ("Hardly anything of it was heard in the first room, and a good deal in the second.", False),
    ],
)
def test_little_in_one_period_and_much_in_the_other_is_a_change(text, told):
    assert bool(said(text, "wave-artefact", APART)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was done in two waves, so that change in the same people could be followed.", True),
        ("The same cooks were followed from spring to autumn.", True),
        ("The same cooks were not followed.", False),
        ("The same questions were put to all.", False),
    ],
)
def test_who_was_interviewed_once_was_not_followed(text, told):
    found = remarks(f"# D\n\n## Methods\n\n{text}\n", "wave-artefact", rows=APART)

    assert bool(found) is told
    assert remarks(f"# D\n\n## Methods\n\n{text}\n", "wave-artefact", rows=MIXED) == []
