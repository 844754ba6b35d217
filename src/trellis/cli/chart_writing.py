"""`trellis chart` commands that write in cells."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import Person, StudyName, opened, say
from trellis.core.errors import Invalid
from trellis.study.chart_given import Given, Indexed, Line, OnCell, Stretch, Support, Whole, Words

CaseName = Annotated[str, typer.Argument(metavar="CASE", help="Name of the case.")]
ThemeName = Annotated[str, typer.Argument(metavar="THEME", help="Number or name of the theme.")]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="The statement, on one line.")]
Number = Annotated[int, typer.Argument(metavar="N", help="Number of the statement in its cell, from 1.")]
OneWave = Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="The wave, where the study has waves.")]
LayerName = Annotated[str, typer.Option("--layer", metavar="LAYER", help="summary, verbatim or comment.")]
Star = Annotated[bool, typer.Option("--star", help="Mark the words as a quotation to use.")]
On = Annotated[
    list[str] | None,
    typer.Option(
        "--on",
        metavar="EVIDENCE",
        help="What it rests on: “SOURCE: words of it”, “SOURCE@120-180” (code points), a coding's key, "
        "“cell CASE/THEME”, or “all” for the cell's indexed segments; repeatable.",
    ),
]


def evidence_from(given: str) -> Given:
    """What `--on` says. Raises Invalid."""
    text = given.strip()
    if text.isdigit():
        return Indexed(int(text))
    if text.casefold() == "all":
        return Whole()
    if text.startswith("cell ") and "/" in text:
        case, theme = text[5:].rsplit("/", 1)
        return OnCell(case.strip(), theme.strip())
    source, at, span = text.rpartition("@")
    start, dash, end = span.partition("-")
    if at and dash and start.isdigit() and end.isdigit():
        return Stretch(source.strip(), int(start), int(end))
    source, colon, quote = text.partition(":")
    if colon and quote.strip():
        return Words(source.strip(), quote.strip())
    message = (
        f"“{given}” names no evidence; give “SOURCE: words of it”, “SOURCE@120-180”, a coding's key, "
        "“cell CASE/THEME” or “all”"
    )
    raise Invalid(message)


def write(
    study: StudyName,
    *,
    case: CaseName,
    theme: ThemeName,
    text: Text,
    layer: LayerName = "summary",
    on: On = None,
    star: Star = False,
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Writes a statement at the end of a cell, with what it rests on.

    Example: trellis chart write roles12 Denise 2.3 "Learnt it by doing" --on "denise: nobody told me"
    """
    evidence = [evidence_from(each) for each in on or ()]
    with opened(study, person) as work:
        work.chart.write(case, theme, text, layer=layer, wave=wave, evidence=evidence, star=star)
    say(f"written in {case} / {theme}")


def edit(
    study: StudyName,
    *,
    case: CaseName,
    theme: ThemeName,
    n: Number,
    text: Text,
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Puts a statement in other words; what it rests on stays.

    Example: trellis chart edit roles12 Denise 2.3 1 "Learnt it by watching others"
    """
    with opened(study, person) as work:
        work.chart.edit(Line(case, theme, n, wave), text)
    say(f"statement {n} of {case} / {theme} changed")


def move(
    study: StudyName,
    *,
    case: CaseName,
    theme: ThemeName,
    n: Number,
    to: Annotated[int, typer.Option("--to", metavar="PLACE", help="Its new place in the cell, from 1.")],
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Moves a statement to another place in its cell.

    Example: trellis chart move roles12 Denise 2.3 2 --to 1
    """
    with opened(study, person) as work:
        work.chart.reorder(Line(case, theme, n, wave), to)
    say(f"statement {n} of {case} / {theme} moved")


def remove(
    study: StudyName, *, case: CaseName, theme: ThemeName, n: Number, wave: OneWave = None, person: Person = None
) -> None:
    """Takes a statement out of its cell.

    Example: trellis chart remove roles12 Denise 2.3 2
    """
    with opened(study, person) as work:
        work.chart.remove(Line(case, theme, n, wave))
    say(f"statement {n} of {case} / {theme} removed; “trellis undo” brings it back")


def link(
    study: StudyName,
    *,
    case: CaseName,
    theme: ThemeName,
    n: Number,
    on: Annotated[str, typer.Option("--on", metavar="EVIDENCE", help="What it rests on, as for “write”.")],
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Adds something that a statement rests on.

    Example: trellis chart link roles12 Denise 2.3 1 --on "denise: there's four"
    """
    with opened(study, person) as work:
        work.chart.link(Line(case, theme, n, wave), evidence_from(on))
    say(f"statement {n} of {case} / {theme} linked")


def unlink(
    study: StudyName,
    *,
    case: CaseName,
    theme: ThemeName,
    n: Number,
    m: Annotated[int, typer.Argument(metavar="M", help="Number of the evidence under the statement, from 1.")],
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Takes away something that a statement rests on.

    Example: trellis chart unlink roles12 Denise 2.3 1 2
    """
    with opened(study, person) as work:
        work.chart.unlink(Support(Line(case, theme, n, wave), m))
    say(f"evidence {n}.{m} of {case} / {theme} taken away")


def star(
    study: StudyName,
    *,
    case: CaseName,
    theme: ThemeName,
    n: Number,
    m: Annotated[int, typer.Argument(metavar="M", help="Number of the evidence under the statement, from 1.")] = 1,
    off: Annotated[bool, typer.Option("--off", help="Take the mark away.")] = False,
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Marks the words under a statement as a quotation to use.

    Example: trellis chart star roles12 Denise 2.3 1
    """
    with opened(study, person) as work:
        work.chart.star(Support(Line(case, theme, n, wave), m), on=not off)
    say(f"evidence {n}.{m} of {case} / {theme} {'no longer ' if off else ''}starred")


def blank(
    study: StudyName,
    *,
    case: CaseName,
    theme: ThemeName,
    reason: Annotated[
        str | None,
        typer.Argument(metavar="REASON", help="not asked, asked and nothing said, not raised, not applicable."),
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Take the reason away.")] = False,
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Says why a cell is empty.

    Example: trellis chart blank roles12 Craig 3.2 "not asked"
    """
    if (reason is None) != clear:
        message = "give a reason (“not asked” …), or --clear to take it away"
        raise Invalid(message)
    with opened(study, person) as work:
        work.chart.blank(case, theme, reason, wave=wave)
    say(f"{case} / {theme}: {reason or 'no reason any more'}")


def confirm(study: StudyName, *, case: CaseName, theme: ThemeName, wave: OneWave = None, person: Person = None) -> None:
    """Says that a cell is still right, after what it rests on changed.

    Example: trellis chart confirm roles12 Denise 2.3
    """
    with opened(study, person) as work:
        work.chart.confirm(case, theme, wave=wave)
    say(f"{case} / {theme} is still right")


def state(
    study: StudyName,
    *,
    case: CaseName,
    theme: ThemeName,
    to: Annotated[str, typer.Argument(metavar="STATE", help="draft, charted, returned or reviewed.")],
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Says how far a cell is.

    Example: trellis chart state roles12 Denise 2.3 reviewed
    """
    with opened(study, person) as work:
        work.chart.set_state(case, theme, to, wave=wave)
    say(f"{case} / {theme} is {to}")


def mark(
    study: StudyName,
    to: Annotated[str, typer.Argument(metavar="STATE", help="charted or reviewed.")],
    *,
    case: Annotated[list[str] | None, typer.Option("--case", help="A row; repeatable.")] = None,
    theme: Annotated[list[str] | None, typer.Option("--theme", help="A column or a main theme; repeatable.")] = None,
    wave: Annotated[list[str] | None, typer.Option("--wave", help="A wave; repeatable.")] = None,
    person: Person = None,
) -> None:
    """Marks what is written in a row, a column, or where they meet.

    Drafts become charted; drafts and charted cells become reviewed. Empty and returned cells are left alone. It is
    one change, undone at once.

    Example: trellis chart mark roles12 charted --case Denise
    """
    with opened(study, person) as work:
        count = work.chart.mark_part(to, cases=case, themes=theme, waves=wave)
    say(f"{count} cells are {to}")


def add_writing(app: typer.Typer) -> None:
    """Adds these commands to `trellis chart`."""
    for command in (write, edit, move, remove, link, unlink, star, blank, confirm, state, mark):
        app.command(command.__name__)(command)
