"""`trellis recording`: recordings of what was said, linked where they lie."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show

app = typer.Typer(
    name="recording", no_args_is_help=True, help="Recordings, linked where they lie; the study holds no copy."
)

SourceName = Annotated[str, typer.Argument(metavar="SOURCE", help="Name of the source.")]


@app.command("list")
def list_recordings(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """Every source with its recording, and whether it is where it was.

    Example: trellis recording list roles
    """
    with opened(study, person) as work:
        table = work.recordings.listing()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("link")
def link(
    study: StudyName,
    source: SourceName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The recording: audio or video.")],
    *,
    another: Annotated[bool, typer.Option("--another", help="Another recording than the one linked is meant.")] = False,
    person: Person = None,
) -> None:
    """Link a source to its recording, which stays where it is. The same again after the file was moved.

    The file is told by its content: a wrong one is refused.

    Example: trellis recording link roles 01-maureen tapes/maureen.mp3
    """
    with opened(study, person) as work:
        linked = work.recordings.link(source, file, another=another)
    say(f"{linked.source}: {file.name} is linked")
    if linked.words:
        say(linked.words)


@app.command("unlink")
def unlink(study: StudyName, source: SourceName, *, person: Person = None) -> None:
    """Take a source's link away; the file stays as it is.

    Example: trellis recording unlink roles 01-maureen
    """
    with opened(study, person) as work:
        work.recordings.unlink(source)


@app.command("find")
def find(
    study: StudyName,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to look, with the folders below it.")],
    *,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Find recordings that were moved or renamed, by their content, and link them again.

    Example: trellis recording find roles tapes
    """
    with opened(study, person) as work:
        table = work.recordings.find(folder)
    show(table, form(as_json=as_json, as_csv=as_csv))
