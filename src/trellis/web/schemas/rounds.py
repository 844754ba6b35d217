"""Rounds of coding, their disagreements with the words, and how they are settled."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.coding import Purpose
from trellis.core.disagreement import Difference, Outcome, Standing
from trellis.study.disagreements import Disagreement, Disagreements
from trellis.study.rounds import RoundNow
from trellis.web.schemas.base import Given, Key, Moment, Rev, Shown


class RoundShown(Shown):
    """A round of coding. adopted: whether it is the study's index."""

    k: Key
    rev: Rev
    name: str
    purpose: Purpose
    framework: str | None
    blind: bool
    closed: bool
    adopted: bool
    codings: int

    @classmethod
    def of(cls, one: RoundNow) -> RoundShown:
        """The round as it stands."""
        named = ("k", "rev", "name", "purpose", "blind", "closed", "adopted")
        fields = {name: getattr(one.round, name) for name in named}
        return cls(**fields, framework=one.framework, codings=one.codings)


class NewRound(Given):
    """A round to be opened. framework: name of the framework version; the newest if not given."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    purpose: Purpose = Purpose.DOUBLE
    blind: bool = False
    framework: Annotated[str, Field(max_length=200)] | None = None


class ChosenShown(Shown):
    """One coding in a disagreement: who put which words under which theme."""

    coding: Key
    coder: str
    theme: Key
    label: str
    start: int
    end: int
    words: str
    note: str
    stands: bool


class DefinitionShown(Shown):
    """A theme as the framework version of the round words it."""

    theme: Key
    label: str
    definition: str
    include: str
    exclude: str
    example: str


class DecisionShown(Shown):
    """How a disagreement was settled."""

    outcome: Outcome
    adopted: str
    reason: str
    by: str
    at: Moment


class ReadingShown(Shown):
    """What one coder chose, as a list of themes."""

    coder: str
    chose: str


class DisagreementShown(Shown):
    """Some words that coders read differently. item: what `settle` takes. start, end: code points of the words."""

    number: int
    item: str
    source: str
    difference: Difference | None
    standing: Standing
    start: int
    end: int
    before: str
    words: str
    after: str
    speaker: str
    part: int | None
    from_ms: int | None
    chosen: list[ChosenShown]
    readings: list[ReadingShown]
    definitions: list[DefinitionShown]
    outcome: str
    decision: DecisionShown | None

    @classmethod
    def of(cls, one: Disagreement) -> DisagreementShown:
        """The disagreement as a team talks about it."""
        named = {"number", "item", "source", "difference", "standing", "start", "end", "before", "words", "after"}
        named |= {"speaker", "part", "from_ms", "outcome"}
        return cls(
            **{name: getattr(one, name) for name in named},
            chosen=[ChosenShown.model_validate(each) for each in one.chosen],
            readings=[ReadingShown(coder=coder, chose=one.read_by(coder)) for coder in one.coders],
            definitions=[DefinitionShown.model_validate(each) for each in one.definitions],
            decision=None if one.decision is None else DecisionShown.model_validate(one.decision),
        )


class DisagreementsShown(Shown):
    """The disagreements of a round. agreed: stretches on which all agree. note: how the list was made."""

    round: str
    coders: list[str]
    framework: str
    agreed: int
    note: str
    items: list[DisagreementShown]

    @classmethod
    def of(cls, found: Disagreements) -> DisagreementsShown:
        """All of them, in order of source and place."""
        items = [DisagreementShown.of(one) for one in found.items]
        return cls(
            round=found.round,
            coders=list(found.coders),
            framework=found.framework,
            agreed=found.agreed,
            note=found.note.replace(" (trellis correct --review)", ""),
            items=items,
        )


class DisagreementSettled(Given):
    """How a disagreement is settled, and why. adopt: whose reading, where one is adopted."""

    item: Annotated[str, Field(min_length=1, max_length=40)]
    outcome: Outcome
    reason: Annotated[str, Field(min_length=1, max_length=5_000)]
    adopt: Annotated[str, Field(max_length=200)] | None = None
