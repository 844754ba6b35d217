"""Themes and trees for tests, as short as they can be said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from trellis.core.framework import Origin, Theme, ThemeState
from trellis.core.framework_tree import Tree
from trellis.core.order import spread


def a_theme(k: int, name: str = "", parent: int | None = None, pos: str = "V", **more: Any) -> Theme:
    bare = Theme(k, 0, parent, pos, name or f"T{k}", "", "", "", "", Origin.UNSTATED, ThemeState.ACTIVE, 0)
    return replace(bare, **more)


def a_tree(*parents: int | None, **more: Any) -> Tree:
    """A tree of themes 1, 2, 3 …, each under the parent given for it, in this order."""
    places = spread(len(parents))
    return Tree(a_theme(k, parent=parent, pos=places[k - 1], **more) for k, parent in enumerate(parents, 1))


def lines(tree: Tree) -> list[str]:
    """The tree as "1.1 Name", from top to bottom."""
    return [f"{number} {theme.name}" for number, theme in tree.in_order()]
