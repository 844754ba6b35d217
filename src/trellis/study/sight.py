"""What the person who works may see: everything, or pseudonymised texts only. Asked in one place, by `Work`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from trellis.analysis.table import Table
from trellis.core.attribute import Attribute
from trellis.core.errors import Invalid, NotAllowed
from trellis.core.pseudonym import is_naming
from trellis.core.study import MAY_BE_NARROWED, Person, Setting
from trellis.store.changes import Change
from trellis.store.narrowing import narrowed
from trellis.store.reader import Reader

_SETTING = "pseudonyms only"


@dataclass(frozen=True, slots=True)
class Sight:
    """How it is decided what somebody sees. always: whatever the study says, for a state of the past."""

    always: bool = False

    @contextmanager
    def of(self, reader: Reader, person: str, *, writing: bool = False) -> Iterator[None]:
        """Narrows what the reader sees, to the end of the block, if the person may see pseudonymised texts only."""
        if not self.always and not is_narrow(reader, person):
            yield
            return
        naming = [attribute.k for attribute in reader.all(Attribute) if is_naming(attribute.name)]
        with narrowed(reader.connection, hidden_attributes=naming, writing=writing):
            yield


BY_SETTING = Sight()
"""As the study says of the person."""


def is_narrow(reader: Reader, person: str) -> bool:
    """Whether the study lets the person of that name see pseudonymised texts only."""
    return any(_find(reader, one) is not None for one in reader.all(Person) if one.name.casefold() == person.casefold())


def require_may_see_all(reader: Reader, person: str) -> None:
    """Nothing, if the person may see identified texts; raises NotAllowed otherwise."""
    if is_narrow(reader, person):
        message = f"{person} may see pseudonymised texts only; hand out a package with --pseudonymised"
        raise NotAllowed(message)


def narrow(change: Change, person: Person, *, only: bool) -> None:
    """Sets what a person sees. Raises Invalid for a role that cannot work without the identified texts."""
    if only:
        _require_may_be_narrowed(person)
    before = _find(change, person)
    if only and before is None:
        change.insert(Setting(f"{_SETTING} {person.k}", 0, "yes"))
    elif not only and before is not None:
        change.delete(before)


def require_sight_fits(reader: Reader, person: Person) -> None:
    """Nothing, if the person's role can work with the texts that they see; raises Invalid otherwise."""
    if _find(reader, person) is not None:
        _require_may_be_narrowed(person)


def sights(reader: Reader) -> Table:
    """Everybody in the study: role, and which texts they see."""
    rows = tuple(
        (one.name, one.role.value, "all" if _find(reader, one) is None else "pseudonymised only")
        for one in reader.all(Person)
    )
    return Table(("person", "role", "texts"), rows, "Who sees what")


def _require_may_be_narrowed(person: Person) -> None:
    if person.role not in MAY_BE_NARROWED:
        roles = ", ".join(sorted(role.value for role in MAY_BE_NARROWED))
        message = (
            f"{person.name} is {person.role.value}; only these can be set to see pseudonymised texts only: {roles}. "
            "Give others a pseudonymised package (trellis handout --pseudonymised)"
        )
        raise Invalid(message)


def _find(reader: Reader, person: Person) -> Setting | None:
    return reader.find(Setting, f"{_SETTING} {person.k}")
