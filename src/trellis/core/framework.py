"""Themes, the operations on them and the named versions of the framework."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.keys import Key


class ThemeState(StrEnum):
    """Where a theme stands."""

    CODE = "code"
    """A label of open coding, not yet placed in the framework."""
    ACTIVE = "active"
    RETIRED = "retired"
    SPLIT = "split"
    MERGED = "merged"


class Origin(StrEnum):
    """Where a theme came from."""

    A_PRIORI = "a priori"
    EMERGENT = "emergent"
    ANALYTICAL = "analytical"
    UNSTATED = ""


class Operation(StrEnum):
    """The seven operations between framework versions."""

    ADD = "add"
    RENAME = "rename"
    REDEFINE = "redefine"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    RETIRE = "retire"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, sub-theme or open code.

    pos: fractional position among its siblings; the printed number is computed from it.
    defined: key of the change that made it or last redefined it; cells confirmed before that are stale.
    """

    k: Key
    rev: Key
    parent: Key | None
    pos: str
    name: str
    definition: str
    include: str
    exclude: str
    example: str
    origin: Origin
    state: ThemeState
    defined: Key


@dataclass(frozen=True, slots=True)
class FrameworkVersion:
    """A named, immutable state of the framework. number: 1, 2, 3 in order of naming. at: ms since 1970, UTC."""

    k: Key
    rev: Key
    number: int
    name: str
    reason: str
    themes: tuple[tuple[Key, Key | None, str, str, str, str, str, str, str], ...]
    """Theme by theme: key, parent, printed number, name, definition, include, exclude, example, origin."""
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class ThemeOperation:
    """One operation on the framework, with who did it, why, and the memo that decided it.

    into: themes that came out of a split, or the one that a merge went into.
    was: what the theme was before, as text, for the record: name, definition, include, exclude, number and name
    of the parent, number, example, origin, state. Empty for one that was not there.
    """

    k: Key
    rev: Key
    kind: Operation
    theme: Key
    into: tuple[Key, ...]
    was: tuple[str, ...]
    reason: str
    memo: Key | None
    by: Key
    at: int


class TodoState(StrEnum):
    """Whether something on the to-do list of an operation has been looked at."""

    OPEN = "open"
    KEPT = "still right"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class ThemeTodo:
    """A coding that must be looked at because of an operation on its theme. It goes with its coding."""

    k: Key
    rev: Key
    operation: Key
    coding: Key
    state: TodoState
    by: Key | None
