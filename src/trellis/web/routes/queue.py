"""The review queue: what waits for whom, answers, assignments."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from trellis.core.keys import Key
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.queue import Answer, NewAssignment, QueueShown, Ticked

router = APIRouter(prefix="/studies/{study}/queue", tags=["queue"])


@router.get("", operation_id="getQueue")
def get_queue(found: TheStudy) -> QueueShown:
    """What waits for the person who works, and who should do what."""
    return QueueShown.of(found.queue.now(), [one.name for one in found.team.now()])


@router.post("/answer", operation_id="answerCell")
def answer_cell(write: AWrite, given: Answer) -> Written:
    """Answers what was asked on a cell; it is charted again."""
    wave = handle(given.wave) if given.wave else None
    return write.do(lambda: write.study.queue.answer(handle(given.case), handle(given.theme), given.text, wave=wave))


@router.post("/assignments", operation_id="assign", status_code=201)
def assign(write: AWrite, given: NewAssignment) -> Written:
    """Notes what somebody should do."""
    named = {name: None if k is None else handle(k) for name, k in given.about().items()}
    return write.do(lambda: write.study.readings.assign(given.person, given.task, due=given.due, **named))


@router.post("/assignments/{assignment}/done", operation_id="tickAssignment")
def tick_assignment(write: AWrite, assignment: Annotated[Key, Path(ge=0, lt=2**53)], given: Ticked) -> Written:
    """Notes that an assignment is done, or that it is open once more."""
    return write.do(lambda: write.study.readings.done(assignment, again=given.again))
