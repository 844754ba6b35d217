"""Words in context, and what is found as suggestions under a theme."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as InAddress

from trellis.study.resolve import handle
from trellis.web.asking import AWrite, Part, TheStudy
from trellis.web.filtering import InQuery, meant
from trellis.web.schemas.base import Page, Written
from trellis.web.schemas.search import CountShown, FacetsShown, HitShown, Query, SearchSuggested

router = APIRouter(prefix="/studies/{study}/search", tags=["search"])
Asked = Annotated[Query, InAddress()]


@router.get("", operation_id="search")
def search(found: TheStudy, q: Asked, filters: InQuery, part: Part) -> Page[HitShown]:
    """One page of hits by source and place."""
    page = found.search.find(q, filters, limit=part.limit, after=part.after)
    return Page[HitShown](items=[HitShown.of(hit) for hit in page.hits], next=page.next)


@router.get("/count", operation_id="countSearch")
def count(found: TheStudy, q: Asked, filters: InQuery) -> CountShown:
    """How many places, turns and sources a search finds."""
    return CountShown.model_validate(found.search.count(q, filters))


@router.get("/facets", operation_id="getSearchFacets")
def facets(found: TheStudy) -> FacetsShown:
    """What a search can be narrowed to."""
    return FacetsShown.of(found.search.facets())


@router.post("/suggest", operation_id="suggestFound")
def suggest(write: AWrite, given: SearchSuggested) -> Written:
    """Lets what a search finds wait as suggestions under a theme."""
    only = None if given.only is None else {(one.source, one.start, one.end) for one in given.only}
    index, under = write.study.index, handle(given.under)
    return write.do(lambda: index.suggest_found(given.q, under, meant(given), widen=given.widen, only=only))
