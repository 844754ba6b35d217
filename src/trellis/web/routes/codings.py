"""Indexing: codings made, changed and taken away; the fast list; suggestions taken or refused."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from trellis.core.coding import Coding
from trellis.study.locating import Where
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.study.study import Study
from trellis.web.asking import AWrite, IfMatch, TheStudy
from trellis.web.routes.reading import SourceKey
from trellis.web.schemas.base import Written
from trellis.web.schemas.codings import (
    CodingBounds,
    CodingNote,
    CodingsChosen,
    CodingsMoved,
    FastList,
    FastListTold,
    NewCoding,
    SuggestionsChosen,
    WaitingShown,
)
from trellis.web.schemas.reading import CodingShown

router = APIRouter(prefix="/studies/{study}", tags=["index"])
CodingKey = Annotated[int, Path(alias="coding", ge=0, lt=2**53)]


def _current(found: Study, k: int) -> object:
    return CodingShown.of(found.index.coding(k)).model_dump(mode="json")


@router.post("/reading/{source}/codings", operation_id="code")
def code(source: SourceKey, write: AWrite, given: NewCoding) -> Written:
    """Indexes a stretch under themes, or under an open code that is made with it."""
    where = Where(start=given.start, end=given.end, version=given.version)
    round_ = None if given.round is None else handle(given.round)
    index, name = write.study.index, handle(source)
    if given.code is not None:
        wanted = given.code
        return write.do(lambda: index.code_new(name, wanted, where, round=round_, note=given.note))
    themes = [handle(theme) for theme in given.themes]
    return write.do(lambda: index.code(name, themes, where, round=round_, note=given.note))


@router.put("/codings/{coding}/note", operation_id="noteCoding")
def note_coding(coding: CodingKey, write: AWrite, rev: IfMatch, given: CodingNote) -> Written:
    """Gives a coding a note."""
    return write.do(
        lambda: write.study.index.annotate(coding, given.note),
        expected=Expected(Coding, (coding,), rev),
        current=lambda: _current(write.study, coding),
    )


@router.put("/codings/{coding}/bounds", operation_id="resizeCoding")
def resize_coding(coding: CodingKey, write: AWrite, rev: IfMatch, given: CodingBounds) -> Written:
    """Gives a coding other bounds."""
    return write.do(
        lambda: write.study.index.resize(coding, given.start, given.end),
        expected=Expected(Coding, (coding,), rev),
        current=lambda: _current(write.study, coding),
    )


@router.post("/codings/remove", operation_id="removeCodings")
def remove_codings(write: AWrite, given: CodingsChosen) -> Written:
    """Takes codings away; what rests on them as evidence keeps its words."""
    return write.do(lambda: write.study.index.remove(*given.codings))


@router.post("/codings/recode", operation_id="recodeCodings")
def recode_codings(write: AWrite, given: CodingsMoved) -> Written:
    """Moves codings to another theme."""
    return write.do(
        lambda: write.study.index.recode(given.codings, handle(given.theme)),
        expected=None if given.rev is None else Expected(Coding, (given.codings[0],), given.rev),
        current=lambda: _current(write.study, given.codings[0]),
    )


@router.post("/reading/{source}/fast-list/preview", operation_id="previewFastList")
def preview_fast_list(found: TheStudy, source: SourceKey, given: FastList) -> FastListTold:
    """What a fast list would come to."""
    return FastListTold.of(found.index.fast_list(handle(source), given.lines, dry_run=True))


@router.post("/reading/{source}/fast-list", operation_id="fastList")
def fast_list(source: SourceKey, write: AWrite, given: FastList) -> Written:
    """Indexes turns of a source from a fast list; lines that cannot be read are left out."""
    return write.do(lambda: write.study.index.fast_list(handle(source), given.lines))


@router.get("/suggestions", operation_id="listSuggestions")
def list_suggestions(found: TheStudy) -> list[WaitingShown]:
    """Every suggestion that waits, of all rules and searches and over all sources."""
    return [WaitingShown.waiting(one) for one in found.index.waiting()]


@router.post("/suggestions/accept", operation_id="acceptSuggestions")
def accept_suggestions(write: AWrite, given: SuggestionsChosen) -> Written:
    """Makes suggestions of a rule into codings."""
    return write.do(lambda: write.study.index.accept(handle(given.rule), given.suggestions))


@router.post("/suggestions/reject", operation_id="rejectSuggestions")
def reject_suggestions(write: AWrite, given: SuggestionsChosen) -> Written:
    """Sets suggestions of a rule aside; the history does not hold it."""
    return write.do(lambda: write.study.index.reject(handle(given.rule), given.suggestions))


@router.post("/suggestions/wait", operation_id="letSuggestionsWait")
def let_suggestions_wait(write: AWrite, given: SuggestionsChosen) -> Written:
    """Takes it back that suggestions of a rule were rejected."""
    return write.do(lambda: write.study.index.let_wait(handle(given.rule), given.suggestions))
