"""What every command shares: which study, who works, how a table is printed, how an error is said."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from getpass import getpass
from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table as Grid

from trellis.bootstrap import may_write, open_study, passphrase_here
from trellis.core.errors import AlreadyThere, Invalid, Locked
from trellis.study.study import Study
from trellis.study.table import Table
from trellis.study.work import Progress as Told
from trellis.study.work import Step

StudyName = Annotated[str, typer.Argument(metavar="STUDY", help="Path of a study file, or its name in the library.")]
Person = Annotated[str | None, typer.Option("--as", metavar="NAME", help="Who works (default: the account's name).")]


class Form(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print the result as CSV.")]
PictureFile = Annotated[
    Path | None, typer.Option("--svg", metavar="FILE", help="Write the picture to this file, and print nothing else.")
]

talk = Console(stderr=True, highlight=False)
"""What is said to the user beside the results; results go to standard output."""


def form(*, as_json: bool, as_csv: bool) -> Form:
    """The form that the two flags ask for."""
    if as_json:
        return Form.JSON
    return Form.CSV if as_csv else Form.TABLE


@contextmanager
def opened(name: str, person: str | None) -> Iterator[Study]:
    """The study, open for the length of a command; for reading only where nothing may be written."""
    readonly = not may_write(name)
    try:
        study = open_study(name, person, readonly=readonly)
    except Locked:
        study = open_study(name, person, readonly=readonly, passphrase=asked_passphrase("Passphrase: "))
    if readonly:
        say("the file or its folder may not be written; the study is open for reading only")
    if study.notice:
        say(study.notice)
    try:
        yield study
    finally:
        study.close()


def asked_passphrase(prompt: str) -> str:
    """What the user types at the terminal, unseen. Raises Locked where nobody can be asked."""
    if not sys.stdin.isatty():
        message = "this needs a passphrase: set TRELLIS_PASSPHRASE, or run it at a terminal and type it when asked"
        raise Locked(message)
    return getpass(prompt)


def new_passphrase() -> str:
    """The passphrase for what is to be encrypted: from the environment, or typed twice. Raises Locked, Invalid."""
    given = passphrase_here()
    if given is not None:
        return given
    typed = asked_passphrase("New passphrase: ")
    if asked_passphrase("The same again: ") != typed:
        message = "the two passphrases differ; nothing was done"
        raise Invalid(message)
    return typed


def show(table: Table, how: Form = Form.TABLE) -> None:
    """Prints a table on standard output."""
    if how is Form.JSON:
        sys.stdout.write(json.dumps(table.records(), ensure_ascii=False, indent=1) + "\n")
    elif how is Form.CSV:
        sys.stdout.write(table.to_csv())
    else:
        _show_grid(table)


WIDE = 200
"""Characters a line where the output goes into a file or another program."""


def _show_grid(table: Table) -> None:
    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)
    grid = Grid(title=table.title or None, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    shown = [at for at in range(len(table.columns)) if _has_values(table, at)]
    for at in shown:
        numeric = all(isinstance(row[at], int | float | None) for row in table.values)
        grid.add_column(table.columns[at], justify="right" if numeric else "left", overflow="fold")
    for row in table.values:
        grid.add_row(*(_plain(row[at]) for at in shown))
    console.print(grid)
    if table.note:
        console.print(table.note, markup=False)


def _has_values(table: Table, at: int) -> bool:
    """Whether a column says anything; an empty one only takes room on the screen."""
    return not table.values or any(row[at] not in {None, ""} for row in table.values)


def _plain(value: object) -> str:
    return "" if value is None else escape(str(value))


def equals_pairs(given: list[str] | None) -> dict[str, str]:
    """Options such as “Head=2.3”, by what stands before the last equals sign. Raises Invalid."""
    found: dict[str, str] = {}
    for each in given or ():
        name, equals, value = each.rpartition("=")
        if not equals or not name.strip():
            message = f"“{each}” is no pair; write what stands in the file, an equals sign, and what it is"
            raise Invalid(message)
        found[name.strip()] = value.strip()
    return found


def say(message: str) -> None:
    """One line to the user, on standard error."""
    talk.print(message, markup=False, soft_wrap=True)


@contextmanager
def progress(what: str) -> Iterator[Told]:
    """A progress bar with rate and time remaining, fed by the use case."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=talk, transient=True) as bar:
        task = bar.add_task(what, total=None, rate="")

        def told(step: Step) -> None:
            speed = bar.tasks[0].speed
            rate = "" if speed is None else f"{speed:.0f}/s"
            bar.update(task, total=step.total, completed=step.done, description=f"{what} {step.what}"[:60], rate=rate)

        yield told


def keep_picture(path: Path, content: bytes) -> None:
    """Writes a picture to a new file and says so. Raises AlreadyThere."""
    try:
        with path.open("xb") as out:
            out.write(content)
    except FileExistsError as error:
        message = f"there is a file {path} already; give another name, or move it away"
        raise AlreadyThere(message) from error
    say(f"wrote {path}")
