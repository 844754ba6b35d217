"""Who works in a study, and in which role. `study.team` in a notebook."""

from __future__ import annotations

from trellis.analysis.table import Table
from trellis.core.errors import AlreadyThere, Invalid
from trellis.core.study import Person, Role, with_role
from trellis.study.resolve import folded, person_named
from trellis.study.sight import require_sight_fits, sights
from trellis.study.work import Work

MOST_NAME = 200


class Team:
    """The people of a study. What a role permits stands in `core.study.MAY_DO`."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def now(self) -> list[Person]:
        """Everybody in the study, in the order in which they came."""
        with self._work.read() as reader:
            return reader.all(Person)

    def listing(self) -> Table:
        """Everybody in the study: role, and which texts they see."""
        with self._work.read() as reader:
            return sights(reader)

    def add(self, name: str, role: Role = Role.ANALYST) -> Person:
        """Adds somebody who has not worked here yet. The lead's alone. Raises AlreadyThere, Invalid, NotAllowed."""
        wanted = " ".join(name.split())
        if not wanted or len(wanted) > MOST_NAME:
            message = f"a person's name has 1 to {MOST_NAME} characters, this one {len(wanted)}"
            raise Invalid(message)
        with self._work.change("person.add") as change:
            for person in change.all(Person):
                if folded(person.name) == folded(wanted):
                    message = f"{person.name} is in the study already, as {person.role.value}"
                    raise AlreadyThere(message)
            k = change.new_key()
            change.insert(Person(k, 0, wanted, role))
            return change.get(Person, k)

    def set_role(self, person: str, role: Role) -> Person:
        """Gives somebody another role, from their next change on. The lead's alone.

        Raises NotFound, NotAllowed, Invalid for the only lead, and for a role that works with identified texts where
        the person may see pseudonymised ones only.
        """
        with self._work.change("person.role") as change:
            before = person_named(change, person)
            after = with_role(before, role, change.all(Person))
            require_sight_fits(change, after)
            if after != before:
                change.update(before, after)
            return change.get(Person, before.k)
