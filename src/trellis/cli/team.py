"""`trellis team`: who works in a study, and in which role."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.core.study import Role

app = typer.Typer(name="team", no_args_is_help=True, help="Who works in a study, and in which role.")

Who = Annotated[str, typer.Argument(metavar="PERSON", help="Name of somebody in the study.")]
RoleGiven = Annotated[Role, typer.Argument(metavar="ROLE", help=", ".join(f"“{role.value}”" for role in Role))]


@app.command("list")
def listing(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """List everybody in the study, with their roles and which texts they see.

    Example: trellis team list roles
    """
    with opened(study, person) as work:
        show(work.team.listing(), form(as_json=as_json, as_csv=as_csv))


@app.command("add")
def add(
    study: StudyName,
    who: Annotated[str, typer.Argument(metavar="PERSON", help="Name of somebody new.")],
    role: RoleGiven = Role.ANALYST,
    person: Person = None,
) -> None:
    """Add somebody who has not worked in the study yet; the lead's alone. Others join as analysts when they begin.

    Example: trellis team add roles Nia coder
    """
    with opened(study, person) as work:
        added = work.team.add(who, role)
    say(f"{added.name} is {added.role.value}")


@app.command("role")
def role(study: StudyName, who: Who, role: RoleGiven, person: Person = None) -> None:
    """Give somebody another role, from their next change on; the lead's alone.

    Example: trellis team role roles Ben coder
    """
    with opened(study, person) as work:
        given = work.team.set_role(who, role)
    say(f"{given.name} is {given.role.value} from now on")
