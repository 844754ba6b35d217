"""`trellis panel`: what a panel reads, and what became of what it said."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.study.panel import MOST_EXTRACTS

app = typer.Typer(name="panel", no_args_is_help=True, help="What a panel reads, and what became of what it said.")

Themes = Annotated[list[str], typer.Option("--theme", help="A theme by number or name; repeatable, in this order.")]


@app.command("pack")
def pack(
    study: StudyName,
    out: Annotated[Path, typer.Option("-o", "--out", help="The file: .docx, .html or .md.")],
    themes: Themes,
    *,
    most: Annotated[int, typer.Option("--most", min=1, help="Extracts under each theme.")] = MOST_EXTRACTS,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Write over a file that is there.")] = False,
    person: Person = None,
) -> None:
    """Write a pack for a panel: extracts without names, a chart in plain words, and what became of earlier points.

    Example: trellis panel pack roles --theme 2.1 --theme 3.2 -o panel.docx
    """
    with opened(study, person) as work:
        say(f"{work.report.panel.write(out, themes, most=most, overwrite=overwrite)} is written")


@app.command("points")
def points(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """What panel members said of each theme, and what was done about it.

    Example: trellis panel points roles
    """
    with opened(study, person) as work:
        show(work.report.panel.points(), form(as_json=as_json, as_csv=as_csv))


@app.command("said")
def said(
    study: StudyName,
    theme: Annotated[str, typer.Argument(metavar="THEME", help="Number or name of the theme.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What was said.")],
    *,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="What the panel member goes by.")],
    person: Person = None,
) -> None:
    """Keep what a panel member said of a theme.

    Example: trellis panel said roles 2.1 "You call it help; we called it watching." --by "Member 3"
    """
    with opened(study, person) as work:
        say(f"point {work.report.panel.said(theme, words, by)} is kept")


@app.command("did")
def did(
    study: StudyName,
    point: Annotated[int, typer.Argument(metavar="POINT", help="Number of the point.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What was done about it.")],
    *,
    person: Person = None,
) -> None:
    """Keep what was done about a point.

    Example: trellis panel did roles 4711 "We split the theme in two."
    """
    with opened(study, person) as work:
        work.report.panel.answered(point, words)
    say(f"point {point} is answered")
