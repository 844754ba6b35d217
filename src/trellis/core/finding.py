"""Findings: claims of the study, what they speak of, which cases carry them, and who looked for cases against."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.errors import Invalid
from trellis.core.keys import Key


class Output(StrEnum):
    """Which of the six outputs of mapping and interpretation a finding is (Ritchie and Spencer 1994)."""

    CONCEPT = "concept"
    RANGE = "range and nature"
    TYPOLOGY = "typology"
    ASSOCIATION = "association"
    EXPLANATION = "explanation"
    RECOMMENDATION = "recommendation"


class FindingStatus(StrEnum):
    """How far a finding is. What is a draft is not yet asked about by the review; what was dropped stays readable."""

    DRAFT = "draft"
    READY = "ready"
    DROPPED = "dropped"


class Stance(StrEnum):
    """How a case stands to a finding."""

    HOLDS = "holds"
    QUALIFIED = "with qualification"
    CONTRARY = "contrary"
    NOT_ASKED = "not asked"
    SILENT = "silent"


class LinkKind(StrEnum):
    """What a finding is tied to: what it speaks of, the themes it comes from, the findings it follows from."""

    CASE = "case"
    WAVE = "wave"
    ATTRIBUTE = "attribute"
    THEME = "theme"
    FINDING = "finding"


class Done(StrEnum):
    """What was done to a claim after somebody looked for cases against it."""

    NOTHING = "nothing was found against it"
    REVISED = "the claim was revised"
    BOUNDED = "bounded to a context"
    KEPT = "kept, with the exception stated"


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim of the study.

    statement: the claim in a sentence or two. account: what the report says below it, "" for nothing.
    pos: fractional position among the findings. answers: the research questions it answers, in the study's words.
    numbers: whether counts of cases go into print. at: ms since 1970, UTC.
    """

    k: Key
    rev: Key
    pos: str
    statement: str
    account: str
    output: Output
    status: FindingStatus
    answers: tuple[str, ...]
    numbers: bool
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class FindingLink:
    """One thing that a finding is tied to. about: key of the case, wave, attribute, theme or finding.

    value: of an attribute, the value that the finding speaks of; "" otherwise. Links of kind case, wave and attribute
    are its scope: values of one attribute, several cases and several waves mean any of them.
    """

    finding: Key
    what: LinkKind
    about: Key
    value: str
    rev: Key


@dataclass(frozen=True, slots=True)
class FindingCase:
    """How somebody says that a case stands to a finding. wave: 0 for all waves. note: the reason, "" for none."""

    finding: Key
    case: Key
    wave: Key
    rev: Key
    stance: Stance
    note: str
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class CounterSearch:
    """A record that somebody looked for cases against a finding.

    where: where they looked; found: what was found; done: what became of the claim; note: in more words.
    """

    k: Key
    rev: Key
    finding: Key
    where: str
    found: str
    done: Done
    note: str
    by: Key
    at: int


def output_from(given: str) -> Output:
    """The output of that name. Raises Invalid, telling which there are."""
    wanted = _folded(given)
    for output in Output:
        if wanted in {output.value, output.value.split()[0]}:
            return output
    message = f"“{given}” is no output of mapping; there are: {_listed(Output)}"
    raise Invalid(message)


def status_from(given: str) -> FindingStatus:
    """The status of that name. Raises Invalid, telling which there are."""
    try:
        return FindingStatus(_folded(given))
    except ValueError as error:
        message = f"“{given}” is no status of a finding; there are: {_listed(FindingStatus)}"
        raise Invalid(message) from error


_ALSO_STANCES = {
    "supports": Stance.HOLDS,
    "supporting": Stance.HOLDS,
    "qualifies": Stance.QUALIFIED,
    "qualifying": Stance.QUALIFIED,
    "qualified": Stance.QUALIFIED,
    "contradicts": Stance.CONTRARY,
    "contradicting": Stance.CONTRARY,
}


def stance_from(given: str) -> Stance:
    """How a case stands to a finding, by name. Raises Invalid, telling which there are."""
    wanted = _folded(given)
    if wanted in _ALSO_STANCES:
        return _ALSO_STANCES[wanted]
    try:
        return Stance(wanted)
    except ValueError as error:
        message = f"“{given}” does not say how a case stands to a finding; there are: {_listed(Stance)}"
        raise Invalid(message) from error


def done_from(given: str) -> Done:
    """What was done to a claim, by name or by its first word. Raises Invalid, telling what there is."""
    wanted = _folded(given)
    short = {"nothing": Done.NOTHING, "revised": Done.REVISED, "bounded": Done.BOUNDED, "kept": Done.KEPT}
    if wanted in short:
        return short[wanted]
    try:
        return Done(wanted)
    except ValueError as error:
        message = f"“{given}” does not say what was done to the claim; there are: {', '.join(short)}"
        raise Invalid(message) from error


def require_statement(text: str) -> str:
    """The claim on one line. Raises Invalid if nothing is left of it."""
    folded = " ".join(text.split())
    if not folded:
        message = "a finding needs a statement: the claim in a sentence or two"
        raise Invalid(message)
    return folded


def _folded(given: str) -> str:
    return " ".join(given.casefold().replace("_", " ").replace("-", " ").split())


def _listed(kind: type[StrEnum]) -> str:
    return ", ".join(member.value for member in kind)
