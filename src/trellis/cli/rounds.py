"""`trellis rounds`: rounds of coding, where their coders differ, and what the team settled."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from trellis.cli.common import AsCsv, AsJson, Form, Person, StudyName, form, opened, say, show
from trellis.core.coding import Purpose
from trellis.core.disagreement import TOLERANCE, Outcome, Standing
from trellis.core.errors import Invalid
from trellis.core.turns import clock
from trellis.study.disagreements import Disagreement, Disagreements

app = typer.Typer(
    name="rounds",
    no_args_is_help=True,
    help="Rounds of coding: blind or open, compared, settled, carried into the index.",
)

RoundName = Annotated[str, typer.Argument(metavar="ROUND", help="Name of the round.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only tell what would become of it.")]
Tolerance = Annotated[
    int,
    typer.Option("--tolerance", min=0, metavar="N", help="Characters by which bounds may differ and count as alike."),
]


@app.command("list")
def listing(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """The rounds of coding, and which of them is the study's index.

    Example: trellis rounds list roles12
    """
    with opened(study, person) as work:
        show(work.rounds.listing(), form(as_json=as_json, as_csv=as_csv))


@app.command("open")
def open_(
    study: StudyName,
    name: RoundName,
    *,
    purpose: Annotated[Purpose, typer.Option(help="What the round is for.")] = Purpose.DOUBLE,
    blind: Annotated[bool, typer.Option("--blind", help="Coders do not see each other's codings.")] = False,
    version: Annotated[str | None, typer.Option(metavar="NAME", help="Framework version (default: newest).")] = None,
    person: Person = None,
) -> None:
    """Open a round. In a blind one everybody who codes sees only their own codings until it is closed.

    Example: trellis rounds open roles12 "double coding" --blind
    """
    with opened(study, person) as work:
        made = work.rounds.open(name, purpose.value, blind=blind, version=version)
    say(f"“{made.name}” is open{', blind' * made.blind}; index in it with --round “{made.name}”")


@app.command("close")
def close(study: StudyName, name: RoundName, person: Person = None) -> None:
    """Close a round: nothing is indexed in it any more, and its disagreements can be looked at.

    Example: trellis rounds close roles12 "double coding"
    """
    with opened(study, person) as work:
        closed = work.rounds.close(name)
    say(f"“{closed.name}” is closed; trellis rounds disagreements {study} “{closed.name}” shows where coders differ")


@app.command("adopt")
def adopt(study: StudyName, name: RoundName, *, dry_run: DryRun = False, person: Person = None) -> None:
    """Make a round's codings, all of them, the study's index. `carry` brings a round into the index there is.

    Example: trellis rounds adopt roles12 "second reading" --dry-run
    """
    with opened(study, person) as work:
        done = work.rounds.adopt(name, dry_run=dry_run)
    would = "would be" if dry_run else "is"
    before = f"in the place of “{done.before}” ({done.codings_before})"
    say(f"“{done.now}” ({done.codings} codings) {would} the index, {before}")


@app.command("carry")
def carry(
    study: StudyName,
    name: RoundName,
    *,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Bring a closed round into the study's index: what is agreed once, what was settled as it was settled.

    Example: trellis rounds carry roles12 "double coding" --dry-run
    """
    with opened(study, person) as work:
        done = work.rounds.carry(name, dry_run=dry_run)
    show(done.table(), form(as_json=as_json, as_csv=as_csv))
    say(f"{done.added} codings {'would come' if dry_run else 'came'} into “{done.index}”")


@app.command("disagreements")
def disagreements(
    study: StudyName,
    name: RoundName,
    *,
    standing: Annotated[Standing | None, typer.Option("--state", help="Only open, settled or reopened ones.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help="Only this source.")] = None,
    tolerance: Tolerance = TOLERANCE,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FILE", help="Write a .docx or .csv for the meeting.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file of that name.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Where the coders of a round differ: the words, who chose what, the definitions, and what was settled.

    Example: trellis rounds disagreements roles12 "double coding" -o meeting.docx
    """
    how = form(as_json=as_json, as_csv=as_csv)
    state = None if standing is None else standing.value
    with opened(study, person) as work:
        if out is not None:
            written = work.rounds.write_disagreements(
                name, out, standing=state, source=source, tolerance=tolerance, overwrite=replace
            )
            say(f"{written} is written")
            return
        found = work.rounds.disagreements(name, standing=state, source=source, tolerance=tolerance)
    if how is Form.TABLE:
        _show(found)
    else:
        show(found.table(), how)
    waiting = sum(1 for item in found.items if item.standing is not Standing.SETTLED)
    say(f"{len(found.items)} disagreements, {waiting} of them not settled")


def _show(found: Disagreements) -> None:
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    for item in found.items:
        turn = None if item.part is None else f"turn {item.part}"
        differs = None if item.difference is None else item.difference.value
        place = (str(item.number), item.source, turn, clock(item.from_ms), item.speaker, differs, item.standing.value)
        console.print(Text(" · ".join(piece for piece in place if piece), style="bold"))
        console.print(Text(f"…{item.before} ⟦{item.words}⟧ {item.after}…"))
        for coder in item.coders:
            console.print(Text(f"  {coder}: {item.read_by(coder)}"))
        _show_notes(console, item)
        console.print()
    if found.note:
        console.print(found.note, markup=False)


def _show_notes(console: Console, item: Disagreement) -> None:
    for chosen in item.chosen:
        if chosen.note:
            console.print(Text(f"  {chosen.coder}, {chosen.label}: {chosen.note}", style="italic"))
    if item.decision is not None:
        console.print(Text(f"  {item.outcome}, {item.decision.by}: {item.decision.reason}"))


@app.command("settle")
def settle(
    study: StudyName,
    name: RoundName,
    number: Annotated[str, typer.Argument(metavar="N", help="Its number in the list, or what stands under “item”.")],
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why; it goes into the audit trail.")],
    *,
    adopt_reading: Annotated[
        str | None, typer.Option("--adopt", metavar="NAME", help="This coder's reading stands, the other goes.")
    ] = None,
    both: Annotated[bool, typer.Option("--both", help="All of it stands.")] = False,
    definition: Annotated[bool, typer.Option("--definition-changed", help="The framework was at fault.")] = False,
    defer: Annotated[bool, typer.Option("--defer", help="Left open, on purpose.")] = False,
    tolerance: Tolerance = TOLERANCE,
    person: Person = None,
) -> None:
    """Settle a disagreement: one reading adopted, both standing, a definition changed, or deferred; with the reason.

    Example: trellis rounds settle roles12 "double coding" 7 --adopt Ana --reason "Asked and answered with a no"
    """
    chosen = [
        outcome
        for outcome, said in (
            (Outcome.ADOPTED, adopt_reading is not None),
            (Outcome.BOTH, both),
            (Outcome.DEFINITION, definition),
            (Outcome.DEFERRED, defer),
        )
        if said
    ]
    if len(chosen) != 1:
        message = "say one outcome: --adopt NAME, --both, --definition-changed or --defer"
        raise Invalid(message)
    with opened(study, person) as work:
        done = work.rounds.settle(name, number, chosen[0], reason, adopt=adopt_reading, tolerance=tolerance)
    moved = done.carried
    index = f"; index: {moved.added} came in, {moved.removed} went" if moved.added or moved.removed else ""
    waiting = "" if done.waiting is None else f"; {done.waiting} wait"
    say(f"{number} is settled ({done.outcome.value}){index}{waiting}")


@app.command("settle-list")
def settle_list(
    study: StudyName,
    name: RoundName,
    table: Annotated[
        Path, typer.Argument(metavar="TABLE", help="The list as .csv or .xlsx, outcome and reason filled in.")
    ],
    *,
    dry_run: DryRun = False,
    tolerance: Tolerance = TOLERANCE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Settle what a meeting wrote into the list: “Ana adopted”, “both stand”, “definition changed” or “deferred”.

    Example: trellis rounds settle-list roles12 "double coding" meeting.csv --dry-run
    """
    with opened(study, person) as work:
        done = work.rounds.settle_list(name, table, tolerance=tolerance, dry_run=dry_run)
    would = "would be settled" if dry_run else "are settled"
    say(
        f"{done.settled} {would}, {done.same} were so already, {done.left} have no outcome, {len(done.refused)} refused"
    )
    if done.refused:
        show(done.table(), form(as_json=as_json, as_csv=as_csv))


@app.command("agreement")
def agreement(
    study: StudyName,
    name: RoundName,
    *,
    theme: Annotated[str | None, typer.Option(metavar="THEME", help="Only this theme and its sub-themes.")] = None,
    said: Annotated[bool, typer.Option("--said", help="Count only what participants said.")] = False,
    main: Annotated[bool, typer.Option("--main", help="Count sub-themes as their main theme.")] = False,
    units: Annotated[bool, typer.Option("--units", help="With alpha of the stretches as units.")] = False,
    pairs: Annotated[bool, typer.Option("--pairs", help="Coder by coder, in characters.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Figures of agreement by character, within each framework version. Read the disagreements first.

    Example: trellis rounds agreement roles12 "double coding" --main
    """
    with opened(study, person) as work:
        found = work.rounds.agreement(name, theme=theme, said=said, main=main, units=units)
    show(found.pair_table() if pairs else found.table(), form(as_json=as_json, as_csv=as_csv))
