"""Shared steps of writing in column worksheets. They take the open change; none opens one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trellis.core.chart import Statement
from trellis.core.chart_view import StatementView
from trellis.core.errors import Invalid
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.order import between, spread
from trellis.core.worksheet import Element
from trellis.core.worksheet_rules import confirmed_link, link_to, worded
from trellis.store.changes import Change
from trellis.study.worksheet_given import elements_of, links_of


def draw_element(
    change: Change, theme: Theme, text: str, statements: Sequence[Statement], category: Key | None
) -> Element:
    """Adds an element behind the others of its column, with links to these statements. Raises Invalid for none."""
    if not statements:
        message = "an element is drawn from statements; give at least one"
        raise Invalid(message)
    last = max((element.pos for element in elements_of(change, theme.k)), default=None)
    element = Element(
        change.new_key(), 0, theme.k, between(last, None), worded(text, "an element"), category, change.key,
        change.person, change.at,
    )  # fmt: skip
    change.insert(element)
    add_links(change, element, statements)
    return element


def add_links(change: Change, element: Element, statements: Iterable[Statement]) -> int:
    """Links an element to statements; those it is linked to already are left. How many are new."""
    there = {link.statement for link in links_of(change, element.k)}
    fresh = [statement for statement in statements if statement.k not in there]
    change.insert_all(link_to(element.k, (one.row, one.wave), _seen(one)) for one in fresh)
    return len(fresh)


def join_elements(change: Change, kept: Element, others: Iterable[Element]) -> None:
    """Makes one of several elements: what the others were drawn from, the kept one is drawn from as well."""
    there = {link.statement for link in links_of(change, kept.k)}
    for gone in others:
        links = links_of(change, gone.k)
        change.delete(*links)
        fresh = [link for link in links if link.statement not in there]
        change.insert_all(replace(link, element=kept.k) for link in fresh)
        there |= {link.statement for link in fresh}
        change.delete(gone)


def remove_element(change: Change, element: Element) -> None:
    """Removes an element with its links."""
    change.delete(*links_of(change, element.k))
    change.delete(element)


def confirm_element(change: Change, element: Element) -> None:
    """Records that an element is still right: what it was drawn from has now been seen as it is."""
    for link in links_of(change, element.k):
        found = change.find(Statement, link.statement)
        now = None if found is None or found.theme != element.theme else _seen(found)
        change.update(link, confirmed_link(link, now))
    change.update(element, replace(element, confirmed=change.key))


def to_column(change: Change, elements: Sequence[Element], theme: Theme) -> None:
    """Puts elements behind those of another column, in no category."""
    last = max((element.pos for element in elements_of(change, theme.k)), default=None)
    places = spread(len(elements), last)
    change.update_all(
        (old, replace(old, theme=theme.k, pos=pos, category=None))
        for old, pos in zip(elements, places, strict=True)
        if old.theme != theme.k
    )


def _seen(statement: Statement) -> StatementView:
    return StatementView(statement.k, statement.rev, statement.layer, statement.text, "", ())
