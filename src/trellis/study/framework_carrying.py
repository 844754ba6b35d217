"""Carrying codings and cells from one theme to another, with whatever rests on them. Shared steps on an open change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from trellis.core.chart import Cell, Evidence, Layer, Statement
from trellis.core.coding import Coding, LookedOver, Rule
from trellis.core.framework import Theme, ThemeTodo
from trellis.core.framework_merging import carried_coding, joined_cell, joined_coding, same_place
from trellis.core.keys import Key
from trellis.core.memo import About, Assignment, Memo
from trellis.core.order import between, spread
from trellis.core.sample import TopicTheme
from trellis.core.worksheet import Category, Element
from trellis.store.changes import Change
from trellis.study.chart_given import statements_of


@dataclass(frozen=True, slots=True)
class Carried:
    """How many codings and cells were carried."""

    codings: int
    cells: int


def carry(change: Change, theme: Key, into: Key) -> Carried:
    """All that stands under one theme, put under another: codings, cells, rules, assignments, what feeds it."""
    codings = change.all(Coding, theme=theme)
    carry_codings(change, codings, into)
    cells = change.all(Cell, theme=theme)
    for cell in cells:
        carry_cell(change, cell, into)
    change.update_all((rule, replace(rule, theme=into)) for rule in change.all(Rule, theme=theme))
    change.update_all((task, replace(task, theme=into)) for task in change.all(Assignment, theme=theme))
    carry_worksheet(change, theme, into)
    carry_topics(change, theme, into)
    return Carried(len(codings), len(cells))


def carry_topics(change: Change, theme: Key, into: Key) -> None:
    """The topics that feed a theme feed the one that it went into."""
    for one in change.all(TopicTheme, theme=theme):
        change.delete(one)
        if change.find(TopicTheme, one.topic, into) is None:
            change.insert(TopicTheme(one.topic, into, 0))


def carry_worksheet(change: Change, theme: Key, into: Key) -> None:
    """What was drawn from one column, put behind what was drawn from another."""
    _behind(change, change.all(Category, theme=theme), change.all(Category, theme=into), into)
    _behind(change, change.all(Element, theme=theme), change.all(Element, theme=into), into)


D = TypeVar("D", Category, Element)


def _behind(change: Change, coming: list[D], own: list[D], into: Key) -> None:
    coming = sorted(coming, key=lambda drawn: (drawn.pos, drawn.k))
    places = spread(len(coming), max((drawn.pos for drawn in own), default=None))
    change.update_all((old, replace(old, theme=into, pos=pos)) for old, pos in zip(coming, places, strict=True))


def carry_codings(change: Change, codings: Iterable[Coding], into: Key) -> None:
    """Codings put under another theme; one that is there already at the same place becomes one with it."""
    there = {same_place(coding): coding for coding in change.all(Coding, theme=into)}
    for coding in codings:
        kept = there.get(same_place(coding))
        if kept is None:
            there[same_place(coding)] = rewritten(change, coding, carried_coding(coding, into))
        else:
            joined = rewritten(change, kept, joined_coding(kept, coding))
            point_elsewhere(change, coding, joined)
            change.delete(coding)
            there[same_place(coding)] = joined


def rewritten(change: Change, before: Coding, after: Coding) -> Coding:
    """Writes a coding anew; evidence that was up to date with it stays so."""
    change.update(before, after)
    if before == after:
        return after
    resting = [found for found in change.all(Evidence, coding=before.k) if found.seen == before.rev]
    change.update_all((found, replace(found, seen=change.key)) for found in resting)
    return replace(after, rev=change.key)


def point_elsewhere(change: Change, gone: Coding, kept: Coding) -> None:
    """What pointed at a coding that goes points at the one it became part of."""
    for found in change.all(Evidence, coding=gone.k):
        seen = change.key if found.seen == gone.rev else found.seen
        change.update(found, replace(found, coding=kept.k, seen=seen))
    for todo in change.all(ThemeTodo, coding=gone.k):
        change.update(todo, replace(todo, coding=kept.k))
    change.delete(*change.all(LookedOver, coding=gone.k))
    for memo in change.all(Memo, about=gone.k):
        if memo.about_kind is About.CODING:
            change.update(memo, replace(memo, about=kept.k))


def carry_cell(change: Change, cell: Cell, into: Key) -> None:
    """A cell put under another theme, behind what stands in the cell there; statements keep where they came from."""
    kept = change.find(Cell, cell.chart, into, cell.row, cell.wave)
    coming = statements_of(change, cell.place)
    if kept is None:
        change.insert(replace(cell, theme=into))
        _append(change, coming, into, None)
    else:
        own = statements_of(change, kept.place)
        joined = joined_cell(kept, cell, kept_filled=bool(own), coming_filled=bool(coming))
        change.update(kept, joined.cell)
        last = own[-1].pos if own else None
        _append(change, coming, into, last)
        if joined.disagree:
            change.insert(_about_both(change, kept, cell))
    _rest_on(change, cell, into)
    change.delete(cell)


def _append(change: Change, statements: list[Statement], into: Key, last: str | None) -> None:
    places = [statement.pos for statement in statements] if last is None else spread(len(statements), last)
    change.update_all(
        (old, replace(old, theme=into, pos=pos, origin_theme=old.origin_theme or old.theme))
        for old, pos in zip(statements, places, strict=True)
    )


def _about_both(change: Change, kept: Cell, gone: Cell) -> Statement:
    """A comment that says which two reasons met, for the person who decides."""
    reasons = [
        f"{change.get(Theme, cell.theme).name}: {cell.blank.value}" for cell in (kept, gone) if cell.blank is not None
    ]
    place = (kept.chart, kept.row, kept.wave, kept.theme)
    text = f"Blank for two reasons ({'; '.join(reasons)})."
    return Statement(
        change.new_key(), 0, *place, between(None, None), Layer.COMMENT, text, gone.theme, change.person, change.at
    )


def _rest_on(change: Change, cell: Cell, into: Key) -> None:
    """Evidence that points at the cell points at where it went; what it saw of its words tells if they changed."""
    for found in change.all(Evidence, theme=cell.theme, row=cell.row):
        if (found.chart, found.wave) == (cell.chart, cell.wave):
            change.update(found, replace(found, theme=into))
