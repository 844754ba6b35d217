"""`trellis framework todo` and `settle`: what to look at again after the framework changed."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.core.errors import Invalid
from trellis.study.study import Study

app = typer.Typer()

Kind = Annotated[
    str, typer.Option("--kind", metavar="WHAT", help="check coding, allocate coding, check cell or read source again.")
]
OnTheme = Annotated[str, typer.Option("--theme", metavar="THEME", help="Number or name, also of a theme that is gone.")]
Where = Annotated[str, typer.Option("--where", metavar="NAME", help="A source or a case.")]


@app.command()
def todo(
    study: StudyName,
    *,
    kind: Kind = "",
    theme: OnTheme = "",
    where: Where = "",
    counts: Annotated[bool, typer.Option("--counts", help="Only how many, theme by theme.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List what must be looked at again since the framework changed, and why.

    Example: trellis framework todo roles12 --theme Supervision
    """
    with opened(study, None) as found:
        calls = found.framework
        table = calls.todo_counts() if counts else calls.todo(kind=kind, theme=theme, place=where)
        show(table, form(as_json=as_json, as_csv=as_csv))


@app.command()
def settle(
    study: StudyName,
    items: Annotated[list[str] | None, typer.Argument(metavar="[ITEM...]", help="As `todo` lists them.")] = None,
    *,
    kind: Kind = "",
    theme: OnTheme = "",
    where: Where = "",
    keep: Annotated[bool, typer.Option("--keep", help="They are still right (a source: it was read again).")] = False,
    into: Annotated[
        list[str] | None, typer.Option("--into", metavar="THEME", help="They belong there; give several for each.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the codings out.")] = False,
    moved: Annotated[bool, typer.Option("--moved", help="Accept all cells that were only carried along.")] = False,
    person: Person = None,
) -> None:
    """Settle what is on the to-do list: item by item, or all that --kind, --theme and --where choose.

    Example: trellis framework settle roles12 --theme Supervision --where "dot-area-lead" --into "Formal supervision"
    """
    if [keep, bool(into), remove, moved].count(True) != 1:
        message = "say what becomes of them: --keep, --into THEME, --remove, or --moved"
        raise Invalid(message)
    if not (items or kind or theme or where or moved):
        message = "say which: items as `trellis framework todo` lists them, or --kind, --theme, --where"
        raise Invalid(message)
    with opened(study, person) as found:
        if moved:
            say(f"{found.framework.accept_moved()} cells accepted")
            return
        chosen = items or [item.item for item in found.framework.todo_items(kind=kind, theme=theme, place=where)]
        say(f"{_settled(found, chosen, into or [], remove=remove)} settled")


def _settled(study: Study, chosen: list[str], into: list[str], *, remove: bool) -> int:
    if remove:
        return study.framework.remove(chosen)
    return study.framework.reallocate(chosen, into) if into else study.framework.keep(chosen)
