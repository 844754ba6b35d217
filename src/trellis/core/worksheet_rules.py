"""Rules of the column worksheet: what an element rests on, and when it should be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from trellis.core.chart import Layer
from trellis.core.chart_rules import Stale, is_data
from trellis.core.chart_view import StatementView
from trellis.core.errors import Invalid
from trellis.core.keys import Key
from trellis.core.worksheet import ElementLink


class Unsettled(StrEnum):
    """Why an element should be looked at again."""

    REWORDED = "a statement it was drawn from says something else now"
    REMOVED = "a statement it was drawn from is no longer in the column"
    BARE = "nothing that it was drawn from is left"
    REDEFINED = "the theme was redefined"
    SPLIT = "the theme was split"
    MERGED = "another theme was merged into this one"


_OF_THEME = {Stale.REDEFINED: Unsettled.REDEFINED, Stale.SPLIT: Unsettled.SPLIT, Stale.MERGED: Unsettled.MERGED}


def unsettled_link(link: ElementLink, now: StatementView | None) -> Unsettled | None:
    """Why a link should be looked at again, None if it need not. now: the statement in its column, None if not there.

    Case and order of the statement's cell do not count; its words and its layer do.
    """
    if now is None:
        return None if link.gone else Unsettled.REMOVED
    if (now.layer, now.text) != (link.layer, link.words):
        return Unsettled.REWORDED
    return None


def unsettled_element(
    links: Iterable[ElementLink], column: Mapping[Key, StatementView], theme: Iterable[Stale]
) -> tuple[Unsettled, ...]:
    """Why an element should be looked at again, in the order of `Unsettled`.

    column: the statements of the column by key. theme: what happened to the theme after the element was confirmed.
    """
    listed = list(links)
    found = {unsettled_link(link, column.get(link.statement)) for link in listed}
    found |= {_OF_THEME[why] for why in theme if why in _OF_THEME}
    if not listed:
        found.add(Unsettled.BARE)
    return tuple(why for why in Unsettled if why in found)


def link_to(element: Key, row: tuple[Key, Key], statement: StatementView) -> ElementLink:
    """The link of an element to a statement as it is now. row: its case and wave. Raises Invalid for a comment."""
    require_data(statement.layer)
    return ElementLink(element, statement.k, 0, *row, statement.layer, statement.text, gone=False)


def confirmed_link(link: ElementLink, now: StatementView | None) -> ElementLink:
    """The link once somebody has said that the element is right as things are; what it points at stays."""
    gone = now is None
    layer, words = (link.layer, link.words) if now is None else (now.layer, now.text)
    return ElementLink(link.element, link.statement, link.rev, link.row, link.wave, layer, words, gone=gone)


def require_data(layer: Layer) -> None:
    """Nothing, if a statement of this layer says what the case said; raises Invalid for an analyst's comment."""
    if not is_data(layer):
        message = "an element is drawn from what the cases said; a comment is the analyst's, so link a summary instead"
        raise Invalid(message)


def worded(text: str, what: str) -> str:
    """A text on one line. what: an element, a category … Raises Invalid if no word is left."""
    folded = " ".join(text.split())
    if not folded:
        message = f"{what} needs at least one word"
        raise Invalid(message)
    return folded
