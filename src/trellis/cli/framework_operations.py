"""`trellis framework`: showing, importing and exporting it, and the operations on it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.cli.framework_words import After, Parent, Reason, rewording, split_parts, wording

app = typer.Typer()

Theme = Annotated[str, typer.Argument(metavar="THEME", help="Number (2.3) or name of a theme.")]


@app.command("show")
def show_(
    study: StudyName,
    *,
    counts: Annotated[bool, typer.Option("--counts", help="Count the codings of the adopted index.")] = False,
    codes: Annotated[bool, typer.Option("--codes", help="List the open codes below.")] = False,
    version: Annotated[str, typer.Option("--version", metavar="NAME", help="A named version instead.")] = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show the themes from top to bottom.

    Example: trellis framework show roles12 --counts
    """
    with opened(study, None) as found:
        table = found.framework.tree(codings=counts, codes=codes, version=version)
        show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("import")
def import_(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .toml, .csv, .xlsx or Markdown outline.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would come in, or what differs.")] = False,
    person: Person = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Bring a framework in from a file, into a study that has none yet.

    Example: trellis framework import roles12 framework.csv --dry-run
    """
    with opened(study, person) as found:
        table = found.framework.import_file(file, dry_run=dry_run)
        show(table, form(as_json=as_json, as_csv=as_csv))


@app.command()
def export(
    study: StudyName,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Its ending says what is written: toml, csv, xlsx, md.")
    ] = None,
    *,
    version: Annotated[str, typer.Option("--version", metavar="NAME", help="A named version instead.")] = "",
    written_as: Annotated[str, typer.Option("--form", help="toml, csv, xlsx or md, without a FILE.")] = "toml",
) -> None:
    """Write the framework to a file, or to standard output.

    Example: trellis framework export roles12 framework.xlsx
    """
    with opened(study, None) as found:
        content = found.framework.export(written_as if file is None else file.suffix, version)
    if file is None:
        sys.stdout.buffer.write(content)
    else:
        file.write_bytes(content)
        say(f"wrote {file}")


@app.command()
def add(
    study: StudyName,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The new theme's name.")],
    *,
    parent: Parent = "",
    after: After = None,
    definition: Annotated[str, typer.Option(help="What belongs under it.")] = "",
    include: Annotated[str, typer.Option(help="What is to be included.")] = "",
    exclude: Annotated[str, typer.Option(help="What is to be excluded.")] = "",
    example: Annotated[str, typer.Option(help="Words that show it.")] = "",
    origin: Annotated[str, typer.Option(help="a priori, emergent or analytical.")] = "",
    reason: Reason = "",
    person: Person = None,
) -> None:
    """Add a theme.

    Example: trellis framework add roles12 "Making the role up" --under 2 --after 2.1 --reason "meeting of 23 April"
    """
    words = wording(name, definition, include, exclude, example, origin)
    with opened(study, person) as found:
        say(found.framework.add(words, parent, after, reason=reason).said)


@app.command()
def rename(
    study: StudyName,
    theme: Theme,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name from now on.")],
    *,
    reason: Reason = "",
    person: Person = None,
) -> None:
    """Give a theme another name; its codings and cells are left alone.

    Example: trellis framework rename roles12 5 "Supervision and support"
    """
    with opened(study, person) as found:
        say(found.framework.rename(theme, name, reason=reason).said)


@app.command()
def redefine(
    study: StudyName,
    theme: Theme,
    *,
    definition: Annotated[str | None, typer.Option(help="What belongs under it.")] = None,
    include: Annotated[str | None, typer.Option(help="What is to be included.")] = None,
    exclude: Annotated[str | None, typer.Option(help="What is to be excluded.")] = None,
    example: Annotated[str | None, typer.Option(help="Words that show it.")] = None,
    origin: Annotated[str | None, typer.Option(help="a priori, emergent or analytical.")] = None,
    wording_only: Annotated[
        bool, typer.Option("--wording-only", help="The meaning stays, so no coding has to be checked.")
    ] = False,
    reason: Reason = "",
    person: Person = None,
) -> None:
    """Say otherwise what belongs under a theme; its codings go on the list to be checked again.

    Example: trellis framework redefine roles12 6.2 --definition "Danger to anybody, and what is done about it."
    """
    words = rewording(definition, include, exclude, example, origin)
    with opened(study, person) as found:
        say(found.framework.redefine(theme, words, reason=reason, wording_only=wording_only).said)


@app.command()
def move(
    study: StudyName,
    theme: Theme,
    *,
    parent: Parent = "",
    after: After = None,
    reason: Reason = "",
    person: Person = None,
) -> None:
    """Move a theme, with all under it; its codings and cells are left alone.

    Example: trellis framework move roles12 5.2 --under 3 --after 3.3
    """
    with opened(study, person) as found:
        say(found.framework.move(theme, parent, after, reason=reason).said)


@app.command()
def place(
    study: StudyName,
    code: Theme,
    *,
    parent: Parent = "",
    after: After = None,
    reason: Reason = "",
    person: Person = None,
) -> None:
    """Put an open code into the framework, with its codings.

    Example: trellis framework place roles12 "the kettle" --under 3
    """
    with opened(study, person) as found:
        say(found.framework.place(code, parent, after, reason=reason).said)


@app.command()
def split(
    study: StudyName,
    theme: Theme,
    into: Annotated[
        list[str], typer.Option("--into", metavar='"NAME — DEFINITION"', help="A new theme; give two or more.")
    ],
    *,
    sub_themes_to: Annotated[str, typer.Option(metavar="NAME", help="The new one that takes the sub-themes.")] = "",
    reason: Reason = "",
    person: Person = None,
) -> None:
    """Put new themes in the place of one; its codings wait to be allocated (see trellis framework todo).

    Example: trellis framework split roles12 5.1 --into "Formal supervision — Booked talk" --into "Colleagues"
    """
    with opened(study, person) as found:
        say(found.framework.split(theme, split_parts(into), sub_themes_to=sub_themes_to, reason=reason).said)


@app.command()
def merge(
    study: StudyName,
    themes: Annotated[list[str], typer.Argument(metavar="THEME...", help="The themes that go into the other one.")],
    into: Annotated[str, typer.Option("--into", metavar="THEME", help="The theme that stays and takes them in.")],
    *,
    name: Annotated[str | None, typer.Option(help="Its name from now on.")] = None,
    definition: Annotated[str | None, typer.Option(help="What belongs under it from now on.")] = None,
    include: Annotated[str | None, typer.Option(help="What is to be included.")] = None,
    exclude: Annotated[str | None, typer.Option(help="What is to be excluded.")] = None,
    reason: Reason = "",
    person: Person = None,
) -> None:
    """Make one theme of several; codings and cells are carried along and say where they came from.

    Example: trellis framework merge roles12 5.3 --into 5.2 --reason "an answer, not a topic"
    """
    words = rewording(definition, include, exclude, None, None, name=name)
    with opened(study, person) as found:
        say(found.framework.merge(themes, into, words, reason=reason).said)


@app.command()
def retire(
    study: StudyName,
    theme: Theme,
    *,
    with_sub_themes: Annotated[bool, typer.Option("--with-sub-themes", help="Its sub-themes go too.")] = False,
    reason: Reason = "",
    person: Person = None,
) -> None:
    """Take a theme out of use; its codings stay readable.

    Example: trellis framework retire roles12 7.3 --reason "nobody used the word"
    """
    with opened(study, person) as found:
        say(found.framework.retire(theme, with_sub_themes=with_sub_themes, reason=reason).said)
