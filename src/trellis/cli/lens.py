"""`trellis lens`: declared ways to classify or test, judgements under them, and what comes out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.cli import lens_judging, lens_results
from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.study.lens_files import checked_file, shipped_table, shipped_text, units_of

app = typer.Typer(
    name="lens", no_args_is_help=True, help="Lenses: declared ways to classify or test, judgements, what comes out."
)

LensName = Annotated[str, typer.Argument(metavar="LENS", help="Id or title of a lens of the study.")]


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


@app.command("add")
def add(
    study: StudyName,
    lens: Annotated[
        str, typer.Argument(metavar="LENS", help="A lens file, or the name of one that comes with Trellis.")
    ],
    *,
    person: Person = None,
) -> None:
    """Declare a lens in a study, before the cases are read with it. A changed file becomes a new version.

    Example: trellis lens add roles12 assistant-role
    """
    with opened(study, person) as work:
        work.lenses.add(lens)


@app.command("list")
def list_lenses(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """The lenses of a study, with since when each is declared.

    Example: trellis lens list roles12
    """
    with opened(study, person) as work:
        table = work.lenses.listing()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("show")
def show_lens(study: StudyName, lens: LensName, *, person: Person = None) -> None:
    """The file of a lens as the study declared it.

    Example: trellis lens show roles12 assistant-role
    """
    with opened(study, person) as work:
        sys.stdout.write(work.lenses.text(lens))


@app.command("name")
def name_cell(
    study: StudyName,
    lens: LensName,
    cell: Annotated[str, typer.Argument(metavar="CELL", help="Id of a cell that no source names, as in high-high.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="What you call it; an empty one takes the name away.")],
    *,
    person: Person = None,
) -> None:
    """Name a cell of two axes that no source names.

    Example: trellis lens name roles12 workplace-regime high-high "measured care"
    """
    with opened(study, person) as work:
        work.lenses.name_cell(lens, cell, name)


@app.command("remove")
def remove(study: StudyName, lens: LensName, *, person: Person = None) -> None:
    """Take a lens out of a study; refused where judgements were made under it.

    Example: trellis lens remove roles12 boundary-change
    """
    with opened(study, person) as work:
        work.lenses.remove(lens)


app.add_typer(lens_judging.app)
app.add_typer(lens_results.app)
