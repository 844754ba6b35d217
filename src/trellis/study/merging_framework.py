"""What operations on themes, done in one copy, do to what came up under them in the other meanwhile.

Shared steps on the open change of a merge: codings and cells end where they would be, had the operation found them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trellis.core.chart import Cell
from trellis.core.coding import Coding
from trellis.core.framework import Operation, Theme, ThemeOperation, ThemeState, ThemeTodo, TodoState
from trellis.core.keys import NO_KEY, Key
from trellis.core.worksheet import Element
from trellis.store.changes import Change
from trellis.store.merging import Brought
from trellis.study.framework_carrying import carry
from trellis.study.framework_reading import operations_in_order


def follow_framework(change: Change, brought: Brought) -> tuple[int, int]:
    """Carries along what stands under merged themes, lists what stands under split and redefined ones.

    Returns how many codings and cells were carried, and how many codings were listed.
    """
    operations = operations_in_order(change)
    themes = {theme.k: theme for theme in change.all(Theme)}
    carried = sum(_carried(change, theme, themes, operations) for theme in themes.values())
    listed = 0
    for done in operations:
        theme = themes.get(done.theme)
        if theme is None:
            continue
        if done.kind is Operation.SPLIT and theme.state is ThemeState.SPLIT:
            listed += _listed(change, done, change.all(Coding, theme=theme.k))
        elif done.kind is Operation.REDEFINE and _asks_again(change, done, theme):
            listed += _listed(change, done, _unaware(change, done, brought))
    _unsay(change, operations, brought)
    return carried, listed


def _carried(change: Change, theme: Theme, themes: dict[Key, Theme], operations: Iterable[ThemeOperation]) -> int:
    """What stands under a theme that was merged, put under the one it went into."""
    if theme.state is not ThemeState.MERGED:
        return 0
    into = _went_into(theme.k, themes, list(operations))
    if into is None:
        return 0
    done = carry(change, theme.k, into)
    return done.codings + done.cells


def _went_into(k: Key, themes: dict[Key, Theme], operations: list[ThemeOperation]) -> Key | None:
    """Where a merged theme's codings are now, through merges of merges."""
    seen: set[Key] = set()
    while k not in seen and k in themes and themes[k].state is ThemeState.MERGED:
        seen.add(k)
        merges = [
            done for done in operations if done.kind is Operation.MERGE and done.theme == k and k not in done.into
        ]
        if not merges:
            return None
        k = merges[-1].into[0]
    return k if k in themes and k not in seen else None


def _asks_again(change: Change, done: ThemeOperation, theme: Theme) -> bool:
    """Whether a redefinition meant something else, so that codings are to be checked."""
    return theme.defined == done.rev or bool(change.all(ThemeTodo, operation=done.k))


def _unaware(change: Change, done: ThemeOperation, brought: Brought) -> list[Coding]:
    """Codings under the theme that were made in the copy that did not know of the operation."""
    under = change.all(Coding, theme=done.theme)
    if not brought.theirs.knows(done.rev):
        came = set(brought.keys("coding"))
        return [coding for coding in under if coding.k in came]
    if not brought.mine.knows(done.rev):
        return [coding for coding in under if not brought.theirs.knows(coding.rev)]
    return []


def _listed(change: Change, done: ThemeOperation, codings: Iterable[Coding]) -> int:
    there = {todo.coding for todo in change.all(ThemeTodo, operation=done.k)}
    fresh = [coding for coding in codings if coding.k not in there]
    keys = change.new_keys(len(fresh)) if fresh else ()
    change.insert_all(
        ThemeTodo(k, 0, done.k, coding.k, TodoState.OPEN, None) for k, coding in zip(keys, fresh, strict=True)
    )
    return len(fresh)


_UNSETTLING = frozenset({Operation.SPLIT, Operation.MERGE, Operation.REDEFINE})


def _unsay(change: Change, operations: Iterable[ThemeOperation], brought: Brought) -> None:
    """What the other side called right, not knowing what we did to its theme, is to be looked at again."""
    done_here = {
        theme
        for done in operations
        if done.kind in _UNSETTLING and not brought.theirs.knows(done.rev)
        for theme in (done.theme, *done.into)
    }
    for table, key in list(brought.places):
        cell = change.find(Cell, *key) if table == "cell" else None
        if cell is not None and cell.theme in done_here and cell.confirmed != NO_KEY:
            change.update(cell, replace(cell, confirmed=NO_KEY))
        element = change.find(Element, *key) if table == "element" else None
        if element is not None and element.theme in done_here and element.confirmed != NO_KEY:
            change.update(element, replace(element, confirmed=NO_KEY))
