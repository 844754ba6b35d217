"""`trellis typology`: types of cases, built from the categories found in chart columns."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.cli.typology_cases import add_cases
from trellis.core.arguments import pairs_in
from trellis.study.typology_tables import combinations_table, types_table

app = typer.Typer(
    name="typology", no_args_is_help=True, help="Types of cases: dimensions, every case once on each, combinations."
)

Name = Annotated[str, typer.Argument(metavar="TYPOLOGY", help="Name of the typology.")]
Dimension = Annotated[str, typer.Argument(metavar="DIMENSION", help="Name of the dimension.")]
Value = Annotated[str, typer.Argument(metavar="VALUE", help="Name of the value.")]
Column = Annotated[
    str | None, typer.Option("--from", metavar="THEME", help="The theme whose worksheet it is made from.")
]


@app.command("list")
def list_typologies(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """Show the typologies of a study and how far each is.

    Example: trellis typology list roles12
    """
    with opened(study, person) as work:
        show(work.typologies.listing(), form(as_json=as_json, as_csv=as_csv))


@app.command("new")
def new(
    study: StudyName,
    name: Name,
    *,
    kind: Annotated[
        str, typer.Option("--of", metavar="KIND", help="Kind of the cases: person, team, site …")
    ] = "person",
    description: Annotated[str, typer.Option("--description", metavar="TEXT", help="What it is about.")] = "",
    person: Person = None,
) -> None:
    """Begin a typology.

    Example: trellis typology new roles12 "Ways of limiting work"
    """
    with opened(study, person) as work:
        work.typologies.new(name, kind=kind, description=description)
    say(f"typology “{name}”")


@app.command("dimension")
def dimension(
    study: StudyName,
    name: Name,
    called: Dimension,
    *,
    theme: Column = None,
    category: Annotated[
        list[str] | None, typer.Option("--category", metavar="NAME", help="Only these categories of it; repeatable.")
    ] = None,
    value: Annotated[
        list[str] | None, typer.Option("--value", metavar="NAME", help="A further value; repeatable.")
    ] = None,
    question: Annotated[str, typer.Option("--question", metavar="TEXT", help="What it asks of a case.")] = "",
    person: Person = None,
) -> None:
    """Add a dimension, its values made of the categories of a column's worksheet, of names, or of both.

    Example: trellis typology dimension roles12 "Ways of limiting work" "Who sets the limit" --from 4.3
    """
    with opened(study, person) as work:
        work.typologies.add_dimension(
            name, called, theme=theme, categories=category or (), values=value or (), question=question
        )
    say(f"dimension “{called}”")


@app.command("value")
def value(
    study: StudyName,
    name: Name,
    on: Dimension,
    called: Value,
    *,
    theme: Column = None,
    category: Annotated[
        str | None, typer.Option("--category", metavar="NAME", help="The category it is made of.")
    ] = None,
    person: Person = None,
) -> None:
    """Add a value to a dimension.

    Example: trellis typology value roles12 "Ways of limiting work" "Who sets the limit" "Not told"
    """
    with opened(study, person) as work:
        work.typologies.add_value(name, on, called, theme=theme, category=category)
    say(f"“{on}” has the value “{called}”")


@app.command("rename-value")
def rename_value(
    study: StudyName,
    name: Name,
    on: Dimension,
    called: Value,
    to: Annotated[str, typer.Argument(metavar="NAME", help="Its new name.")],
    *,
    person: Person = None,
) -> None:
    """Give a value another name; who is on it stays.

    Example: trellis typology rename-value roles12 "Ways of limiting work" "Who sets the limit" "Not told" "Left open"
    """
    with opened(study, person) as work:
        work.typologies.rename_value(name, on, called, to)
    say(f"“{called}” is “{to}” now")


@app.command("remove")
def remove(
    study: StudyName,
    name: Name,
    on: Annotated[str | None, typer.Argument(metavar="DIMENSION", help="Only this dimension.")] = None,
    called: Annotated[str | None, typer.Argument(metavar="VALUE", help="Only this value of it.")] = None,
    *,
    person: Person = None,
) -> None:
    """Remove a typology, one of its dimensions, or one value; categories and elements stay.

    Example: trellis typology remove roles12 "Ways of limiting work" "Who sets the limit" "Left open"
    """
    with opened(study, person) as work:
        if on is None:
            work.typologies.remove(name)
        elif called is None:
            work.typologies.remove_dimension(name, on)
        else:
            work.typologies.remove_value(name, on, called)
    say(f"“{called or on or name}” removed; “trellis undo” brings it back")


@app.command("combinations")
def combinations(
    study: StudyName, name: Name, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None
) -> None:
    """Show every combination of values, occupied or empty, with its cases and its type.

    Example: trellis typology combinations roles12 "Ways of limiting work"
    """
    with opened(study, person) as work:
        now = work.typologies.now(name)
    show(combinations_table(now), form(as_json=as_json, as_csv=as_csv))
    waiting = len({one.unit for one in now.open})
    if waiting:
        say(f"{waiting} cases are in none yet: “trellis typology cases” shows where they are not placed once")


@app.command("type")
def name_type(
    study: StudyName,
    name: Name,
    called: Annotated[str, typer.Argument(metavar="TYPE", help="What it is called.")],
    *,
    where: Annotated[
        list[str], typer.Option("--where", metavar="DIMENSION=VALUE", help="A value that its cases have; repeatable.")
    ],
    description: Annotated[str, typer.Option("--description", metavar="TEXT", help="What it is like.")] = "",
    person: Person = None,
) -> None:
    """Name a type by the values that its cases have; several of one dimension mean any of these.

    Example: trellis typology type roles12 "Ways of limiting work" Alone --where "Who sets the limit=Not held"
    """
    pairs = [pair for each in where for pair in pairs_in([each]).items()]
    with opened(study, person) as work:
        work.typologies.add_type(name, called, pairs, description=description)
    say(f"type “{called}”")


@app.command("remove-type")
def remove_type(
    study: StudyName,
    name: Name,
    called: Annotated[str, typer.Argument(metavar="TYPE", help="What it is called.")],
    *,
    person: Person = None,
) -> None:
    """Take a type's name away; the cases stay where they are.

    Example: trellis typology remove-type roles12 "Ways of limiting work" Sheltered
    """
    with opened(study, person) as work:
        work.typologies.remove_type(name, called)
    say(f"“{called}” is no type any more")


@app.command("types")
def types(
    study: StudyName, name: Name, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None
) -> None:
    """Show the types with what they require and how many cases they have; one with a single case is marked.

    Example: trellis typology types roles12 "Ways of limiting work"
    """
    with opened(study, person) as work:
        show(types_table(work.typologies.now(name)), form(as_json=as_json, as_csv=as_csv))


@app.command("read")
def read(
    study: StudyName,
    name: Name,
    themes: Annotated[list[str], typer.Argument(metavar="THEME...", help="Numbers or names of themes.")],
    *,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Read the chart by type: the cells of these themes, cases of one type together.

    Example: trellis typology read roles12 "Ways of limiting work" 4.1 7.1
    """
    with opened(study, person) as work:
        show(work.typologies.by_type(name, themes), form(as_json=as_json, as_csv=as_csv))


@app.command("save-as-lens")
def save_as_lens(
    study: StudyName,
    name: Name,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .toml file to write.")],
    *,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
    person: Person = None,
) -> None:
    """Write a finished typology as a lens file, for judging other cases or another study by it.

    Example: trellis typology save-as-lens roles12 "Ways of limiting work" limiting.toml
    """
    with opened(study, person) as work:
        work.typologies.save_as_lens(name, file, overwrite=replace)
    say(f"written to {file}; “trellis lens check {file}” reads it")


add_cases(app)
