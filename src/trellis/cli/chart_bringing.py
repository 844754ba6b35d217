"""`trellis chart` commands that bring in what a team kept elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Form, Person, StudyName, equals_pairs, form, opened, progress, say, show
from trellis.core.printed_reference import ReferenceKind
from trellis.study.table import Table
from trellis.study.workbook_mapping import WorkbookMapping

Bare = Annotated[
    ReferenceKind,
    typer.Option("--bare", metavar="KIND", help="What a number alone, as in (12), counts: page, line, turn."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would come in, and what it was taken for.")]
Pairs = list[str] | None


def workbook(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The workbook: a sheet a theme, a row a case.")],
    *,
    dry_run: DryRun = False,
    themes: Annotated[
        Pairs,
        typer.Option("--theme", metavar="WHAT=THEME", help="A sheet, head or “Sheet/Head” is this theme; repeatable."),
    ] = None,
    cases: Annotated[
        Pairs, typer.Option("--case", metavar="NAME=CASE", help="A name is this case; repeatable.")
    ] = None,
    skip: Annotated[
        list[str] | None, typer.Option("--skip", metavar="WHAT", help="A sheet, head or name to leave out; repeatable.")
    ] = None,
    wave: Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="The wave of all its cells.")] = None,
    bare: Bare = ReferenceKind.PAGE,
    add_themes: Annotated[
        bool, typer.Option("--add-themes", help="In an empty framework: sheets become themes, heads sub-themes.")
    ] = False,
    add_cases: Annotated[
        bool, typer.Option("--add-cases", help="Names that the study does not know become cases.")
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Brings in charts that a team kept in a workbook; what could not be read is listed, cell by cell.

    --dry-run shows first what each sheet, head and name of the first column was taken for. References such as “p7”
    become evidence where the transcript is there, and wait for it where it is not (see `trellis chart resolve`).

    Example: trellis chart workbook roles12 framework.xlsx --theme "Lone working=5.2" --dry-run
    """
    mapping = WorkbookMapping(
        themes=equals_pairs(themes), cases=equals_pairs(cases), skip=frozenset(skip or ()), wave=wave, bare=bare,
        add_themes=add_themes, add_cases=add_cases,
    )  # fmt: skip
    with opened(study, person) as work, progress("charting") as told:
        found = work.chart.import_workbook(file, mapping, dry_run=dry_run, told=told)
    if dry_run:
        show(found.matching, form(as_json=as_json, as_csv=as_csv))
    _listed(found.table(), form(as_json=as_json, as_csv=as_csv))


def resolve(
    study: StudyName,
    *,
    bare: Bare = ReferenceKind.PAGE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would be linked.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Follows references that waited for their transcript, and lists those that still do.

    Example: trellis chart resolve roles12
    """
    with opened(study, person) as work:
        found = work.chart.resolve_references(bare=bare, dry_run=dry_run)
    _listed(found.table(), form(as_json=as_json, as_csv=as_csv))


def _listed(table: Table, how: Form) -> None:
    """What could not be done, if anything; and in any form, how much was."""
    if table.values:
        show(table, how)
    if not table.values or how is not Form.TABLE:
        say(table.note)


def add_bringing(app: typer.Typer) -> None:
    """Adds these commands to `trellis chart`."""
    for command in (workbook, resolve):
        app.command(command.__name__)(command)
