from __future__ import annotations

import json


def test_the_team_is_listed_added_to_and_given_roles(trellis):
    trellis("new", "s", "--as", "Ana")

    assert "Nia is coder" in trellis("team", "add", "s", "Nia", "coder", "--as", "Ana").err
    assert "Nia is auditor from now on" in trellis("team", "role", "s", "Nia", "auditor", "--as", "Ana").err

    listed = json.loads(trellis("team", "list", "s", "--json").out)
    assert [(row["person"], row["role"]) for row in listed] == [("Ana", "lead"), ("Nia", "auditor")]


def test_somebody_who_is_not_the_lead_is_told_so(trellis):
    trellis("new", "s", "--as", "Ana")
    trellis("team", "add", "s", "Nia", "coder", "--as", "Ana")

    answer = trellis("team", "role", "s", "Nia", "lead", "--as", "Nia")

    assert answer.code == 1
    assert "only its lead may do “person.role”" in answer.err


def test_a_role_that_there_is_not_is_refused_with_those_there_are(trellis):
    trellis("new", "s")

    answer = trellis("team", "add", "s", "Nia", "boss")

    assert answer.code == 2
    assert "'panel member'" in answer.err
