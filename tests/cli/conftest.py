"""The program as a user runs it: a folder, a library, a name, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from trellis.cli import main

INTERVIEW = (
    "INT: What is an ordinary day?\n\nP1: [00:00:12] There is no such thing. I drive, mostly.\n\n"
    "INT: Where to?\n\nP1: Wherever Moira is.\n"
)


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


@pytest.fixture
def trellis(tmp_path, monkeypatch, capsys):
    """Runs `trellis ARGS…` in an empty folder and gives back what it answered."""
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRELLIS_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("TRELLIS_PERSON", "Ana")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)

    def run(*words):
        monkeypatch.setattr("sys.argv", ["trellis", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main.run()
        told = capsys.readouterr()
        code = end.value.code
        return Answer(code if isinstance(code, int) else 0, told.out, told.err)

    return run


@pytest.fixture
def interviews(tmp_path):
    folder = tmp_path / "interviews"
    folder.mkdir()
    (folder / "str-1.txt").write_text(INTERVIEW, encoding="utf-8")
    (folder / "str-2.txt").write_text(INTERVIEW.replace("Moira", "Ted"), encoding="utf-8")
    return folder
