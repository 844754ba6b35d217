from __future__ import annotations

import pytest

from tests.review.making import remarks

HEADS = ("participant", "file", "role", "grade", "ward", "date")
GRADES = ("3", "3", "3", "4", "5", "5")
MONTHS = ("2009-03-02", "2009-03-09", "2009-04-01", "2009-04-20", "2009-09-07", "2009-10-05")
ROWS = (
    HEADS,
    *(
        (f"P{n}", f"p0{n}.txt", "cook" if n < 4 else "porter", grade, "north" if n % 2 else "south", day)
        for n, (grade, day) in enumerate(zip(GRADES, MONTHS, strict=True), start=1)
    ),
)


def said(text: str) -> list[str]:
    found = remarks(f"# D\n\n## Methods\n\n{text}\n", "sample-arithmetic", rows=ROWS)
    return [remark.said for remark in found if "split otherwise" in remark.said or "there are" in remark.said]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Three were at grade 3, one at grade 4 and two at grade 5.", False),
        ("Two were at grade 3, two at grade 4 and two at grade 5.", True),
        ("Two people were paid at grade 3, two more at grade 4, and two at grade 5.", True),
        ("Nine were at grade 3, two at grade 4 and two at grade 5.", False),
        ("Two were at grade 3 and four at grade 4 or 5.", False),
        ("Of the cooks three were at grade 3, none at grade 4 and none at grade 5.", False),
    ],
)
def test_numbers_of_values_that_come_to_all_are_held_against_the_sheet(text, told):
    assert bool(said(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("There were two rounds: four from March to April, and two from September to October.", False),
        ("There were two rounds: three from March to April, and three from September to October.", True),
        ("We held three interviews between March and April 2009 and three in September and October 2009.", True),
        ("We held three from March to April 2009 and one from September to October 2009.", False),
    ],
)
def test_numbers_of_rounds_that_come_to_all_are_held_against_the_dates(text, told):
    assert bool(said(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nothing new was heard after the 5th interview.", []),
        (
            "Nothing new was heard after the 9th interview.",
            ["The text speaks of the 9th interview; there are 6 at most."],
        ),
        ("They lived in the 19th district.", []),
    ],
)
def test_an_interview_beyond_the_last_is_told(text, told):
    assert said(text) == told
