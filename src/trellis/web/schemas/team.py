"""Who works in a study, and in which role."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.study import PERMITS, Person, Role
from trellis.web.schemas.base import Given
from trellis.web.schemas.studies import PersonShown


class MemberShown(PersonShown):
    """Somebody in the study. me: whether that is who is signed in; may: what the role permits, in words."""

    me: bool
    may: str

    @classmethod
    def of(cls, person: Person, *, me: bool) -> MemberShown:
        """The person, as the page of the team shows them."""
        return cls(k=person.k, rev=person.rev, name=person.name, role=person.role, me=me, may=PERMITS[person.role])


class NewPerson(Given):
    """Somebody who has not worked in the study yet."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    role: Role = Role.ANALYST


class RoleGiven(Given):
    """The role that somebody is to have."""

    role: Role
