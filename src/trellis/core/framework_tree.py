"""The framework as a tree: who is under whom, in which order, by which number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trellis.core.errors import Invalid
from trellis.core.framework import Theme, ThemeState
from trellis.core.keys import NO_KEY, Key
from trellis.core.numbering import numbered_themes
from trellis.core.order import between

USABLE = frozenset({ThemeState.ACTIVE, ThemeState.CODE})
"""States in which a theme can be worked with."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a theme is put. parent: None for a main theme. after: the sibling before it; NO_KEY first, None last."""

    parent: Key | None = None
    after: Key | None = None


class Tree:
    """All themes of a study at one moment."""

    def __init__(self, themes: Iterable[Theme]) -> None:
        self.themes: dict[Key, Theme] = {theme.k: theme for theme in themes}
        self._order = numbered_themes(self.themes.values())
        self._numbers = {theme.k: number for number, theme in self._order}

    def in_order(self) -> list[tuple[str, Theme]]:
        """The active themes with their printed numbers, from top to bottom."""
        return list(self._order)

    def codes(self) -> list[Theme]:
        """The open codes that are not in the framework yet, in their order."""
        found = [theme for theme in self.themes.values() if theme.state is ThemeState.CODE]
        return sorted(found, key=lambda theme: (theme.pos, theme.k))

    def number(self, k: Key) -> str:
        """The printed number of a theme; "" if it stands in no place now."""
        return self._numbers.get(k, "")

    def label(self, k: Key) -> str:
        """A theme as people say it: its number and name, or its name and what became of it."""
        theme = self.themes[k]
        if k in self._numbers:
            return f"{self._numbers[k]} {theme.name}"
        return f"“{theme.name}” ({theme.state.value})"

    def children(self, parent: Key | None) -> list[Theme]:
        """The active themes directly under one (None: the main themes), in order."""
        return [theme for _, theme in self._order if theme.parent == parent]

    def below(self, k: Key) -> list[Theme]:
        """The active themes anywhere under one, from top to bottom, itself left out."""
        return [theme for _, theme in self._order if theme.k != k and self.is_below(theme.k, k)]

    def is_below(self, k: Key, ancestor: Key) -> bool:
        """Whether a theme is the other one or stands under it."""
        at: Key | None = k
        while at is not None:
            if at == ancestor:
                return True
            at = self.themes[at].parent
        return False

    def position(self, spot: Spot, leaving: Key | None = None) -> str:
        """A position for a theme at the spot; `leaving` is the theme that is moved there, if it is there already.

        Raises Invalid if the parent is not in the framework or `after` is not one of its sub-themes.
        """
        if spot.parent is not None:
            self.require_active(spot.parent, "take a sub-theme")
        siblings = [theme for theme in self.children(spot.parent) if theme.k != leaving]
        if spot.after is None:
            return between(siblings[-1].pos if siblings else None, None)
        if spot.after == NO_KEY:
            return between(None, siblings[0].pos if siblings else None)
        low = next((theme.pos for theme in siblings if theme.k == spot.after), None)
        if low is None:
            raise Invalid(self._not_a_sibling(spot, siblings))
        return between(low, next((theme.pos for theme in siblings if theme.pos > low), None))

    def _not_a_sibling(self, spot: Spot, siblings: list[Theme]) -> str:
        where = "a main theme" if spot.parent is None else f"under {self.label(spot.parent)}"
        given = "that theme" if spot.after is None else self.label(spot.after)
        there = ", ".join(self.label(theme.k) for theme in siblings) or "nothing yet"
        return f"{given} cannot come before the theme, as it is not {where}; there stand: {there}"

    def require_active(self, k: Key, what: str) -> Theme:
        """The theme, if it stands in the framework. Raises Invalid."""
        theme = self.themes[k]
        if theme.state is not ThemeState.ACTIVE:
            advice = "place it first" if theme.state is ThemeState.CODE else "choose a theme of today's framework"
            message = f"{self.label(k)} cannot {what}, since it is not in the framework; {advice}"
            raise Invalid(message)
        return theme

    def require_usable(self, k: Key, what: str) -> Theme:
        """The theme, if it is active or an open code. Raises Invalid."""
        theme = self.themes[k]
        if theme.state not in USABLE:
            message = f"{self.label(k)} cannot {what}; choose a theme of today's framework or an open code"
            raise Invalid(message)
        return theme
