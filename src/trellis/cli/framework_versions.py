"""`trellis framework`: versions, comparison, numbers found again, operations from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.cli.framework_words import Reason

app = typer.Typer()


@app.command()
def apply(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A TOML file with [[operation]] tables.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what each would do, and do nothing.")] = False,
    person: Person = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Do a list of operations, all or none, and name the version they lead to.

    Example: trellis framework apply roles12 operations.toml --dry-run
    """
    with opened(study, person) as found:
        table = found.framework.apply_operations(file, dry_run=dry_run)
        show(table, form(as_json=as_json, as_csv=as_csv))


@app.command()
def version(
    study: StudyName,
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="None: the name that habit gives.")] = "",
    *,
    reason: Reason = "",
    person: Person = None,
) -> None:
    """Keep the framework as it is under a name, for good.

    Example: trellis framework version roles12 v2 --reason "after eight transcripts"
    """
    with opened(study, person) as found:
        named = found.framework.name_version(name, reason)
        say(f"version {named.name} is named, with {len(named.themes)} themes")


@app.command()
def versions(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List the named versions, newest first.

    Example: trellis framework versions roles12
    """
    with opened(study, None) as found:
        show(found.framework.versions(), form(as_json=as_json, as_csv=as_csv))


@app.command()
def compare(
    study: StudyName,
    before: Annotated[str, typer.Argument(metavar="VERSION", help="The earlier version.")],
    after: Annotated[str, typer.Argument(metavar="[VERSION]", help="The later one; none: as it is now.")] = "",
    *,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show what became of each theme between two versions, and why.

    Example: trellis framework compare roles12 v1 v2
    """
    with opened(study, None) as found:
        show(found.framework.compare(before, after), form(as_json=as_json, as_csv=as_csv))


@app.command()
def find(
    study: StudyName,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="A printed number, like 3.4.")],
    *,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Find what a printed number stands or stood for, in every version, and where that is now.

    Example: trellis framework find roles12 3.4
    """
    with opened(study, None) as found:
        show(found.framework.find_number(number), form(as_json=as_json, as_csv=as_csv))


@app.command()
def operations(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List every operation: when, who, on which theme, what it is now, why.

    Example: trellis framework operations roles12 --csv
    """
    with opened(study, None) as found:
        show(found.framework.operations(), form(as_json=as_json, as_csv=as_csv))
