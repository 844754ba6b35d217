"""Memos, the reading log and assignments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.keys import Key


class MemoKind(StrEnum):
    """What a memo is for."""

    ANALYTIC = "analytic"
    FIELD_NOTE = "field note"
    REFLEXIVE = "reflexive"
    DECISION = "decision"
    MARGIN = "margin"
    """A comment found beside the text in an imported file, or written there."""


class About(StrEnum):
    """What kind of thing a memo is about."""

    STUDY = "study"
    SOURCE = "source"
    CASE = "case"
    THEME = "theme"
    CODING = "coding"
    CELL_ROW = "cell"
    MEMO = "memo"


@dataclass(frozen=True, slots=True)
class Memo:
    """A note on anything.

    about: key of what it is about (0 for the study as a whole).
    version, start, end: the stretch it stands beside, code points; None for the whole.
    present: who was there, for decisions. on: ISO date it speaks of. at: ms since 1970, UTC.
    author: the name found in an imported file, else "".
    theme, wave: for a memo on a cell, whose row is `about`; None and 0 for every other.
    """

    k: Key
    rev: Key
    kind: MemoKind
    about_kind: About
    about: Key
    version: Key | None
    start: int | None
    end: int | None
    text: str
    present: tuple[str, ...]
    on: str | None
    author: str
    by: Key
    at: int
    theme: Key | None = None
    wave: Key = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """Who has read what, when (ISO date) and how (whole, skimmed, listened).

    turn: number of the part up to which it was read, None for all of it.
    """

    person: Key
    source: Key
    on: str
    rev: Key
    how: str
    turn: int | None = None


class AssignmentState(StrEnum):
    """How far an assignment is."""

    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who should do what with a source, theme, case, or cell (a case and a theme), by when (ISO date)."""

    k: Key
    rev: Key
    person: Key
    task: str
    source: Key | None
    theme: Key | None
    due: str | None
    state: AssignmentState
    case: Key | None = None
    wave: Key | None = None
