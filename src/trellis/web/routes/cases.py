"""The cases of a study, as rows of a grid."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from trellis.core.case import Case
from trellis.core.keys import Key
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, IfMatch, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.cases import CaseGridShown, CaseName, CaseStatus, NewCase

router = APIRouter(prefix="/studies/{study}/cases", tags=["cases"])

CaseKey = Annotated[Key, Path(alias="case", ge=0, lt=2**53, description="Key of a case.")]


@router.get("", operation_id="getCaseGrid")
def get_cases(found: TheStudy) -> CaseGridShown:
    """Cases by attributes, with every value."""
    return CaseGridShown.of(found.attributes.grid())


@router.post("", operation_id="addCase", status_code=201)
def add_case(write: AWrite, given: NewCase) -> Written:
    """Adds a case at the end."""
    return write.do(lambda: write.study.cases.add(given.name, given.kind.value))


@router.patch("/{case}", operation_id="renameCase")
def rename_case(write: AWrite, case: CaseKey, rev: IfMatch, given: CaseName) -> Written:
    """Gives a case, and its participant, another name."""
    return write.do(
        lambda: write.study.cases.rename(handle(case), given.name),
        expected=Expected(Case, (case,), rev),
        current=lambda: CaseGridShown.of(write.study.attributes.grid()).case(case),
    )


@router.put("/{case}/status", operation_id="setCaseStatus")
def set_status(write: AWrite, case: CaseKey, given: CaseStatus) -> Written:
    """Says how far a participant has come."""
    return write.do(lambda: write.study.cases.set_status(handle(case), given.status.value))


@router.delete("/{case}", operation_id="removeCase")
def remove_case(write: AWrite, case: CaseKey, rev: IfMatch) -> Written:
    """Removes a case on which no work rests."""
    return write.do(lambda: write.study.cases.remove(handle(case)), expected=Expected(Case, (case,), rev))
