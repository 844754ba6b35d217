"""Who works in a study, and in which role."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from trellis.core.keys import Key
from trellis.core.study import Person
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, IfMatch, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.team import MemberShown, NewPerson, RoleGiven

router = APIRouter(prefix="/studies/{study}/people", tags=["team"])

PersonKey = Annotated[Key, Path(alias="person", ge=0, lt=2**53, description="Key of a person.")]


@router.get("", operation_id="listPeople")
def list_people(found: TheStudy) -> list[MemberShown]:
    """Everybody in the study, with what their role lets them do."""
    return [MemberShown.of(one, me=found.is_me(one)) for one in found.team.now()]


@router.post("", operation_id="addPerson", status_code=201)
def add_person(write: AWrite, given: NewPerson) -> Written:
    """Adds somebody who has not worked in the study yet; the lead's alone."""
    return write.do(lambda: write.study.team.add(given.name, given.role))


@router.put("/{person}/role", operation_id="setPersonsRole")
def set_role(write: AWrite, person: PersonKey, rev: IfMatch, given: RoleGiven) -> Written:
    """Gives somebody another role, from their next change on; the lead's alone."""
    return write.do(
        lambda: write.study.team.set_role(handle(person), given.role),
        expected=Expected(Person, (person,), rev),
        current=lambda: next(
            (MemberShown.of(one, me=write.study.is_me(one)) for one in write.study.team.now() if one.k == person), None
        ),
    )
