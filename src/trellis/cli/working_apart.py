"""Commands for working apart: handout, merge, rekey."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.bootstrap import passphrase_here, study_path
from trellis.cli.common import (
    AsCsv,
    AsJson,
    Form,
    Person,
    StudyName,
    asked_passphrase,
    form,
    new_passphrase,
    opened,
    say,
    show,
)
from trellis.cli.pseudonyms import KeyFile, open_key
from trellis.core.errors import Locked
from trellis.core.study import Role
from trellis.study.handing_out_consent import Purpose
from trellis.study.study import Study
from trellis.study.working_apart import Merged


def handout(
    name: StudyName,
    to: Annotated[str, typer.Option("--to", metavar="NAME", help="Who the package is for.")],
    *,
    sources: Annotated[list[str] | None, typer.Option("--sources", help="A source; repeatable. All if none.")] = None,
    role: Annotated[Role, typer.Option("--role", help="What the person is in the study.")] = Role.CODER,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="The package's file.")] = None,
    encrypted: Annotated[bool, typer.Option("--encrypted", help="Encrypt the package under a passphrase.")] = False,
    pseudonymised: Annotated[
        bool, typer.Option("--pseudonymised", help="Pseudonymised texts only, and no name that the key knows.")
    ] = False,
    purpose: Annotated[
        Purpose, typer.Option("--for", help="Who has not agreed to it is left out: work, archive, secondary use.")
    ] = Purpose.WORK,
    key: KeyFile = None,
    person: Person = None,
) -> None:
    """Make a package for somebody: chosen sources, the framework, and what their role may see.

    The package is a study file of its own. What is done in it comes back with `trellis merge`. That of an
    encrypted study is encrypted; the passphrase is asked for, or taken from TRELLIS_PASSPHRASE.

    Example: trellis handout roles --to Ben --sources 01-maureen --sources 02-dan -o roles-for-ben.trellis
    """
    path = out or study_path(name).with_name(f"{study_path(name).stem}-for-{to.split()[0].casefold()}.trellis")
    with opened(name, person) as study:
        passphrase = new_passphrase() if encrypted or study.apart.needs_passphrase else None
        if pseudonymised and study.pseudonyms.any_replaced():
            open_key(study, key)
        made = study.apart.handout(
            to,
            path,
            sources or (),
            role.value,
            passphrase=passphrase,
            pseudonymised=pseudonymised,
            purpose=purpose,
        )
    if made.left_out:
        say(f"left out, for want of consent or after a withdrawal: {', '.join(made.left_out)}")
    say(f"{made.path} is ready for {made.to} ({made.role.value}) with {made.sources} sources; history and original")
    say(f"files stay here. When it comes back: trellis merge {name} {made.path}")


def merge(
    name: StudyName,
    package: Annotated[Path | None, typer.Argument(metavar="[PACKAGE]", help="A package or a copy of STUDY.")] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would become of it.")] = False,
    settle: Annotated[int | None, typer.Option("--settle", metavar="N", help="Settle conflict N; see --take.")] = None,
    take: Annotated[str, typer.Option("--take", help="ours, theirs, or the text that is to stand.")] = "",
    conflicts: Annotated[bool, typer.Option("--conflicts", help="List what waits to be settled.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Bring in what was done in a copy or a package of the study; list and settle what both sides changed.

    Nothing is dropped: where both changed the same, ours stays in force until you settle it. Merging the same
    file again changes nothing. `trellis undo` takes the whole merge back.

    Example: trellis merge roles roles-for-ben.trellis --dry-run
    """
    how = form(as_json=as_json, as_csv=as_csv)
    with opened(name, person) as study:
        if package is not None:
            _say_merged(_merged(study, package, dry_run=dry_run), name, how, dry_run=dry_run)
        elif settle is not None:
            _settle(study, name, settle, take)
        elif conflicts:
            _show_conflicts(study, how)
        else:
            say(f"give a package to merge: trellis merge {name} PACKAGE; or --conflicts to see what waits")
            sys.exit(2)


def rekey(
    name: StudyName,
    other: Annotated[Path, typer.Argument(metavar="OTHER", help="The copy that STUDY cannot be merged with.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="The new file.")],
    person: Person = None,
) -> None:
    """Write a copy of STUDY in which its own work has new keys, where `trellis merge` says that keys collide.

    Both files stay as they are. Merge the new file, and work on in it: STUDY itself, and copies that hold its
    work already, can no longer be merged with it.

    Example: trellis rekey roles-for-ben.trellis roles -o roles-for-ben-2.trellis
    """
    with opened(name, person) as study:
        made = study.apart.rekey(study_path(other), out, passphrase=passphrase_here())
    say(f"{made} holds what {name} holds, its own work under new keys; merge it: trellis merge {other} {made}")


def _merged(study: Study, package: Path, *, dry_run: bool) -> Merged:
    try:
        return study.apart.merge(package, dry_run=dry_run, passphrase=passphrase_here())
    except Locked:
        asked = asked_passphrase("Passphrase of the package: ")
        return study.apart.merge(package, dry_run=dry_run, passphrase=asked)


def _say_merged(merged: Merged, name: str, how: Form, *, dry_run: bool) -> None:
    if merged.nothing_new:
        say("nothing new: everything in it is in the study already")
        return
    show(merged.table, how)
    mended = merged.mended
    for count, what in (
        (mended.people, "people known twice, now one"),
        (mended.joined, "codings and links made on both sides, now one"),
        (mended.carried, "codings and cells carried along with a theme that was merged meanwhile"),
        (mended.moved, "segments moved with their words to a text that was corrected meanwhile"),
        (mended.listed, f"codings to look at (trellis framework todo {name}), since their theme changed meanwhile"),
        (mended.renamed, "things of the same name, named apart"),
        (merged.cleaned, "texts that came in without the words of somebody who withdrew"),
        (merged.conflicts, f"to settle, ours stays until then (trellis merge {name} --conflicts)"),
    ):
        if count:
            say(f"{what}: {count}")
    if merged.destroyed:
        say("a withdrawal or disposal reaches both copies; undo does not bring back what was destroyed")
    for copy in merged.copies:
        say(f"still holds it: {copy}")
    if dry_run:
        say(f"changes of the other copy that would come in: {merged.changes}; nothing was changed")
    else:
        say(f"changes of the other copy that came in: {merged.changes}; trellis undo {name} takes it back")


def _show_conflicts(study: Study, how: Form) -> None:
    waiting = study.apart.conflicts()
    show(waiting, how)
    if not waiting.values:
        say("nothing waits to be settled")


def _settle(study: Study, name: str, number: int, take: str) -> None:
    if not take:
        say(f"say which one stands: trellis merge {name} --settle {number} --take ours|theirs|TEXT")
        sys.exit(2)
    study.apart.settle(number, take)
    left = len(study.apart.conflicts().values)
    say(f"conflict {number} is settled; {left} wait" if left else f"conflict {number} is settled; none wait")


def register(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    app.command("handout")(handout)
    app.command("merge")(merge)
    app.command("rekey")(rekey)
