from __future__ import annotations

from typer.testing import CliRunner

from trellis.cli.main import app
from trellis.core.version import __version__


def test_the_version_is_printed():
    answer = CliRunner().invoke(app, ["--version"])

    assert answer.exit_code == 0
    assert answer.stdout == f"trellis {__version__}\n"


def test_no_command_shows_the_help():
    answer = CliRunner().invoke(app, [])

    assert "Usage:" in answer.output
