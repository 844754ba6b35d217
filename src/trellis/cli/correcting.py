"""`trellis correct` and `trellis text`: a corrected transcript in, and the text out that is to be corrected."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Form, Person, StudyName, form, opened, say, show
from trellis.cli.pseudonyms import Identified, KeyFile, as_wanted
from trellis.core.errors import Invalid
from trellis.study.correcting import Corrected
from trellis.study.labels import options_for
from trellis.study.study import Study

SourceName = Annotated[str, typer.Argument(metavar="SOURCE", help="The source, as `trellis show` lists it.")]


def correct(
    name: StudyName,
    source: SourceName,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="The corrected transcript.")] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would move; write nothing.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Take a text that keeps less than half of the words as well.")
    ] = False,
    turns: Annotated[str, typer.Option("--turns", help="auto, none, or the name of a layout.")] = "auto",
    charset: Annotated[str | None, typer.Option("--charset", help="Read a text file in this encoding.")] = None,
    review: Annotated[bool, typer.Option("--review", help="List what earlier corrections could not move.")] = False,
    settle: Annotated[
        str | None, typer.Option("--settle", metavar="ITEM", help="Settle one line of the review.")
    ] = None,
    quote: Annotated[str | None, typer.Option("--quote", help="The words it goes to.")] = None,
    start: Annotated[int | None, typer.Option("--start", help="Where it begins now, in characters.")] = None,
    end: Annotated[int | None, typer.Option("--end", help="Where it ends now.")] = None,
    proposed: Annotated[bool, typer.Option("--proposed", help="It goes where the review proposes.")] = False,
    drop: Annotated[bool, typer.Option("--drop", help="It goes nowhere: take it away.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Put a corrected transcript in the place of a source's text; everything moves with its words.

    The text as it was stays as an earlier version. What cannot move by itself is listed with its old words and
    settled later: --review lists it, --settle ITEM with --quote, --start and --end, --proposed or --drop settles it.

    Example: trellis correct roles 01-maureen 01-maureen-corrected.docx --dry-run
    """
    if [file is not None, review, settle is not None].count(True) != 1:
        message = "say one of three: a corrected FILE, --review, or --settle ITEM"
        raise Invalid(message)
    how = form(as_json=as_json, as_csv=as_csv)
    with opened(name, person) as study:
        if review:
            show(study.sources.review(source), how)
        elif settle is not None:
            study.sources.settle_review(settle, quote=quote, start=start, end=end, proposed=proposed, drop=drop)
            say(f"{settle} settled; {_waiting(study, source)}")
        elif file is not None:
            reading = options_for(turns, charset)
            told = study.sources.correct(source, file, dry_run=dry_run, replace=replace, reading=reading)
            _tell(told, how, dry_run=dry_run)


def _waiting(study: Study, source: str) -> str:
    left = len(study.sources.review(source))
    return f"{left} more wait for review" if left else "nothing more waits for review"


def _tell(told: Corrected, how: Form, *, dry_run: bool) -> None:
    if how is Form.JSON:
        sys.stdout.write(json.dumps(told.record(), ensure_ascii=False, indent=1) + "\n")
    elif told.table().rows():
        show(told.table(), how)
    would = "would be" if dry_run else "is"
    say(f"version {told.version} of {told.source} {would} the text; it keeps {told.words.share:.0%} of the words")
    say(f"{told.moved} moved, {told.changed} moved with changed words, {len(told.review)} to review")
    if told.misquoted:
        say(f"{len(told.misquoted)} verbatim statements no longer stand in the text")
    if told.labels:
        say(f"new speakers: {', '.join(told.labels)}")


def text(
    name: StudyName,
    source: SourceName,
    file: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where the text goes.")],
    *,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
    identified: Identified = False,
    key: KeyFile = None,
    person: Person = None,
) -> None:
    """Write a source's text to a file, to be corrected in any editor and brought back with `trellis correct`.

    Example: trellis text roles 01-maureen -o 01-maureen.txt
    """
    with opened(name, person) as whole, as_wanted(whole, "text", identified=identified, key=key) as study:
        say(f"{study.sources.write_text(source, file, replace=replace)} written")


def register(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    app.command()(correct)
    app.command()(text)
