from __future__ import annotations

import json

import pytest

from tests.cli.on_new_study import on_new_study


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A typology of one person, with a dimension from a worksheet and one of names."""
    monkeypatch.setenv("COLUMNS", "200")
    run = on_new_study(tmp_path, monkeypatch)
    run("framework", "add", "Training")
    run("chart", "write", "one", "1", "Two days at the hospital.")
    run("worksheet", "draw", "1", "A short course", "--from", "1")
    run("worksheet", "category", "1", "Taught", "--of", "1")
    run("worksheet", "category", "1", "Untaught")
    run("typology", "new", "Newcomers", "--description", "Who are they?")
    run("typology", "dimension", "Newcomers", "Training", "--from", "1")
    run("typology", "dimension", "Newcomers", "Days", "--value", "few", "--value", "many")
    return run


def rows(run, *words):
    return json.loads(run("typology", *words, "--json").stdout)


def test_a_typology_from_its_dimensions_to_a_lens(run, tmp_path):
    run("typology", "place-by-elements", "Newcomers")
    run("typology", "place", "Newcomers", "one", "Days", "few", "--note", "two days")
    run("typology", "type", "Newcomers", "Briefed", "--where", "Training=Taught", "--where", "Days=few")

    assert rows(run, "cases", "Newcomers") == [{"case": "one", "Training": "Taught", "Days": "few"}]
    assert [row["which"] for row in rows(run, "combinations", "Newcomers")] == ["one", "empty", "empty", "empty"]
    assert rows(run, "types", "Newcomers")[0]["mark"] == "one case only"
    assert rows(run, "read", "Newcomers", "1")[0]["type"] == "Briefed"
    assert rows(run, "list")[0]["open"] == 0
    run("typology", "save-as-lens", "Newcomers", str(tmp_path / "n.toml"))
    assert 'title = "Newcomers"' in (tmp_path / "n.toml").read_text("utf-8")

    run("typology", "remove-type", "Newcomers", "Briefed")
    assert rows(run, "types", "Newcomers") == []


def test_dimensions_are_adjusted(run):
    run("typology", "value", "Newcomers", "Days", "none")
    run("typology", "rename-value", "Newcomers", "Days", "none", "not a day")
    assert len(rows(run, "combinations", "Newcomers")) == 6
    run("typology", "remove", "Newcomers", "Days", "not a day")
    assert len(rows(run, "combinations", "Newcomers")) == 4
    run("typology", "remove", "Newcomers", "Days")
    run("typology", "remove", "Newcomers")
    assert rows(run, "list") == []
