"""How a study stands."""

from __future__ import annotations

from fastapi import APIRouter

from trellis.web.asking import TheStudy
from trellis.web.schemas.overview import OverviewShown

router = APIRouter(prefix="/studies/{study}/overview", tags=["overview"])


@router.get("", operation_id="getOverview")
def get_overview(found: TheStudy) -> OverviewShown:
    """What is done and what is open, source by source and theme by theme, and what wants attention."""
    return OverviewShown.of(found.overview())
