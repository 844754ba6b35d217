"""How a case stands to a finding: as somebody said, else as its evidence and its cells in the chart show."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.chart import Blank, Side
from trellis.core.finding import Stance


class Group(StrEnum):
    """The lists in which a finding's cases stand: the five stances, and three that say that nobody can tell yet."""

    HOLDS = Stance.HOLDS.value
    QUALIFIED = Stance.QUALIFIED.value
    CONTRARY = Stance.CONTRARY.value
    NOT_ASKED = Stance.NOT_ASKED.value
    SILENT = Stance.SILENT.value
    TO_PLACE = "to be placed"
    """Charted under the finding's themes, and nothing says how the case stands to it."""
    UNCHARTED = "not charted yet"
    NOT_APPLICABLE = "not applicable"


ASKED = (Group.HOLDS, Group.QUALIFIED, Group.CONTRARY, Group.SILENT, Group.TO_PLACE)
"""The lists whose cases were asked: the base of "most" and "some"."""


class Basis(StrEnum):
    """What a case's place rests on."""

    SAID = "said by a person"
    EVIDENCE = "its evidence"
    BOTH_SIDES = "evidence on both sides"
    CHART = "its cells in the chart"
    NOTHING = "nothing yet"


@dataclass(frozen=True, slots=True)
class CellSeen:
    """One cell of a case under one of the finding's themes. has_words: whether it says anything, comments apart."""

    has_words: bool = False
    blank: Blank | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing stands in it, not even why it is empty."""
        return not self.has_words and self.blank is None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a case stands, and what that rests on."""

    group: Group
    basis: Basis


_BY_SIDES: dict[frozenset[Side], Group] = {
    frozenset({Side.FOR}): Group.HOLDS,
    frozenset({Side.QUALIFIES}): Group.QUALIFIED,
    frozenset({Side.FOR, Side.QUALIFIES}): Group.QUALIFIED,
    frozenset({Side.AGAINST}): Group.CONTRARY,
}


def placed(said: Stance | None, sides: Collection[Side], cells: Sequence[CellSeen]) -> Placed:
    """Where a case stands.

    said: what a person said of it, which goes before all else. sides: which way its evidence points; evidence for and
    against has to be placed by a person. cells: its cells under the finding's themes, each theme once; where nothing
    stands in them the reasons for their blanks count. Nobody is taken to carry a claim because a cell is filled.
    """
    if said is not None:
        return Placed(Group(said.value), Basis.SAID)
    if sides:
        group = _BY_SIDES.get(frozenset(sides))
        return Placed(Group.TO_PLACE, Basis.BOTH_SIDES) if group is None else Placed(group, Basis.EVIDENCE)
    if not cells:
        return Placed(Group.TO_PLACE, Basis.NOTHING)
    return Placed(_by_cells(cells), Basis.CHART)


def _by_cells(cells: Sequence[CellSeen]) -> Group:
    if any(cell.has_words for cell in cells):
        return Group.TO_PLACE
    blanks = {cell.blank for cell in cells}
    if blanks & {Blank.NOTHING_SAID, Blank.NOT_RAISED}:
        return Group.SILENT
    if None in blanks:
        return Group.UNCHARTED
    return Group.NOT_APPLICABLE if blanks == {Blank.NOT_APPLICABLE} else Group.NOT_ASKED
