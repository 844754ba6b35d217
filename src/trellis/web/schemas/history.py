"""The history in words, and what taking back did."""

from __future__ import annotations

from pydantic import Field

from trellis.study.history_lines import HistoryLine
from trellis.study.study import Study
from trellis.web.schemas.base import Moment, Rev, Shown, Written


class LineShown(Shown):
    """A change, or a batch as one. number: of its newest change; `undo` is given it."""

    k: Rev
    number: int
    changes: int
    at: Moment
    person: str
    action: str
    words: str
    about: str = Field(description="The cell, theme, source or case that it was about, or the change that it undid.")
    undoes: int | None = Field(description="The number of the change that it took back.")
    undone: bool
    brought: bool = Field(description="Whether a merge brought it from another copy.")
    hash: str

    @classmethod
    def of(cls, line: HistoryLine) -> LineShown:
        """The line as it is shown."""
        return cls.model_validate(line)


class TakenBack(Shown):
    """What undo or redo did: the change it is itself, and the line that it concerned; null if there was nothing."""

    written: Written
    line: LineShown | None

    @classmethod
    def of(cls, study: Study, written: Written) -> TakenBack:
        """The answer, from the history alone."""
        if written.change is None:
            return cls(written=written, line=None)
        undoes = study.history.line(written.change).undoes
        return cls(written=written, line=None if undoes is None else LineShown.of(study.history.line(undoes)))
