"""What documents say is to happen, and how those concerned tell it: the intent × experience chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.errors import Invalid
from trellis.core.keys import Key


class Experienced(StrEnum):
    """How a provision is experienced."""

    AS_INTENDED = "as intended"
    DILUTED = "diluted"
    EXCEEDED = "exceeded"
    CONTRADICTED = "contradicted"
    UNKNOWN = "unknown to staff"


@dataclass(frozen=True, slots=True)
class Provision:
    """What a document says is to happen: a row of the chart, resting on the document's words. pos: its place."""

    k: Key
    rev: Key
    pos: str
    text: str
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class Experience:
    """How one group (a value of an attribute, such as a role) tells a provision: a cell of the chart, with evidence."""

    k: Key
    rev: Key
    provision: Key
    attribute: Key
    group: str
    value: Experienced
    text: str
    by: Key
    at: int


def in_order(provisions: Iterable[Provision]) -> list[Provision]:
    """The provisions as they are numbered, from 1."""
    return sorted(provisions, key=lambda one: (one.pos, one.k))


def experienced_from(given: str) -> Experienced:
    """The value of that name. Raises Invalid, telling which there are."""
    wanted = " ".join(given.casefold().replace("_", " ").replace("-", " ").split())
    for value in Experienced:
        if wanted in {value.value, value.value.split()[0]}:
            return value
    message = f"“{given}” does not say how a provision is experienced; there are: {', '.join(Experienced)}"
    raise Invalid(message)
