from __future__ import annotations

import typer
from typer.testing import CliRunner

from trellis.cli.examples import end_help_with_examples


def test_help_ends_with_the_example_of_the_docstring():
    app = typer.Typer(rich_markup_mode=None)

    @app.command()
    def one(name: str) -> None:
        """Does one thing.

        More of it. Example: trellis one A --with "a rather long title that would otherwise be wrapped by the terminal"
        """
        typer.echo(name)

    @app.command()
    def other(name: str) -> None:
        """Does another thing."""
        typer.echo(name)

    end_help_with_examples(app)

    last = CliRunner().invoke(app, ["one", "--help"]).output.rstrip().splitlines()[-1]
    assert (
        last.strip()
        == 'Example: trellis one A --with "a rather long title that would otherwise be wrapped by the terminal"'
    )
