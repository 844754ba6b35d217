"""The history: every change in words, and the way back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from trellis.web.asking import AWrite, Part, TheStudy
from trellis.web.schemas.base import Page
from trellis.web.schemas.history import LineShown, TakenBack

router = APIRouter(prefix="/studies/{study}", tags=["history"])
Number = Annotated[int, Path(ge=1, lt=2**53, description="A change's place in the history.")]


@router.get("/history", operation_id="listHistory")
def list_history(found: TheStudy, part: Part) -> Page[LineShown]:
    """Every change, newest first, a batch as one line."""
    lines = [LineShown.of(line) for line in found.history.page(part.number(), part.limit)]
    return Page(items=lines, next=str(lines[-1].number) if len(lines) == part.limit else None)


@router.get("/history/{number}", operation_id="getChange")
def get_change(found: TheStudy, number: Number) -> LineShown:
    """One change by its number, with its batch."""
    return LineShown.of(found.history.line(number))


@router.post("/undo", operation_id="undo")
def undo(write: AWrite) -> TakenBack:
    """Takes back the last change of the person who is signed in; 409 names the later change that forbids it."""
    return TakenBack.of(write.study, write.do(write.study.history.undo))


@router.post("/redo", operation_id="redo")
def redo(write: AWrite) -> TakenBack:
    """Brings back what the person's last undo took."""
    return TakenBack.of(write.study, write.do(write.study.history.redo))


@router.post("/history/{number}/undo", operation_id="undoChange")
def undo_change(write: AWrite, number: Number) -> TakenBack:
    """Takes back a given change with its batch."""
    return TakenBack.of(write.study, write.do(lambda: write.study.history.undo(number)))
