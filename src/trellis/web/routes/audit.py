"""The audit trail: what a reviewer asks of how a study came to be, to look at and as a document."""

from __future__ import annotations

from fastapi import APIRouter, Response

from trellis.web.asking import TheStudy
from trellis.web.forms import MEDIA, Form
from trellis.web.schemas.audit import AuditShown

router = APIRouter(prefix="/studies/{study}/audit", tags=["history"])

_WORD = MEDIA[Form.DOCX]


@router.get("", operation_id="getAudit")
def get_audit(found: TheStudy) -> AuditShown:
    """What the audit trail holds: a table for each section, and the line and the head that stand above them."""
    return AuditShown.of(found.audit.trail())


@router.get(
    "/file",
    operation_id="getAuditFile",
    response_class=Response,
    responses={200: {"content": {_WORD: {"schema": {"type": "string", "format": "binary"}}}}},
)
def get_audit_file(found: TheStudy) -> Response:
    """The audit trail as a Word document, as `trellis audit` writes it."""
    headers = {"content-disposition": 'attachment; filename="audit.docx"'}
    return Response(found.audit.written(), media_type=_WORD, headers=headers)
