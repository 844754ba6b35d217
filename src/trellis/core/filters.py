"""What a search, a retrieval or a count is narrowed to, in the words of the user."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Names of what to keep; nothing named keeps everything. Several names in one field mean any of them.

    speaker: a label as it stands in the texts ("P1"), or a role ("participant", "interviewer").
    theme: a printed number or name; keeps what lies inside segments indexed under it or its sub-themes.
    where: (attribute, values) pairs, of cases or of sources; all the pairs must hold.
    round: the round whose codings count, None for the adopted index.
    """

    source: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    wave: tuple[str, ...] = ()
    case: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    coder: tuple[str, ...] = ()
    theme: str | None = None
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    round: str | None = None


EVERYTHING = Filters()
"""Nothing left out."""

NOT_KNOWN = "not known"
"""As a value in `where`: those that have none. Heads the column of those in counts."""
