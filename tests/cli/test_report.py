from __future__ import annotations

import pytest
from typer.testing import CliRunner

from trellis.cli.main import app
from trellis.core.errors import BadTable


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    study = str(tmp_path / "s.trellis")
    assert CliRunner().invoke(app, ["new", study, "--title", "A study", "--as", "Ana"]).exit_code == 0
    return lambda *words: CliRunner().invoke(app, ["report", study, *words])


def test_a_report_is_written_from_a_template_that_was_changed(run, tmp_path):
    template = tmp_path / "mine.toml"
    template.write_text(run("--print-template").stdout.replace("Summary", "In brief"), "utf-8")

    done = run("-o", str(tmp_path / "report.md"), "--template", str(template))

    assert done.exit_code == 0, done.output
    assert "## In brief" in (tmp_path / "report.md").read_text("utf-8")


def test_a_file_to_write_is_asked_for(run):
    done = run()

    assert done.exit_code == 2
    assert "-o" in done.output


def test_a_template_that_does_not_fit_is_told_by_its_place(run, tmp_path):
    (tmp_path / "bad.toml").write_text("[[section]]\nid = 'results'\n", "utf-8")

    done = run("-o", str(tmp_path / "report.md"), "--template", str(tmp_path / "bad.toml"))

    assert isinstance(done.exception, BadTable)
    assert "bad.toml, section 1" in str(done.exception)
