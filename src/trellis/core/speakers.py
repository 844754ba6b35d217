"""Who speaks under a label, and which case that is: the rules of bringing transcripts in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from trellis.core.document import TurnReport
from trellis.core.source import SourceKind, SpeakerRole

_GENERIC = re.compile(
    r"(p|r|s|speaker|participant|respondent|interviewee|person|patient|client|user|worker|male|female|man|woman|voice)"
    r"[\s._-]*\d*",
    re.IGNORECASE,
)
FOCUS_GROUP_VOICES = 3
SURE_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class LabelRule:
    """What one label stands for in a batch. case: the case's name, "" to let Trellis name it."""

    label: str
    role: SpeakerRole
    case: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """One label of one source with the role it plays and the name of its case, None where it has none."""

    label: str
    role: SpeakerRole
    case: str | None


def is_generic(label: str) -> bool:
    """Whether a label says what somebody is ("P1", "Respondent") and not who ("Marlene")."""
    return _GENERIC.fullmatch(label.strip()) is not None


def kind_of(turns: TurnReport | None, roles: Iterable[SpeakerRole]) -> SourceKind:
    """An interview where turns were recognised, a focus group where three or more take part, else a document."""
    if turns is None or turns.confidence < SURE_ENOUGH or not turns.turns:
        return SourceKind.DOCUMENT
    taking_part = [role for role in roles if role is SpeakerRole.PARTICIPANT]
    return SourceKind.FOCUS_GROUP if len(taking_part) >= FOCUS_GROUP_VOICES else SourceKind.INTERVIEW


def voices(source: str, rules: Iterable[LabelRule]) -> tuple[Voice, ...]:
    """The voices of one source with the names of their cases.

    A participant is the case that the rule names; else, under a name of their own, the case of that name (so
    that one person in two sources is one case); else, alone under a generic label, the case named as the source;
    else source and label together.
    """
    listed = list(rules)
    generic = [rule for rule in listed if rule.role is SpeakerRole.PARTICIPANT and is_generic(rule.label)]

    def case_of(rule: LabelRule) -> str | None:
        if rule.role is not SpeakerRole.PARTICIPANT:
            return None
        if rule.case:
            return rule.case
        if not is_generic(rule.label):
            return rule.label
        return source if len(generic) == 1 else f"{source} {rule.label}"

    return tuple(Voice(rule.label, rule.role, case_of(rule)) for rule in listed)
