"""`trellis waves`: one case in the order of time, many cases from wave to wave, and what changed."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, show
from trellis.study.wave_tables import time_ordered_table

app = typer.Typer(name="waves", no_args_is_help=True, help="Waves beside each other, and what changed between them.")

OfCase = Annotated[str, typer.Argument(metavar="CASE", help="Name of the case.")]
OfTheme = Annotated[str, typer.Argument(metavar="THEME", help="Number or name of a theme.")]
Themes = Annotated[list[str] | None, typer.Option("--theme", metavar="THEME", help="Only this theme; repeatable.")]
Earlier = Annotated[str | None, typer.Option("--from", metavar="WAVE", help="The earlier wave (default: the first).")]
Later = Annotated[str | None, typer.Option("--to", metavar="WAVE", help="The later wave (default: the last).")]


@app.command("case")
def case(
    study: StudyName,
    case: OfCase,
    *,
    theme: Themes = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """One case: themes by waves in the order of time, with what became of each.

    Example: trellis waves case peers "Service user 3"
    """
    with opened(study, person) as work:
        found = work.waves.time_ordered(case, theme)
    show(time_ordered_table(found), form(as_json=as_json, as_csv=as_csv))


@app.command("cases")
def cases(
    study: StudyName,
    *,
    theme: Themes = None,
    earlier: Earlier = None,
    later: Later = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Every case from one wave to a later one, theme by theme; what may come from the study itself is told.

    Example: trellis waves cases peers --theme 4
    """
    with opened(study, person) as work:
        table = work.waves.longitudinal(theme, earlier=earlier, later=later).table()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("changes")
def changes(
    study: StudyName,
    *,
    theme: Themes = None,
    earlier: Earlier = None,
    later: Later = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """How many cases changed in which way, theme by theme, of those that were heard in both waves.

    Example: trellis waves changes peers
    """
    with opened(study, person) as work:
        table = work.waves.longitudinal(theme, earlier=earlier, later=later).tallies()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("say")
def say(
    study: StudyName,
    case: OfCase,
    theme: OfTheme,
    kind: Annotated[str, typer.Argument(metavar="CHANGE", help="emerges, increases, constant, reverses …")],
    text: Annotated[str, typer.Argument(metavar="[WORDS]", help="What changed, in words.")] = "",
    *,
    earlier: Earlier = None,
    later: Later = None,
    person: Person = None,
) -> None:
    """Say what became of a theme for a case between two waves.

    Example: trellis waves say peers "Service user 3" 4.1 decreases "Goes out without her now."
    """
    with opened(study, person) as work:
        work.waves.say(case, theme, kind, text, earlier=earlier, later=later)


@app.command("unsay")
def unsay(
    study: StudyName,
    case: OfCase,
    theme: OfTheme,
    *,
    earlier: Earlier = None,
    later: Later = None,
    person: Person = None,
) -> None:
    """Take back what was said of a theme for a case.

    Example: trellis waves unsay peers "Service user 3" 4.1
    """
    with opened(study, person) as work:
        work.waves.unsay(case, theme, earlier=earlier, later=later)
