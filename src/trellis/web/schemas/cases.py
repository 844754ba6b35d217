"""Cases and their attributes, as a grid that people edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.attribute import AttributeType, HowKnown
from trellis.core.case import CaseKind, Recruitment
from trellis.study.case_grid import CaseGrid
from trellis.study.resolve import handle
from trellis.study.value_block import BlockLine, Outcome, Pasted
from trellis.web.schemas.base import Given, Key, Rev, Shown

Name = Annotated[str, Field(max_length=300)]
ValueText = Annotated[str, Field(max_length=5_000)]
Level = Annotated[str, Field(max_length=300)]


class CaseShown(Shown):
    """A case. status: how far its participant has come, null for a case that is no participant."""

    k: Key
    rev: Rev
    name: str
    kind: CaseKind
    status: Recruitment | None


class AttributeShown(Shown):
    """An attribute of cases. levels: its categories, in order where ordered."""

    k: Key
    rev: Rev
    name: str
    type: AttributeType
    levels: list[str]
    per_wave: bool


class WaveShown(Shown):
    """A round of data collection."""

    k: Key
    name: str


class ValueShown(Shown):
    """A value. wave: 0 where the attribute does not vary by wave."""

    attribute: Key
    owner: Key
    wave: Key
    rev: Rev
    value: str
    how_known: HowKnown


class CaseGridShown(Shown):
    """Cases by attributes: rows, columns, waves in order of time, and the values that there are."""

    cases: list[CaseShown]
    attributes: list[AttributeShown]
    waves: list[WaveShown]
    values: list[ValueShown]

    def case(self, k: int) -> CaseShown | None:
        """One of its cases, None if it is gone."""
        return next((case for case in self.cases if case.k == k), None)

    def value(self, attribute: int, case: int, wave: int) -> ValueShown | None:
        """One of its values, None if there is none."""
        place = (attribute, case, wave)
        return next((one for one in self.values if (one.attribute, one.owner, one.wave) == place), None)

    @classmethod
    def of(cls, grid: CaseGrid) -> CaseGridShown:
        """The grid as a page draws it."""
        return cls.model_validate(grid)


class NewCase(Given):
    """A case to be added at the end."""

    name: Name
    kind: CaseKind = CaseKind.PERSON


class CaseName(Given):
    """Another name for a case."""

    name: Name


class CaseStatus(Given):
    """How far a participant has come."""

    status: Recruitment


class NewAttribute(Given):
    """An attribute to be added behind the others. levels: its categories, from lowest to highest where ordered."""

    name: Name
    type: AttributeType
    levels: Annotated[list[Level], Field(max_length=200)] = Field(default_factory=list)
    per_wave: bool = False


class AttributeName(Given):
    """Another name for an attribute."""

    name: Name


class AttributeKind(Given):
    """Another type for an attribute, or other categories."""

    type: AttributeType
    levels: Annotated[list[Level], Field(max_length=200)] = Field(default_factory=list)


class ValueGiven(Given):
    """A value of a case. wave: 0 where it does not vary. value: "" takes it away. rev: what was seen, null if none."""

    case: Key
    attribute: Key
    wave: Key = 0
    value: ValueText
    how: HowKnown = HowKnown.RECORDED
    rev: Rev | None = None

    def when(self) -> str | None:
        """The wave as `study.attributes` takes it."""
        return None if self.wave == 0 else handle(self.wave)


class PastedValue(Given):
    """One value of a block."""

    case: Key
    attribute: Key
    wave: Key = 0
    value: ValueText

    def pasted(self) -> Pasted:
        """The value as `study.attributes` takes it."""
        wave = None if self.wave == 0 else handle(self.wave)
        return Pasted(handle(self.case), handle(self.attribute), self.value, wave)


class BlockGiven(Given):
    """A block of values from a spreadsheet. new_categories: take categories that are not there yet."""

    values: Annotated[list[PastedValue], Field(min_length=1, max_length=20_000)]
    how: HowKnown = HowKnown.RECORDED
    new_categories: bool = False

    def pasted(self) -> list[Pasted]:
        """The values as `study.attributes` takes them."""
        return [one.pasted() for one in self.values]


class BlockLineShown(Shown):
    """What becomes of one value of a block. why: for what is refused."""

    case: str
    attribute: str
    wave: str
    before: str
    after: str
    outcome: Outcome
    why: str


class BlockShown(Shown):
    """What becomes of a block."""

    lines: list[BlockLineShown]

    @classmethod
    def of(cls, lines: tuple[BlockLine, ...]) -> BlockShown:
        """The lines as a page shows them."""
        return cls(lines=[BlockLineShown.model_validate(line) for line in lines])
