"""The command `trellis`: puts the groups of commands together and starts them."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.core.version import VERSION

app = typer.Typer(
    name="trellis",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"trellis {VERSION}")
        raise typer.Exit


@app.callback()
def trellis(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Framework analysis, from the first interview to the matrix."""


def run() -> None:
    """Start the command line; this is what the installed command calls."""
    app()
