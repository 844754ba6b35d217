"""`trellis memo`: who has read what, who should do what."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, show

SourceName = Annotated[str, typer.Argument(metavar="SOURCE", help="Name of the source.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who (default: the person who works).")]


def read(
    study: StudyName,
    source: SourceName,
    *,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day (default: today).")] = None,
    how: Annotated[str, typer.Option("--how", help="whole, skimmed or listened.")] = "whole",
    by: By = None,
    no: Annotated[bool, typer.Option("--not", help="Take it back instead.")] = False,
    person: Person = None,
) -> None:
    """Note that you have read a source.

    Example: trellis memo read roles12 01-maureen --how listened
    """
    with opened(study, person) as work:
        if no:
            work.readings.unmark(source, on=on, person=by)
        else:
            work.readings.mark(source, on=on, how=how, person=by)


def readings(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """Who has read what: sources by people, with the day.

    Example: trellis memo readings roles12
    """
    with opened(study, person) as work:
        table = work.readings.table()
    show(table, form(as_json=as_json, as_csv=as_csv))


def unread(
    study: StudyName, *, by: By = None, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None
) -> None:
    """The sources that nobody has read, or that one person has not.

    Example: trellis memo unread roles12 --by Ben
    """
    with opened(study, person) as work:
        table = work.readings.unread(by)
    show(table, form(as_json=as_json, as_csv=as_csv))


def assign(
    study: StudyName,
    who: Annotated[str, typer.Argument(metavar="NAME", help="Somebody who works in the study.")],
    task: Annotated[str, typer.Argument(metavar="TASK", help='What to do, as in "index".')],
    *,
    source: Annotated[str | None, typer.Option("--source", metavar="SOURCE", help="With this source.")] = None,
    theme: Annotated[str | None, typer.Option("--theme", metavar="THEME", help="With this theme.")] = None,
    case: Annotated[
        str | None, typer.Option("--case", metavar="CASE", help="With this row of the chart; with --theme, the cell.")
    ] = None,
    wave: Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="Of a row or cell: its wave.")] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="By this day.")] = None,
    person: Person = None,
) -> None:
    """Note what somebody should do.

    Example: trellis memo assign roles12 Ben index --source 05-carys --due 2009-06-01
    """
    with opened(study, person) as work:
        work.readings.assign(who, task, source=source, theme=theme, case=case, wave=wave, due=due)


def done(
    study: StudyName,
    number: Annotated[int, typer.Argument(metavar="ASSIGNMENT", help="Its number, as the list shows it.")],
    *,
    again: Annotated[bool, typer.Option("--again", help="It is open once more.")] = False,
    person: Person = None,
) -> None:
    """Note that an assignment is done.

    Example: trellis memo done roles12 61
    """
    with opened(study, person) as work:
        work.readings.done(number, again=again)


def assignments(
    study: StudyName,
    *,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Only this person's.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="With those that are done.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Who should do what, by when.

    Example: trellis memo assignments roles12
    """
    with opened(study, person) as work:
        table = work.readings.assignments(by, everything=everything)
    show(table, form(as_json=as_json, as_csv=as_csv))


def add_reading_log(app: typer.Typer) -> None:
    """Puts these commands into the group."""
    for command in (read, readings, unread, assign, done, assignments):
        app.command(command.__name__)(command)
