"""`trellis sample`: the frame, the table to publish, the length of the interviews."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.core.arguments import pairs_in

app = typer.Typer(name="sample", no_args_is_help=True, help="The sampling frame, the sample and its table.")

Where = Annotated[list[str], typer.Argument(metavar="ATTRIBUTE=VALUE...", help="The sort of people meant.")]


@app.command("table")
def sample_table(
    study: StudyName,
    *,
    rows: Annotated[
        str | None,
        typer.Option("--rows", metavar="ATTRIBUTE", help="What the rows are; without, as the report has it."),
    ] = None,
    columns: Annotated[str | None, typer.Option("--columns", metavar="ATTRIBUTE", help="What the columns are.")] = None,
    of: Annotated[str, typer.Option("--of", help="Count people or interviews.")] = "people",
    sub: Annotated[
        str | None, typer.Option("--sub", metavar="ATTRIBUTE", help='Split each count, as in "11 + 2".')
    ] = None,
    wave: Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="Only this wave.")] = None,
    total: Annotated[bool, typer.Option("--total/--no-total", help="With totals.")] = True,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """The sample table as it is published: attributes or kinds of group as rows and columns.

    "-" stands where the frame says that there can be nobody, 0 where there is nobody.

    Example: trellis sample table roles12 --rows role --columns site
    """
    with opened(study, person) as work:
        table = work.sample.table(rows, columns, of=of, sub=sub, wave=wave, total=total)
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("import")
def import_quotas(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx: attributes, target, exists (yes/no).")],
    *,
    person: Person = None,
) -> None:
    """Bring in the sampling frame from a spreadsheet; sorts that are there take its numbers.

    Example: trellis sample import roles12 quotas.csv
    """
    with opened(study, person) as work:
        done = work.sample.import_quotas(file)
    say(f"{done.new} quotas new, {done.changed} changed, {done.same} as they were")


@app.command("quotas")
def quotas(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """The sampling frame: what each quota wants, what has been reached, what is missing.

    Example: trellis sample quotas roles12
    """
    with opened(study, person) as work:
        table = work.sample.quotas()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("quota")
def quota(
    study: StudyName,
    where: Where,
    *,
    target: Annotated[int | None, typer.Option("--target", min=0, help="How many are wanted.")] = None,
    never: Annotated[bool, typer.Option("--never", help="There can be none of them.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take the quota out of the frame.")] = False,
    person: Person = None,
) -> None:
    """Set one quota of the frame, or take it out.

    Example: trellis sample quota roles12 "role=STR worker" "site=Saltmarsh" --target 2
    """
    with opened(study, person) as work:
        if remove:
            work.sample.remove_quota(pairs_in(where))
        else:
            work.sample.set_quota(pairs_in(where), target, exists=not never)


@app.command("durations")
def durations(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """How long the interviews were: each, the range, the median, the total.

    Example: trellis sample durations roles12
    """
    with opened(study, person) as work:
        table = work.sample.durations()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("lengths")
def lengths(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """How many words each source has: all, the participants', the interviewers'.

    Example: trellis sample lengths roles12
    """
    with opened(study, person) as work:
        table = work.sample.lengths()
    show(table, form(as_json=as_json, as_csv=as_csv))
