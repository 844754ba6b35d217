"""Correcting a text: looked at first, then done; and what could not move with its words."""

from __future__ import annotations

from fastapi import APIRouter

from trellis.core.source import Source
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, IfMatch, TheStudy
from trellis.web.routes.reading import SourceKey
from trellis.web.schemas.base import Written
from trellis.web.schemas.correcting import CorrectedShown, CorrectedText, ReviewItemShown, Settling

router = APIRouter(prefix="/studies/{study}", tags=["reading"])


@router.post("/reading/{source}/correction/preview", operation_id="previewCorrection")
def preview_correction(found: TheStudy, source: SourceKey, given: CorrectedText) -> CorrectedShown:
    """What a corrected text would move; nothing is written."""
    return CorrectedShown.of(found.sources.correct(handle(source), given.text, dry_run=True, replace=given.replace))


@router.post("/reading/{source}/correction", operation_id="correctText")
def correct_text(source: SourceKey, write: AWrite, rev: IfMatch, given: CorrectedText) -> Written:
    """Gives a source a corrected text, as a new version to which everything moves with its words."""
    return write.do(
        lambda: write.study.sources.correct(handle(source), given.text, replace=given.replace),
        expected=Expected(Source, (source,), rev),
    )


@router.get("/reading/{source}/waiting", operation_id="listWaiting")
def list_waiting(found: TheStudy, source: SourceKey) -> list[ReviewItemShown]:
    """What corrections left: each with its old words and, where there is one, a proposal."""
    return [ReviewItemShown.of(one) for one in found.sources.review_items(handle(source))]


@router.post("/waiting/settle", operation_id="settleWaiting")
def settle_waiting(write: AWrite, given: Settling) -> Written:
    """Settles what could not move: on the proposed words, on others of its text, or dropped."""
    proposed = not given.drop and given.start is None
    return write.do(
        lambda: write.study.sources.settle_review(
            given.item, start=given.start, end=given.end, proposed=proposed, drop=given.drop
        )
    )
