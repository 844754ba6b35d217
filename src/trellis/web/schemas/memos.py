"""Memos on anything, in one list."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.memo import About, MemoKind
from trellis.study.memos import MemoNow
from trellis.web.schemas.base import Given, Key, Moment, Rev, Shown
from trellis.web.schemas.reading import Words


class MemoListed(Shown):
    """A memo in the list. about: in words; about_kind, about_key, theme, wave: what it is about, in keys.

    source, start, end: the words, in code points, that it stands beside or whose coding it is about.
    """

    k: Key
    rev: Rev
    kind: MemoKind
    about: str
    about_kind: About
    about_key: Key
    theme: Key | None
    wave: Key
    source: Key | None
    start: int | None
    end: int | None
    text: str
    by: str
    at: Moment

    @classmethod
    def of(cls, one: MemoNow) -> MemoListed:
        """The memo as it stands."""
        memo = one.memo
        source, start, end = one.beside or (None, None, None)
        return cls(
            k=memo.k,
            rev=memo.rev,
            kind=memo.kind,
            about=one.about,
            about_kind=memo.about_kind,
            about_key=memo.about,
            theme=memo.theme,
            wave=memo.wave,
            source=source,
            start=start,
            end=end,
            text=memo.text,
            by=one.by,
            at=memo.at,
        )


class MemoWritten(Given):
    """A memo on the study, or on one thing of it by key; case and theme together are a cell, of a wave if given."""

    text: Annotated[Words, Field(min_length=1)]
    kind: MemoKind = MemoKind.ANALYTIC
    source: Key | None = None
    case: Key | None = None
    theme: Key | None = None
    wave: Key | None = None
