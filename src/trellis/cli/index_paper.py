"""`trellis index` commands for what was indexed in Word or on paper."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, equals_pairs, form, opened, progress, say, show

Coder = Annotated[str | None, typer.Option("--coder", metavar="NAME", help="Who coded.")]
RoundName = Annotated[str | None, typer.Option("--round", metavar="ROUND", help="Round (default: the adopted index).")]
VersionName = Annotated[
    str | None, typer.Option("--version", metavar="NAME", help="Framework version whose numbers are meant.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Check everything, store nothing.")]


def comments(
    study: StudyName,
    source: Annotated[str | None, typer.Argument(metavar="[SOURCE]", help="One source (default: all).")] = None,
    *,
    coder: Coder = None,
    authors: Annotated[
        list[str] | None, typer.Option("--author", metavar="INITIALS=NAME", help="Who an author is; repeatable.")
    ] = None,
    in_round: RoundName = None,
    version: VersionName = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Index from margin comments that hold theme numbers or names (“2.3, 4.1”, “5.1 supervision??”).

    The comments came in with the Word files and stay as memos; their authors are the coders. Every comment is listed
    with what it was read as.

    Example: trellis index comments roles12 02-dan --author "JM=Julia Marsh" --dry-run
    """
    with opened(study, person) as work, progress("Indexing") as told:
        done = work.index.from_comments(
            source,
            coder=coder,
            authors=equals_pairs(authors),
            round=in_round,
            version=version,
            dry_run=dry_run,
            progress=told,
        )
    show(done.table(), form(as_json=as_json, as_csv=as_csv))


def fast(
    study: StudyName,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Name of the source.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The list, or - for what is typed or piped in.")],
    *,
    coder: Coder = None,
    in_round: RoundName = None,
    version: VersionName = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Index from a list of turns and theme numbers, a line each: “T43-45 2.3 4.1”, “43: 2.3; 4.1”, “T43 2.3 a note”.

    Example: trellis index fast roles12 01-maureen paper-codes.txt
    """
    listed = sys.stdin.read() if str(file) == "-" else file
    with opened(study, person) as work:
        done = work.index.fast_list(source, listed, coder=coder, round=in_round, version=version, dry_run=dry_run)
    would = "would be made" if dry_run else "made"
    say(f"{done.added} codings {would}, {done.already} were there already, {len(done.bad)} lines left out")
    if done.bad:
        show(done.table(), form(as_json=as_json, as_csv=as_csv))


def add_paper(app: typer.Typer) -> None:
    """Adds these commands to `trellis index`."""
    for command in (comments, fast):
        app.command(command.__name__)(command)
