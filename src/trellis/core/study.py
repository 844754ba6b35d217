"""The study itself and the people who work in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.errors import NotAllowed
from trellis.core.keys import Key


class Role(StrEnum):
    """What a person is in a study."""

    LEAD = "lead"
    ANALYST = "analyst"
    CODER = "coder"
    PANEL = "panel member"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class StudyRecord:
    """What the study is. notice: a line printed on every export ("Fiction, written for Trellis. CC0.")."""

    k: Key
    rev: Key
    guid: str
    title: str
    questions: tuple[str, ...]
    notice: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A named choice of the study (abbreviations, the row header template)."""

    name: str
    rev: Key
    value: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works in the study."""

    k: Key
    rev: Key
    name: str
    role: Role


_ALL = ("",)
MAY_DO: dict[Role, tuple[str, ...]] = {
    Role.LEAD: _ALL,
    Role.ANALYST: _ALL,
    Role.CODER: ("index.", "memo.", "reading.", "rule.", "history.", "assignment.done", "person.join"),
    Role.PANEL: ("memo.", "person.join"),
    Role.AUDITOR: ("person.join",),
}
"""Which actions a role permits, by the beginning of the action's code. Data, so that a study may differ."""


def require(person: Person, action: str) -> None:
    """Nothing, if the person's role permits the action; raises NotAllowed otherwise."""
    if not action.startswith(MAY_DO[person.role]):
        message = (
            f"{person.name} is {person.role.value} in this study and may not do “{action}”; "
            "ask the study's lead, or work under another name (--as NAME)"
        )
        raise NotAllowed(message)
