"""The roles study holds together: its interviews, sample, guide and notices."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.examples.roles_files import (
    PEOPLE,
    ROLES,
    SITES,
    SPOKEN,
    TRANSCRIPTS,
    TURNS,
    read_rows,
    read_text,
)

INTERVIEWERS = {"INT", "Interviewer", "I", "Int", "Ana", "ANA", "Ben", "BEN", "Fay", "FAY"}


@pytest.mark.parametrize("path", sorted(p for p in ROLES.rglob("*.*") if p.suffix != ".csv"), ids=lambda p: p.name)
def test_every_file_opens_with_the_fiction_notice(path: Path) -> None:
    opening = read_text(path)[:120]

    assert "Fiction" in opening
    assert "CC0" in opening


@pytest.mark.parametrize("path", sorted(ROLES.glob("*.csv")), ids=lambda p: p.name)
def test_every_row_of_a_table_carries_the_fiction_notice(path: Path) -> None:
    notices = {row["notice"] for row in read_rows(path.name)}

    assert notices == {"Fiction written for Trellis, CC0"}


@pytest.mark.parametrize("source", TURNS)
def test_an_interview_has_500_to_1200_spoken_words(source: str) -> None:
    words = sum(len(spoken.split()) for _, spoken in TURNS[source])

    assert 500 <= words <= 1200


@pytest.mark.parametrize("source", TURNS)
def test_an_interview_has_two_voices_and_the_participant_speaks_most(source: str) -> None:
    asked = sum(len(words) for label, words in TURNS[source] if label in INTERVIEWERS)
    said = sum(len(words) for label, words in TURNS[source] if label not in INTERVIEWERS)

    assert len({label for label, _ in TURNS[source]}) == 2
    assert said > 2 * asked > 0


@pytest.mark.parametrize("path", [p for p in TRANSCRIPTS if p.suffix != ".vtt"], ids=lambda p: p.name)
def test_no_line_of_a_transcript_falls_outside_its_turns(path: Path) -> None:
    body = [line for line in read_text(path).split("\n")[2:] if line]

    spoken = [words for _, words in TURNS[path.stem]]

    assert [line for line in body if not any(line.endswith(words) for words in spoken)] == [
        line for line in body if re.fullmatch(r"\w+  \d+:\d\d", line)
    ]


@pytest.mark.parametrize("path", sorted((ROLES / "documents").iterdir()), ids=lambda p: p.name)
def test_a_document_has_300_to_600_words(path: Path) -> None:
    assert 300 <= len(path.read_text(encoding="utf-8").split()) <= 600


def test_every_participant_has_a_transcript_and_every_transcript_one() -> None:
    assert sorted(PEOPLE.values()) == sorted(TURNS)


def test_the_sample_has_32_workers_in_seven_roles_and_five_managers_on_three_sites() -> None:
    people = read_rows("people.csv") + read_rows("long/person.csv")
    workers = [row for row in people if row["role"] != "team manager"]

    assert (len(workers), len(people) - len(workers)) == (32, 5)
    assert len({row["role"] for row in workers}) == 7
    assert {row["site"] for row in people} == SITES
    assert {row["team_type"] for row in workers} == {"uni-disciplinary", "multi-disciplinary"}
    assert {row["band"] for row in workers} == {"3", "4", "5", "6"}


def test_the_table_of_people_in_the_readme_counts_them() -> None:
    people = read_rows("people.csv") + read_rows("long/person.csv")
    sites = ("Harrow Vale", "Saltmarsh", "Kelder Bank")
    readme = (ROLES / "README.md").read_text(encoding="utf-8")
    printed = dict(re.findall(r"^\| ([a-zA-Z ]+) \| (\S+ \| \S+ \| \S+ \| \d+) \|$", readme, re.MULTILINE))

    for role in {row["role"] for row in people}:
        counts = [sum(row["role"] == role and row["site"] == site for row in people) for site in sites]
        assert printed[role].replace("-", "0") == " | ".join(map(str, [*counts, sum(counts)]))


def test_quotas_say_which_combinations_do_not_exist() -> None:
    quotas = {(row["role"], row["site"]): row["exists"] for row in read_rows("quotas.csv")}

    reached = {(row["role"], row["site"]) for row in read_rows("people.csv")}

    assert all(quotas[pair] == "yes" for pair in reached)
    assert len(quotas) == 8 * 3
    assert "no" in quotas.values()


def test_guide_coverage_speaks_of_every_topic_and_source() -> None:
    topics = {row["number"] for row in read_rows("guide.csv") if "." in row["number"]}

    covered = [(row["source"], row["topic"]) for row in read_rows("guide-coverage.csv")]

    assert sorted(covered) == sorted((source, topic) for source in SPOKEN for topic in topics)
