from __future__ import annotations

import pytest

from tests.review.making import remarks
from trellis.core.review import Level

SHEET = (
    ("participant", "role", "age", "date", "duration (min)"),
    ("P1", "STR worker", "24", "2009-02-10", "8"),
    ("P2", "STR worker", "31", "2009-03-04", "12"),
    ("P3", "graduate worker", "44", "2009-04-01", "16"),
    ("P4", "graduate worker", "52", "2009-05-02", "20"),
    ("P5", "service manager", "61", "2009-12-17", "72"),
)


def said(text: str, head: str = "Methods", rows=SHEET) -> list[str]:
    return [r.said for r in remarks(f"# D\n\n## {head}\n\n{text}\n", "sample-arithmetic", rows=rows)]


@pytest.mark.parametrize(
    "text",
    [
        "Interviews lasted from 8 to 72 minutes, half of them 16 minutes or less.",
        "Interviews lasted between eight and seventy-two minutes.",
        "Interviews took 8–72 minutes.",
        "Interviews lasted 26 minutes on average.",
        "The median length of an interview was 16 minutes.",
        "Most interviews took 20 minutes or less.",
        "Interviews of an hour were planned.",
        "Focus groups lasted between 60 and 90 minutes, as interviews did elsewhere.",
        "Interviews were held after shifts of between 8 and 12 hours.",
        "In another study interviews lasted 60 minutes on average (Smith, 2012).",
        "All interviews lasted less than two hours.",
    ],
)
def test_times_that_the_sheet_bears_out_or_that_are_of_something_else_raise_nothing(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Interviews lasted from 20 to 90 minutes.", "by the sheet they lasted from 8 to 72 minutes"),
        ("Interviews lasted between half an hour and two hours.", "by the sheet they lasted from 8 to 72 minutes"),
        ("Interviews lasted from 8 to 72 minutes, most of them about an hour.", "by the sheet it was so of 1 of 5"),
        ("Interviews lasted 45 minutes on average.", "by the sheet the mean is 26 minutes"),
        ("The median length of an interview was 26 minutes.", "by the sheet the median is 16 minutes"),
        ("Most interviews took over half an hour.", "by the sheet it was so of 1 of 5"),
    ],
)
def test_times_that_the_sheet_does_not_bear_out_are_told(text, fits):
    found = said(text)

    assert len(found) == 1
    assert found[0].endswith(f"; {fits}.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Interviews took place between February and December 2009.", False),
        ("Interviews took place between January 2009 and January 2010.", False),
        ("Interviews took place between March and December 2009.", True),
        ("Interviews took place between February and November 2009.", True),
        ("The service opened between March and April 2008.", False),
    ],
)
def test_months_are_held_against_the_dates_of_the_sheet(text, told):
    assert bool(said(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Participants were aged 24 to 61.", False),
        ("Participants were aged between 21 and 61.", True),
        ("People aged between 18 and 65 were eligible.", False),
    ],
)
def test_ages_are_held_against_the_sheet(text, told):
    assert bool(said(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was so for 40% of participants.", False),
        ("It was so for 45% of participants.", True),
        ("About 45% of participants agreed.", False),
        ("It was so for 50 per cent of STR workers.", False),
        ("It was so for 30 per cent of STR workers.", True),
        ("It took 45% of the budget.", False),
        ("In England 45% of participants agreed (Smith, 2012).", False),
    ],
)
def test_a_share_that_no_number_of_people_comes_to_is_told(text, told):
    assert bool(said(text, "Findings")) is told


def test_a_sheet_without_times_and_dates_asks_nothing():
    rows = (("participant", "role"), ("P1", "nurse"), ("P2", "nurse"))

    assert said("Interviews lasted an hour on average, between March and May 2009.", rows=rows) == []


def test_dates_of_several_rounds_are_left_to_the_reader():
    rows = (*SHEET, ("P1", "STR worker", "24", "2011-10-06", "18"))

    assert said("Interviews took place between February and December 2009.", rows=rows) == []


@pytest.mark.parametrize(
    "more",
    [
        "The last two people were interviewed in January 2010.",
        "Follow-up interviews were held nine months later.",
        "In 2010 two more people were interviewed.",
    ],
)
def test_months_that_are_not_the_only_ones_told_raise_nothing(more):
    months = "Interviews took place between March and April 2009."

    assert not any("dates run" in each for each in said(f"{months} {more}"))
    assert any("dates run" in each for each in said(f"{months} Approval was given in May 2008."))


def test_months_in_which_most_were_interviewed_are_for_the_eyes():
    rows = (("participant", "date"), *((f"P{n}", f"2009-0{n}-01") for n in range(1, 7)))
    text = "# D\n\n## Methods\n\nInterviews took place between {} 2009.\n"

    levels = [
        [remark.level for remark in remarks(text.format(months), "sample-arithmetic", rows=rows)]
        for months in ("January and May", "May and June")
    ]

    assert levels == [[Level.LOOK], [Level.WRONG]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Interviews were held between March 2009 and February 2010.", True),
        ("Interviews were held between March 2009 and May 2009.", False),
        ("Fieldwork ran from January 2009 to December 2010.", False),
    ],
)
def test_interviews_that_are_said_to_go_on_long_after_the_sheet_are_shown(text, told):
    rows = [("participant", "role", "date"), *((f"P{n}", "cook", f"2009-0{n}-01") for n in (3, 4, 5))]

    found = remarks(f"# D\n\n## Methods\n\n{text}\n", "sample-arithmetic", rows=rows)

    assert [remark.level for remark in found] == ([Level.LOOK] if told else [])


@pytest.mark.parametrize(("middle", "told"), [("median 31", False), ("mean 44", True), ("mean 33", False)])
def test_a_middle_in_brackets_has_the_unit_of_its_range(middle, told):
    rows = [("participant", "role", "duration_min"), *((f"P{n}", "porter", str(n)) for n in (21, 31, 31, 49))]
    text = f"# D\n\n## Methods\n\nRecorded length was between 21 and 49 minutes ({middle}).\n"

    assert bool(remarks(text, "sample-arithmetic", rows=rows)) is told


@pytest.mark.parametrize(("year", "told"), [("2009", False), ("2008", True)])
def test_a_second_span_of_months_without_an_interview_is_wrong(year, told):
    rows = [("participant", "role", "date"), *((f"P{n}", "porter", f"2009-{n:02}-10") for n in (2, 3, 4, 10, 11))]
    text = f"Three interviews took place from February to April 2009 and two from October to November {year}."

    found = remarks(f"# D\n\n## Methods\n\n{text}\n", "sample-arithmetic", rows=rows)
    assert any(year in remark.spots[0].words and "dates run" in remark.said for remark in found) is told
