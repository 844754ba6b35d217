"""Information power as a written statement: five dimensions, a place and a reason on each; nothing is added up.

Source: Malterud, Siersma and Guassora 2016, Qualitative Health Research 26(13).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.errors import Invalid
from trellis.core.keys import Key


class Dimension(StrEnum):
    """What the information that a sample holds depends on."""

    AIM = "study aim"
    SPECIFICITY = "sample specificity"
    THEORY = "established theory"
    DIALOGUE = "quality of dialogue"
    STRATEGY = "analysis strategy"


ENDS: dict[Dimension, tuple[str, str]] = {
    Dimension.AIM: ("narrow", "broad"),
    Dimension.SPECIFICITY: ("dense", "sparse"),
    Dimension.THEORY: ("applied", "not applied"),
    Dimension.DIALOGUE: ("strong", "weak"),
    Dimension.STRATEGY: ("case", "cross-case"),
}
"""The two ends of each dimension: where few people are needed, and where many are."""
PLACES = 5


@dataclass(frozen=True, slots=True)
class PowerStatement:
    """Where a study stands on one dimension, from 1 (few are needed) to 5 (many are), and why; dated, never changed.

    The newest for a dimension counts; the earlier ones say how the team saw it then.
    """

    k: Key
    rev: Key
    dimension: Dimension
    place: int
    reason: str
    by: Key
    at: int


def dimension_from(given: str) -> Dimension:
    """The dimension of that name, or that has the word in it. Raises Invalid, telling which there are."""
    wanted = " ".join(given.casefold().replace("_", " ").split())
    found = [one for one in Dimension if wanted and wanted in one.value]
    if len(found) == 1:
        return found[0]
    message = f"“{given}” is no dimension of information power; there are: {', '.join(Dimension)}"
    raise Invalid(message)


def require_place(place: int, reason: str) -> str:
    """The reason, if place and reason will do; raises Invalid otherwise."""
    if not 1 <= place <= PLACES:
        message = f"a place on a dimension is a number from 1 (few are needed) to {PLACES} (many are), not {place}"
        raise Invalid(message)
    if not reason.strip():
        message = "a place on a dimension needs its reason in words"
        raise Invalid(message)
    return reason.strip()
