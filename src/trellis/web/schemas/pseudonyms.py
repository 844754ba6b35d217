"""Names that are replaced, as the page asks and shows; none of them stands in an address."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.study.pseudonyms import Outcome
from trellis.web.schemas.base import Given, Shown, TableShown

Name = Annotated[str, Field(min_length=1, max_length=200)]
MOST_PLACES = 200
"""Places that are shown with their words before a name is replaced; how many there are is told."""


class KeyStandingShown(Shown):
    """How the file of pseudonyms stands. begun: whether names were replaced already."""

    exists: bool
    is_open: bool
    begun: bool
    may_replace: bool


class KeyOpening(Given):
    """The passphrase of the file of pseudonyms; of a new one, the one it is to have."""

    passphrase: Annotated[str, Field(min_length=1, max_length=1000)]


class NameGiven(Given):
    """A name that is to go. also: forms in small letters that are meant; leave: forms that are not."""

    name: Name
    pseudonym: Name
    bracketed: bool = False
    also: tuple[Name, ...] = ()
    leave: tuple[Name, ...] = ()
    in_notes: bool = False
    again: bool = False


class FormShown(Shown):
    """A way in which the name is spelt: how often, what it becomes, whether it is replaced."""

    form: str
    times: int
    becomes: str
    replaced: bool


class ForeseenShown(Shown):
    """What replacing a name would do. places: how many; shown: the first of them with the words around."""

    forms: list[FormShown]
    places: int
    shown: TableShown
    left: TableShown
    notes: list[str]

    @classmethod
    def of(cls, told: Outcome) -> ForeseenShown:
        """What is foreseen, as the page shows it."""
        shown = TableShown.of(told.hits)
        return cls(
            forms=[FormShown.model_validate(one) for one in told.forms.records()],
            places=len(told.hits.values),
            shown=shown.model_copy(update={"values": shown.values[:MOST_PLACES]}),
            left=TableShown.of(told.left),
            notes=list(told.notes),
        )
