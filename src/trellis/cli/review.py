"""`trellis review`: what a careful referee would ask of a study, or of a manuscript."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsJson, Person, opened, say
from trellis.core.errors import Invalid
from trellis.core.review import Level
from trellis.study.manuscripts import commented, review_manuscript, review_record, review_settings
from trellis.study.manuscripts import told as review_told
from trellis.study.reviewing import ReviewOfStudy

SOMETHING_WRONG = 2
"""Exit code where something standing is of the level “wrong”."""

StudyOrNone = Annotated[str | None, typer.Argument(metavar="[STUDY]", help="The study to review.")]
Draft = Annotated[
    Path | None, typer.Option("--manuscript", help="Instead: a draft, .docx .odt .md .html .pdf .rtf .txt.")
]
Sources = Annotated[list[Path] | None, typer.Option("--sources", help="Of the draft: folder or file; repeatable.")]
People = Annotated[Path | None, typer.Option("--sample", help="Of the draft: table with a row for each participant.")]
Chosen = Annotated[Path | None, typer.Option("--settings", help="Of the draft: k, coarsening, waivers (.toml).")]
Least = Annotated[int | None, typer.Option("--k", min=1, help="Of the draft: people who must share an attribution.")]
Order = Annotated[
    str | None, typer.Option("--order", metavar="NAMES", help="Keep: what to leave out first, “site,role”.")
]
ToWaive = Annotated[str | None, typer.Option("--waive", metavar="KEY", help="Let a point stand; needs --reason.")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="WORDS", help="Why a point may stand.")]
ToUnwaive = Annotated[str | None, typer.Option("--unwaive", metavar="KEY", help="Take back that a point may stand.")]
Out = Annotated[Path | None, typer.Option("-o", "--out", help="Write a .docx: the review, or the draft with comments.")]
Over = Annotated[bool, typer.Option("--overwrite", help="Write over a file that is there.")]
Everything = Annotated[bool, typer.Option("--all", help="Everything, not the first page only.")]


def review(
    study: StudyOrNone = None,
    *,
    manuscript: Draft = None,
    sources: Sources = None,
    sample: People = None,
    settings: Chosen = None,
    k: Least = None,
    order: Order = None,
    waive: ToWaive = None,
    reason: Reason = None,
    unwaive: ToUnwaive = None,
    out: Out = None,
    overwrite: Over = False,
    everything: Everything = False,
    as_json: AsJson = False,
    person: Person = None,
) -> None:
    """Ask what a careful referee would ask of a study; with --manuscript of a draft, for which no study is needed.

    Exit code 0: nothing is wrong; 2: something is; 1: it could not be asked.

    Example: trellis review roles; trellis review --manuscript draft.docx --sources transcripts --sample people.xlsx
    """
    if (study is None) == (manuscript is None):
        message = "give a study, or --manuscript with --sources: trellis review STUDY"
        raise Invalid(message)
    if manuscript is not None:
        draft = _Draft(manuscript, sources or [], sample, settings, k)
        wrong = _manuscript(draft, out, everything=everything, as_json=as_json)
    else:
        with opened(str(study), person) as work:
            _settled(work.review, _Settling(order, waive, reason, unwaive))
            wrong = _study(work.review, out, overwrite=overwrite, everything=everything, as_json=as_json)
    if wrong:
        raise typer.Exit(SOMETHING_WRONG)


@dataclass(frozen=True, slots=True)
class _Draft:
    manuscript: Path
    sources: list[Path]
    sample: Path | None
    settings: Path | None
    k: int | None


@dataclass(frozen=True, slots=True)
class _Settling:
    order: str | None
    waive: str | None
    reason: str | None
    unwaive: str | None


def _manuscript(draft: _Draft, out: Path | None, *, everything: bool, as_json: bool) -> bool:
    """Checks the draft, prints what is found, and says whether something is wrong."""
    chosen = review_settings(draft.settings, k=draft.k)
    found = review_manuscript(draft.manuscript, draft.sources, draft.sample, chosen)
    if out is not None:
        out.write_bytes(commented(draft.manuscript.name, draft.manuscript.read_bytes(), found))
        say(f"{out} holds the manuscript with a comment for each remark")
    if as_json:
        _print(review_record(found))
    else:
        sys.stdout.write(review_told(found, everything=everything))
    return found.counted(Level.WRONG) > 0


def _settled(asked: ReviewOfStudy, given: _Settling) -> None:
    """Keeps what was given to keep: settings, a waiver, or that one is taken back."""
    if given.order is not None:
        asked.settle(order=given.order.split(","))
    if given.waive is not None:
        asked.waive(given.waive, given.reason or "")
    if given.unwaive is not None:
        asked.unwaive(given.unwaive)


def _study(asked: ReviewOfStudy, out: Path | None, *, overwrite: bool, everything: bool, as_json: bool) -> bool:
    """Reviews the study, prints what is found, and says whether something is wrong."""
    found = asked.run()
    if out is not None:
        say(f"{asked.write(out, overwrite=overwrite)} is written")
    if as_json:
        _print(asked.record(found))
    else:
        sys.stdout.write(asked.told(found, everything=everything))
    return found.counted(Level.WRONG) > 0


def _print(values: object) -> None:
    sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=1) + "\n")


def register(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("review")(review)
