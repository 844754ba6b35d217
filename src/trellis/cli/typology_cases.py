"""`trellis typology` commands about cases."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.core.errors import Invalid
from trellis.study.typology_tables import placing_table

Name = Annotated[str, typer.Argument(metavar="TYPOLOGY", help="Name of the typology.")]
CaseName = Annotated[str, typer.Argument(metavar="CASE", help="Name of the case.")]
OneWave = Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="The wave, where the case has several.")]


def cases(
    study: StudyName, name: Name, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None
) -> None:
    """Show where each case stands on each dimension; in brackets, what its elements speak for.

    Example: trellis typology cases roles12 "Ways of limiting work"
    """
    with opened(study, person) as work:
        show(placing_table(work.typologies.now(name)), form(as_json=as_json, as_csv=as_csv))


def place(
    study: StudyName,
    *,
    name: Name,
    case: CaseName,
    dimension: Annotated[str, typer.Argument(metavar="DIMENSION", help="Name of the dimension.")],
    value: Annotated[str | None, typer.Argument(metavar="VALUE", help="Its value; none to take the case off.")] = None,
    also: Annotated[bool, typer.Option("--also", help="Beside where it is: the values are not discrete.")] = False,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why there.")] = "",
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Place a case on a dimension, instead of where it was.

    Example: trellis typology place roles12 "Ways of limiting work" Denise "Who sets the limit" "Not held"
    """
    with opened(study, person) as work:
        work.typologies.place(name, case, dimension, value, wave=wave, note=note, also=also)
    say(f"{case}: {value or 'not placed'}")


def place_by_elements(study: StudyName, name: Name, *, person: Person = None) -> None:
    """Place the cases whose elements speak for exactly one value of a dimension; the others stay open.

    Example: trellis typology place-by-elements roles12 "Ways of limiting work"
    """
    with opened(study, person) as work:
        made = work.typologies.place_by_elements(name)
    say(f"{made} placed")


def set_aside(
    study: StudyName,
    *,
    name: Name,
    case: CaseName,
    reason: Annotated[str | None, typer.Argument(metavar="REASON", help="Why it cannot be placed.")] = None,
    back: Annotated[bool, typer.Option("--back", help="Take that back.")] = False,
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Say that a case cannot be placed, and why.

    Example: trellis typology set-aside roles12 "Ways of limiting work" Derek "Runs a workshop, has no caseload"
    """
    if (reason is None) != back:
        message = "give a reason, or --back to take it back"
        raise Invalid(message)
    with opened(study, person) as work:
        work.typologies.set_aside(name, case, reason, wave=wave)
    say(f"{case}: {reason or 'to be placed again'}")


def add_cases(app: typer.Typer) -> None:
    """Adds these commands to `trellis typology`."""
    for command in (cases, place, place_by_elements, set_aside):
        app.command(command.__name__.replace("_", "-"))(command)
