"""The report of a study: what it would have in it, its template, and the files."""

from __future__ import annotations

from fastapi import APIRouter, Response

from trellis.core.study import Setting
from trellis.study.report_templates import TEMPLATE_SETTING
from trellis.study.requests import Expected
from trellis.web.asking import AWrite, TheStudy
from trellis.web.forms import FILES, MEDIA, Form
from trellis.web.schemas.base import Written
from trellis.web.schemas.report import OutlineShown, TemplateGiven

router = APIRouter(prefix="/studies/{study}/report", tags=["report"])


@router.get("", operation_id="getReport")
def get_report(found: TheStudy) -> OutlineShown:
    """What the report would have in it, section by section, and what of it a person has to write."""
    return OutlineShown.of(found.report.outline())


@router.get("/file", operation_id="getReportFile", response_class=Response, responses={200: {"content": FILES}})
def get_report_file(found: TheStudy, ending: Form = Form.DOCX) -> Response:
    """What the study says of itself, as a file to give to readers."""
    content = found.report.written(f"report.{ending.value}")
    disposition = f'attachment; filename="report.{ending.value}"'
    return Response(content, media_type=MEDIA[ending], headers={"content-disposition": disposition})


@router.put("/template", operation_id="keepReportTemplate")
def keep_template(write: AWrite, given: TemplateGiven) -> Written:
    """Keeps a template as the study's."""
    return write.do(
        lambda: write.study.report.keep_template(given.text),
        expected=Expected(Setting, (TEMPLATE_SETTING,), given.rev),
        current=lambda: OutlineShown.of(write.study.report.outline()).model_dump(mode="json"),
    )
