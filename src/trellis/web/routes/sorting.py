"""Sort and review: the extracts of a theme across cases, their context, their marks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from trellis.study.resolve import handle
from trellis.web.asking import AWrite, TheStudy
from trellis.web.filtering import InQuery
from trellis.web.routes.reading import SourceKey
from trellis.web.schemas.base import Written
from trellis.web.schemas.reading import CodePoints, TurnAround
from trellis.web.schemas.sorting import ExtractShown, Review

router = APIRouter(prefix="/studies/{study}", tags=["sort"])
ThemeKey = Annotated[int, Path(alias="under", ge=0, lt=2**53)]


@router.get("/sort/{under}", operation_id="listExtracts")
def list_extracts(
    found: TheStudy,
    under: ThemeKey,
    filters: InQuery,
    by: Annotated[str | None, Query(max_length=200, description="An attribute of cases to group by.")] = None,
) -> list[ExtractShown]:
    """Everything indexed under a theme and its sub-themes, by group, source and place."""
    return [ExtractShown.of(one) for one in found.index.extracts_to_sort(handle(under), by or None, filters)]


@router.get("/reading/{source}/around", operation_id="getAround")
def get_around(
    found: TheStudy,
    source: SourceKey,
    start: Annotated[CodePoints, Query()],
    end: Annotated[CodePoints, Query()],
    turns: Annotated[int, Query(ge=0, le=20)] = 2,
) -> list[TurnAround]:
    """The turns around a stretch, with their words."""
    around = found.readings.around(handle(source), start, end, turns)
    return [TurnAround(n=part.n, label=part.label, start=part.words, words=words) for part, words in around]


@router.post("/sort/review", operation_id="reviewExtracts")
def review_extracts(write: AWrite, given: Review) -> Written:
    """Notes that extracts were reviewed, or takes that back."""
    return write.do(lambda: write.study.index.review_extracts(given.codings, on=given.on))
