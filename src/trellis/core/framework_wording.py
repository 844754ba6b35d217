"""What a theme says: its name, definition, include, exclude, example and origin."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TypeVar

from trellis.core.errors import Invalid
from trellis.core.framework import Origin, Theme

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Wording:
    """All that is said about a theme, whole."""

    name: str
    definition: str = ""
    include: str = ""
    exclude: str = ""
    example: str = ""
    origin: Origin = Origin.UNSTATED


@dataclass(frozen=True, slots=True)
class Rewording:
    """What is to be said differently; None leaves it as it is."""

    name: str | None = None
    definition: str | None = None
    include: str | None = None
    exclude: str | None = None
    example: str | None = None
    origin: Origin | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be changed."""
        return all(getattr(self, field.name) is None for field in fields(self))


W = TypeVar("W", Theme, Wording)


def reworded(item: W, words: Rewording) -> W:
    """The theme (or wording) with everything changed that the rewording names."""
    given = {field.name: getattr(words, field.name) for field in fields(words)}
    changes = {name: value for name, value in given.items() if value is not None}
    if "name" in changes:
        changes["name"] = proper_name(changes["name"])
    return replace(item, **changes)


def wording_of(theme: Theme) -> Wording:
    """What a theme says."""
    return Wording(theme.name, theme.definition, theme.include, theme.exclude, theme.example, theme.origin)


def means_otherwise(before: Theme, after: Theme) -> bool:
    """Whether something else may belong under the theme now: definition, include or exclude changed."""
    return (before.definition, before.include, before.exclude) != (after.definition, after.include, after.exclude)


def proper_name(name: str) -> str:
    """The name without white space around it or doubled in it. Raises Invalid if nothing is left, or too much."""
    plain = " ".join(name.split())
    if not plain:
        message = "a theme needs a name; the one given is empty"
        raise Invalid(message)
    if len(plain) > LONGEST_NAME:
        message = (
            f"the name “{plain[:40]}…” has {len(plain)} characters; give at most {LONGEST_NAME} and put the rest "
            "into the definition"
        )
        raise Invalid(message)
    return plain


def origin_given(value: str) -> Origin:
    """The origin of that name ("" for not stated). Raises Invalid."""
    try:
        return Origin(value.strip().casefold())
    except ValueError as error:
        message = f"“{value}” is not an origin of a theme; give a priori, emergent, analytical or leave it empty"
        raise Invalid(message) from error
