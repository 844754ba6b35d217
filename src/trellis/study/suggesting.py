"""From a search to suggestions: what it finds waits under a theme until somebody takes it, place by place."""

from __future__ import annotations

from collections.abc import Collection

from trellis.core.coding import Rule
from trellis.core.filters import EVERYTHING, Filters
from trellis.core.keys import Key
from trellis.core.query import understood
from trellis.store import suggestions as stored
from trellis.store.changes import Change
from trellis.study.resolve import folded, theme_given
from trellis.study.rules import Suggested, Widen, widen_given, widened
from trellis.study.search import Looking
from trellis.study.suggestion_states import theme_words
from trellis.study.work import Work

Chosen = tuple[Key, int, int]
"""A hit that was chosen: source, start, end (code points)."""


class Suggesting:
    """The call that turns a search into suggestions."""

    _work: Work

    def suggest_found(
        self,
        query: str,
        theme: str,
        filters: Filters = EVERYTHING,
        *,
        widen: Widen | str = Widen.SENTENCE,
        only: Collection[Chosen] | None = None,
    ) -> Suggested:
        """Lets what a search finds wait under a theme, by the rule of this query and theme; it is made if need be.

        only: of the hits just these; what waits already stays. Without it, what the query finds no more is forgotten.
        Raises BadQuery, NotFound, Ambiguous, Invalid.
        """
        how = widen_given(widen)
        search = understood(query)
        with self._work.change("rule.suggest") as change:
            under = theme_given(change, theme)
            rule = _rule(change, query.strip(), under.k)
            spots = list(Looking(change, search, filters, self._work.person_name).spots())
            if only is not None:
                spots = [spot for spot in spots if (spot.source, spot.start, spot.end) in only]
            places = dict.fromkeys(widened(change, spots, how, under.k))
            fresh = stored.suggest(change.connection, rule.k, places, besides=only is not None)
            return Suggested(len(places), fresh)


def _rule(change: Change, query: str, theme: Key) -> Rule:
    """The rule of this query and theme; made, with a name from both, if there is none."""
    known = change.all(Rule)
    found = next((rule for rule in known if rule.query == query and rule.theme == theme), None)
    if found is not None:
        return found
    taken = {folded(rule.name) for rule in known}
    name = wanted = f"{query} → {theme_words(change)[theme]}"
    number = 2
    while folded(name) in taken:
        name, number = f"{wanted} ({number})", number + 1
    made = Rule(change.new_key(), 0, name, query, theme, change.person, change.at)
    change.insert(made)
    return made
