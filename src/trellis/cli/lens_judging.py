"""`trellis lens judge`, `judgements`, `unjudge`, `confirm`, `override`: what judges say, and on what it rests."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.core.errors import Invalid
from trellis.study.judgement_files import evidence_in
from trellis.study.lenses import JudgementsIn

app = typer.Typer()

Lens = Annotated[str, typer.Argument(metavar="LENS", help="Id or title of the lens.")]
MaybeLens = Annotated[str | None, typer.Argument(metavar="LENS", help="Id or title; not needed where a file says it.")]
Unit = Annotated[str, typer.Argument(metavar="UNIT", help="A case, a role, a group of stakeholders, or study.")]
Wave = Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="For a lens by wave.")]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND", help="Only where a name could be two things.")]
Number = Annotated[int, typer.Argument(metavar="JUDGEMENT", help="Number of the judgement, as the list shows it.")]


@app.command("judge")
def judge(
    study: StudyName,
    lens: MaybeLens = None,
    unit: Annotated[str | None, typer.Argument(metavar="UNIT", help="A case, a role, a group, or study.")] = None,
    dimension: Annotated[str | None, typer.Argument(metavar="DIMENSION", help="Its id or name.")] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="VALUE", help="A value of it; several with semicolons.")
    ] = None,
    *,
    wave: Wave = None,
    kind: Kind = "",
    confidence: Annotated[str, typer.Option("--confidence", help="high, medium or low.")] = "",
    judge_name: Annotated[str, typer.Option("--judge", metavar="NAME", help="Who judges (default: who works).")] = "",
    word: Annotated[
        list[str] | None,
        typer.Option("--word", help="Whose word: self, colleague, manager, service user, carer, document; repeatable."),
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="EVIDENCE", help="“SOURCE: words” or “CASE × THEME”; repeatable."),
    ] = None,
    against: Annotated[list[str] | None, typer.Option("--against", metavar="EVIDENCE", help="The same.")] = None,
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="Why.")] = "",
    file: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Many at once: a .csv, .xlsx or .toml.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Of a file: show what would become of it.")] = False,
    person: Person = None,
) -> None:
    """Judge a unit on a dimension, with what that rests on; or bring in a file of judgements.

    Example: trellis lens judge roles12 assistant-role STR prior-ownership "not previously done" --for "Bev × 2.3"
    """
    with opened(study, person) as work:
        if file is not None:
            _tell(work.lenses.judge_from(file, lens, dry_run=dry_run), dry_run=dry_run)
            return
        if lens is None or unit is None or dimension is None or value is None:
            message = "give LENS, UNIT, DIMENSION and VALUE, or a file with --from"
            raise Invalid(message)
        work.lenses.judge(
            lens,
            unit,
            dimension,
            value,
            wave=wave,
            kind=kind,
            confidence=confidence,
            judge=judge_name,
            word=word or (),
            evidence=[given for each in evidence or () for given in evidence_in(each)],
            against=[given for each in against or () for given in evidence_in(each)],
            rationale=because,
        )


def _tell(done: JudgementsIn, *, dry_run: bool) -> None:
    for line, reason in done.refused:
        say(f"line {line}: {reason}")
    for name in done.named:
        say(f"“{name}” is no case and no value of an attribute here; taken as the name of what is judged")
    if done.without_evidence:
        listed = ", ".join(map(str, done.without_evidence))
        say(f"lines that say something definite and rest on nothing: {listed}")
    would = "would be " if dry_run else ""
    say(
        f"{done.new} judgements {would}new, {done.changed} {would}changed, {done.same} as they were, "
        f"{len(done.refused)} refused"
    )


@app.command("judgements")
def judgements(
    study: StudyName, lens: Lens, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None
) -> None:
    """Every judgement under a lens: who said what of what, on whose word, resting on what, and what is stale.

    Example: trellis lens judgements roles12 assistant-role
    """
    with opened(study, person) as work:
        table = work.lenses.judgements(lens)
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("unjudge")
def unjudge(study: StudyName, number: Number, *, person: Person = None) -> None:
    """Take a judgement back, with its evidence.

    Example: trellis lens unjudge roles12 812
    """
    with opened(study, person) as work:
        work.lenses.withdraw_judgement(number)


@app.command("confirm")
def confirm(study: StudyName, number: Number, *, person: Person = None) -> None:
    """Say that a judgement is still right, after what it rests on was changed.

    Example: trellis lens confirm roles12 812
    """
    with opened(study, person) as work:
        work.lenses.confirm(number)


@app.command("override")
def override(
    study: StudyName,
    lens: Lens,
    unit: Unit,
    outcome: Annotated[str, typer.Argument(metavar="OUTCOME", help="An outcome of the lens; empty takes it away.")],
    *,
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="Why the derived one does not stand.")] = "",
    wave: Wave = None,
    kind: Kind = "",
    person: Person = None,
) -> None:
    """Put an outcome in the place of the derived one. It needs a reason, and shows as an override.

    Example: trellis lens override roles12 assistant-role STR co-producer --because "Its team changed since."
    """
    with opened(study, person) as work:
        work.lenses.override(lens, unit, outcome, because, wave=wave, kind=kind)
