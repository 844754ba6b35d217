from __future__ import annotations

import json
from itertools import count

import pytest
from typer.testing import CliRunner

import trellis
from tests.study.framework_study import charted, coded, with_source, with_themes
from trellis.cli.main import app
from trellis.core.errors import TrellisError
from trellis.core.framework_wording import Rewording, Wording


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs `trellis framework ...` on a study in which a theme was split and another redefined."""
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRELLIS_PERSON", "Ana")
    ticks = count(1_000_000)
    monkeypatch.setattr("time.time_ns", lambda: next(ticks) * 1_000_000)
    with trellis.new(tmp_path / "s.trellis", "A study") as study:
        with_themes(study, "Support", ">Supervision", "Team", "Alone", "Isolation")
        one, two = with_source(study, "one"), with_source(study, "two")
        for placed in (one, two):
            coded(study, placed, "1.1")
            coded(study, placed, "2")
        charted(study, one, "4", "Nobody rings.")
        study.framework.split("1.1", [Wording("Formal"), Wording("Colleagues")])
        study.framework.redefine("2", Rewording(definition="All of it."))
        study.framework.merge(["4"], "3")

    def call(command: str, *arguments: str):
        result = CliRunner().invoke(app, ["framework", command, str(tmp_path / "s.trellis"), *arguments])
        if isinstance(result.exception, TrellisError):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result

    return call


def open_items(run, *which: str) -> list[dict[str, str]]:
    return json.loads(run("todo", "--json", *which).stdout)


def test_the_list_says_what_where_and_why(run):
    assert [(row["what"], row["where"]) for row in open_items(run)] == [
        ("allocate coding", "one"),
        ("check coding", "one"),
        ("allocate coding", "two"),
        ("check coding", "two"),
        ("check cell", "one"),
    ]
    assert run("todo", "--counts", "--csv").stdout.splitlines()[0] == "what,theme,why,how many"


def test_items_are_settled_one_by_one_and_by_what_they_share(run):
    first = open_items(run, "--theme", "Supervision", "--where", "one")[0]["item"]

    assert "1 settled" in run("settle", first, "--into", "Formal").stderr
    assert "1 settled" in run("settle", "--theme", "Supervision", "--remove").stderr
    assert "2 settled" in run("settle", "--kind", "check coding", "--keep").stderr
    assert "1 cells accepted" in run("settle", "--moved").stderr
    assert open_items(run) == []


@pytest.mark.parametrize("flags", [[], ["--keep", "--remove"], ["--keep"]])
def test_what_becomes_of_which_must_be_said(run, flags):
    with pytest.raises(TrellisError, match="say w"):
        run("settle", *flags)
