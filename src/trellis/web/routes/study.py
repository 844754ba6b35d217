"""One study: what it is, and its description."""

from __future__ import annotations

from fastapi import APIRouter

from trellis.core.study import StudyRecord
from trellis.study.requests import Expected
from trellis.web.asking import AWrite, IfMatch, StudyName, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.studies import StudyEdit, StudyShown

router = APIRouter(prefix="/studies/{study}", tags=["study"])


@router.get("", operation_id="getStudy")
def get_study(study: StudyName, found: TheStudy) -> StudyShown:
    """What the study is, who works in it, where its history stands."""
    return StudyShown.of(study, found)


@router.patch("", operation_id="editStudy")
def edit_study(study: StudyName, write: AWrite, rev: IfMatch, given: StudyEdit) -> Written:
    """Changes title, questions or notice."""
    questions = None if given.questions is None else tuple(given.questions)
    return write.do(
        lambda: write.study.describe(title=given.title, questions=questions, notice=given.notice),
        expected=Expected(StudyRecord, (write.study.about().k,), rev),
        current=lambda: StudyShown.of(study, write.study).model_dump(mode="json"),
    )
