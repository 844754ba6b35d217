"""The findings of the roles study print words of many people, both for and against."""

from __future__ import annotations

import tomllib
from collections import Counter

from tests.examples.roles_files import PEOPLE, ROLES, SPOKEN, read_rows

FINDINGS = tomllib.loads((ROLES / "findings.toml").read_text(encoding="utf-8"))["finding"]
READY = [finding for finding in FINDINGS if finding["status"] == "ready"]
STARRED = [one for finding in READY for one in finding["evidence"] if one.get("star")]
WHO = {source: case for case, source in PEOPLE.items()}


def test_every_finding_that_is_ready_prints_somebodys_words():
    silent = [one["statement"] for one in READY if not any(each.get("star") for each in one["evidence"])]

    assert silent == []


def test_a_finding_with_cases_against_it_prints_one_of_them():
    against = [
        one for one in READY if any(each.get("side") == "against" and "case" in each for each in one["evidence"])
    ]
    silent = [
        one["statement"]
        for one in against
        if not any(each.get("star") and each.get("side") == "against" for each in one["evidence"])
    ]

    assert against
    assert silent == []


def test_quotations_stand_in_one_turn_of_their_source():
    missing = [one["quote"] for one in STARRED if not any(one["quote"] in words for _, words in SPOKEN[one["source"]])]

    assert missing == []


def test_nobody_is_quoted_more_than_twice_and_no_words_twice():
    people = Counter(one["source"] for one in STARRED)
    words = Counter(one["quote"] for one in STARRED)

    assert max(people.values()) <= 2
    assert max(words.values()) == 1


def test_quotations_come_from_every_site_and_every_role():
    known = {row["case"]: row for row in read_rows("people.csv")}
    quoted = [known[WHO[one["source"]]] for one in STARRED if one["source"] in WHO]

    assert {row["site"] for row in quoted} == {row["site"] for row in known.values()}
    assert {row["role"] for row in quoted} == {row["role"] for row in known.values()}


def test_quotations_name_nobody_of_the_sample():
    named = [(name, one["quote"]) for one in STARRED for name in [*PEOPLE, "Denise"] if name in one["quote"].split()]

    assert named == []
