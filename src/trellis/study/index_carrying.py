"""What of a round comes to stand in the adopted index. Shared steps on an open change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from trellis.core.coding import Coding
from trellis.core.framework import ThemeTodo, TodoState
from trellis.core.keys import Key
from trellis.store.changes import Change
from trellis.study.coding import add, release
from trellis.study.new_use import closed_sources
from trellis.study.resolve import codings_on

CODING = "coding:"
"""How a coding's origin begins that was carried into the index from a round."""


def coding_origin(k: Key) -> str:
    """How a coding of the index says which coding of a round it was carried from."""
    return f"{CODING}{k}"


@dataclass(frozen=True, slots=True)
class Carried:
    """How many codings came into the index, were taken out of it, and stood there already."""

    added: int = 0
    removed: int = 0
    already: int = 0

    def __add__(self, other: Carried) -> Carried:
        return Carried(self.added + other.added, self.removed + other.removed, self.already + other.already)


class IndexOf:
    """The codings of the adopted index on one source, by the codings of a round that they stand for.

    is_open: False where somebody who speaks in the source withdrew from new use, so that nothing comes in any more.
    """

    def __init__(self, change: Change, index: Key, source: Key) -> None:
        self.round = index
        self.is_open = source not in closed_sources(change, change.at)
        self._standing: dict[Key, list[Coding]] = {}
        for coding in codings_on(change, source):
            if coding.round == index:
                for k in _stands_for(coding):
                    self._standing.setdefault(k, []).append(coding)

    def standing_for(self, codings: Iterable[Key]) -> list[Coding]:
        """The codings of the index that are, or were carried from, any of these."""
        found = {coding.k: coding for k in codings for coding in self._standing.get(k, ())}
        return [found[k] for k in sorted(found)]


def _stands_for(coding: Coding) -> list[Key]:
    carried = [int(origin.removeprefix(CODING)) for origin in coding.origins if origin.startswith(CODING)]
    return [coding.k, *carried]


def put_reading(change: Change, index: IndexOf, disputed: Sequence[Coding], standing: AbstractSet[Key]) -> Carried:
    """Makes the index say what stands of a disagreement: what does not stand leaves it, what does comes in."""
    here = index.standing_for(coding.k for coding in disputed)
    leaving = [coding for coding in here if standing.isdisjoint(_stands_for(coding))]
    release(change, leaving)
    there = {k for coding in here for k in _stands_for(coding)}
    coming = [coding for coding in disputed if coding.k in standing and coding.k not in there]
    added = _copied(change, index.round, coming) if index.is_open else 0
    return Carried(added, len(leaving), len(standing) - len(coming))


def put_agreed(change: Change, index: IndexOf, agreed: Sequence[Coding]) -> Carried:
    """Brings what the coders agree on into the index once, in the words of the coder who joined the study first."""
    if index.standing_for(coding.k for coding in agreed):
        return Carried(already=1)
    if not index.is_open:
        return Carried()
    first = min(coding.coder for coding in agreed)
    origins = tuple(coding_origin(coding.k) for coding in agreed)
    own = [coding for coding in agreed if coding.coder == first]
    return Carried(_copied(change, index.round, own, origins))


def _copied(change: Change, index: Key, codings: Iterable[Coding], origins: tuple[str, ...] | None = None) -> int:
    added = 0
    for coding in codings:
        came = (coding_origin(coding.k),) if origins is None else origins
        made = add(change, [replace(coding, round=index, origins=(*coding.origins, *came))]).added
        for copy in made:
            _with_todos(change, coding.k, copy.k)
        added += len(made)
    return added


def _with_todos(change: Change, coding: Key, copy: Key) -> None:
    """What is still to be looked at of a coding is to be looked at of its copy as well."""
    for todo in change.all(ThemeTodo, coding=coding, state=TodoState.OPEN.value):
        change.insert(replace(todo, k=change.new_key(), coding=copy))
