from __future__ import annotations

import json

import pytest

from tests.cli.on_new_study import on_new_study

LENS = """format = 1
id = "belonging"
title = "Belonging"
version = "1"
question = "Does the worker belong?"
units = ["case", "role"]
[rule]
kind = "decision table"
[[dimension]]
id = "moira"
question = "Do they go where Moira is?"
values = ["no", "yes"]
[[outcome]]
name = "of the team"
requires = { moira = "yes" }
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    run = on_new_study(tmp_path, monkeypatch)
    (tmp_path / "belonging.toml").write_text(LENS, encoding="utf-8")
    run("lens", "add", str(tmp_path / "belonging.toml"))
    return run


def listed(run, command="judgements", *more):
    return json.loads(run("lens", command, "belonging", *more, "--json").stdout)


def test_a_judgement_from_its_making_to_its_end(run):
    run("lens", "judge", "belonging", "drivers", "moira", "yes", "--because", "She says so.", "--word", "self",
        "--for", "one: Two days at the hospital.")  # fmt: skip
    made = listed(run)[0]

    assert (made["unit"], made["value"], made["for"], made["word"]) == ("drivers", "yes", 1, "self")

    run("lens", "confirm", str(made["judgement"]))
    run("lens", "override", "belonging", "drivers", "none of these", "--because", "Not any more.")
    assert listed(run, "outcomes")[0]["outcome"] == "none of these"

    run("lens", "unjudge", str(made["judgement"]))
    assert listed(run) == []


def test_a_file_goes_in_and_what_does_not_fit_is_told(run, tmp_path):
    file = tmp_path / "judgements.csv"
    file.write_text("unit,dimension,value\ndrivers,moira,yes\ndrivers,moira,perhaps\n", encoding="utf-8")

    first = run("lens", "judge", "belonging", "--from", str(file), "--dry-run")
    second = run("lens", "judge", "belonging", "--from", str(file))

    assert "1 judgements would be new" in first.stderr
    assert "line 3: “perhaps” is no value" in second.stderr
    assert "“drivers” is no case and no value of an attribute here" in second.stderr
    assert "rest on nothing: 2" in second.stderr


def test_half_a_judgement_is_refused(trellis):
    trellis("new", "s.trellis")

    answer = trellis("lens", "judge", "s.trellis", "belonging", "drivers")

    assert answer.code == 1
    assert "give LENS, UNIT, DIMENSION and VALUE" in answer.err
