"""`trellis cases`: people, groups and sites, their attributes, where they speak."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.core.attribute_types import pairs_in
from trellis.study.case_import import CasesIn, ImportHow

app = typer.Typer(name="cases", no_args_is_help=True, help="Cases: people, pairs, groups, teams, sites, documents.")


@app.command("list")
def list_cases(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """Every case in its order, with its kind, its sources and what it belongs to.

    Example: trellis cases list roles12
    """
    with opened(study, person) as work:
        table = work.cases.listing()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("import")
def import_cases(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx with a column `case` or `source`.")],
    *,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="COLUMN=TYPE", help='As in "band=ordered:3,4,5,6"; repeatable.'),
    ] = None,
    how: Annotated[
        list[str] | None,
        typer.Option("--how", metavar="COLUMN=HOW", help="told, recorded or estimated; repeatable."),
    ] = None,
    group: Annotated[
        list[str] | None,
        typer.Option("--group-by", metavar="COLUMN=KIND", help='Make group cases, as in "site=site"; repeatable.'),
    ] = None,
    per_wave: Annotated[
        list[str] | None, typer.Option("--per-wave", metavar="COLUMN", help="Its values vary by wave; repeatable.")
    ] = None,
    skip: Annotated[
        list[str] | None, typer.Option("--skip", metavar="COLUMN", help="Leave the column out; repeatable.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite values that differ.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would come in.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Bring in people with their sources and attributes from a spreadsheet.

    Values that are there stay: equal ones are left, different ones listed.

    Example: trellis cases import roles12 people.csv --type band=ordered:3,4,5,6 --how age_band=estimated
    """
    chosen = ImportHow(
        types=pairs_in(kinds or ()),
        known=pairs_in(how or ()),
        groups=pairs_in(group or ()),
        per_wave=per_wave or (),
        skip=skip or (),
        replace=replace,
    )
    with opened(study, person) as work:
        done = work.cases.import_table(file, chosen, dry_run=dry_run)
    shape = form(as_json=as_json, as_csv=as_csv)
    show(done.columns(), shape)
    _tell(done, dry_run=dry_run)


def _tell(done: CasesIn, *, dry_run: bool) -> None:
    for row in done.problems().rows():
        line, outcome, column, given, why = row
        say(f"line {line}, {column}: “{given}” {outcome}: {why}")
    for before, after in done.renamed:
        say(f"“{before}” is now “{after}”")
    say(
        f"{'would be: ' if dry_run else ''}{len(done.new)} new cases, {len(done.renamed)} renamed, "
        f"{done.linked} links to sources, {done.values} values set, {done.left} as they were, "
        f"{len(done.differs)} different and kept, {len(done.refused)} refused"
    )
