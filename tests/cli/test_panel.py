from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from trellis.cli.main import app


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRELLIS_LIBRARY", str(tmp_path / "library"))
    (tmp_path / "library").mkdir()

    def invoke(*words: str):
        return CliRunner().invoke(app, [*words, "--as", "Ana"])

    invoke("new", "keys")
    invoke("framework", "add", "keys", "Keys")
    return invoke


def test_a_point_is_kept_answered_and_comes_back_in_the_pack(run, tmp_path):
    run("panel", "said", "keys", "Keys", "Who has the spare one?", "--by", "Member 3")
    point = json.loads(run("panel", "points", "keys", "--json").stdout)[0]
    run("panel", "did", "keys", str(point["point"]), "We asked.")

    answer = run("panel", "pack", "keys", "--theme", "Keys", "-o", str(tmp_path / "pack.html"))

    assert answer.exit_code == 0
    page = (tmp_path / "pack.html").read_text("utf-8")
    assert "Who has the spare one?" in page
    assert "We asked." in page
