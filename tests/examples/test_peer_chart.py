"""The codings, chart and memos of the peer study hold to its words."""

from __future__ import annotations

import re

from tests.examples.peer_files import DOCUMENTS, PEER, PEOPLE, TURNS, rows_of, themes_of

BLANKS = {"not asked", "asked and nothing said", "not raised", "not applicable"}
CHART = rows_of("chart.csv")
CODINGS = rows_of("codings.csv") + rows_of("codings-second.csv")
ROWS = {(row["case"], row["wave"]) for row in PEOPLE}
GROUPS = {row[name] for row in PEOPLE for name in ("stakeholder", "organisation")} - {""}
CHARTED = {theme["number"] for theme in themes_of("v2") if "." in theme["number"] and theme["name"] != "Other"}


def times_found(source: str, quote: str) -> int:
    if source in DOCUMENTS:
        return DOCUMENTS[source].count(quote)
    return sum(words.count(quote) for _, words in TURNS[source])


def test_every_coded_quote_is_found_once_in_its_source() -> None:
    lost = [row for row in CODINGS if times_found(row["source"], row["quote"]) != 1]

    assert lost == []


def test_every_coding_names_a_sub_theme_of_its_version() -> None:
    numbers = {version: {theme["number"] for theme in themes_of(version)} for version in ("v1", "v2")}

    wrong = [row for row in CODINGS if row["theme"] not in numbers[row["version"]] or "." not in row["theme"]]

    assert wrong == []


def test_every_interview_was_indexed_for_the_evaluation_and_again() -> None:
    rows = rows_of("codings.csv")

    by_version = {version: {row["source"] for row in rows if row["version"] == version} for version in ("v1", "v2")}

    assert by_version == {"v1": set(TURNS), "v2": set(TURNS) | set(DOCUMENTS)}


def test_five_interviews_were_read_a_second_time_by_somebody_else() -> None:
    first = {row["source"]: row["coder"] for row in rows_of("codings.csv") if row["version"] == "v2"}
    second = {row["source"]: row["coder"] for row in rows_of("codings-second.csv")}

    assert len(second) == 5
    assert all(first[source] != coder for source, coder in second.items())


def test_no_coding_is_given_twice_by_one_coder() -> None:
    for name in ("codings.csv", "codings-second.csv"):
        keys = [(row["source"], row["theme"], row["version"], row["coder"], row["quote"]) for row in rows_of(name)]

        assert len(keys) == len(set(keys))


def test_every_person_in_every_wave_has_a_cell_in_every_column() -> None:
    cells = {(row["case"], row["wave"], row["theme"]) for row in CHART if row["case"] not in GROUPS}

    assert cells == {(*row, theme) for row in ROWS for theme in CHARTED}


def test_a_cell_says_something_or_why_it_does_not() -> None:
    bad = [row for row in CHART if bool(row["text"]) == bool(row["blank"]) or row["blank"] not in BLANKS | {""}]

    assert bad == []


def test_every_statement_rests_on_words_of_the_case_s_own_interviews_in_that_wave() -> None:
    own = {(row["case"], row["wave"], row["source"]) for row in PEOPLE}
    said = [row for row in CHART if row["text"] and row["case"] not in GROUPS]

    assert [row for row in said if (row["case"], row["wave"], row["source"]) not in own] == []
    assert [row for row in said if times_found(row["source"], row["quote"]) != 1] == []


def test_a_row_of_a_group_rests_on_cells_of_its_people_that_say_something() -> None:
    belongs = {(row["case"], row[name]) for row in PEOPLE for name in ("stakeholder", "organisation")}
    full = {(row["case"], row["wave"], row["theme"]) for row in CHART if row["text"]}

    for row in (row for row in CHART if row["case"] in GROUPS):
        members = row["rests_on"].split(";")
        assert all((member, row["case"]) in belongs for member in members)
        assert all((member, row["wave"], row["theme"]) in full for member in members)


def test_a_verbatim_statement_is_word_for_word_in_what_it_rests_on() -> None:
    verbatim = [row for row in CHART if row["layer"] == "verbatim"]

    assert verbatim
    assert all(row["text"].rstrip(".") in row["quote"] for row in verbatim)


def test_words_in_quotation_marks_were_said_by_the_person() -> None:
    wrong = []
    for row in CHART:
        if row["source"] and row["layer"] == "summary":
            spoken = " ".join(words for _, words in TURNS[row["source"]]).casefold()
            wrong += [found for found in re.findall(r'"([^"]+)"', row["text"]) if _bare(found) not in spoken]

    assert wrong == []


def _bare(quoted: str) -> str:
    return quoted.strip(".,;:").casefold()


def test_a_cell_of_somebody_who_may_not_be_quoted_holds_no_words_of_theirs_in_marks() -> None:
    quiet = {row["case"] for row in PEOPLE if row["consent_quote"] == "no"}

    assert [row["text"] for row in CHART if row["case"] in quiet and ('"' in row["text"] or row["star"])] == []


def test_what_was_asked_in_one_wave_only_is_not_asked_in_the_other_unless_it_was_told() -> None:
    at_referral = [row for row in CHART if row["wave"] == "at referral" and row["theme"] == "5.2"]

    assert {row["case"] for row in at_referral if row["text"]} == {"Leon"}
    assert {row["blank"] for row in at_referral if not row["text"]} == {"not asked"}


def test_every_memo_is_about_something_there_is() -> None:
    known = set(TURNS) | {row["case"] for row in PEOPLE} | {theme["number"] for theme in themes_of("v2")}

    assert {row["about"] for row in rows_of("memos.csv")} <= known | {""}


def test_the_bad_chart_is_wrong_in_the_ways_its_notes_say_and_not_in_its_words() -> None:
    rows = rows_of("teaching/chart-bad.csv")
    notes = (PEER / "teaching" / "chart-bad-notes.md").read_text(encoding="utf-8")

    assert [row["row"] for row in rows] == re.findall(r"^(\d+)\. \*\*", notes, re.MULTILINE)
    assert [row["row"] for row in rows if row["quote"] and times_found(row["source"], row["quote"]) != 1] == []
    assert {row["theme"] for row in rows} <= CHARTED
