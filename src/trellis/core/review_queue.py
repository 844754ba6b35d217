"""The review queue: cells returned with a question, cells that wait for a review, assignments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trellis.core.chart import Cell, CellState
from trellis.core.keys import Key
from trellis.core.memo import AssignmentState, Memo


@dataclass(frozen=True, slots=True)
class Spoken:
    """A question or an answer on a cell: who said it, what, when (ms since 1970)."""

    by: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class CellAsked:
    """A cell with what was asked and answered on it, oldest first. writer: who wrote in it last."""

    case: Key
    wave: Key
    theme: Key
    name: str
    wave_name: str
    number: str
    theme_name: str
    state: CellState
    writer: str
    talk: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class ToReview:
    """How many charted cells of a column somebody wrote that nobody has reviewed yet."""

    theme: Key
    number: str
    theme_name: str
    writer: str
    cells: int


@dataclass(frozen=True, slots=True)
class Assigned:
    """An assignment, named. source, theme, case: keys, None where it has none; about: what it is with, in words."""

    k: Key
    person: str
    task: str
    source: Key | None
    theme: Key | None
    case: Key | None
    about: str
    due: str | None
    state: AssignmentState


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits, for one person.

    to_answer: cells of theirs that were returned. returned: cells that they returned and have not reviewed since.
    to_review: charted cells of others. mine, others: open assignments.
    """

    to_answer: tuple[CellAsked, ...]
    returned: tuple[CellAsked, ...]
    to_review: tuple[ToReview, ...]
    mine: tuple[Assigned, ...]
    others: tuple[Assigned, ...]


def waits_for_answer(cell: Cell, person: Key) -> bool:
    """Whether a cell was returned to this person: to whoever wrote in it last."""
    return cell.state is CellState.RETURNED and cell.by == person


def was_returned_by(cell: Cell, talk: Iterable[Memo], person: Key) -> bool:
    """Whether this person asked something on the cell and has not called it reviewed since."""
    return cell.state in {CellState.RETURNED, CellState.CHARTED} and any(memo.by == person for memo in talk)


def waits_for_review(cell: Cell, person: Key) -> bool:
    """Whether somebody else charted a cell that nobody has reviewed."""
    return cell.state is CellState.CHARTED and cell.by != person
