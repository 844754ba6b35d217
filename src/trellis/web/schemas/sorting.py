"""Extracts as they are sorted and reviewed."""

from __future__ import annotations

from pydantic import Field

from trellis.study.sorting import Sorted
from trellis.web.schemas.base import Key, Rev, Shown
from trellis.web.schemas.codings import CodingsChosen
from trellis.web.schemas.reading import CodePoints


class ExtractShown(Shown):
    """A coding with its words: whose they are, where they stand, whether it was reviewed as it is now."""

    k: Key = Field(description="Of the coding.")
    rev: Rev
    theme: Key
    groups: list[str]
    source_key: Key
    source: str
    cases: list[str]
    speaker: str | None
    part: int | None
    from_ms: int | None
    start: CodePoints
    end: CodePoints
    words: str
    coder: str
    note: str
    reviewed: bool

    @classmethod
    def of(cls, one: Sorted) -> ExtractShown:
        """The extract as it is sorted."""
        extract = one.extract
        return cls(
            k=extract.coding,
            rev=one.rev,
            theme=one.theme,
            groups=list(one.groups),
            source_key=extract.source_key,
            source=extract.source,
            cases=list(extract.cases),
            speaker=extract.speaker,
            part=extract.part,
            from_ms=extract.from_ms,
            start=extract.start,
            end=extract.end,
            words=extract.words,
            coder=extract.coder,
            note=extract.note,
            reviewed=one.reviewed,
        )


class Review(CodingsChosen):
    """Codings that were reviewed; on false: their mark is taken back."""

    on: bool = True
