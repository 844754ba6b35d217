"""`trellis derive`, `derived`, `context`: a study made from part of another one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, new_passphrase, opened, say, show
from trellis.core.arguments import range_in
from trellis.core.errors import Invalid
from trellis.study.deriving import Part


def derive(
    study: StudyName,
    to: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="The new study's file.")],
    title: Annotated[str, typer.Option("--title", help="The new study's title.")],
    purpose: Annotated[str, typer.Option("--purpose", help="What the secondary analysis asks.")],
    *,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", metavar="THEME", help="With all below it; repeatable.")
    ] = None,
    case: Annotated[list[str] | None, typer.Option("--case", metavar="CASE", help="This case; repeatable.")] = None,
    wave: Annotated[list[str] | None, typer.Option("--wave", metavar="WAVE", help="This wave; repeatable.")] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Texts come whole.")] = False,
    kind: Annotated[
        str, typer.Option("--kind", help="supra, supplementary, re-analysis, amplified or assorted.")
    ] = "supplementary",
    person: Person = None,
) -> None:
    """Make a study from themes, cases and waves of this one, for secondary analysis; checks consent to it.

    Example: trellis derive roles12 -o alone.trellis --title "Working alone" --purpose "How is it told?" --theme 3.4
    """
    part = Part(themes=theme or (), cases=case or (), waves=wave or (), whole=whole)
    with opened(study, person) as work:
        passphrase = new_passphrase() if work.apart.needs_passphrase else None
        done = work.derived.derive(to, title, part, purpose=purpose, kind=kind, passphrase=passphrase)
    say(f"made {done.path}: {done.sources} sources, {done.codings} codings, {done.cells} cells")
    say(done.consent)
    for name in done.left_out:
        say(f"left out: {name}")


def derived(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """How much of what each case said in the parent study came along.

    Example: trellis derived alone.trellis
    """
    with opened(study, person) as work:
        table = work.derived.coverage()
    show(table, form(as_json=as_json, as_csv=as_csv))


def context(
    study: StudyName,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Name of the source.")],
    segment: Annotated[str, typer.Argument(metavar="START-END", help="Code points, the same here and there.")],
    parent: Annotated[Path, typer.Option("--parent", metavar="FILE", help="The parent study's file.")],
    *,
    around: Annotated[int, typer.Option("--around", help="Code points on either side.")] = 600,
    person: Person = None,
) -> None:
    """The words of the parent study around a segment.

    Example: trellis context alone.trellis 01-maureen 1200-1290 --parent roles12.trellis
    """
    stretch = range_in(segment)
    if stretch is None:
        message = "give start and end, as in 1200-1290"
        raise Invalid(message)
    with opened(study, person) as work:
        found = work.derived.context(source, *stretch, parent, around=around)
    typer.echo(f"{found.study}, {found.source}\n\n{found.before}>>{found.words}<<{found.after}")


def register(app: typer.Typer) -> None:
    """Adds the commands to a program."""
    for command in (derive, derived, context):
        app.command(command.__name__)(command)
