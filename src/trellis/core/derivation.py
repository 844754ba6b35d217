"""Where a study that was made from part of another one comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.errors import Invalid
from trellis.core.keys import Key


class Secondary(StrEnum):
    """What a secondary analysis is for (after Heaton)."""

    SUPRA = "supra"
    SUPPLEMENTARY = "supplementary"
    REANALYSIS = "re-analysis"
    AMPLIFIED = "amplified"
    ASSORTED = "assorted"


@dataclass(frozen=True, slots=True)
class Derivation:
    """What a study was made from. Rows that came along keep the keys that they have there.

    parent: GUID of the study it was made from; head: the head of its history then, in hexadecimal digits.
    themes, cases, waves: names of what was chosen, empty for all. consent: what was checked, in words.
    whole: whether texts came whole; otherwise what was not chosen stands as blocks of the same length.
    """

    k: Key
    rev: Key
    parent: str
    title: str
    head: str
    framework_version: str
    kind: Secondary
    purpose: str
    themes: tuple[str, ...]
    cases: tuple[str, ...]
    waves: tuple[str, ...]
    consent: str
    whole: bool
    by: Key
    at: int


def secondary_from(given: str) -> Secondary:
    """The kind of secondary analysis of that name. Raises Invalid, telling which there are."""
    try:
        return Secondary(given.strip().casefold())
    except ValueError as error:
        message = f"“{given}” is no kind of secondary analysis; there are: {', '.join(Secondary)}"
        raise Invalid(message) from error
