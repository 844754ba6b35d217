from __future__ import annotations

import pytest
from typer.testing import CliRunner

from trellis.cli.main import app


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command on a new study (its name goes in as the first argument after the command's words)."""
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRELLIS_PERSON", "Ana")
    study = str(tmp_path / "s.trellis")

    def runs(group, command, *rest):
        done = CliRunner().invoke(app, [group, command, study, *rest])
        assert done.exit_code == 0, done.output
        return done

    CliRunner().invoke(app, ["new", study, "--title", "A study"])
    return runs


def test_a_dry_run_shows_types_and_what_would_be_refused(run, tmp_path):
    (tmp_path / "p.csv").write_text("case,band\nA,3\nB,9\n", "utf-8")

    done = run("cases", "import", str(tmp_path / "p.csv"), "--type", "band=ordered:3,4", "--dry-run")

    assert "ordered category" in done.stdout
    assert "line 3, band: “9” refused" in done.stderr
    assert run("cases", "list", "--csv").stdout == "case,kind,status,speaks in,spoken of in,belongs to\n"
