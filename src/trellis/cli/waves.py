"""`trellis waves`: one case in the order of time, many cases from wave to wave, and what changed."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, show
from trellis.cli.finding_evidence import Number, Told, evidence_in
from trellis.study.chart_given import OnCell
from trellis.study.wave_tables import change_table, time_ordered_table

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
    """Take back what was said of a theme for a case, with what it rests on.

    Example: trellis waves unsay peers "Service user 3" 4.1
    """
    with opened(study, person) as work:
        work.waves.unsay(case, theme, earlier=earlier, later=later)


@app.command("show")
def show_change(
    study: StudyName,
    case: OfCase,
    theme: OfTheme,
    *,
    earlier: Earlier = None,
    later: Later = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """What a change rests on of its own, beside the two cells that it compares, with the numbers to unlink by.

    Example: trellis waves show peers "Service user 3" 4.1
    """
    with opened(study, person) as work:
        table = change_table(work.waves.change_at(case, theme, earlier=earlier, later=later))
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("link")
def link(
    study: StudyName,
    case: OfCase,
    theme: OfTheme,
    *,
    source: Annotated[str | None, typer.Option("--source", metavar="SOURCE", help="The source of a segment.")] = None,
    quote: Annotated[str | None, typer.Option("--quote", metavar="WORDS", help="Words that stand in it.")] = None,
    segment: Annotated[
        str | None, typer.Option("--segment", metavar="START-END", help="Code points of the source.")
    ] = None,
    coding: Annotated[int | None, typer.Option("--coding", metavar="KEY", help="A segment that is indexed.")] = None,
    cell: Annotated[
        tuple[str, str] | None, typer.Option("--cell", metavar="CASE THEME", help="Another cell of the chart.")
    ] = None,
    cell_wave: Annotated[str | None, typer.Option("--cell-wave", metavar="WAVE", help="With --cell: its wave.")] = None,
    side: Annotated[str, typer.Option("--side", help="for, against or qualifies.")] = "for",
    earlier: Earlier = None,
    later: Later = None,
    person: Person = None,
) -> None:
    """Give a change words or another cell as evidence, beside the two cells that it compares.

    Example: trellis waves link peers "Service user 3" 4.1 --source su3-nine-months --quote "on my own now"
    """
    on_cell = None if cell is None else OnCell(*cell, cell_wave)
    given = evidence_in(Told(coding, source, quote, segment, on_cell, cell_options="--cell"))
    with opened(study, person) as work:
        work.waves.link(case, theme, given, side=side, earlier=earlier, later=later)


@app.command("unlink")
def unlink(study: StudyName, number: Number, *, person: Person = None) -> None:
    """Take a piece of evidence away from its change.

    Example: trellis waves unlink peers 8589934999
    """
    with opened(study, person) as work:
        work.waves.unlink(number)


@app.command("turn")
def turn(
    study: StudyName,
    number: Number,
    side: Annotated[str, typer.Argument(metavar="SIDE", help="for, against or qualifies.")],
    *,
    person: Person = None,
) -> None:
    """Let a piece of evidence point another way.

    Example: trellis waves turn peers 8589934999 against
    """
    with opened(study, person) as work:
        work.waves.turn(number, side)


@app.command("confirm")
def confirm(
    study: StudyName,
    case: OfCase,
    theme: OfTheme,
    *,
    earlier: Earlier = None,
    later: Later = None,
    person: Person = None,
) -> None:
    """Say that a change still holds on both cells and its evidence as they are now.

    Example: trellis waves confirm peers "Service user 3" 4.1
    """
    with opened(study, person) as work:
        work.waves.confirm(case, theme, earlier=earlier, later=later)
