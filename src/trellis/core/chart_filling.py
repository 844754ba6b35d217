"""What becomes of a cell that somebody filled in elsewhere: which lines stay, change, come and go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from trellis.core.chart import Statement
from trellis.core.chart_text import Written
from trellis.core.chart_words import folded_words
from trellis.core.keys import Key

ALIKE = 0.5
"""Share of words in common from which a changed line is taken for the same statement, so that its evidence stays."""


class Fate(StrEnum):
    """How a cell in a filled-in file stands to the cell in the study."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    EMPTIED = "emptied"
    CONFLICT = "conflict"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Prints:
    """Fingerprints of a cell's text: as it was exported, in the file now, in the study now; with its revs then and now.

    empty: whether the file has nothing in the cell; was_empty: whether the export had nothing.
    """

    exported: str
    file: str
    study: str
    exported_rev: Key
    study_rev: Key
    empty: bool
    was_empty: bool


def fate_of(prints: Prints) -> Fate:
    """What to make of a cell in the file.

    It is a conflict where both sides wrote since the export: the study's cell has another rev and another text.
    """
    if prints.file in {prints.exported, prints.study}:
        return Fate.SAME
    if prints.study_rev != prints.exported_rev and prints.study != prints.exported:
        return Fate.CONFLICT
    if prints.empty:
        return Fate.EMPTIED
    return Fate.NEW if prints.was_empty else Fate.CHANGED


@dataclass(frozen=True, slots=True)
class Placed:
    """One line of the filled-in cell, and the statement that it stands for; None for a new one."""

    line: Written
    statement: Statement | None

    @property
    def is_changed(self) -> bool:
        """Whether a statement that is there gets other words or another layer."""
        return self.statement is not None and not _equal(self.statement, self.line)


def placed_lines(lines: Sequence[Written], statements: Sequence[Statement]) -> list[Placed]:
    """Each line with the statement that it stands for: the same words, else the most alike that is still free."""
    free = list(statements)
    found: dict[int, Statement] = {}
    _take(lines, free, found, lambda line, statement: 1.0 if _equal(statement, line) else 0.0)
    _take(lines, free, found, _likeness)
    return [Placed(line, found.get(at)) for at, line in enumerate(lines)]


def _take(
    lines: Sequence[Written],
    free: list[Statement],
    found: dict[int, Statement],
    likeness: Callable[[Written, Statement], float],
) -> None:
    for at, line in enumerate(lines):
        if at in found or not free:
            continue
        best = max(free, key=lambda statement: likeness(line, statement))
        if likeness(line, best) >= ALIKE:
            found[at] = best
            free.remove(best)


def _equal(statement: Statement, line: Written) -> bool:
    return statement.layer is line.layer and folded_words(statement.text) == folded_words(line.text)


def _likeness(line: Written, statement: Statement) -> float:
    return SequenceMatcher(
        None, line.text.casefold().split(), statement.text.casefold().split(), autojunk=False
    ).ratio()
