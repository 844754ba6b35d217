"""Where the coders of one text agree and where they differ, by rule.

Codings under one theme that hang together by overlap are one cluster. The coders agree on a cluster if each of them
has codings in it and their stretches begin and end at the same places, give or take the tolerance. Clusters that
they do not agree on and that lie on much the same words are one spot: what a team talks about at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from trellis.core.disagreement import TOLERANCE, Difference
from trellis.core.keys import Key

MUCH = 0.5
"""The share of the shorter of two stretches that both must hold to be about the same words."""
FAR_LONGER = 8
"""How many times the other a stretch may be as long and still be about the same words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One coding of a text. start, end: code points, half-open."""

    k: Key
    coder: Key
    theme: Key
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Codings under one theme that hang together. agreed: whether every coder has them, within the tolerance."""

    theme: Key
    marks: tuple[Mark, ...]
    agreed: bool

    @property
    def start(self) -> int:
        """Where the first of them begins."""
        return min(mark.start for mark in self.marks)

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return max(mark.end for mark in self.marks)

    @property
    def coders(self) -> frozenset[Key]:
        """Who made them."""
        return frozenset(mark.coder for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Spot:
    """Some words on which the coders differ. clusters: what is in dispute. shared: what they agree on there."""

    start: int
    end: int
    difference: Difference
    clusters: tuple[Cluster, ...]
    shared: tuple[Cluster, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The codings in dispute, by place, end, theme and key."""
        found = (mark for cluster in self.clusters for mark in cluster.marks)
        return tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.theme, mark.k)))


@dataclass(frozen=True, slots=True)
class Compared:
    """What the coders of a text agree on, and where they differ, both in order of place."""

    agreed: tuple[Cluster, ...]
    spots: tuple[Spot, ...]


def compared(marks: Iterable[Mark], coders: Collection[Key], tolerance: int = TOLERANCE) -> Compared:
    """Compares the codings that these coders made of one text. The order of marks and coders does not matter."""
    clusters = _clusters(marks, frozenset(coders), tolerance)
    agreed = tuple(cluster for cluster in clusters if cluster.agreed)
    at_odds = [cluster for cluster in clusters if not cluster.agreed]
    return Compared(agreed, tuple(_spot(group, agreed, frozenset(coders)) for group in _grouped(at_odds)))


def _clusters(marks: Iterable[Mark], coders: frozenset[Key], tolerance: int) -> list[Cluster]:
    by_theme: dict[Key, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end, mark.k)):
        by_theme.setdefault(mark.theme, []).append(mark)
    found = [
        Cluster(theme, tuple(group), _agreed(group, coders, tolerance))
        for theme, under in by_theme.items()
        for group in _hanging_together(under)
    ]
    return sorted(found, key=lambda cluster: (cluster.start, -cluster.end, cluster.theme))


def _hanging_together(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Marks in order of place, cut where no stretch reaches over."""
    groups: list[list[Mark]] = []
    reached = -1
    for mark in marks:
        if mark.start >= reached:
            groups.append([])
        groups[-1].append(mark)
        reached = max(reached, mark.end)
    return groups


def _agreed(marks: Sequence[Mark], coders: frozenset[Key], tolerance: int) -> bool:
    pieces = [_pieces((mark for mark in marks if mark.coder == coder), tolerance) for coder in coders]
    if len({len(of_one) for of_one in pieces}) > 1 or not all(pieces):
        return False
    bounds = zip(*([at for piece in of_one for at in piece] for of_one in pieces), strict=True)
    return all(max(alike) - min(alike) <= tolerance for alike in bounds)


def _pieces(marks: Iterable[Mark], tolerance: int) -> list[tuple[int, int]]:
    """What one coder indexed, in one piece where no more than the tolerance lies between."""
    found: list[tuple[int, int]] = []
    for mark in marks:
        if found and mark.start <= found[-1][1] + tolerance:
            found[-1] = (found[-1][0], max(found[-1][1], mark.end))
        else:
            found.append((mark.start, mark.end))
    return found


def _grouped(clusters: Sequence[Cluster]) -> list[list[Cluster]]:
    """Clusters in order of place, those on much the same words together."""
    groups: list[list[Cluster]] = []
    reaching: list[list[Cluster]] = []
    for cluster in clusters:
        reaching = [group for group in reaching if group[0].end > cluster.start]
        fitting = [group for group in reaching if _same_words(group[0], cluster)]
        if fitting:
            max(fitting, key=lambda group: _overlap(group[0], cluster)).append(cluster)
        else:
            groups.append([cluster])
            reaching.append(groups[-1])
    return groups


def _overlap(one: Cluster, other: Cluster) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _same_words(one: Cluster, other: Cluster) -> bool:
    shorter, longer = sorted((one.end - one.start, other.end - other.start))
    return longer <= FAR_LONGER * shorter and _overlap(one, other) >= MUCH * shorter


def _spot(group: list[Cluster], agreed: Iterable[Cluster], coders: frozenset[Key]) -> Spot:
    start, end = min(cluster.start for cluster in group), max(cluster.end for cluster in group)
    shared = tuple(cluster for cluster in agreed if any(_same_words(one, cluster) for one in group))
    there = frozenset().union(*(cluster.coders for cluster in (*group, *shared)))
    if all(cluster.coders == coders for cluster in group):
        difference = Difference.BOUNDS
    else:
        difference = Difference.THEME if there == coders else Difference.ABSENT
    return Spot(start, end, difference, tuple(group), shared)
