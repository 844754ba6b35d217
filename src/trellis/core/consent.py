"""Consent, withdrawal and pseudonyms: the records; their rules come with the work that enforces them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.keys import Key


class ConsentScope(StrEnum):
    """What a participant can agree to."""

    TAKE_PART = "take part"
    QUOTE = "quote"
    ARCHIVE = "archive"
    SECONDARY_USE = "secondary use"
    CONTACT = "contact"


class WithdrawalLevel(StrEnum):
    """How far a withdrawal goes."""

    NO_CONTACT = "no further contact"
    NO_NEW_USE = "no new use"
    REMOVE = "remove data"


@dataclass(frozen=True, slots=True)
class Consent:
    """What a participant agreed to for a wave (0: for all). Dates are ISO."""

    participant: Key
    wave: Key
    scope: ConsentScope
    rev: Key
    given: bool
    on: str | None
    withdrawn_on: str | None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A participant's withdrawal, with its cut-off date (ISO)."""

    k: Key
    rev: Key
    participant: Key
    level: WithdrawalLevel
    cut_off: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """A replaced stretch: where it stands in the pseudonymised version (code points) and what stands there.

    The words that were replaced are not here: they are in the identified version and in the encrypted log.
    """

    k: Key
    rev: Key
    source: Key
    version: Key
    start: int
    end: int
    replacement: str
    participant: Key | None
