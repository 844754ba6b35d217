"""What an outcome rests on: which ones would be others without one case, site, source or judge. Told, not weighed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from trellis.analysis.lens_outcomes import Derived, Opinion, derive
from trellis.core.lens import NOT_EVIDENCED, OPEN_VALUES, Lens


class Ground(StrEnum):
    """What may be left out."""

    CASE = "case"
    SITE = "site"
    SOURCE = "source"
    JUDGE = "judge"


Stands = tuple[Ground, int]
"""One thing that may be left out: what it is, and its key or number."""


@dataclass(frozen=True, slots=True)
class Support:
    """A piece of evidence for a judgement, by what it is from.

    groups: each a way to have it, with everything that this way needs: the words of two cases are there while one of
    them is, so they are two groups; a cell of one case at a site is one group.
    """

    groups: tuple[frozenset[Stands], ...]

    def without(self, left: Stands) -> bool:
        """Whether it is still there when something is left out."""
        return not self.groups or any(left not in group for group in self.groups)


@dataclass(frozen=True, slots=True)
class Grounded:
    """An opinion with the evidence for it."""

    opinion: Opinion
    supports: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True)
class Rests:
    """That an outcome depends on one thing. lost: dimensions that would rest on nothing, or have no judge, without."""

    left: Stands
    now: str
    without: str
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitBasis:
    """The opinions on one unit. own: what it is itself, so that leaving it out says nothing."""

    opinions: tuple[Grounded, ...]
    own: frozenset[Stands] = field(default_factory=frozenset)
    taken: Mapping[str, str] = field(default_factory=dict)


Taken = Callable[[Stands], Mapping[str, str]]
"""What follows from another lens when one thing is left out."""


def left_out(opinions: Iterable[Grounded], left: Stands) -> list[Opinion]:
    """The opinions that remain without one thing.

    Those of a judge who is left out go. One whose evidence is all gone says "not evidenced"; one that never had any
    stays as it is, since it rests on nothing that could be left out.
    """
    remaining = []
    for one in opinions:
        if left[0] is Ground.JUDGE:
            if one.opinion.judge != left[1]:
                remaining.append(one.opinion)
        elif one.supports and not any(support.without(left) for support in one.supports):
            remaining.append(replace(one.opinion, values=(NOT_EVIDENCED,)))
        else:
            remaining.append(one.opinion)
    return remaining


def grounds_of(opinions: Iterable[Grounded]) -> list[Stands]:
    """Everything that some opinion rests on or comes from, sorted."""
    found: set[Stands] = set()
    for one in opinions:
        found.add((Ground.JUDGE, one.opinion.judge))
        for support in one.supports:
            for group in support.groups:
                found |= group
    return sorted(found, key=lambda stands: (list(Ground).index(stands[0]), stands[1]))


def rests_on(lens: Lens, basis: UnitBasis, taken: Taken | None = None) -> tuple[Rests, ...]:
    """Everything on which the outcome of a unit depends by itself: without it, another would come out.

    taken: for a lens with dimensions that follow from another one; grounds of that one are left out there too.
    """
    now = derive(lens, [one.opinion for one in basis.opinions], basis.taken)
    found = []
    for left in grounds_of(basis.opinions):
        if left in basis.own:
            continue
        opinions = left_out(basis.opinions, left)
        if taken is None and not _differs(basis.opinions, opinions):
            continue
        then = derive(lens, opinions, basis.taken if taken is None else taken(left))
        if (then.outcomes, then.label) != (now.outcomes, now.label):
            found.append(Rests(left, now.label, then.label, _lost(now, then)))
    return tuple(found)


def _differs(before: Sequence[Grounded], after: Sequence[Opinion]) -> bool:
    return len(before) != len(after) or any(one.opinion is not other for one, other in zip(before, after, strict=True))


def _lost(now: Derived, then: Derived) -> tuple[str, ...]:
    return tuple(one for one in now.known if one not in then.known)


@dataclass(frozen=True, slots=True)
class EvidenceBase:
    """How broad the ground of a unit's judgements is: what it counts, of definite judgements with evidence.

    dimensions: judged definitely and with evidence. bare: judged definitely, resting on nothing.
    """

    dimensions: tuple[str, ...]
    bare: tuple[str, ...]
    cases: frozenset[int]
    sites: frozenset[int]
    sources: frozenset[int]
    judges: frozenset[int]
    words: tuple[str, ...]


def evidence_base(lens: Lens, opinions: Sequence[Grounded]) -> EvidenceBase:
    """The ground of a unit's definite judgements."""
    definite = [one for one in opinions if not set(one.opinion.values) <= set(OPEN_VALUES)]
    resting = {one.opinion.dimension for one in definite if one.supports}
    bare = {one.opinion.dimension for one in definite} - resting
    stands = {s for one in definite for support in one.supports for group in support.groups for s in group}
    words = {word for one in definite for word in one.opinion.words}

    def of(ground: Ground) -> frozenset[int]:
        return frozenset(key for kind, key in stands if kind is ground)

    return EvidenceBase(
        tuple(one.id for one in lens.dimensions if one.id in resting),
        tuple(one.id for one in lens.dimensions if one.id in bare),
        of(Ground.CASE),
        of(Ground.SITE),
        of(Ground.SOURCE),
        frozenset(one.opinion.judge for one in opinions),
        tuple(sorted(word.value for word in words)),
    )
