"""Printed numbers of themes and topics: computed from their order, never stored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from trellis.core.framework import Theme, ThemeState
from trellis.core.keys import Key


class Placed(Protocol):
    """Anything that has a place among siblings: a key, the key of its parent, a fractional position."""

    @property
    def k(self) -> Key:
        """Its key."""
        ...

    @property
    def parent(self) -> Key | None:
        """The key of what it is under, None at the top."""
        ...

    @property
    def pos(self) -> str:
        """Its fractional position among its siblings."""
        ...


P = TypeVar("P", bound=Placed)


def in_order(items: Iterable[P]) -> list[tuple[str, P]]:
    """Every item with its number ("2.3"), from top to bottom. What hangs on a missing parent is left out."""
    below: dict[Key | None, list[P]] = {}
    for item in items:
        below.setdefault(item.parent, []).append(item)
    for siblings in below.values():
        siblings.sort(key=lambda item: (item.pos, item.k))
    listed: list[tuple[str, P]] = []
    waiting = [(str(n), item) for n, item in reversed(list(enumerate(below.get(None, ()), 1)))]
    while waiting:
        number, item = waiting.pop()
        listed.append((number, item))
        children = list(enumerate(below.get(item.k, ()), 1))
        waiting += [(f"{number}.{n}", child) for n, child in reversed(children)]
    return listed


def numbered_themes(themes: Iterable[Theme]) -> list[tuple[str, Theme]]:
    """The active themes with their printed numbers, from top to bottom."""
    return in_order(theme for theme in themes if theme.state is ThemeState.ACTIVE)
