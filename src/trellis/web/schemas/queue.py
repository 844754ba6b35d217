"""The review queue and assignments."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.chart import CellState
from trellis.core.memo import AssignmentState
from trellis.core.review_queue import Queue
from trellis.web.schemas.base import Given, Key, Moment, Shown


class SpokenShown(Shown):
    """A question or an answer on a cell."""

    by: str
    text: str
    at: Moment


class CellAskedShown(Shown):
    """A cell with what was asked and answered on it, oldest first."""

    case: Key
    wave: Key
    theme: Key
    name: str
    wave_name: str
    number: str
    theme_name: str
    state: CellState
    writer: str
    talk: list[SpokenShown]


class ToReviewShown(Shown):
    """How many charted cells of a column somebody wrote that nobody has reviewed yet."""

    theme: Key
    number: str
    theme_name: str
    writer: str
    cells: int


class AssignedShown(Shown):
    """An assignment, named."""

    k: Key
    person: str
    task: str
    source: Key | None
    theme: Key | None
    case: Key | None
    about: str
    due: str | None
    state: AssignmentState


class QueueShown(Shown):
    """What waits for the person who works, and what others have to do. people: who may be given something to do."""

    to_answer: list[CellAskedShown]
    returned: list[CellAskedShown]
    to_review: list[ToReviewShown]
    mine: list[AssignedShown]
    others: list[AssignedShown]
    people: list[str]

    @classmethod
    def of(cls, queue: Queue, people: list[str]) -> QueueShown:
        """The queue as a page draws it."""
        return cls(
            to_answer=[CellAskedShown.model_validate(one) for one in queue.to_answer],
            returned=[CellAskedShown.model_validate(one) for one in queue.returned],
            to_review=[ToReviewShown.model_validate(one) for one in queue.to_review],
            mine=[AssignedShown.model_validate(one) for one in queue.mine],
            others=[AssignedShown.model_validate(one) for one in queue.others],
            people=people,
        )


class NewAssignment(Given):
    """What somebody should do, with a source, a theme, a case (a row), or a case and a theme (a cell)."""

    person: Annotated[str, Field(min_length=1, max_length=200)]
    task: Annotated[str, Field(min_length=1, max_length=1_000)]
    source: Key | None = None
    theme: Key | None = None
    case: Key | None = None
    wave: Annotated[Key, Field(description="Of the row or cell; 0 where it has none.")] = 0
    due: Annotated[str | None, Field(max_length=10)] = None

    def about(self) -> dict[str, Key | None]:
        """What it is with, by the name of the argument."""
        return {"source": self.source, "theme": self.theme, "case": self.case, "wave": self.wave or None}


class Ticked(Given):
    """again: it is open once more."""

    again: bool = False


class Answer(Given):
    """An answer to what was asked on a cell."""

    case: Key
    theme: Key
    wave: Key = 0
    text: Annotated[str, Field(min_length=1, max_length=20_000)]
