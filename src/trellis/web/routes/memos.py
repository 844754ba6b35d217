"""Memos on anything: the study, a theme, a case, a cell; those beside words are in the source's margin too."""

from __future__ import annotations

from fastapi import APIRouter

from trellis.core.keys import Key
from trellis.study.memo_about import Topic
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.memos import MemoListed, MemoWritten

router = APIRouter(prefix="/studies/{study}/memos", tags=["memos"])


@router.get("", operation_id="listMemos")
def list_memos(found: TheStudy) -> list[MemoListed]:
    """Every memo, the newest first."""
    return [MemoListed.of(one) for one in found.memos.now()]


@router.post("", operation_id="writeMemo")
def write_memo(write: AWrite, given: MemoWritten) -> Written:
    """Writes a memo on the study or on one thing of it."""
    about = Topic(
        source=_named(given.source), case=_named(given.case), theme=_named(given.theme), wave=_named(given.wave)
    )
    return write.do(lambda: write.study.memos.add(given.text, about, kind=given.kind.value))


def _named(k: Key | None) -> str | None:
    return None if k is None else handle(k)
