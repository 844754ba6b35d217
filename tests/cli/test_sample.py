from __future__ import annotations

import json

from typer.testing import CliRunner

from tests.study.sample_37 import TABLE_3, people_csv, quotas_csv
from trellis.cli.main import app


def test_from_a_list_of_people_to_the_table(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    (tmp_path / "people.csv").write_text(people_csv(), "utf-8")
    (tmp_path / "quotas.csv").write_text(quotas_csv(), "utf-8")
    study = str(tmp_path / "s.trellis")

    def run(*words):
        done = CliRunner().invoke(app, [*words])
        assert done.exit_code == 0, done.output
        return done.stdout

    run("new", study, "--title", "A study")
    run("cases", "import", study, str(tmp_path / "people.csv"), "--group-by", "site=site")
    run("sample", "import", study, str(tmp_path / "quotas.csv"))
    run("sample", "quota", study, "role=managers", "site=site 1", "--target", "2")

    printed = run("sample", "table", study, "--rows", "role", "--columns", "site", "--sub", "post", "--csv")
    quotas = json.loads(run("sample", "quotas", study, "--json"))

    assert printed == TABLE_3
    assert {"role": "managers", "site": "site 1", "target": 2, "reached": 2, "missing": 0} in quotas
    assert len(json.loads(run("cases", "list", study, "--json"))) == 40
    assert json.loads(run("sample", "durations", study, "--json")) == []
    assert json.loads(run("sample", "lengths", study, "--json")) == []
