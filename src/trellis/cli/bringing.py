"""`trellis import`: files and folders into sources."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, progress, say, show
from trellis.core.source import SourceKind
from trellis.study.bringing import BringIn, Brought, Cases, LabelLine, Outcome
from trellis.study.labels import labels_from, options_for, survey_options

LABELS_SAID = 12


def bring_in(
    name: StudyName,
    paths: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Files or folders.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would come in; write nothing.")] = False,
    kind: Annotated[
        SourceKind | None, typer.Option("--kind", help="What they are (default: told by the turns).")
    ] = None,
    wave: Annotated[str | None, typer.Option("--wave", help="The wave they belong to; made if new.")] = None,
    label: Annotated[
        list[str] | None, typer.Option("--label", metavar="LABEL=ROLE[:CASE]", help="Who a label is; repeatable.")
    ] = None,
    labels: Annotated[Path | None, typer.Option("--labels", help="The label table as .csv: label,role,case.")] = None,
    turns: Annotated[str, typer.Option("--turns", help="auto, none, or the name of a layout.")] = "auto",
    speaker: Annotated[list[str] | None, typer.Option("--speaker", help="A label that names a speaker.")] = None,
    not_speaker: Annotated[list[str] | None, typer.Option("--not-speaker", help="What is no label.")] = None,
    charset: Annotated[str | None, typer.Option("--charset", help="Read texts in this encoding.")] = None,
    no_cases: Annotated[bool, typer.Option("--no-cases", help="Make no cases from speakers.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Bring duplicates in all the same.")] = False,
    survey: Annotated[str | None, typer.Option("--survey", help="A table of answers: answers or respondents.")] = None,
    respondent: Annotated[str | None, typer.Option("--respondent", help="Survey: the column that says who.")] = None,
    question: Annotated[list[str] | None, typer.Option("--question", help="Survey: a column of answers.")] = None,
    show_labels: Annotated[bool, typer.Option("--show-labels", help="Print the label table instead of files.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Bring interviews and documents in: text, turns, speakers and times, each file as one source.

    Refused and duplicate files are named; the others go in. The whole import is undone as one. Formats:
    .txt .md .docx .odt .rtf .pdf .html .vtt .srt,
    and .csv/.xlsx with --survey: one source an answer, or one a respondent with the questions as headings.

    Example: trellis import roles transcripts/ --dry-run
    """
    how = BringIn(
        kind=kind,
        wave=wave,
        labels=labels_from(label or [], labels),
        cases=Cases.NONE if no_cases else Cases.AUTO,
        again=again,
        reading=options_for(turns, charset, speaker, not_speaker),
    )
    with opened(name, person) as study, progress("bringing in") as told:
        if survey is None:
            brought = study.sources.bring_in(paths, how, dry_run=dry_run, progress=told)
        else:
            options = survey_options(survey, respondent, question)
            brought = study.surveys.bring_in(paths, options, how, dry_run=dry_run, progress=told)
    show(brought.label_table() if show_labels else brought.table(), form(as_json=as_json, as_csv=as_csv))
    _sum_up(name, brought, dry_run=dry_run)


def _sum_up(name: str, brought: Brought, *, dry_run: bool) -> None:
    came = brought.count(Outcome.WOULD if dry_run else Outcome.IN)
    duplicates, refused = brought.count(Outcome.DUPLICATE), brought.count(Outcome.REFUSED)
    verb = "would come in" if dry_run else "came in"
    say(f"{came} {verb}, {duplicates} duplicates, {refused} refused")
    for line in brought.labels[:LABELS_SAID]:
        say(f"  {line.spellings}: {line.role.value}, {line.turns} turns in {line.texts}{_proposal(line)}")
    if len(brought.labels) > LABELS_SAID:
        say(f"  and {len(brought.labels) - LABELS_SAID} more labels; --show-labels lists them all")
    if brought.stopped:
        say(f"stopped: the {came} sources above are in the study; trellis undo {name} takes them out again")
        sys.exit(130)
    if refused and not came:
        sys.exit(1)


def _proposal(line: LabelLine) -> str:
    """What to say about a label that probably stands for something else."""
    if line.proposed is None:
        return ""
    spelling = line.spellings.split(" / ")[0]
    return f"; in every text, as nobody else: if they ask, --label '{spelling}={line.proposed.value}'"


def register(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("import")(bring_in)
