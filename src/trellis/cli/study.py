"""Commands on a study as a whole: new, show, history, undo, redo, check, backup, encrypt ..."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.bootstrap import new_study, restore_study, study_path
from trellis.cli.common import (
    AsCsv,
    AsJson,
    Person,
    StudyName,
    asked_passphrase,
    form,
    new_passphrase,
    opened,
    say,
    show,
)
from trellis.core.errors import Locked
from trellis.core.template import Template
from trellis.study.table import Table


def new(
    name: Annotated[str, typer.Argument(metavar="STUDY", help="Path of the new file, or a name in the library.")],
    title: Annotated[str | None, typer.Option("--title", help="The study's title (default: its name).")] = None,
    question: Annotated[list[str] | None, typer.Option("--question", help="A research question; repeatable.")] = None,
    notice: Annotated[str, typer.Option("--notice", help="A line printed on every export.")] = "",
    template: Annotated[
        Template, typer.Option("--template", help="Begin with waves, attributes and topics to be changed.")
    ] = Template.BLANK,
    *,
    encrypted: Annotated[bool, typer.Option("--encrypted", help="Encrypt the file under a passphrase.")] = False,
    person: Person = None,
) -> None:
    """Make a new, empty study.

    The passphrase of an encrypted one is asked for, or taken from TRELLIS_PASSPHRASE. Without it nobody opens the
    file again: there is no second way in.

    Example: trellis new roles --title "New roles in community teams"
    """
    path = study_path(name)
    passphrase = new_passphrase() if encrypted else None
    asked = tuple(question or ())
    made = new_study(
        name, title or path.stem, person, questions=asked, notice=notice, passphrase=passphrase, template=template
    )
    made.close()
    if made.place:
        say(
            f"{made.place}: only one person may have the study open at a time, and nobody before the folder is up to "
            "date; a local folder is safer"
        )
    say(f"{path} is ready; bring interviews in with: trellis import {name} FOLDER")


def show_study(
    name: StudyName,
    source: Annotated[str | None, typer.Argument(metavar="[SOURCE]", help="A source to read part by part.")] = None,
    *,
    change: Annotated[int | None, typer.Option("--at", metavar="N", help="As it was right after change N.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Show what is in a study, or one source with its turns, speakers and times.

    Example: trellis show roles
    """
    with opened(name, person) as study:
        then = study if change is None else study.at(change)
        if source is not None:
            show(then.sources.parts(source), form(as_json=as_json, as_csv=as_csv))
            return
        about = then.about()
        say(f"{about.title} · {then.history.number()} changes · head {then.history.head()[:12]}")
        for line in (about.notice, *about.questions):
            if line:
                say(line)
        show(then.sources.listing(), form(as_json=as_json, as_csv=as_csv))


def history(
    name: StudyName,
    *,
    newest: Annotated[int | None, typer.Option("--newest", metavar="N", help="Only the newest N changes.")] = 20,
    everything: Annotated[bool, typer.Option("--all", help="All changes.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """List who changed what and when, newest first.

    Example: trellis history roles --newest 5
    """
    with opened(name, person) as study:
        show(study.history.table(None if everything else newest), form(as_json=as_json, as_csv=as_csv))


def undo(
    name: StudyName,
    change: Annotated[int | None, typer.Option("--change", metavar="N", help="The change to take back.")] = None,
    person: Person = None,
) -> None:
    """Take back your last change (a whole import is one), or the change numbered N.

    Example: trellis undo roles
    """
    with opened(name, person) as study:
        taken = study.history.undo(change)
    say("there is nothing of yours to undo" if taken is None else f"change {taken} is undone; trellis redo {name}")


def redo(name: StudyName, person: Person = None) -> None:
    """Bring back what your last undo took.

    Example: trellis redo roles
    """
    with opened(name, person) as study:
        brought = study.history.redo()
    say("there is nothing of yours to redo" if brought is None else f"what change {brought} took back is there again")


def check(
    name: StudyName,
    repair: Annotated[bool, typer.Option("--repair", help="First rebuild the search index and theme paths.")] = False,
    as_json: AsJson = False,
    person: Person = None,
) -> None:
    """Verify every invariant of a study: file, history, texts, positions, links, search. Exit code 1 if any fails.

    Example: trellis check roles
    """
    with opened(name, person) as study:
        if repair:
            study.history.rebuild()
        problems = study.history.check()
        changes = study.history.number()
        more = study.history.further_elsewhere()
    if more:
        say(
            f"another copy on this computer has {more} changes more; if this one was copied while that was open, they "
            "stayed in the -wal file beside it: `trellis backup` makes a whole copy"
        )
    rows = tuple((problem.slug, problem.where, problem.message) for problem in problems)
    if as_json or rows:
        show(Table(("problem", "where", "what"), rows), form(as_json=as_json, as_csv=False))
    if rows:
        say(f"{len(rows)} problems; a backup brings an earlier state back: trellis restore BACKUP NEW-STUDY")
        sys.exit(1)
    say(f"sound: {changes} changes verified, texts, positions, links and search agree")


def backup(
    name: StudyName,
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes; must not exist.")],
    person: Person = None,
) -> None:
    """Write a consistent copy of a study, also while others work in it.

    Example: trellis backup roles roles-2026-03-31.trellis
    """
    with opened(name, person) as study:
        study.history.backup(target)
    say(f"{target} holds the study as it is now")


def restore(
    saved: Annotated[Path, typer.Argument(metavar="BACKUP", help="A copy made by trellis backup.")],
    name: Annotated[str, typer.Argument(metavar="STUDY", help="Name or path of the study to make from it.")],
) -> None:
    """Make a study from a backup, once it has been verified.

    Example: trellis restore roles-2026-03-31.trellis roles-again
    """
    try:
        restore_study(saved, name)
    except Locked:
        restore_study(saved, name, asked_passphrase("Passphrase of the backup: "))
    say(f"{study_path(name)} is the study as it was when the backup was made")


def encrypt(
    name: StudyName,
    target: Annotated[str, typer.Argument(metavar="NEW", help="Path or name of the encrypted study to make.")],
    person: Person = None,
) -> None:
    """Write a study to a new, encrypted file and verify it.

    The passphrase is asked for, or taken from TRELLIS_PASSPHRASE. The old file stays as it is: remove it yourself
    once the new one opens. Removing a file does not wipe the disk, nor the copies that backups hold.

    Example: trellis encrypt roles roles-locked
    """
    made = study_path(target)
    with opened(name, person) as study:
        study.history.recrypt(made, new_passphrase())
    say(f"{made} is encrypted and verified; it opens with the passphrase only")
    say(f"{study_path(name)} is still there as it was: open the new one, then remove the old one yourself")
    say("removing a file does not wipe the disk, nor what backups and synchronised folders keep of it")


def decrypt(
    name: StudyName,
    target: Annotated[str, typer.Argument(metavar="NEW", help="Path or name of the plain study to make.")],
    person: Person = None,
) -> None:
    """Write an encrypted study to a new file that anybody can open, and verify it.

    Example: trellis decrypt roles-locked roles-open
    """
    made = study_path(target)
    with opened(name, person) as study:
        study.history.recrypt(made, None)
    say(f"{made} is verified and not encrypted: whoever has the file can read it")
    say(f"{study_path(name)} is still there, encrypted as it was")


def register(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    app.command("new")(new)
    app.command("show")(show_study)
    for command in (history, undo, redo, check, backup, restore, encrypt, decrypt):
        app.command(command.__name__)(command)
