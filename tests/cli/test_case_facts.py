from __future__ import annotations

import json

import pytest

from tests.cli.on_new_study import on_new_study


@pytest.fixture
def run(tmp_path, monkeypatch):
    return on_new_study(tmp_path, monkeypatch)


def test_attributes_are_defined_set_and_taken_away(run):
    run("cases", "define", "band", "ordered:3,4")
    run("cases", "define", "band", "ordered:4,3", "--again")
    run("cases", "set", "one", "band", "3", "--how", "estimated")

    assert run("cases", "attributes", "--csv").stdout == "case,band\none,3 (estimated)\n"
    assert json.loads(run("cases", "attributes", "--types", "--json").stdout)[0]["categories"] == "4, 3"

    run("cases", "unset", "one", "band")
    assert run("cases", "attributes", "--csv").stdout == "case,band\none,\n"


def test_waves_and_who_was_lost(run):
    run("cases", "wave", "first")
    run("cases", "wave", "second")
    run("cases", "wave", "first", "--source", "one")
    run("cases", "attend", "one", "second", "lost", "--reason", "moved", "--on", "2009-12-01")

    rows = json.loads(run("cases", "attrition", "--json").stdout)
    assert (rows[0]["completed"], rows[1]["lost"]) == (1, 1)
    assert run("cases", "waves", "--csv").stdout == "wave,sources\nfirst,1\nsecond,0\n"


def test_consent_is_noted(run):
    run("cases", "consent", "one", "quote", "--no", "--on", "2009-02-10")

    assert run("cases", "consents", "--csv").stdout.splitlines()[1] == "one,,quote,no,2009-02-10"


def test_who_agrees_is_listed(run):
    run("cases", "consent", "one", "contact")

    assert run("cases", "consents", "--agreed", "contact", "--csv").stdout == "participant\none\n"
