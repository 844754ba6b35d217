"""The codings, charts and memos of the roles study hold to its words."""

from __future__ import annotations

import re

import pytest

from tests.examples.roles_files import (
    CASES,
    CHARTS,
    DOCUMENTS,
    PEOPLE,
    ROLES,
    SITES,
    SPOKEN,
    SPRING,
    TURNS,
    read_framework,
    read_rows,
    sub_themes,
)

BLANKS = {"not asked", "asked and nothing said", "not raised", "not applicable"}


def times_found(source: str, quote: str) -> int:
    if source in DOCUMENTS:
        return DOCUMENTS[source].count(quote)
    return sum(words.count(quote) for _, words in SPOKEN[source])


def test_a_topic_that_was_not_covered_is_charted_as_not_asked_unless_it_was_told() -> None:
    covered = {(row["source"], row["topic"]): row["covered"] for row in read_rows("guide-coverage.csv")}
    rows = [row for row in read_rows("chart-autumn.csv") if row["case"] in set(PEOPLE) - SPRING]
    blank = {(row["case"], row["theme"]) for row in rows if row["blank"] == "not asked"}
    topic_of = {"1.2": "1.2", "1.3": "1.3", "2.1": "2.1", "2.4": "2.4", "3.1": "3.1", "6.2": "4.3", "8.2": "1.4"}

    asked = [
        (case, theme) for case, theme in blank if theme in topic_of and covered[PEOPLE[case], topic_of[theme]] != "no"
    ]

    assert asked == []


def test_every_coded_quote_is_found_once_in_its_source() -> None:
    lost = [row for row in read_rows("codings.csv") if times_found(row["source"], row["quote"]) != 1]

    assert lost == []


def test_every_coding_names_a_sub_theme_of_its_version() -> None:
    numbers = {version: {t["number"] for t in read_framework(version)} for version in ("v1", "v2", "v4")}
    numbers["v3"] = numbers["v2"]

    wrong = [
        row
        for row in read_rows("codings.csv")
        if row["theme"] not in numbers[row["version"]] or "." not in row["theme"]
    ]

    assert wrong == []


def test_every_interview_is_indexed_by_one_and_some_by_ben_again() -> None:
    rows = read_rows("codings.csv")

    by_coder = {coder: {row["source"] for row in rows if row["coder"] == coder} for coder in ("Ana", "Fay", "Ben")}

    assert by_coder["Ana"] | by_coder["Fay"] == set(TURNS) | set(DOCUMENTS)
    assert by_coder["Ana"] & by_coder["Fay"] == set()
    assert len(by_coder["Ben"]) == 10


def test_no_coding_is_given_twice_by_one_coder() -> None:
    keys = [(row["source"], row["theme"], row["coder"], row["quote"]) for row in read_rows("codings.csv")]

    assert len(keys) == len(set(keys))


def test_every_case_and_sub_theme_has_statements_or_a_blank_reason() -> None:
    cells = {(row["case"], row["theme"]) for name in CHARTS for row in read_rows(name) if row["case"] in PEOPLE}

    assert cells == {(case, theme) for case in PEOPLE for theme in sub_themes("v4")}


def test_a_spring_case_is_charted_under_v2_and_completed_under_v4() -> None:
    first = {(row["case"], row["theme"]) for row in read_rows("chart.csv")}
    added = {(row["case"], row["theme"]) for row in read_rows("chart-autumn.csv") if row["case"] in SPRING | {"Denise"}}

    assert first == {(case, theme) for case in SPRING for theme in sub_themes("v2")}
    assert added == {(case, "2.4") for case in SPRING | {"Denise"}}


@pytest.mark.parametrize("name", CHARTS)
def test_a_blank_cell_has_a_known_reason_and_no_finding(name: str) -> None:
    rows = read_rows(name)
    blank = {(row["case"], row["theme"]) for row in rows if row["blank"]}

    findings = [row for row in rows if (row["case"], row["theme"]) in blank and row["layer"] in {"summary", "verbatim"}]

    assert {row["blank"] for row in rows if row["blank"]} <= BLANKS
    assert findings == []


@pytest.mark.parametrize("name", CHARTS)
def test_evidence_of_a_cell_is_found_once_in_the_source_of_its_case(name: str) -> None:
    evidence = [row for row in read_rows(name) if row["quote"]]

    lost = [
        row for row in evidence if row["source"] != CASES[row["case"]] or times_found(row["source"], row["quote"]) != 1
    ]

    assert lost == []


@pytest.mark.parametrize("name", CHARTS)
def test_a_summary_of_a_person_has_evidence_and_a_verbatim_phrase_is_exact(name: str) -> None:
    rows = [row for row in read_rows(name) if row["case"] in CASES]

    loose = [row for row in rows if row["layer"] == "summary" and not row["quote"]]
    inexact = [row for row in rows if row["layer"] == "verbatim" and row["text"] not in row["quote"]]

    assert loose == []
    assert inexact == []


@pytest.mark.parametrize("name", CHARTS)
def test_words_in_quotation_marks_in_a_summary_are_the_speaker_s(name: str) -> None:
    rows = [row for row in read_rows(name) if row["case"] in CASES and row["layer"] == "summary"]
    spoken = {source: " ".join(words for _, words in turns).casefold() for source, turns in SPOKEN.items()}

    invented = [
        phrase
        for row in rows
        for phrase in re.findall(r'"([^"]+)"', row["text"])
        if phrase.casefold().rstrip(".,") not in spoken[row["source"]]
    ]

    assert invented == []


@pytest.mark.parametrize("name", CHARTS)
def test_statements_of_a_cell_are_numbered_from_one(name: str) -> None:
    numbers: dict[tuple[str, str], list[int]] = {}
    for row in read_rows(name):
        if row["n"]:
            numbers.setdefault((row["case"], row["theme"]), []).append(int(row["n"]))

    assert all(sorted(set(given)) == list(range(1, max(given) + 1)) for given in numbers.values())


def test_a_group_row_rests_on_cells_of_its_own_people() -> None:
    people = {row["case"]: row for row in read_rows("people.csv") + read_rows("long/person.csv")}
    rows = [row for row in read_rows("chart-autumn.csv") if row["case"] not in CASES]

    foreign = [
        (row["case"], row["theme"], case)
        for row in rows
        for case in row["rests_on"].split(";")
        if row["case"] not in (people[case]["site"], people[case]["role"]) and row["layer"] == "summary"
    ]

    assert {row["case"] for row in rows} >= SITES
    assert foreign == []


def test_a_memo_is_about_something_of_the_study_and_a_decision_says_who_was_there() -> None:
    documents = {path.stem for path in (ROLES / "documents").iterdir()}
    themes = {t["number"] for version in ("v1", "v2", "v4") for t in read_framework(version)}
    memos = read_rows("memos.csv")

    assert {memo["about"] for memo in memos} <= {"", *SPOKEN, *documents, *themes}
    assert all(memo["who_was_there"] for memo in memos if memo["kind"] == "decision")
