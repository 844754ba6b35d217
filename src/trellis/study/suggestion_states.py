"""What became of suggestions, which of them wait, and what their themes are called; loads nothing that searches."""

from __future__ import annotations

from trellis.core.coding import Rule, Suggestion, SuggestionState
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.numbering import numbered_themes
from trellis.core.source import Source
from trellis.store import suggestions as stored
from trellis.store.queries import codings as coded
from trellis.store.reader import Reader
from trellis.study.blindness import blindness_of


def with_states(reader: Reader, rule: Rule, viewer: str) -> list[tuple[Suggestion, SuggestionState]]:
    """Each suggestion with what became of it, as the viewer may see it.

    Accepted is what is indexed so, whoever did it: undo brings it back.
    """
    found = stored.suggestions(reader.connection, rule.k)
    rows = coded.places(reader.connection, dict.fromkeys(one.version for one in found))
    blindness = blindness_of(reader, viewer)
    indexed = {(row.version, row.start, row.end, row.theme) for row in rows if blindness.sees_by(row.round, row.coder)}
    return [
        (one, SuggestionState.ACCEPTED if (one.version, one.start, one.end, one.theme) in indexed else one.state)
        for one in found
    ]


def theme_words(reader: Reader) -> dict[Key, str]:
    """What each theme is called: its number and name, or its name alone."""
    themes = reader.all(Theme)
    numbers = {theme.k: f"{number} {theme.name}" for number, theme in numbered_themes(themes)}
    return {theme.k: numbers.get(theme.k, theme.name) for theme in themes}


def waiting_of(reader: Reader, viewer: str) -> list[Suggestion]:
    """The suggestions that wait on the texts that are read now, as the viewer may see it."""
    current = {source.k: source.current for source in reader.all(Source)}
    order = [theme.k for _, theme in numbered_themes(reader.all(Theme))]
    place = {k: at for at, k in enumerate(order)}
    found = [
        one
        for rule in reader.all(Rule)
        for one, state in with_states(reader, rule, viewer)
        if state is SuggestionState.WAITING and one.version == current.get(one.source)
    ]
    return sorted(found, key=lambda one: (place.get(one.theme, len(place)), one.theme, one.source, one.start, one.k))
