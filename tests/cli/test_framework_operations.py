from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import trellis
from trellis.cli.main import app
from trellis.core.errors import TrellisError

ROLES = Path(trellis.__file__).parent / "examples" / "roles"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs `trellis framework ...` on a study with the example's first framework."""
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRELLIS_PERSON", "Ana")
    trellis.new(tmp_path / "s.trellis", "A study").close()

    def call(command: str, *arguments: str):
        result = CliRunner().invoke(app, ["framework", command, str(tmp_path / "s.trellis"), *arguments])
        if isinstance(result.exception, TrellisError):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result

    call("import", str(ROLES / "framework-v1.toml"))
    return call


def names(run) -> list[str]:
    return [f"{row['number']} {row['name']}" for row in json.loads(run("show", "--json").stdout)]


def test_the_tree_is_shown_as_json_and_csv(run):
    assert json.loads(run("show", "--json", "--counts").stdout)[0]["codings"] == 0
    assert run("show", "--csv").stdout.startswith("number,name,definition,origin,state\n1,Coming to the role,")
    assert run("show", "--version", "v1", "--csv").stdout.startswith("number,name,definition,origin\n")


def test_each_operation_says_what_it_did(run):
    assert "added: 2.2 New" in run("add", "New", "--under", "2", "--after", "2.1", "--definition", "d").stderr
    assert "renamed: 2.2 Newer" in run("rename", "2.2", "Newer").stderr
    assert "redefined: 2.2 Newer" in run("redefine", "2.2", "--include", "all", "--wording-only").stderr
    assert "moved: 3.1 Newer" in run("move", "2.2", "--under", "3", "--after", "").stderr
    assert "“Newer” was split into 3.1 A, 3.2 B" in run("split", "3.1", "--into", "A — a", "--into", "B").stderr
    assert "“B” merged into 3.1 C" in run("merge", "3.2", "--into", "3.1", "--name", "C").stderr
    assert "retired" in run("retire", "3.1", "--reason", "unused").stderr


def test_sub_themes_go_only_when_asked(run):
    with pytest.raises(TrellisError, match="sub-themes in use"):
        run("retire", "7")

    run("retire", "7", "--with-sub-themes")

    assert not [name for name in names(run) if name.startswith("7")]


def test_a_framework_is_written_by_the_ending_of_the_file(run, tmp_path):
    run("export", str(tmp_path / "f.md"))

    assert (tmp_path / "f.md").read_text("utf-8").startswith("# A study\n\n## 1 Coming to the role\n")


def test_a_framework_is_written_to_standard_output(run):
    assert run("export", "--form", "toml").stdout.startswith("format = 1\n")


def test_an_ending_that_is_not_written_is_refused(run):
    with pytest.raises(TrellisError, match="give toml, csv, xlsx, md"):
        run("export", "f.pdf")


def test_a_code_that_is_none_is_not_placed(run):
    with pytest.raises(TrellisError, match="not an open code"):
        run("place", "2.1")
