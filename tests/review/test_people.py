from __future__ import annotations

import pytest

from trellis.review.people import aliases_of, sample_of, tokens_of


def test_heads_are_found_below_a_title_and_totals_are_nobody():
    sample = sample_of(
        [
            ["Table of participants", "", ""],
            ["", "", ""],
            ["ID", "Role", "Site"],
            ["P1", "nurse", "A"],
            ["P2", "worker", "B"],
            ["Total", "2", ""],
        ]
    )

    assert [person.name for person in sample.people] == ["P1", "P2"]
    assert sample.attributes == ("Role", "Site")


def test_rows_of_one_name_are_one_person():
    sample = sample_of([["participant", "wave", "role"], ["P1", "1", "user"], ["P1", "2", "user"]])

    assert [person.of("wave") for person in sample.people] == [("1", "2")]


def test_what_identifies_nobody_as_a_kind_is_no_attribute():
    heads = ["participant", "role", "age", "duration (min)", "date", "notes", "consent_quote"]

    sample = sample_of([heads, ["P1", "nurse", "40", "50", "2020-01-01", "", "no"]])

    assert sample.attributes == ("role",)
    assert sample.people[0].may_be_quoted is False


@pytest.mark.parametrize("head", ["consent_identify", "Agreed to be named", "consent: recognisable by role"])
def test_somebody_who_agreed_to_be_recognised_is_open(head):
    assert sample_of([["id", "role", head], ["P1", "lead", "yes"]]).people[0].is_open


def test_a_note_in_words_says_it_too():
    rows = [
        ["id", "role", "notes"],
        ["P1", "lead", "agreed to be identifiable by role"],
        ["P2", "lead", "did not agree"],
    ]

    assert [person.is_open for person in sample_of(rows).people] == [True, False]


def test_rows_of_places_and_documents_are_nobody():
    assert (
        sample_of([["case", "kind", "role"], ["Guide", "document", "x"], ["Dan", "person", "y"]]).people[0].name
        == "Dan"
    )


def test_a_value_goes_by_its_brackets_initials_and_attribute():
    role = set(aliases_of("role", "Support, Time and Recovery (STR) worker"))

    assert {("str",), ("str", "worker"), ("support", "time", "and", "recovery", "worker")} <= role
    assert ("cdw",) in set(aliases_of("role", "community development worker"))
    assert set(aliases_of("site", "3")) == {("site", "3")}


def test_words_are_compared_in_the_singular():
    assert tokens_of("STR Workers’ ladies") == ("str", "worker", "lady")


def test_a_sheet_without_people_gives_nobody():
    assert sample_of([["only one cell"]]).people == ()


@pytest.mark.parametrize(
    "head",
    [
        "Participant no.", "Interviewee code", "Participant ID number", "P no", "Transcript", "Study ID",
        "Pseudonym / ID", "Respondent number", "Interview no.",
    ],
)  # fmt: skip
def test_the_column_of_names_is_known_by_many_heads_and_wherever_it_stands(head):
    sample = sample_of([["Site", head, "Job title"], ["North", "07", "cook"], ["South", "08", "porter"]])

    assert ([person.name for person in sample.people], sample.guessed) == (["07", "08"], "")


def test_a_sheet_without_such_a_head_says_which_column_was_taken():
    sample = sample_of([["Role", "Site", "n"], ["cook", "1", "2"], ["porter", "1", "2"]])

    assert ([person.name for person in sample.people], sample.guessed) == (["cook", "porter"], "Role")
    assert sample_of([["#", "Role"], ["1", "cook"], ["2", "porter"]]).guessed == ""


_BY_ROUND = (
    ["id", "role", "wave1_source", "wave1_date", "wave2_source", "wave2_date", "interviewers"],
    ["P1", "tenant", "ann-1", "2015-03-01", "ann-2", "2016-03-01", "Mo; Kim"],
    ["P2", "tenant", "bob-1", "2015-04-01", "", "", "Mo"],
    ["P3", "warden", "", "", "", "", "Kim"],
)


def test_columns_of_sources_for_each_round_are_rounds_of_one_person():
    sample = sample_of(_BY_ROUND)

    assert sample.attributes == ("role", "wave")
    assert [person.of("wave") for person in sample.people] == [("1", "2"), ("1",), ()]
    assert [[row.sources for row in person.interviews] for person in sample.people] == [
        [("ann-1",), ("ann-2",)],
        [("bob-1",)],
        [()],
    ]
    assert sample.people[0].dates == ((2015, 3), (2016, 3))
    assert sample.interviewers == ("Kim", "Mo")


def test_a_column_of_rounds_is_not_made_twice():
    rows = [["id", "wave", "wave1_file", "wave2_file"], ["P1", "1", "a", "b"]]

    assert sample_of(rows).attributes == ("wave",)


def test_files_with_a_date_each_are_interviews_of_their_own():
    rows = [
        ["id", "role", "interview_source", "interview_date", "minutes"],
        ["P1", "cook", "a; b", "2008-03; 2011-10", "19; 18"],
    ]

    person = sample_of(rows).people[0]

    assert [(row.sources, row.date) for row in person.interviews] == [(("a",), (2008, 3)), (("b",), (2011, 10))]
    assert person.minutes == (19.0, 18.0)


@pytest.mark.parametrize("head", ["source_file", "Source file", "transcript file", "Interview transcript"])
def test_a_column_of_files_is_known_by_the_usual_heads(head):
    assert sample_of([["id", head, "role"], ["P1", "talk-7.md", "cook"]]).people[0].sources == ("talk-7.md",)


def test_where_somebody_was_referred_from_is_no_file():
    rows = [["id", "referral source", "role"], ["P1", "GP", "cook"], ["P2", "self", "cook"]]

    assert sample_of(rows).attributes == ("referral source", "role")
