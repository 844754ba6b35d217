from __future__ import annotations

import json

from typer.testing import CliRunner

from tests.cli.on_new_study import on_new_study
from trellis.cli.main import app


def test_a_case_is_set_aside_and_taken_back(tmp_path, monkeypatch):
    run = on_new_study(tmp_path, monkeypatch)
    run("typology", "new", "Newcomers")
    run("typology", "dimension", "Newcomers", "Days", "--value", "few", "--value", "many")

    def days():
        return json.loads(run("typology", "cases", "Newcomers", "--json").stdout)[0]["Days"]

    run("typology", "set-aside", "Newcomers", "one", "Never said")
    assert days() == "set aside: Never said"
    run("typology", "set-aside", "Newcomers", "one", "--back")
    run("typology", "place", "Newcomers", "one", "Days", "many")
    assert days() == "many"

    said = ["typology", "set-aside", str(tmp_path / "s.trellis"), "Newcomers", "one"]
    assert "give a reason" in str(CliRunner().invoke(app, said).exception)
