"""The study itself and the people who work in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from trellis.core.errors import Invalid, NotAllowed
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


MOST_TITLE = 300


def described(
    study: StudyRecord,
    *,
    title: str | None = None,
    questions: tuple[str, ...] | None = None,
    notice: str | None = None,
) -> StudyRecord:
    """The study with another title, questions or notice; None leaves as it is. Raises Invalid for a bad title."""
    named = study.title if title is None else " ".join(title.split())
    if not named or len(named) > MOST_TITLE:
        message = f"a study's title has 1 to {MOST_TITLE} characters on one line, this one {len(named)}"
        raise Invalid(message)
    asked = study.questions if questions is None else tuple(each.strip() for each in questions if each.strip())
    return replace(study, title=named, questions=asked, notice=study.notice if notice is None else notice.strip())


@dataclass(frozen=True, slots=True)
class Setting:
    """A named choice of the study (abbreviations, the row header template)."""

    name: str
    rev: Key
    value: str


EXPORTED, NAMES_AWAY = "identified export", "names put away"
"""How the names of settings begin that say what left the study with names in it, and what was put away with the key."""


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
    Role.CODER: ("index.", "memo.", "reading.", "rule.", "history.rekey", "assignment.done", "person.join"),
    Role.PANEL: ("memo.", "person.join"),
    Role.AUDITOR: ("person.join",),
}
"""Which actions a role permits, by the beginning of the action's code. Data, so that a study may differ."""


PERMITS: dict[Role, str] = {
    Role.LEAD: "everything, roles and exports with names among it",
    Role.ANALYST: "everything but what is the lead's alone",
    Role.CODER: "index, write memos, note readings, make rules",
    Role.PANEL: "write memos",
    Role.AUDITOR: "read",
}
"""The same in words, beside each person."""
LEAD_ONLY = (
    "person.add",
    "person.role",
    "person.sight",
    "export.identified",
    "source.put_away",
    "source.bring_back",
    "finding.numbers",
)
"""Actions that are the lead's alone: who is what, who sees what, what leaves with names, counts of cases in print."""
MAY_BE_NARROWED = frozenset({Role.CODER, Role.PANEL, Role.AUDITOR})
"""Roles that may be set to see pseudonymised texts only; others bring texts in, and so see them."""


def with_role(person: Person, role: Role, everybody: Iterable[Person]) -> Person:
    """The person in another role. Raises Invalid where the study would be left without a lead."""
    if person.role is Role.LEAD is not role and not any(
        one.role is Role.LEAD for one in everybody if one.k != person.k
    ):
        message = f"{person.name} is the study's only lead; give somebody else that role first"
        raise Invalid(message)
    return replace(person, role=role)


def require(person: Person, action: str) -> None:
    """Nothing, if the person's role permits the action; raises NotAllowed otherwise."""
    if action.startswith(LEAD_ONLY) and person.role is not Role.LEAD:
        message = f"{person.name} is {person.role.value} in this study; only its lead may do “{action}”"
        raise NotAllowed(message)
    if not action.startswith(MAY_DO[person.role]):
        message = (
            f"{person.name} is {person.role.value} in this study and may not do “{action}”; "
            "ask the study's lead, or work under another name (--as NAME)"
        )
        raise NotAllowed(message)
