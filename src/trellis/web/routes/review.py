"""The review of a study: what a careful referee would ask, and what somebody lets stand."""

from __future__ import annotations

from fastapi import APIRouter, Response

from trellis.web.asking import AWrite, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.review import StudyReviewShown, WaiverGiven

router = APIRouter(prefix="/studies/{study}/review", tags=["review"])

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.get("", operation_id="getStudyReview")
def get_review(found: TheStudy) -> StudyReviewShown:
    """Every rule asked of the study as it is now."""
    return StudyReviewShown.of(found.review.record())


@router.get(
    "/review.docx",
    operation_id="getStudyReviewDocument",
    response_class=Response,
    responses={200: {"content": {_DOCX: {"schema": {"type": "string", "format": "binary"}}}}},
)
def get_document(found: TheStudy) -> Response:
    """The whole review in a Word document, for a meeting or a file."""
    headers = {"content-disposition": 'attachment; filename="review.docx"'}
    return Response(found.review.written(), media_type=_DOCX, headers=headers)


@router.put("/points/{point}/waiver", operation_id="waivePoint")
def waive(write: AWrite, point: str, given: WaiverGiven) -> Written:
    """Lets a point stand, with the reason."""
    return write.do(lambda: write.study.review.waive(point, given.reason))


@router.delete("/points/{point}/waiver", operation_id="unwaivePoint")
def unwaive(write: AWrite, point: str) -> Written:
    """Takes back that a point may stand."""
    return write.do(lambda: write.study.review.unwaive(point))
