"""The peer study holds together: its interviews, waves, sample, guides and notices."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.examples.peer_files import DOCUMENTS, INTERVIEWERS, PEER, PEOPLE, TURNS, rows_of, themes_of
from tests.examples.roles_files import read_text

USERS = [row for row in PEOPLE if row["stakeholder"] == "service user"]


@pytest.mark.parametrize("path", sorted(p for p in PEER.rglob("*.*") if p.suffix != ".csv"), ids=lambda p: p.name)
def test_every_file_opens_with_the_fiction_notice(path: Path) -> None:
    opening = read_text(path)[:120]

    assert "Fiction" in opening
    assert "CC0" in opening


@pytest.mark.parametrize("path", sorted(PEER.rglob("*.csv")), ids=lambda p: p.name)
def test_every_row_of_a_table_carries_the_fiction_notice(path: Path) -> None:
    notices = {row["notice"] for row in rows_of(str(path.relative_to(PEER)))}

    assert notices == {"Fiction written for Trellis, CC0"}


@pytest.mark.parametrize("source", TURNS)
def test_an_interview_has_200_to_900_spoken_words(source: str) -> None:
    words = sum(len(spoken.split()) for _, spoken in TURNS[source])

    assert 200 <= words <= 900


@pytest.mark.parametrize("source", TURNS)
def test_an_interview_has_two_voices_and_the_participant_speaks_most(source: str) -> None:
    asked = sum(len(words) for label, words in TURNS[source] if label in INTERVIEWERS)
    said = sum(len(words) for label, words in TURNS[source] if label not in INTERVIEWERS)

    assert len({label for label, _ in TURNS[source]}) == 2
    assert said > asked > 0


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_has_250_to_600_words(name: str) -> None:
    assert 250 <= len(DOCUMENTS[name].split()) <= 600


def test_every_interview_has_a_row_and_every_row_an_interview() -> None:
    assert sorted(row["source"] for row in PEOPLE) == sorted(TURNS)


def test_there_are_four_organisations_and_thirteen_projects() -> None:
    projects = {row["project"] for row in PEOPLE} - {""}

    assert len({row["organisation"] for row in PEOPLE}) == 4
    assert len(projects) == 13
    assert {row["project"] for row in USERS} <= projects


def test_a_project_belongs_to_one_organisation_and_one_initiative() -> None:
    belongs: dict[str, set[tuple[str, str]]] = {row["project"]: set() for row in PEOPLE if row["project"]}
    for row in PEOPLE:
        if row["project"]:
            belongs[row["project"]].add((row["organisation"], row["initiative"]))

    assert {project: found for project, found in belongs.items() if len(found) > 1} == {}


def test_only_service_users_belong_to_waves() -> None:
    assert {row["wave"] for row in USERS} == {"at referral", "nine months"}
    assert {row["wave"] for row in PEOPLE if row not in USERS} == {""}


def test_two_waves_lose_people_and_one_is_heard_twice_in_one() -> None:
    heard = Counter((row["case"], row["wave"]) for row in USERS)
    people = {case for case, _ in heard}
    both = {case for case in people if (case, "at referral") in heard and (case, "nine months") in heard}
    missing = {(case, wave) for case in people for wave in ("at referral", "nine months")} - set(heard)

    assert (len(people), len(both)) == (12, 8)
    assert [pair for pair, times in heard.items() if times > 1] == [("Leon", "at referral")]
    assert {(row["case"], row["wave"]) for row in rows_of("attendance.csv")} == missing


def test_an_attribute_may_differ_between_waves_and_the_others_do_not() -> None:
    fixed = ("stakeholder", "organisation", "project", "initiative", "gender", "age_band", "contract")
    by_case: dict[str, set[tuple[str, ...]]] = {}
    for row in PEOPLE:
        by_case.setdefault(row["case"], set()).add(tuple(row[name] for name in fixed))
    attends = {(row["case"], row["attends"]) for row in USERS}

    assert {case for case, found in by_case.items() if len(found) > 1} == set()
    assert max(Counter(case for case, _ in attends).values()) > 1


def test_somebody_may_not_be_quoted_and_somebody_not_be_archived() -> None:
    quiet = {row["case"] for row in PEOPLE if row["consent_quote"] == "no"}
    kept_out = {row["case"] for row in PEOPLE if row["consent_archive"] == "no"}

    assert quiet == {"Clive", "Dilys", "Idris"}
    assert kept_out == {"Tahira"}


def test_the_table_of_people_in_the_readme_counts_them() -> None:
    people = {(row["case"], row["stakeholder"], row["organisation"]) for row in PEOPLE}
    organisations = ("Castle Dock", "Chalk Coast", "Brackenshaw", "Tarnside")
    readme = (PEER / "README.md").read_text(encoding="utf-8")
    printed = dict(re.findall(r"^\| ([a-z ]+) \| ((?:[-\d]+ \| ){4}\d+) \|$", readme, re.MULTILINE))

    for group in {stakeholder for _, stakeholder, _ in people}:
        counts = [sum(found[1:] == (group, place) for found in people) for place in organisations]
        assert printed[group].replace("-", "0") == " | ".join(map(str, [*counts, sum(counts)]))


def test_quotas_speak_of_every_stakeholder_in_every_organisation() -> None:
    quotas = {(row["stakeholder"], row["organisation"]): row["exists"] for row in rows_of("quotas.csv")}
    reached = {(row["stakeholder"], row["organisation"]) for row in PEOPLE}

    assert len(quotas) == 12 * 4
    assert all(quotas[pair] == "yes" for pair in reached)
    assert "no" in quotas.values()


def test_guide_coverage_speaks_of_every_topic_of_an_interview_s_own_guide() -> None:
    part = {"peer worker": "2", "carer": "3"}
    topics = [row["number"] for row in rows_of("guide.csv") if "." in row["number"]]
    expected = set()
    for row in PEOPLE:
        users = "5" if row["wave"] == "nine months" else "4"
        own = users if row["stakeholder"] == "service user" else part.get(row["stakeholder"], "1")
        expected |= {(row["source"], topic) for topic in topics if topic.startswith(own)}

    covered = [(row["source"], row["topic"]) for row in rows_of("guide-coverage.csv")]

    assert sorted(covered) == sorted(expected)


def test_the_guide_of_the_second_wave_asks_what_the_first_did_not() -> None:
    topics = {row["number"]: row for row in rows_of("guide.csv")}
    later = {number for number, row in topics.items() if "at nine months only" in row["prompt"]}
    earlier = {number for number, row in topics.items() if "at referral only" in row["prompt"]}

    assert later == {"5.3", "5.4"}
    assert earlier == {"4.2", "4.3", "4.5"}


def test_the_secondary_framework_keeps_some_themes_of_the_evaluation_word_for_word() -> None:
    before = {theme["name"]: theme["definition"] for theme in themes_of("v1")}
    kept = [theme for theme in themes_of("v2") if theme["name"] in before and theme["name"] != "Other"]

    assert {theme["name"] for theme in kept} == {
        "Terms and rules",
        "Peer support",
        "Being with somebody who has been there",
        "For people",
    }
    assert all(theme["definition"] == before[theme["name"]] for theme in kept)
