"""Commands that end what is kept: participants who withdraw, originals past their date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.cli.pseudonyms import open_key_if_given
from trellis.core.consent import WithdrawalLevel
from trellis.core.errors import Invalid
from trellis.study.withdrawing import Withdrawn

Participant = Annotated[str, typer.Argument(metavar="PARTICIPANT", help="The participant's pseudonym or case.")]
Level = Annotated[str, typer.Option("--level", help="no further contact, no new use, or remove data.")]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="From when on (default: today).")]
Also = Annotated[list[str] | None, typer.Option("--also", metavar="NAME", help="A further name to remove; repeatable.")]


def withdraw(
    study: StudyName,
    participant: Participant,
    level: Level = WithdrawalLevel.REMOVE.value,
    cut_off: From = None,
    also: Also = None,
    *,
    everywhere: Annotated[
        bool, typer.Option("--in-other-sources", help="Blot their name and words in what others say, too.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what rests on the person; change nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Remove without asking.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Record that a participant withdraws; the level "remove data" destroys what rests on them.

    What rests on them is shown first. Removing cannot be undone, and reaches texts, files, codings, statements,
    quotations, memos, the search index and the history. Copies of the study elsewhere are not reached.

    Example: trellis withdraw roles Maureen --dry-run
    """
    how = {"cut_off": cut_off, "also": tuple(also or ()), "in_other_sources": everywhere}
    with opened(study, person) as work:
        open_key_if_given(work)
        before = work.withdrawals.withdraw(participant, level, **how, dry_run=True)  # type: ignore[arg-type]
        show(before.rests, form(as_json=as_json, as_csv=as_csv))
        _name_copies(before)
        if dry_run:
            return
        if level == WithdrawalLevel.REMOVE.value:
            _confirm(participant, yes=yes)
        done = work.withdrawals.withdraw(participant, level, **how)  # type: ignore[arg-type]
    say(f"{participant} is now “{done.label}”; their data are removed" if done.label else f"recorded: {level}")
    if not done.finished:
        say(f"another program reads the study: close it, then run `trellis check {study}` to empty the log")


def keep_until(
    study: StudyName,
    date: Annotated[str, typer.Argument(metavar="DATE", help="The last day, as in 2031-03-31.")],
    source: Annotated[str | None, typer.Argument(metavar="[SOURCE]", help="One source; without it, all.")] = None,
    person: Person = None,
) -> None:
    """Set until when the original files are kept.

    Example: trellis keep-until roles 2031-03-31
    """
    with opened(study, person) as work:
        work.retention.keep_until(date, source)


def dispose(
    study: StudyName,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="As if it were that day.")] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List the files and their dates; change nothing.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Destroy the original files whose date has passed, and record it; the texts stay. Cannot be undone.

    Example: trellis dispose roles --dry-run
    """
    with opened(study, person) as work:
        table = work.retention.listing() if dry_run else work.retention.dispose(on)
    show(table, form(as_json=as_json, as_csv=as_csv))


def audit(
    study: StudyName,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The Word document to write.")],
    *,
    overwrite: Annotated[bool, typer.Option("--replace", help="A file of that name may go.")] = False,
    person: Person = None,
) -> None:
    """Write the trail that a reviewer reads: versions with reasons, who did what, decisions, blanks, the head.

    And of people: texts pseudonymised, withdrawals, files destroyed, packages, exports with real names. If the key of
    pseudonyms opens (TRELLIS_KEY_PASSPHRASE), names left in what colleagues wrote become pseudonyms.

    Example: trellis audit roles -o audit.docx
    """
    with opened(study, person) as work:
        open_key_if_given(work)
        say(f"{work.audit.write(output, overwrite=overwrite)} is written")


def _name_copies(shown: Withdrawn) -> None:
    for path in shown.copies:
        say(f"this copy still holds the data: {path}")


def _confirm(participant: str, *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        message = "removing data cannot be undone; look at what --dry-run shows, then say --yes"
        raise Invalid(message)
    if typer.prompt(f"This cannot be undone. Type “{participant}” to remove their data", err=True) != participant:
        message = "that is another name; nothing was removed"
        raise Invalid(message)


def register(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    app.command("withdraw")(withdraw)
    app.command("audit")(audit)
    app.command("keep-until")(keep_until)
    app.command("dispose")(dispose)
