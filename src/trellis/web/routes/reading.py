"""Reading: the sources, one of them open, its margin, the reading log."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from trellis.core.memo import Memo
from trellis.study.memo_about import Topic
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, IfMatch, TheStudy
from trellis.web.schemas.base import Key, Written
from trellis.web.schemas.reading import (
    BesideShown,
    MemoEdit,
    NewMemo,
    ReadableShown,
    ReadingLogged,
    SourceOpened,
)

router = APIRouter(prefix="/studies/{study}", tags=["reading"])
SourceKey = Annotated[int, Path(alias="source", ge=0, lt=2**53)]
MemoKey = Annotated[int, Path(alias="memo", ge=0, lt=2**53)]


@router.get("/reading", operation_id="listReadable")
def list_readable(found: TheStudy) -> list[ReadableShown]:
    """Every source by name, with who has read it."""
    return [ReadableShown.of(one) for one in found.readings.shelf()]


@router.get("/reading/{source}", operation_id="openSource")
def open_source(
    found: TheStudy,
    source: SourceKey,
    version: Annotated[int | None, Query(ge=1, le=1_000_000, description="Number of an earlier version.")] = None,
) -> SourceOpened:
    """A source's text with its parts, and which versions of it there are."""
    return SourceOpened.of(found.readings.open(handle(source), version))


@router.get("/reading/{source}/beside", operation_id="besideSource")
def beside_source(
    found: TheStudy,
    source: SourceKey,
    round: Annotated[Key | None, Query(description="Whose codings; the adopted index if not given.")] = None,
    *,
    identified: Annotated[bool, Query(description="Where it stands on the identified text.")] = False,
) -> BesideShown:
    """What stands beside the words: codings, memos, suggestions, who has read it."""
    wanted = None if round is None else handle(round)
    return BesideShown.of(found.readings.beside(handle(source), wanted, identified=identified))


@router.post("/reading/{source}/log", operation_id="logReading")
def log_reading(source: SourceKey, write: AWrite, given: ReadingLogged) -> Written:
    """Notes that the person who works has read a source, today."""
    return write.do(lambda: write.study.readings.mark(handle(source), how=given.how, turn=given.turn))


@router.delete("/reading/{source}/log", operation_id="unlogReading")
def unlog_reading(source: SourceKey, write: AWrite) -> Written:
    """Takes back that the person who works has read a source."""
    return write.do(lambda: write.study.readings.unmark(handle(source)))


@router.post("/reading/{source}/memos", operation_id="addMemoBeside")
def add_memo(source: SourceKey, write: AWrite, given: NewMemo) -> Written:
    """Writes a memo on a source or on words of it."""
    segment = None if given.start is None or given.end is None else (given.start, given.end)
    about = Topic(source=handle(source), segment=segment, version=None if segment is None else given.version)
    return write.do(lambda: write.study.memos.add(given.text, about, kind=given.kind.value))


@router.patch("/memos/{memo}", operation_id="editMemo")
def edit_memo(memo: MemoKey, write: AWrite, rev: IfMatch, given: MemoEdit) -> Written:
    """Gives a memo other words."""
    return write.do(
        lambda: write.study.memos.edit(memo, text=given.text),
        expected=Expected(Memo, (memo,), rev),
        current=lambda: {"text": write.study.memos.get(memo).text, "rev": write.study.memos.get(memo).rev},
    )


@router.delete("/memos/{memo}", operation_id="removeMemo")
def remove_memo(memo: MemoKey, write: AWrite, rev: IfMatch) -> Written:
    """Takes a memo away; the history keeps its words."""
    return write.do(lambda: write.study.memos.remove(memo), expected=Expected(Memo, (memo,), rev))
