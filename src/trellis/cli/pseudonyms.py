"""`trellis pseudonym`: names replaced, their key kept apart."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Form, Person, StudyName, asked_passphrase, form, opened, say, show
from trellis.core.errors import Invalid, Locked
from trellis.study.pseudonyms import Outcome
from trellis.study.study import Study

app = typer.Typer(
    name="pseudonym", no_args_is_help=True, help="Names replaced in texts; their key is kept apart, encrypted."
)

KeyFile = Annotated[
    Path | None, typer.Option("--key", metavar="FILE", help="The file of pseudonyms (default: beside the study).")
]
OPENED_BY = "TRELLIS_KEY_PASSPHRASE"
"""The variable of the environment that opens the file of pseudonyms."""
_OPENED_BY_NEXT = "TRELLIS_NEW_KEY_PASSPHRASE"


def open_key(study: Study, file: Path | None = None, *, new: bool = False) -> None:
    """Opens the file of pseudonyms by TRELLIS_KEY_PASSPHRASE, or asks. Raises Locked where nobody can be asked."""
    path = study.pseudonyms.file() if file is None else file
    given = os.environ.get(OPENED_BY) or None
    if given is None and path.exists():
        given = _asked(f"Passphrase of {path.name}: ")
    study.pseudonyms.open(given or _new_passphrase(path), file, new=new)


def open_key_if_given(study: Study) -> None:
    """Opens the file of pseudonyms beside the study, if it is there and TRELLIS_KEY_PASSPHRASE says how."""
    given = os.environ.get(OPENED_BY) or None
    if given is not None and study.pseudonyms.file().exists():
        study.pseudonyms.open(given)


Identified = Annotated[
    bool, typer.Option("--identified", help="With the real names; the lead's alone, and recorded in the history.")
]


@contextmanager
def as_wanted(study: Study, what: str, *, identified: bool, key: Path | None) -> Iterator[Study]:
    """The study to export from: as it is, or with its names put back. what: the export, in words.

    As it is, with its key open where the environment says how: names that are left become pseudonyms then.
    """
    if not identified:
        open_key_if_given(study)
        yield study
        return
    open_key(study, key)
    with study.identified(what) as named:
        say("the real names are in what follows; that it was asked for is recorded")
        yield named


def _new_passphrase(path: Path) -> str:
    """A passphrase typed twice. Raises Locked, Invalid."""
    typed = _asked(f"New passphrase for {path.name}: ")
    if _asked("The same again: ") != typed:
        message = "the two passphrases differ; nothing was done"
        raise Invalid(message)
    return typed


def _asked(prompt: str) -> str:
    try:
        return asked_passphrase(prompt)
    except Locked as error:
        message = f"the key of pseudonyms has a passphrase of its own: set {OPENED_BY}, or run this at a terminal"
        raise Locked(message) from error


@app.command("candidates")
def candidates(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """Names that the sample sheet, the cases and the labels give, and that stand in texts.

    Nicknames, relatives, places and employers are yours to find.

    Example: trellis pseudonym candidates roles
    """
    with opened(study, person) as work:
        show(work.pseudonyms.candidates(), form(as_json=as_json, as_csv=as_csv))


@app.command("replace")
def replace(
    study: StudyName,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that is to go.")],
    replacement: Annotated[str, typer.Argument(metavar="PSEUDONYM", help="What stands in its place.")],
    *,
    bracketed: Annotated[bool, typer.Option("--bracketed", help="Mark it: [Maria].")] = False,
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="FORM", help="A form in small letters that is meant, too.")
    ] = None,
    leave: Annotated[
        list[str] | None, typer.Option("--leave", metavar="FORM", help="A form that is not meant; repeatable.")
    ] = None,
    in_notes: Annotated[
        bool, typer.Option("--in-notes", help="In names, themes, memos and statements as well.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Another pseudonym than the name has already.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show each place with its words; change nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Replace without asking.")] = False,
    key: KeyFile = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Replace a name in every text, as a pseudonymised version; codings move along. Can be undone.

    The forms in which the name stands are shown first, and you are asked. Which name it was goes to a file beside the
    study, encrypted under a passphrase of its own. Nicknames and misspellings are names of their own.

    Example: trellis pseudonym replace roles Janet Maria --dry-run
    """
    how = form(as_json=as_json, as_csv=as_csv)
    wanted = {
        "bracketed": bracketed,
        "also": tuple(also or ()),
        "leave": tuple(leave or ()),
        "in_notes": in_notes,
        "again": again,
    }
    with opened(study, person) as work:
        if not dry_run:
            open_key(work, key)
        told: Outcome = work.pseudonyms.replace(name, replacement, dry_run=True, **wanted)  # type: ignore[arg-type]
        for note in told.notes:
            say(note)
        if how is Form.TABLE:
            show(told.forms)
        if dry_run:
            show(told.hits, how)
            _say_left(told)
            return
        _confirm(name, told, yes=yes)
        told = work.pseudonyms.replace(name, replacement, **wanted)  # type: ignore[arg-type]
    show(told.hits, how)
    _say_left(told)
    say(f"{len(told.hits.values)} places are replaced; trellis undo {study} takes it back")


def _say_left(told: Outcome) -> None:
    for where, field, text, _ in told.left.rows():
        say(f"the name is still in {where} ({field}): {text}")


def _confirm(name: str, told: Outcome, *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        message = "look at what --dry-run shows, then say --yes"
        raise Invalid(message)
    if not typer.confirm(f"Replace “{name}” in {len(told.hits.values)} places", err=True):
        message = "nothing was replaced"
        raise Invalid(message)


@app.command("key")
def show_key(
    study: StudyName,
    *,
    log: Annotated[bool, typer.Option("--log", help="Every single replacement with its place.")] = False,
    key: KeyFile = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Show which name stands behind which pseudonym. Asks for the passphrase of the key.

    Example: trellis pseudonym key roles
    """
    with opened(study, person) as work:
        open_key(work, key)
        show(work.pseudonyms.log() if log else work.pseudonyms.key(), form(as_json=as_json, as_csv=as_csv))


@app.command("left")
def left(
    study: StudyName,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME…]", help="Without it: every name replaced.")
    ] = None,
    *,
    key: KeyFile = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """List where names are left outside the texts: themes, memos, statements, notes, names of files.

    Example: trellis pseudonym left roles Janet
    """
    with opened(study, person) as work:
        if not names:
            open_key(work, key)
        show(work.pseudonyms.left(names or ()), form(as_json=as_json, as_csv=as_csv))


@app.command("checked")
def checked(
    study: StudyName,
    sources: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE…]", help="Without it: all.")] = None,
    person: Person = None,
) -> None:
    """Declare that texts hold no name, or none any more: from then on they count as pseudonymised.

    Example: trellis pseudonym checked roles 01-maureen
    """
    with opened(study, person) as work:
        say(f"{work.pseudonyms.checked(*(sources or ()))} texts count as pseudonymised now")


@app.command("status")
def status(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """List which texts are pseudonymised, and how many replacements stand in each.

    Example: trellis pseudonym status roles
    """
    with opened(study, person) as work:
        show(work.pseudonyms.status(), form(as_json=as_json, as_csv=as_csv))


@app.command("reader")
def reader(
    study: StudyName,
    who: Annotated[str | None, typer.Argument(metavar="[PERSON]", help="Without it: list who sees what.")] = None,
    *,
    everything: Annotated[bool, typer.Option("--everything", help="Let them see all texts again.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Let a coder, panel member or auditor see pseudonymised texts only; the lead's alone.

    Example: trellis pseudonym reader roles Ben
    """
    with opened(study, person) as work:
        if who is not None:
            work.pseudonyms.show_only(who, only=not everything)
        show(work.pseudonyms.readers(), form(as_json=as_json, as_csv=as_csv))


@app.command("put-away")
def put_away(study: StudyName, *, key: KeyFile = None, person: Person = None) -> None:
    """Move identified texts, their files and their history from the study to the key; the lead's alone.

    What comes back with bring-back is as it was. Until then replacements cannot be undone, and earlier states not read.

    Example: trellis pseudonym put-away roles
    """
    with opened(study, person) as work:
        open_key(work, key)
        done = work.pseudonyms.put_away()
    for where, field, text, _ in done.left.rows():
        say(f"the name is still in {where} ({field}): {text}")
    for path in done.copies:
        say(f"this copy may still hold the names: {path}")
    say(f"{done.texts} earlier texts are put away with their files")
    say(f"trellis pseudonym bring-back {study} brings them back")
    if not done.finished:
        say(f"another program reads the study: close it, then run `trellis check {study}` to empty the log")


@app.command("bring-back")
def bring_back(study: StudyName, *, key: KeyFile = None, person: Person = None) -> None:
    """Bring back what was put away, as it was; the lead's alone.

    Example: trellis pseudonym bring-back roles
    """
    with opened(study, person) as work:
        open_key(work, key)
        work.pseudonyms.bring_back()
    say("the identified texts, their files and their history are in the study again")


@app.command("passphrase")
def passphrase(study: StudyName, *, key: KeyFile = None, person: Person = None) -> None:
    """Put the key of pseudonyms under another passphrase (typed twice, or from TRELLIS_NEW_KEY_PASSPHRASE).

    Example: trellis pseudonym passphrase roles
    """
    with opened(study, person) as work:
        open_key(work, key)
        path = key or work.pseudonyms.file()
        work.pseudonyms.change_passphrase(os.environ.get(_OPENED_BY_NEXT) or _new_passphrase(path))
        say(f"{path} opens with the new passphrase now")
