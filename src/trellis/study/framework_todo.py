"""The to-do list after a change of the framework: what must be looked at again, and settling it. Shared steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from trellis.analysis.table import Table
from trellis.core.chart import Cell
from trellis.core.chart_columns import first_words
from trellis.core.coding import Coding, LookedOver
from trellis.core.errors import Invalid, NotFound
from trellis.core.framework import FrameworkVersion, Operation, Theme, ThemeOperation, ThemeState, ThemeTodo, TodoState
from trellis.core.framework_todo import TodoItem, TodoKind, unread_since, why
from trellis.core.framework_tree import Tree
from trellis.core.keys import Key
from trellis.core.memo import Reading
from trellis.core.source import Source, Version
from trellis.store.changes import Change
from trellis.store.queries import framework as queries
from trellis.store.reader import Reader
from trellis.study.blindness import Blindness, blindness_of
from trellis.study.chart_writing import confirm_cell, release_codings
from trellis.study.framework_carrying import carry_cell, carry_codings
from trellis.study.framework_reading import operations_in_order
from trellis.study.framework_writing import tree_of
from trellis.study.resolve import adopted_round, folded, theme_given

MOST_WORDS = 80
"""Code points of a segment that the list shows."""


def todo_items(reader: Reader, viewer: str, *, kind: str = "", theme: str = "", place: str = "") -> list[TodoItem]:
    """Everything to look at again: codings to check or allocate, cells, sources to read for a new theme.

    viewer: name of the person who works; codings that they may not see are left out.
    kind, theme (number or name, of one that is gone as well) and place (source or case) narrow the list.
    """
    tree, operations = tree_of(reader), operations_in_order(reader)
    told = {done.k: why(done, tree, operations) for done in operations}
    everything = [
        *_codings(reader, tree, told, blindness_of(reader, viewer)),
        *_cells(reader, tree, told),
        *_sources(reader, tree, operations, told),
    ]
    return [item for item in everything if _fits(item, tree, kind, theme, place)]


def _fits(item: TodoItem, tree: Tree, kind: str, theme: str, place: str) -> bool:
    names = {folded(tree.themes[item.theme].name), tree.number(item.theme)} - {""}
    return (
        folded(item.kind.value).startswith(folded(kind))
        and (not theme or folded(theme).rstrip(".") in names)
        and (not place or folded(place) == folded(item.place))
    )


def _codings(reader: Reader, tree: Tree, told: dict[Key, str], blindness: Blindness) -> list[TodoItem]:
    kinds = {done.k: done.kind for done in operations_in_order(reader)}
    by_coding: dict[Key, list[queries.OpenTodo]] = {}
    for todo in queries.open_todos(reader.connection):
        if blindness.hidden and not blindness.sees(reader.get(Coding, todo.coding)):
            continue
        by_coding.setdefault(todo.coding, []).append(todo)
    texts: dict[Key, str] = {}
    items = []
    for k, todos in by_coding.items():
        first = todos[0]
        if first.version not in texts:
            texts[first.version] = reader.text(reader.get(Version, first.version).sha)
        words = " ".join(texts[first.version][first.start : first.end].split())
        split = tree.themes[first.theme].state is ThemeState.SPLIT
        waits = split and any(kinds[todo.operation] is Operation.SPLIT for todo in todos)
        kind = TodoKind.ALLOCATE if waits else TodoKind.CHECK
        reason = "; ".join(dict.fromkeys(told[todo.operation] for todo in todos))
        label = tree.label(first.theme)
        place = (f"coding:{k}", kind, k, first.theme, label, first.name)
        items.append(TodoItem(*place, first_words(words, MOST_WORDS), reason, first.coder))
    return items


def _cells(reader: Reader, tree: Tree, told: dict[Key, str]) -> list[TodoItem]:
    return [
        TodoItem(
            f"cell:{cell.chart}/{cell.theme}/{cell.row}/{cell.wave}",
            TodoKind.CELL,
            cell.row,
            cell.theme,
            tree.label(cell.theme),
            cell.name if cell.wave_name is None else f"{cell.name}, {cell.wave_name}",
            "",
            told[cell.operation],
            only_moved=not cell.combined,
        )
        for cell in queries.stale_cells(reader.connection)
    ]


def _sources(reader: Reader, tree: Tree, operations: list[ThemeOperation], told: dict[Key, str]) -> list[TodoItem]:
    added = {done.theme: done.k for done in operations if done.kind is Operation.ADD}
    read = queries.last_readings(reader.connection)
    names = {source.k: source.name for source in reader.all(Source)}
    round_ = adopted_round(reader).k
    unread = unread_since(
        queries.births(reader.connection),
        queries.indexed(reader.connection, round_),
        reader.all(FrameworkVersion),
        queries.indexed_under(reader.connection, round_),
    )
    return [
        TodoItem(
            f"source:{source}/{birth.theme}",
            TodoKind.READ,
            source,
            birth.theme,
            tree.label(birth.theme),
            names[source],
            "",
            told[added[birth.theme]],
        )
        for source, birth in unread
        if read.get(source, 0) < birth.seq
    ]


def todo_table(items: Sequence[TodoItem]) -> Table:
    """The to-do list as a table."""
    rows = tuple((it.kind.value, it.label, it.place, it.coder, it.words, it.why, it.item) for it in items)
    moved = sum(item.only_moved for item in items)
    note = f"{moved} cells were only carried along by a merge and can be accepted together." if moved else ""
    return Table(("what", "theme", "where", "coder", "words", "why", "item"), rows, "To look at again", note)


def counted(items: Iterable[TodoItem]) -> Table:
    """How much of each kind is to be looked at, theme by theme."""
    counts: dict[tuple[str, str, str], int] = {}
    for item in items:
        line = (item.kind.value, item.label, item.why)
        counts[line] = counts.get(line, 0) + 1
    rows = tuple((*line, count) for line, count in counts.items())
    return Table(("what", "theme", "why", "how many"), rows, "To look at again")


def chosen(reader: Reader, given: Iterable[str], viewer: str) -> list[TodoItem]:
    """The items that are named. Raises NotFound if one is not on the list."""
    known = {item.item: item for item in todo_items(reader, viewer)}
    found = []
    for name in given:
        if name not in known:
            message = f"“{name}” is not on the to-do list (any more); `trellis framework todo` shows what is"
            raise NotFound(message)
        found.append(known[name])
    return found


def settle(change: Change, items: Sequence[TodoItem], outcome: TodoState | None, into: Sequence[str]) -> None:
    """Settles items: KEPT, MOVED to the themes of `into`, or removed (None). Raises Invalid where that cannot be."""
    targets = [_target(change, theme) for theme in into]
    if outcome is TodoState.MOVED and not targets:
        message = "say which theme it moves to, by number or name"
        raise Invalid(message)
    for item in items:
        _require_possible(item, outcome, targets)
    codings = [item.k for item in items if item.kind in {TodoKind.CHECK, TodoKind.ALLOCATE}]
    _settle_codings(change, codings, outcome, targets)
    for item in items:
        if item.kind is TodoKind.CELL:
            _settle_cell(change, item, targets)
    _read_again(change, [item for item in items if item.kind is TodoKind.READ])


def _target(change: Change, given: str) -> Key:
    return theme_given(change, given).k


def _require_possible(item: TodoItem, outcome: TodoState | None, targets: Sequence[Key]) -> None:
    if item.kind is TodoKind.ALLOCATE and outcome is TodoState.KEPT:
        message = f"{item.label} is gone, so its coding in {item.place} cannot stay there; say which theme it moves to"
        raise Invalid(message)
    if item.kind is TodoKind.READ and outcome is not TodoState.KEPT:
        message = f"{item.place} is to be read again for {item.label}; index what is found, or settle it as read"
        raise Invalid(message)
    if item.kind is TodoKind.CELL and (outcome is None or len(targets) > 1):
        message = f"the cell of {item.place} under {item.label} is kept or moves to one theme; mend it in the chart"
        raise Invalid(message)
    if item.theme in targets:
        message = f"what stands under {item.label} cannot move there; say that it is still right"
        raise Invalid(message)


def _settle_codings(change: Change, keys: Sequence[Key], outcome: TodoState | None, targets: Sequence[Key]) -> None:
    todos = [todo for k in keys for todo in change.all(ThemeTodo, coding=k) if todo.state is TodoState.OPEN]
    codings = [change.get(Coding, k) for k in keys]
    if outcome is None:
        release_codings(change, keys)
        change.delete(*(gone for kind in (ThemeTodo, LookedOver) for k in keys for gone in change.all(kind, coding=k)))
        change.delete(*codings)
        return
    for target in targets[1:]:
        copies = zip(change.new_keys(len(codings)), codings, strict=True)
        _copy(change, [replace(coding, k=k, rev=0) for k, coding in copies], target)
    if targets:
        carry_codings(change, codings, targets[0])
    # A coding that became one with another has handed its place on the list over, so it is read anew.
    for todo in [change.get(ThemeTodo, todo.k) for todo in todos]:
        change.update(todo, replace(todo, state=outcome, by=change.person))


def _copy(change: Change, codings: Sequence[Coding], into: Key) -> None:
    """The same codings under one more theme, joined with what is there."""
    change.insert_all(codings)
    carry_codings(change, [replace(coding, rev=change.key) for coding in codings], into)


def _settle_cell(change: Change, item: TodoItem, targets: Sequence[Key]) -> None:
    chart, theme, row, wave = (int(part) for part in item.item.partition(":")[2].split("/"))
    if targets:
        carry_cell(change, change.get(Cell, chart, theme, row, wave), targets[0])
        theme = targets[0]
    confirm_cell(change, change.get(Cell, chart, theme, row, wave))


def _read_again(change: Change, items: Sequence[TodoItem]) -> None:
    """Enters in the reading log that sources were read again, for which themes."""
    on = dt.datetime.fromtimestamp(change.at / 1000, dt.UTC).strftime("%Y-%m-%d")
    by_source: dict[Key, list[str]] = {}
    for item in items:
        by_source.setdefault(item.k, []).append(change.get(Theme, item.theme).name)
    for source, names in sorted(by_source.items()):
        how = f"again for {', '.join(names)}"
        before = change.find(Reading, change.person, source, on)
        if before is None:
            change.insert(Reading(change.person, source, on, 0, how))
        else:
            change.update(before, replace(before, how=f"{before.how}; {how}"))
