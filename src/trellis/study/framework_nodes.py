"""The framework as records, for a page that draws it: each theme with its place, its words and how much is under it."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.framework import Origin, Theme, ThemeState
from trellis.core.keys import Key
from trellis.store.queries import framework as queries
from trellis.store.reader import Reader
from trellis.study.framework_reading import standing, suggested_name
from trellis.study.framework_writing import tree_of
from trellis.study.resolve import adopted_round


@dataclass(frozen=True, slots=True)
class ThemeNode:
    """A theme, sub-theme or open code.

    number: as printed, "" for an open code or a theme that is gone. codings, sources: of the adopted index, directly
    under it; below: codings under it and all its sub-themes. to_check: how many of its codings wait on the to-do list.
    """

    k: Key
    rev: Key
    parent: Key | None
    depth: int
    number: str
    name: str
    definition: str
    include: str
    exclude: str
    example: str
    origin: Origin
    state: ThemeState
    codings: int
    sources: int
    below: int
    to_check: int


@dataclass(frozen=True, slots=True)
class FrameworkNow:
    """The framework as it stands. themes: from top to bottom; codes: open codes; gone: split, merged or retired.

    standing: which version it is, or what changed since the newest one. next_name: a name for the next version.
    """

    themes: tuple[ThemeNode, ...]
    codes: tuple[ThemeNode, ...]
    gone: tuple[ThemeNode, ...]
    standing: str
    next_name: str


def framework_now(reader: Reader) -> FrameworkNow:
    """The whole framework with its counts, from a few queries."""
    tree = tree_of(reader)
    counts = queries.counts_by_theme(reader.connection, adopted_round(reader).k)
    waiting = queries.open_by_theme(reader.connection)
    ordered = tree.in_order()
    below = _below([theme for _, theme in ordered], {k: found.codings for k, found in counts.items()})

    def node(number: str, theme: Theme) -> ThemeNode:
        found = counts.get(theme.k, queries.UnderTheme(0, 0))
        return ThemeNode(
            theme.k,
            theme.rev,
            theme.parent,
            number.count("."),
            number,
            theme.name,
            theme.definition,
            theme.include,
            theme.exclude,
            theme.example,
            theme.origin,
            theme.state,
            found.codings,
            found.sources,
            below.get(theme.k, found.codings),
            waiting.get(theme.k, 0),
        )

    usable = {theme.k for _, theme in ordered} | {code.k for code in tree.codes()}
    gone = sorted((theme for theme in tree.themes.values() if theme.k not in usable), key=lambda theme: theme.name)
    return FrameworkNow(
        tuple(node(number, theme) for number, theme in ordered),
        tuple(node("", code) for code in tree.codes()),
        tuple(node("", theme) for theme in gone),
        standing(reader, tree),
        suggested_name(reader),
    )


def _below(ordered: list[Theme], own: dict[Key, int]) -> dict[Key, int]:
    """Codings under each theme and all its sub-themes; parents come before their children in the order given."""
    total = {theme.k: own.get(theme.k, 0) for theme in ordered}
    for theme in reversed(ordered):
        if theme.parent in total:
            total[theme.parent] += total[theme.k]
    return total
