"""The report of a study: what it would have in it, its template, and the files."""

from __future__ import annotations

from enum import StrEnum

from fastapi import APIRouter, Response

from trellis.core.study import Setting
from trellis.study.report_templates import TEMPLATE_SETTING
from trellis.study.requests import Expected
from trellis.web.asking import AWrite, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.report import OutlineShown, TemplateGiven

router = APIRouter(prefix="/studies/{study}/report", tags=["report"])


class Form(StrEnum):
    """How a report is written to a file."""

    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"


_MEDIA = {
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.HTML: "text/html; charset=utf-8",
    Form.MARKDOWN: "text/markdown; charset=utf-8",
}


_FILES = {media: {"schema": {"type": "string", "format": "binary"}} for media in _MEDIA.values()}


@router.get("", operation_id="getReport")
def get_report(found: TheStudy) -> OutlineShown:
    """What the report would have in it, section by section, and what of it a person has to write."""
    return OutlineShown.of(found.report.outline())


@router.get(
    "/file",
    operation_id="getReportFile",
    response_class=Response,
    responses={
        200: {"content": {media: {"schema": {"type": "string", "format": "binary"}} for media in _MEDIA.values()}}
    },
)
def get_report_file(found: TheStudy, ending: Form = Form.DOCX) -> Response:
    """What the study says of itself, as a file to give to readers."""
    content = found.report.written(f"report.{ending.value}")
    disposition = f'attachment; filename="report.{ending.value}"'
    return Response(content, media_type=_MEDIA[ending], headers={"content-disposition": disposition})


@router.put("/template", operation_id="keepReportTemplate")
def keep_template(write: AWrite, given: TemplateGiven) -> Written:
    """Keeps a template as the study's."""
    return write.do(
        lambda: write.study.report.keep_template(given.text),
        expected=Expected(Setting, (TEMPLATE_SETTING,), given.rev),
        current=lambda: OutlineShown.of(write.study.report.outline()).model_dump(mode="json"),
    )
