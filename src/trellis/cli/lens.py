"""`trellis lens`: declared ways to classify or test, judgements under them, and what comes out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, form, say, show
from trellis.study.lens_files import checked_file, shipped_table, shipped_text, units_of

app = typer.Typer(
    name="lens", no_args_is_help=True, help="Lenses: declared ways to classify or test, judgements, what comes out."
)


@app.command("check")
def check(file: Annotated[Path, typer.Argument(metavar="FILE", help="A lens file (.toml).", exists=True)]) -> None:
    """Check a lens file, line by line, before it goes into a study. Exit code 1 where something does not fit.

    Example: trellis lens check my-lens.toml
    """
    checked = checked_file(file)
    for problem in checked.problems:
        say(f"{file.name}, {problem}")
    if checked.lens is None:
        raise typer.Exit(1)
    lens = checked.lens
    say(
        f"{file.name} fits: “{lens.title}”, {lens.rule.kind.value}, {len(lens.dimensions)} dimensions, "
        f"{len(lens.outcomes)} outcomes, for: {units_of(lens)}"
    )


@app.command("shipped")
def shipped(
    lens: Annotated[str | None, typer.Argument(metavar="LENS", help="Print the file of this one.")] = None,
    *,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The lenses that come with Trellis, or the file of one, to be read or to begin your own from.

    Example: trellis lens shipped assistant-role
    """
    if lens is None:
        show(shipped_table(), form(as_json=as_json, as_csv=as_csv))
    else:
        sys.stdout.write(shipped_text(lens))
