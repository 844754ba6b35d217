"""Pages for printing."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from trellis.study.resolve import handle
from trellis.web.asking import TheStudy
from trellis.web.routes.chart import AKey, Columns, Names
from trellis.web.schemas.printing import FootShown, PrintedChartShown

router = APIRouter(prefix="/studies/{study}/print", tags=["printing"])


@router.get("/foot", operation_id="getFoot")
def get_foot(found: TheStudy) -> FootShown:
    """What the foot of every sheet says."""
    return FootShown.of(found.chart.foot())


@router.get("/chart", operation_id="printChart")
def print_chart(
    found: TheStudy,
    *,
    theme: Columns = None,
    case: Annotated[list[AKey] | None, Query(max_length=2_000)] = None,
    wave: Annotated[list[AKey] | None, Query(max_length=50)] = None,
    sort: Names = None,
    group: Names = None,
    comments: bool = False,
) -> PrintedChartShown:
    """A chart for paper, with pseudonyms and consent as every export keeps them."""
    themes = None if theme is None else [handle(k) for k in theme]
    cases = None if case is None else [handle(k) for k in case]
    waves = None if wave is None else [handle(k) for k in wave]
    printed = found.chart.printed(themes, cases, waves, sort=sort or (), group=group or ())
    return PrintedChartShown.of(printed, comments=comments)
