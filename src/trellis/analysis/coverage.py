"""How much of what was said has been indexed."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.analysis.intervals import Intervals, difference, intersection, lengths, union


@dataclass(frozen=True, slots=True)
class Covered:
    """One group's figures in code points: what participants said, and how much of it is indexed."""

    said: int
    indexed: int

    @property
    def share(self) -> float | None:
        """Indexed over said, from 0 to 1; None where nothing was said."""
        return None if self.said == 0 else self.indexed / self.said


def coverage(said: Intervals, indexed: Intervals) -> dict[int, Covered]:
    """For each group (source) with words: how many code points were said and how many lie under a coding."""
    whole = lengths(union(said))
    part = lengths(intersection(said, indexed))
    return {group: Covered(length, part.get(group, 0)) for group, length in whole.items()}


def unindexed(said: Intervals, indexed: Intervals) -> Intervals:
    """The stretches of what was said that no coding touches, by group and start; one within each part."""
    return difference(said, indexed)
