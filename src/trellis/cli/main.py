"""`trellis`: the commands, gathered."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from trellis import __version__
from trellis.cli import (
    bringing,
    cases,
    chart,
    correcting,
    demo,
    framework,
    guide,
    index,
    memo,
    pseudonyms,
    review,
    rounds,
    sample,
    search,
    serve,
    study,
    working_apart,
)
from trellis.cli import withdraw as withdrawing
from trellis.cli.common import say
from trellis.cli.examples import end_help_with_examples
from trellis.core.errors import TrellisError

app = typer.Typer(
    name="trellis",
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


study.register(app)
bringing.register(app)
correcting.register(app)
demo.register(app)
serve.register(app)
review.register(app)
app.add_typer(chart.app)
app.add_typer(framework.app, name="framework")
app.add_typer(cases.app)
app.add_typer(rounds.app)
app.add_typer(sample.app)
app.add_typer(guide.app)
app.add_typer(memo.app)
app.add_typer(index.app)
app.add_typer(pseudonyms.app)
search.register(app)
withdrawing.register(app)
working_apart.register(app)
end_help_with_examples(app)


def run() -> None:
    """The program: an error that Trellis knows is one line and exit code 1; Ctrl-C says what stays."""
    try:
        app()
    except TrellisError as error:
        say(f"trellis: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        say("trellis: stopped; every change that was finished before is kept")
        sys.exit(130)


if __name__ == "__main__":
    run()
