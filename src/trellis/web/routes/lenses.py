"""Lenses: declaring, judging with evidence, what comes out and what it rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Path, Query

from trellis.core.errors import Invalid
from trellis.core.judgement import Judgement
from trellis.core.keys import Key
from trellis.core.lens_file import check_lens
from trellis.study.lens_files import shipped_table, shipped_text
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, IfMatch, TheStudy
from trellis.web.schemas.base import TableShown, Written
from trellis.web.schemas.lenses import (
    CellBesideShown,
    CellNamed,
    JudgementGiven,
    LensCardShown,
    LensCellShown,
    LensChecked,
    LensGiven,
    LensJudgement,
    LensSheetShown,
    LensShown,
    LensText,
    LensUnitShown,
    OverrideGiven,
)

router = APIRouter(prefix="/studies/{study}/lenses", tags=["lenses"])

LensName = Annotated[str, Path(alias="lens", max_length=300)]
JudgementKey = Annotated[Key, Path(alias="judgement", ge=0, lt=2**53)]
AKey = Annotated[Key, Query(ge=0, lt=2**53)]
MaybeName = Annotated[str | None, Query(max_length=300)]


class LensTable(StrEnum):
    """What a lens can be asked for as a table."""

    JUDGEMENTS = "judgements"
    OUTCOMES = "outcomes"
    RESTS = "rests"
    AGREEMENT = "agreement"
    WAVES = "waves"


@router.get("", operation_id="getLenses")
def get_lenses(found: TheStudy) -> list[LensCardShown]:
    """The lenses of the study."""
    return [LensCardShown.model_validate(card) for card in found.lenses.cards()]


@router.get("/shipped", operation_id="getShippedLenses")
def get_shipped(found: TheStudy) -> TableShown:
    """The lenses that come with Trellis."""
    del found
    return TableShown.of(shipped_table())


@router.get("/shipped/{lens}", operation_id="getShippedLens")
def get_shipped_text(found: TheStudy, lens: LensName) -> LensText:
    """The file of a lens that comes with Trellis, to be read or to begin one's own from."""
    del found
    return LensText(text=shipped_text(lens))


@router.post("/check/preview", operation_id="checkLens")
def check(found: TheStudy, given: LensText) -> LensChecked:
    """Everything in a lens file that does not fit, line by line. Nothing is written."""
    del found
    return LensChecked.of_file(check_lens(given.text.encode()))


@router.post("", operation_id="declareLens")
def declare(write: AWrite, given: LensGiven) -> Written:
    """Declares a lens: one that comes with Trellis, or a file's text."""
    if given.shipped is not None:
        text = shipped_text(given.shipped)
        return write.do(lambda: write.study.lenses.add_text(text))
    if given.text is None:
        message = "give the name of a lens that comes with Trellis, or the text of a file"
        raise Invalid(message)
    own = given.text
    return write.do(lambda: write.study.lenses.add_text(own))


@router.get("/{lens}", operation_id="getLens")
def get_lens(found: TheStudy, lens: LensName) -> LensShown:
    """A lens with every unit that was judged, and what came out."""
    return LensShown.of_lens(found.lenses.now(lens))


@router.delete("/{lens}", operation_id="removeLens")
def remove(write: AWrite, lens: LensName) -> Written:
    """Takes a lens out that nobody judged under."""
    return write.do(lambda: write.study.lenses.remove(lens))


@router.get("/{lens}/file", operation_id="getLensFile")
def get_file(found: TheStudy, lens: LensName) -> LensText:
    """The file of a lens as it was declared."""
    return LensText(text=found.lenses.text(lens))


@router.put("/{lens}/cells/{cell}", operation_id="nameLensCell")
def name_cell(
    write: AWrite, lens: LensName, cell: Annotated[str, Path(max_length=300)], rev: IfMatch, given: CellNamed
) -> Written:
    """Names a cell that no source names.

    If-Match: the lens's `rev`; where the lens was changed meanwhile, the cell's name now is answered.
    """
    lenses = write.study.lenses
    return write.do(
        lambda: lenses.name_cell(lens, cell, given.name, seen=rev),
        current=lambda: LensCellShown.of_cell(lenses.now(lens), cell),
    )


@router.get("/{lens}/sheet", operation_id="getLensSheet")
def get_sheet(
    found: TheStudy,
    lens: LensName,
    unit: Annotated[str, Query(max_length=300)],
    wave: MaybeName = None,
    kind: Annotated[str, Query(max_length=300)] = "",
) -> LensSheetShown:
    """The judgement sheet of a unit."""
    return LensSheetShown.of_sheet(found.lenses.sheet(lens, unit, wave=wave, kind=kind))


@router.get("/{lens}/material", operation_id="getLensMaterial")
def get_material(found: TheStudy, lens: LensName, case: AKey, wave: AKey = 0) -> list[CellBesideShown]:
    """The charted cells of a case with the segments they rest on, to judge by."""
    del lens
    cells = found.lenses.material(handle(case), wave=None if wave == 0 else handle(wave))
    return [CellBesideShown.of_cell(cell) for cell in cells]


@router.get("/{lens}/tables/{table}", operation_id="getLensTable")
def get_table(found: TheStudy, lens: LensName, table: LensTable) -> TableShown:
    """What comes out, as a table: judgements, outcomes, what they rest on, judges compared, wave by wave."""
    ask = {
        LensTable.JUDGEMENTS: found.lenses.judgements,
        LensTable.OUTCOMES: found.lenses.outcomes,
        LensTable.RESTS: found.lenses.rests_on,
        LensTable.AGREEMENT: found.lenses.agreement,
        LensTable.WAVES: found.lenses.trajectories,
    }
    return TableShown.of(ask[table](lens))


@router.get("/{lens}/cross", operation_id="crossLenses")
def cross(
    found: TheStudy,
    lens: LensName,
    across: Annotated[str, Query(alias="with", max_length=300, description="A lens, or LENS:DIMENSION.")],
    down: Annotated[str, Query(max_length=300, description="A dimension in place of the outcome.")] = "",
) -> TableShown:
    """Two lenses crossed, or a dimension of either."""
    return TableShown.of(found.lenses.cross(f"{lens}:{down}", across))


@router.post("/{lens}/judgements", operation_id="judge")
def judge(write: AWrite, lens: LensName, rev: IfMatch, given: JudgementGiven) -> Written:
    """Records what a judge says of a unit, in the place of what the same judge said before.

    If-Match: the revision of that, "0" where nothing was said; a newer one is answered with what stands there now.
    """

    def standing() -> LensJudgement | None:
        found = write.study.lenses.judgement(lens, given.unit, given.dimension, wave=given.wave, kind=given.kind)
        return None if found is None else LensJudgement.model_validate(found)

    return write.do(
        lambda: write.study.lenses.judge(
            lens,
            given.unit,
            given.dimension,
            given.values,
            wave=given.wave,
            kind=given.kind,
            confidence=given.confidence,
            judge=given.judge,
            word=given.words,
            evidence=[one.evidence() for one in given.evidence],
            against=[one.evidence() for one in given.against],
            rationale=given.rationale,
            seen=rev,
        ),
        current=standing,
    )


@router.delete("/{lens}/judgements/{judgement}", operation_id="withdrawJudgement")
def withdraw_judgement(write: AWrite, lens: LensName, judgement: JudgementKey, rev: IfMatch) -> Written:
    """Takes a judgement back, with its evidence."""
    del lens
    return write.do(
        lambda: write.study.lenses.withdraw_judgement(judgement), expected=Expected(Judgement, (judgement,), rev)
    )


@router.post("/{lens}/judgements/{judgement}/confirm", operation_id="confirmJudgement")
def confirm(write: AWrite, lens: LensName, judgement: JudgementKey, rev: IfMatch) -> Written:
    """Says that a judgement is still right."""
    del lens
    return write.do(lambda: write.study.lenses.confirm(judgement), expected=Expected(Judgement, (judgement,), rev))


@router.put("/{lens}/override", operation_id="overrideOutcome")
def override(write: AWrite, lens: LensName, rev: IfMatch, given: OverrideGiven) -> Written:
    """Puts an outcome in the place of the derived one, with a reason.

    If-Match: the revision of the override that stood there, "0" for none.
    """
    at = (lens, given.unit)
    return write.do(
        lambda: write.study.lenses.override(
            *at, given.outcome, given.reason, wave=given.wave, kind=given.kind, seen=rev
        ),
        current=lambda: LensUnitShown.of_unit(write.study.lenses.sheet(*at, wave=given.wave, kind=given.kind).unit),
    )
