"""Commands on a new study that holds one short interview, "one"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from typer.testing import CliRunner, Result

from trellis.cli.main import app


def on_new_study(folder: Path, monkeypatch) -> Callable[..., Result]:
    """A function that runs `trellis GROUP COMMAND STUDY REST...` and expects it to succeed."""
    monkeypatch.setenv("TRELLIS_HOME", str(folder / "home"))
    monkeypatch.setenv("TRELLIS_PERSON", "Ana")
    study = str(folder / "s.trellis")
    (folder / "one.txt").write_text("INT: How was the training?\nP1: Two days at the hospital.\n", "utf-8")

    def run(*words: str) -> Result:
        done = CliRunner().invoke(app, list(words))
        assert done.exit_code == 0, done.output
        return done

    run("new", study, "--title", "A study")
    run("import", study, str(folder / "one.txt"))
    return lambda group, command, *rest: run(group, command, study, *rest)
