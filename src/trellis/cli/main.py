"""`trellis`: the program."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from trellis.cli.contents import Contents
from trellis.core.errors import TrellisError
from trellis.core.version import __version__

app = typer.Typer(
    name="trellis",
    cls=Contents,
    help="Framework analysis, from a folder of interviews to a finding that walks back to the words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:  # Typer calls it so
    if asked:
        sys.stdout.write(f"trellis {__version__}\n")
        raise typer.Exit


@app.callback()
def trellis(
    _version_asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Framework analysis, from a folder of interviews to a finding that walks back to the words."""


def run() -> None:
    """The program: an error that Trellis knows is one line and exit code 1; Ctrl-C says what stays."""
    try:
        app()
    except TrellisError as error:
        _say(f"trellis: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        _say("trellis: stopped; every change that was finished before is kept")
        sys.exit(130)


def _say(message: str) -> None:
    from trellis.cli.common import say  # needs a study's modules, which `trellis --help` does without

    say(message)


if __name__ == "__main__":
    run()
