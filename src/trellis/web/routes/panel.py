"""The panel: the pack that its members read, what they said, and what was done about it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from trellis.core.keys import Key
from trellis.study.panel import MOST_EXTRACTS
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, TheStudy
from trellis.web.forms import FILES, MEDIA, Form
from trellis.web.schemas.base import Written
from trellis.web.schemas.panel import PanelAnswerGiven, PanelPointGiven, PanelPointShown

router = APIRouter(prefix="/studies/{study}/panel", tags=["panel"])

Themes = Annotated[list[Key], Query(min_length=1, max_length=100, description="Keys of themes, in this order.")]
Most = Annotated[int, Query(ge=1, le=100, description="Extracts under each theme.")]
Point = Annotated[Key, Path(alias="point", description="The point's number.")]


@router.get("/points", operation_id="listPanelPoints")
def list_points(found: TheStudy) -> list[PanelPointShown]:
    """What panel members said, theme by theme."""
    return [PanelPointShown.model_validate(one) for one in found.report.panel.listed()]


@router.post("/points", operation_id="keepPanelPoint")
def keep_point(write: AWrite, given: PanelPointGiven) -> Written:
    """Keeps what a member of the panel said of a theme."""
    return write.do(lambda: write.study.report.panel.said(handle(given.theme), given.words, given.by))


@router.post("/points/{point}/answer", operation_id="answerPanelPoint")
def answer_point(write: AWrite, point: Point, given: PanelAnswerGiven) -> Written:
    """Keeps what was done about a point."""
    return write.do(lambda: write.study.report.panel.answered(point, given.words))


@router.get("/file", operation_id="getPanelPack", response_class=Response, responses={200: {"content": FILES}})
def get_pack(found: TheStudy, theme: Themes, ending: Form = Form.DOCX, most: Most = MOST_EXTRACTS) -> Response:
    """The pack: under each theme a few things that people said, without names, and a chart in plain words."""
    name = f"panel.{ending.value}"
    content = found.report.panel.written(name, [handle(each) for each in theme], most=most)
    return Response(
        content, media_type=MEDIA[ending], headers={"content-disposition": f'attachment; filename="{name}"'}
    )
