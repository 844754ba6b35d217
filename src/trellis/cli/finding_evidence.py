"""`trellis finding`: evidence, where cases stand, and who looked for cases against a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from trellis.cli.common import Person, StudyName, opened
from trellis.core.arguments import range_in
from trellis.core.errors import Invalid
from trellis.study.chart_given import Given, Indexed, OnCell, Stretch, Words

Which = Annotated[str, typer.Argument(metavar="FINDING", help="Number in the list, or how its statement begins.")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="Number of the evidence, as `show` prints it.")]


def link(
    study: StudyName,
    finding: Which,
    *,
    source: Annotated[str | None, typer.Option("--source", metavar="SOURCE", help="The source of a segment.")] = None,
    quote: Annotated[str | None, typer.Option("--quote", metavar="WORDS", help="Words that stand in it.")] = None,
    segment: Annotated[
        str | None, typer.Option("--segment", metavar="START-END", help="Code points of the source.")
    ] = None,
    coding: Annotated[int | None, typer.Option("--coding", metavar="KEY", help="A segment that is indexed.")] = None,
    case: Annotated[str | None, typer.Option("--case", metavar="CASE", help="With --theme: a cell.")] = None,
    theme: Annotated[str | None, typer.Option("--theme", metavar="THEME", help="With --case: a cell.")] = None,
    wave: Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="The wave of the cell.")] = None,
    side: Annotated[str, typer.Option("--side", help="for, against or qualifies.")] = "for",
    star: Annotated[bool, typer.Option("--star", help="Mark it as a quotation to print.")] = False,
    person: Person = None,
) -> None:
    """Add a segment or a cell as evidence for a finding, against it, or qualifying it.

    Example: trellis finding link roles12 1 --case Denise --theme 3.1
    """
    cell = None if case is None or theme is None else OnCell(case, theme, wave)
    given = evidence_in(Told(coding, source, quote, segment, cell, star=star))
    with opened(study, person) as work:
        work.findings.link(finding, given, side=side)


@dataclass(frozen=True, slots=True)
class Told:
    """What options say that evidence is: an indexed segment, words or a stretch of a source, or a cell."""

    coding: int | None
    source: str | None
    quote: str | None
    segment: str | None
    cell: OnCell | None
    star: bool = False
    cell_options: str = "--case with --theme"


def evidence_in(told: Told) -> Given:
    """The evidence that options name. Raises Invalid where they name none."""
    if told.coding is not None:
        return Indexed(told.coding, told.star)
    if told.source is not None:
        return _in_source(told.source, told.quote, told.segment, star=told.star)
    if told.cell is not None:
        return told.cell
    message = f"say what the evidence is: --source with --quote or --segment, --coding, or {told.cell_options}"
    raise Invalid(message)


def _in_source(source: str, quote: str | None, segment: str | None, *, star: bool) -> Given:
    stretch = range_in(segment)
    if quote is not None:
        return Words(source, quote, star)
    if stretch is not None:
        return Stretch(source, stretch[0], stretch[1], star)
    message = "say which words of the source: --quote with the words, or --segment with start and end"
    raise Invalid(message)


def unlink(study: StudyName, number: Number, *, person: Person = None) -> None:
    """Take a piece of evidence away from its finding.

    Example: trellis finding unlink roles12 8589934999
    """
    with opened(study, person) as work:
        work.findings.unlink(number)


def turn(
    study: StudyName,
    number: Number,
    side: Annotated[str, typer.Argument(metavar="SIDE", help="for, against or qualifies.")],
    *,
    person: Person = None,
) -> None:
    """Let a piece of evidence point another way.

    Example: trellis finding turn roles12 8589934999 against
    """
    with opened(study, person) as work:
        work.findings.turn(number, side)


def place(
    study: StudyName,
    finding: Which,
    case: Annotated[str, typer.Argument(metavar="CASE", help="Name of the case.")],
    stance: Annotated[
        str, typer.Argument(metavar="STANCE", help="holds, with qualification, contrary, not asked, silent; or clear.")
    ],
    *,
    wave: Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="In this wave alone.")] = None,
    note: Annotated[str, typer.Option("--note", help="Why.")] = "",
    person: Person = None,
) -> None:
    """Say how a case stands to a finding; it goes before what evidence and chart show.

    Example: trellis finding place roles12 1 Denise "with qualification" --note "Alone by day, not on Tuesdays."
    """
    with opened(study, person) as work:
        work.findings.place(finding, case, None if stance == "clear" else stance, wave=wave, note=note)


def looked(
    study: StudyName,
    finding: Which,
    *,
    where: Annotated[str, typer.Option("--where", help="Where you looked for cases against it.")],
    found: Annotated[str, typer.Option("--found", help="What you found, even if it was nothing.")],
    done: Annotated[str, typer.Option("--done", help="nothing, revised, bounded or kept.")],
    note: Annotated[str, typer.Option("--note", help="In more words.")] = "",
    person: Person = None,
) -> None:
    """Record that you looked for cases against a finding, and what was done to the claim.

    Example: trellis finding looked roles12 1 --where "all of 3.1" --found "nobody" --done nothing
    """
    with opened(study, person) as work:
        work.findings.looked(finding, where, found, done, note=note)


def confirm(study: StudyName, finding: Which, *, person: Person = None) -> None:
    """Say that a finding still holds on its evidence as it is now.

    Example: trellis finding confirm roles12 1
    """
    with opened(study, person) as work:
        work.findings.confirm(finding)


def add_finding_evidence(app: typer.Typer) -> None:
    """Adds the commands on evidence to `trellis finding`."""
    for command in (link, unlink, turn, place, looked, confirm):
        app.command(command.__name__)(command)
