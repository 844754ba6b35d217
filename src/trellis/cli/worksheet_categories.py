"""`trellis worksheet` commands about categories."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import Person, StudyName, opened, say
from trellis.core.arguments import numbers_in
from trellis.study.worksheet_given import Nth

ThemeName = Annotated[str, typer.Argument(metavar="THEME", help="Number or name of the theme whose column it is.")]
Name = Annotated[str, typer.Argument(metavar="CATEGORY", help="Name of the category.")]
Definition = Annotated[str | None, typer.Option("--definition", metavar="TEXT", help="What belongs to it.")]
Class = Annotated[str | None, typer.Option("--class", metavar="NAME", help="The more abstract class it belongs to.")]


def category(
    study: StudyName,
    *,
    theme: ThemeName,
    name: Name,
    elements: Annotated[str, typer.Option("--of", metavar="ELEMENTS", help="Numbers: “3” or “1,3,7-9”.")] = "",
    definition: Definition = None,
    kind: Class = None,
    person: Person = None,
) -> None:
    """Make a category in a column's worksheet, of these elements.

    Example: trellis worksheet category roles12 2.3 "Learning alone" --of 1,2
    """
    chosen = [Nth(theme, n) for n in numbers_in(elements)] if elements else []
    with opened(study, person) as work:
        work.worksheets.add_category(theme, name, definition=definition or "", kind=kind or "", elements=chosen)
    say(f"category “{name}” with {len(chosen)} elements")


def change_category(
    study: StudyName,
    *,
    theme: ThemeName,
    name: Name,
    to: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Its new name.")] = None,
    definition: Definition = None,
    kind: Class = None,
    person: Person = None,
) -> None:
    """Change the name, definition or class of a category.

    Example: trellis worksheet change-category roles12 2.3 "Learning alone" --class "How they learn"
    """
    with opened(study, person) as work:
        work.worksheets.change_category(theme, name, name=to, definition=definition, kind=kind)
    say(f"category “{to or name}” changed")


def join_categories(
    study: StudyName,
    *,
    theme: ThemeName,
    names: Annotated[list[str], typer.Argument(metavar="CATEGORY...", help="The first one stays.")],
    person: Person = None,
) -> None:
    """Make one of several categories: the first one given, with the elements of all.

    Example: trellis worksheet join-categories roles12 2.3 "Learning alone" "Unaided"
    """
    with opened(study, person) as work:
        work.worksheets.join_categories(theme, names)
    say(f"“{names[0]}” holds the elements of {len(names)} categories")


def order_category(
    study: StudyName,
    *,
    theme: ThemeName,
    name: Name,
    to: Annotated[int, typer.Option("--to", metavar="PLACE", help="Its new place, from 1.")],
    person: Person = None,
) -> None:
    """Move a category to another place in its worksheet.

    Example: trellis worksheet order-category roles12 2.3 "Learning alone" --to 1
    """
    with opened(study, person) as work:
        work.worksheets.order_category(theme, name, to)
    say(f"category “{name}” moved")


def remove_category(study: StudyName, *, theme: ThemeName, name: Name, person: Person = None) -> None:
    """Remove a category; its elements are in none then.

    Example: trellis worksheet remove-category roles12 2.3 "Learning alone"
    """
    with opened(study, person) as work:
        work.worksheets.remove_category(theme, name)
    say(f"category “{name}” removed; “trellis undo” brings it back")


def add_categories(app: typer.Typer) -> None:
    """Adds these commands to `trellis worksheet`."""
    for command in (category, change_category, join_categories, order_category, remove_category):
        app.command(command.__name__.replace("_", "-"))(command)
