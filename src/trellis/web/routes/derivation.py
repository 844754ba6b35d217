"""Secondary analysis: a study made from part of another one, and the way back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from trellis.core.errors import NotFound
from trellis.study.requests import under
from trellis.study.resolve import handle
from trellis.web.asking import OneRequest, StudyName, TheStudy, TheWorkspace
from trellis.web.schemas.base import Key
from trellis.web.schemas.derivation import ContextShown, DerivedShown, NewDerivation, OriginOrNone, OriginShown

router = APIRouter(prefix="/studies/{study}", tags=["derivation"])

MOST_AROUND = 5_000


@router.get("/origin", operation_id="getOrigin")
def get_origin(found: TheStudy) -> OriginOrNone:
    """What the study was made from, if from another one, and how much of each case came along."""
    origin = found.derived.origin()
    return OriginOrNone(origin=None if origin is None else OriginShown.of(origin, found))


@router.post("/derived", operation_id="deriveStudy", status_code=201)
def derive_study(held: TheWorkspace, study: StudyName, given: NewDerivation, request: OneRequest) -> DerivedShown:
    """Makes a study of the library from themes, cases and waves of this one; checks consent to secondary use."""

    def made() -> DerivedShown:
        parent, path = held.study(study), held.library.free_path(given.title)
        with under(request):
            done = parent.derived.derive(
                path, given.title, given.part(), purpose=given.purpose, kind=given.kind, passphrase=given.passphrase
            )
        return DerivedShown.of(done)

    return held.once(request, made)


@router.get("/parent-words", operation_id="wordsOfParent")
def words_of_parent(
    held: TheWorkspace,
    found: TheStudy,
    *,
    source: Annotated[Key, Query(ge=0, lt=2**53)],
    start: Annotated[int, Query(ge=0, lt=2**31, description="Code points, the same here and there.")],
    end: Annotated[int, Query(ge=0, lt=2**31)],
    around: Annotated[int, Query(ge=0, le=MOST_AROUND, description="Code points on either side.")] = 600,
) -> ContextShown:
    """The words around a segment of a source in the study that this one was made from, found in the library."""
    origin = found.derived.origin()
    if origin is None:
        message = "this study was made from no other, so there is none to look into"
        raise NotFound(message)
    parent = held.study_with(origin.parent, origin.title)
    return ContextShown.of(found.derived.context_in(handle(source), start, end, parent.derived, around=around))
