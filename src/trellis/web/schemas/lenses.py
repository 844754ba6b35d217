"""Lenses, judgements under them, what comes out."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.lens_file import Checked
from trellis.study.lens_view import CellBeside, LensNow, SheetShown, UnitShown
from trellis.web.schemas.base import Given, Key, Rev, Shown
from trellis.web.schemas.chart import EvidenceGiven

Name = Annotated[str, Field(max_length=300)]
Words = Annotated[str, Field(max_length=20_000)]


class LensCardShown(Shown):
    """A lens in a list."""

    ident: str
    title: str
    version: str
    label: str
    question: str
    units: str
    kind: str
    declared: str
    judgements: int
    judged: int


class BandShown(Shown):
    """Values of an axis that count as one."""

    name: str
    values: list[str]


class DimensionShown(Shown):
    """One thing that is judged."""

    id: str
    name: str
    question: str
    values: list[str]
    ordered: bool
    several: bool
    evidence: str
    counter_evidence: str
    bands: list[BandShown]
    taken_from: str


class OutcomeShown(Shown):
    """One outcome. name: "" for a cell that no source names. across, down: bands of a cell of two axes."""

    id: str
    name: str
    label: str
    meaning: str
    across: str
    down: str


class RuleShown(Shown):
    """How outcomes follow."""

    kind: str
    exclusive: bool
    otherwise: str
    across: str
    down: str


class LensDefined(Shown):
    """A lens as its file says it."""

    id: str
    title: str
    version: str
    question: str
    note: str
    label: str
    by_wave: bool
    units: list[str]
    dimensions: list[DimensionShown]
    outcomes: list[OutcomeShown]
    rule: RuleShown


class BaseShown(Shown):
    """How broad the ground of a unit's judgements is. bare: dimensions judged definitely, resting on nothing."""

    dimensions: list[str]
    bare: list[str]
    cases: int
    sites: int
    sources: int
    words: list[str]


class LensUnitShown(Shown):
    """A unit with what came out. override_rev: the revision of the override, 0 for none."""

    unit: str
    k: Key
    name: str
    wave: str
    wave_k: Key
    outcome: str
    outcomes: list[str]
    override: str
    override_rev: Rev
    derived: str
    qualifier: str
    nearest: str
    missing: list[str]
    answers: dict[str, str]
    supports: dict[str, int]
    counters: dict[str, int]
    base: BaseShown
    judges: list[str]
    differing: list[str]
    rests: list[str]
    taken: list[str]
    uncharted: bool
    stale: int

    @classmethod
    def of_unit(cls, unit: UnitShown) -> LensUnitShown:
        """The unit as JSON."""
        base = unit.base
        ground = BaseShown(
            dimensions=list(base.dimensions),
            bare=list(base.bare),
            cases=len(base.cases),
            sites=len(base.sites),
            sources=len(base.sources),
            words=list(base.words),
        )
        listed = {name: getattr(unit, name) for name in cls.model_fields if name != "base"}
        return cls.model_validate({**listed, "base": ground})


class CandidateShown(Shown):
    """Something that a lens could judge."""

    name: str
    k: Key
    unit: str


class LensWave(Shown):
    """A wave by key and name."""

    k: Key
    name: str


class LensCellShown(Shown):
    """A cell of two axes as it is named now ("" for not named), and the lens's revision."""

    rev: Rev
    name: str

    @classmethod
    def of_cell(cls, now: LensNow, cell: str) -> LensCellShown:
        """The cell of that id as JSON."""
        return cls(rev=now.rev, name=next((one.name for one in now.lens.outcomes if one.id == cell), ""))


class LensShown(Shown):
    """A lens with every unit that was judged. rev: naming a cell rests on it."""

    k: Key
    rev: Rev
    lens: LensDefined
    card: LensCardShown
    note: str
    summary: str
    units: list[LensUnitShown]
    candidates: list[CandidateShown]
    waves: list[LensWave]
    blank: list[str]
    aside: int

    @classmethod
    def of_lens(cls, now: LensNow) -> LensShown:
        """The lens as JSON."""
        return cls(
            k=now.k,
            rev=now.rev,
            lens=LensDefined.model_validate(now.lens),
            card=LensCardShown.model_validate(now.card),
            note=now.note,
            summary=now.summary,
            units=[LensUnitShown.of_unit(unit) for unit in now.units],
            candidates=[CandidateShown(name=name, k=k, unit=unit) for name, k, unit in now.candidates],
            waves=[LensWave(k=k, name=name) for k, name in now.waves],
            blank=list(now.blank),
            aside=now.aside,
        )


class PieceShown(Shown):
    """A piece of evidence with what stands there.

    cell_case: for a cell, its case. version: the one that start and end are in.
    """

    k: Key
    reference: str
    words: str
    label: str
    source: Key | None
    source_name: str
    version: Key | None
    start: int | None
    end: int | None
    cell_case: Key | None
    theme: Key | None
    wave: Key
    stale: str | None


class LensJudgement(Shown):
    """One judgement."""

    k: Key
    rev: Rev
    dimension: str
    values: list[str]
    confidence: str
    judge: str
    words: list[str]
    rationale: str
    on: str
    version: int
    evidence: list[PieceShown]
    against: list[PieceShown]
    look: str


class CriterionShown(Shown):
    """A criterion and how it stands: met, open, not met."""

    text: str
    state: str
    found: str


class WeighedShown(Shown):
    """An outcome with its criteria."""

    outcome: str
    label: str
    state: str
    criteria: list[CriterionShown]


class LensMember(Shown):
    """A case of a unit."""

    k: Key
    name: str


class LensSheetShown(Shown):
    """The judgement sheet of a unit."""

    unit: LensUnitShown
    weighed: list[WeighedShown]
    judgements: list[LensJudgement]
    members: list[LensMember]

    @classmethod
    def of_sheet(cls, sheet: SheetShown) -> LensSheetShown:
        """The sheet as JSON."""
        return cls(
            unit=LensUnitShown.of_unit(sheet.unit),
            weighed=[WeighedShown.model_validate(one) for one in sheet.weighed],
            judgements=[LensJudgement.model_validate(one) for one in sheet.judgements],
            members=[LensMember(k=k, name=name) for k, name in sheet.members],
        )


class CellBesideShown(Shown):
    """A charted cell of a case, to judge by."""

    case: Key
    wave: Key
    theme: Key
    number: str
    lines: list[str]
    segments: list[PieceShown]

    @classmethod
    def of_cell(cls, cell: CellBeside) -> CellBesideShown:
        """The cell as JSON."""
        return cls.model_validate(cell)


class ProblemOfLens(Shown):
    """Something in a lens file that does not fit."""

    line: int
    message: str


class LensChecked(Shown):
    """What a lens file is. title: "" where something does not fit."""

    title: str
    problems: list[ProblemOfLens]

    @classmethod
    def of_file(cls, checked: Checked) -> LensChecked:
        """The check as JSON."""
        problems = [ProblemOfLens.model_validate(one) for one in checked.problems]
        return cls(title="" if checked.lens is None else checked.lens.title, problems=problems)


class LensGiven(Given):
    """A lens to declare: the name of one that comes with Trellis, or a file's text."""

    shipped: Name | None = None
    text: Annotated[str, Field(max_length=1_000_000)] | None = None


class LensText(Given):
    """The text of a lens file."""

    text: Annotated[str, Field(max_length=1_000_000)]


class CellNamed(Given):
    """What a blank cell is called; "" takes the name away."""

    name: Name


class JudgementGiven(Given):
    """What a judge says of a unit. judge: "" for who works."""

    unit: Name
    kind: Name = ""
    wave: Name | None = None
    dimension: Name
    values: Annotated[list[Name], Field(min_length=1, max_length=50)]
    confidence: Name = ""
    judge: Name = ""
    words: Annotated[list[Name], Field(max_length=10)] = Field(default_factory=list)
    evidence: Annotated[list[EvidenceGiven], Field(max_length=100)] = Field(default_factory=list)
    against: Annotated[list[EvidenceGiven], Field(max_length=100)] = Field(default_factory=list)
    rationale: Words = ""


class OverrideGiven(Given):
    """An outcome in the place of the derived one, with its reason; "" for the outcome takes it away."""

    unit: Name
    kind: Name = ""
    wave: Name | None = None
    outcome: Name
    reason: Words = ""
